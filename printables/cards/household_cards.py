"""Cards of a household's life: dreams, occupations, protections and village goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.benefit import Scheme, SchemeOption
from engine.schema.game import Occupation
from engine.schema.household import Dream, Tool, VillageGoal
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.cards.play_cards import Amount, benefit_amounts
from printables.text.sheet_text import SheetText

CHAPTERS = 4
"""Prices of dreams and tools are written for a game of so many chapters."""
DIE = 6


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a dream: its price, and the sentence told when it is bought."""

    number: int
    price: str
    text: Text


@dataclass(frozen=True, slots=True)
class DreamCard:
    """A dream with its three prices; behind it, what each step brings."""

    id: str
    title: Text
    icon: str
    head: Text
    steps: tuple[Step, ...]
    colour: str = "leaf"
    template: str = "dream"
    kind: str = "dream"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Season:
    """The year that a throw of the die makes: baht left after living."""

    throw: int
    left: str


@dataclass(frozen=True, slots=True)
class OccupationCard:
    """A kind of work: a year's income and living; behind it, the seasons and the tool.

    Attributes:
        day: what a day without work costs, in baht.
        weary: percent of income lost in a year without a heart.
    """

    id: str
    title: Text
    icon: str
    head: Text
    income: str
    living: str
    left: str
    day: str
    risk: Text
    seasons: tuple[Season, ...]
    tool: Text | None
    tool_icon: str
    colour: str = "indigo"
    template: str = "occupation"
    kind: str = "occupation"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


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
    facts: tuple[str, ...]
    template: str = "protection"
    kind: str = "protection"
    sources: tuple[Text, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A thing that the village builds: coins by number of households, and its effect."""

    id: str
    title: Text
    icon: str
    head: Text
    coins: tuple[str, ...]
    text: Text
    colour: str = "leaf"
    template: str = "goal"
    kind: str = "goal"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


def price_for(catalogue: Catalogue, written: int, chapters: int) -> int:
    """Return a price in proportion to the chapters there are to earn it in."""
    unit = _number(catalogue, "life_price_round", 500)
    per = unit * _number(catalogue, "life_price_chapters", CHAPTERS)
    return max(1, (written * chapters + per // 2) // per) * unit


def dream_card(catalogue: Catalogue, dream: Dream, words: SheetText, chapters: int) -> DreamCard:
    """Return the card of a dream for a game of so many chapters."""
    steps = tuple(
        Step(n, grouped(price_for(catalogue, step.price, chapters)), step.text)
        for n, step in enumerate(dream.steps, 1)
    )
    return DreamCard(dream.id, dream.title, dream.icon, words["dream"], steps)


def occupation_card(
    catalogue: Catalogue, work: Occupation, words: SheetText, chapters: int
) -> OccupationCard:
    """Return the card of an occupation: the die stands for the season's luck."""
    tools: dict[str, Tool] = {tool.occupation: tool for tool in reversed(catalogue.tools)}
    tool = tools.get(work.id)
    seasons = tuple(
        Season(throw, grouped(work.income * (100 + swing) // 100 - work.living))
        for throw, swing in enumerate(season_swings(work.swing), 1)
    )
    return OccupationCard(
        id=work.id,
        title=work.title,
        icon=work.icon,
        head=words["occupation"],
        income=grouped(work.income),
        living=grouped(work.living),
        left=grouped(work.income - work.living),
        day=grouped(work.income // _number(catalogue, "life_work_days", 360)),
        risk=work.risk,
        seasons=seasons,
        tool=words.put(
            "tool",
            tool=tool.title,
            price=grouped(price_for(catalogue, tool.price, chapters)),
            yearly=grouped(tool.yearly),
        )
        if tool
        else None,
        tool_icon=tool.icon if tool else "",
    )


def season_swings(swing: int) -> tuple[int, ...]:
    """Return the percent of income that each throw of the die adds, evenly from end to end."""
    return tuple(round(swing * (2 * throw - DIE + 1) / (DIE - 1)) for throw in range(DIE))


def protection_cards(catalogue: Catalogue, words: SheetText) -> Iterator[ProtectionCard]:
    """Yield a card for each thing that a household may pay for: scheme options and the fund."""
    for scheme in catalogue.schemes.values():
        for option in scheme.options:
            yield _option_card(catalogue, scheme, option, words)
    numbers = {n: _number(catalogue, f"life_fund_{n}", 0) for n in ("year", "night", "nights")}
    if all(numbers.values()):
        shown = {name: grouped(value) for name, value in numbers.items()}
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
    month = catalogue.facts[option.pays_in].value if option.pays_in else None
    year = 12 * int(month) if isinstance(month, int | float) else option.saves or 0
    if option.pays_in:
        facts.append(option.pays_in)
    holder = catalogue.holder_of[scheme.id]
    return ProtectionCard(
        id=f"{scheme.id}.{option.id}",
        title=option.short
        if scheme.short.shown in option.short.shown
        else joined_title(scheme, option),
        icon=scheme.icon,
        colour=holder.colour,
        head=words["protection"],
        month=grouped(month) if isinstance(month, int | float) else "",
        year=grouped(year),
        gains=tuple(gains),
        because=scheme.join.because,
        facts=tuple(dict.fromkeys(facts)),
    )


def joined_title(scheme: Scheme, option: SchemeOption) -> Text:
    """Return the scheme's and the option's short names, one after the other."""
    both = Text(shown="{scheme} {option}", breaks=(9,))
    return both.put(scheme=scheme.short, option=option.short)


def goal_card(goal: VillageGoal, words: SheetText) -> GoalCard:
    """Return the card of a village goal."""
    return GoalCard(
        goal.id, goal.title, goal.icon, words["goal"], tuple(map(str, goal.coins)), goal.text
    )


def _number(catalogue: Catalogue, name: str, otherwise: int) -> int:
    found = catalogue.tuning.get(name)
    return found.value if found else otherwise
