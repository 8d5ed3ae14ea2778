"""Cards of what a household can hold: what it costs, what comes back, what it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Scheme, SchemeOption
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.cards.play_cards import Amount, benefit_amounts
from printables.text.html_text import joined
from printables.text.sheet_text import SheetText

FUND_NUMBERS = ("year", "night", "nights")
"""What the welfare fund costs a year, what it gives for a night, and for how many."""


@dataclass(frozen=True, slots=True)
class Gain:
    """A right that comes with a protection, and what it pays."""

    icon: str
    title: Text
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class ProtectionCard:
    """One thing to hold: what a month and a year of it cost, and what comes back.

    Attributes:
        month: baht a month; empty where it is paid by the year or once.
        beside: what the law does not allow to be held with it; None when nothing.
    """

    id: str
    title: Text
    icon: str
    colour: str
    head: Text
    month: str
    year: str
    gains: tuple[Gain, ...]
    because: Text | None
    beside: Text | None
    facts: tuple[str, ...]
    template: str = "protection"
    kind: str = "protection"
    sources: tuple[Text, ...] = ()
    phone: str = ""


def cheapest_start(catalogue: Catalogue) -> int:
    """Return what the cheapest option of every scheme that is paid for costs in a year."""
    schemes = (scheme for scheme in catalogue.schemes.values() if not scheme.automatic)
    years = ([year_of(catalogue, option) for option in scheme.options] for scheme in schemes)
    return sum(min(costs) for costs in years if costs)


def month_of(catalogue: Catalogue, option: SchemeOption) -> int:
    """Return the contribution in baht a month; 0 where it is paid by the year."""
    month = catalogue.facts[option.pays_in].value if option.pays_in else None
    return int(month) if isinstance(month, int | float) else 0


def year_of(catalogue: Catalogue, option: SchemeOption) -> int:
    """Return what a year of the option costs, in baht."""
    return 12 * month_of(catalogue, option) or option.saves or 0


def protection_cards(catalogue: Catalogue, words: SheetText) -> Iterator[ProtectionCard]:
    """Yield a card for each thing that a household may pay for: scheme options and the fund."""
    for scheme in catalogue.schemes.values():
        for option in scheme.options:
            yield _option_card(catalogue, scheme, option, words)
    found = {name: catalogue.tuning.get(f"life_fund_{name}") for name in FUND_NUMBERS}
    shown = {name: grouped(row.value) for name, row in found.items() if row is not None}
    if len(shown) == len(FUND_NUMBERS):
        yield ProtectionCard(
            id="fund",
            title=words["fund"],
            icon="handshake",
            colour="leaf",
            head=words["protection"],
            month="",
            year=shown["year"],
            gains=(),
            because=words.put("fund_pays", night=shown["night"], nights=shown["nights"]),
            beside=None,
            facts=(),
        )


def _option_card(
    catalogue: Catalogue, scheme: Scheme, option: SchemeOption, words: SheetText
) -> ProtectionCard:
    gains: list[Gain] = []
    facts: list[str] = []
    for benefit in catalogue.benefits.values():
        if benefit.scheme != scheme.id or (benefit.options and option.id not in benefit.options):
            continue
        amounts = benefit_amounts(catalogue, benefit, words, option.id)
        cell = catalogue.benefit_cells.get(benefit.id, {}).get(option.id)
        if cell is not None and cell.facts:
            gains.append(Gain(benefit.icon, benefit.short, amounts or (Amount("", cell, None),)))
            facts.extend(cell.facts)
    month = month_of(catalogue, option)
    if option.pays_in:
        facts.append(option.pays_in)
    holder = catalogue.holder_of[scheme.id]
    refused = refused_beside(catalogue, scheme, option)
    return ProtectionCard(
        id=f"{scheme.id}.{option.id}",
        title=option.short
        if scheme.short.shown in option.short.shown
        else joined_title(scheme, option),
        icon=scheme.icon,
        colour=holder.colour,
        head=words["protection"],
        month=grouped(month) if month else "",
        year=grouped(year_of(catalogue, option)),
        gains=tuple(gains),
        because=scheme.join.because,
        beside=words.put("not_beside", others=joined(refused)) if refused else None,
        facts=tuple(dict.fromkeys(facts)),
    )


def refused_beside(catalogue: Catalogue, scheme: Scheme, option: SchemeOption) -> tuple[Text, ...]:
    """Return the names of what the law does not allow to be held beside the option.

    A scheme all of whose options are refused is named once.
    """

    def refuses(holder: Scheme, held: SchemeOption, other: Scheme, wanted: SchemeOption) -> bool:
        ruled_out = {*holder.join.excludes, *held.excludes}
        return not ruled_out.isdisjoint((other.id, f"{other.id}.{wanted.id}"))

    named: list[Text] = []
    for other in catalogue.schemes.values():
        if other.id == scheme.id:
            continue
        ruled_out = [
            wanted
            for wanted in other.options
            if refuses(scheme, option, other, wanted) or refuses(other, wanted, scheme, option)
        ]
        if ruled_out and len(ruled_out) == len(other.options):
            named.append(other.short)
        else:
            named.extend(joined_title(other, wanted) for wanted in ruled_out)
    return tuple(named)


def joined_title(scheme: Scheme, option: SchemeOption) -> Text:
    """Return the scheme's and the option's short names, one after the other."""
    both = Text(shown="{scheme} {option}", breaks=(9,))
    return both.put(scheme=scheme.short, option=option.short)
