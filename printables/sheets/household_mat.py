"""The household's mat: what it is and holds, its pencil ledger; behind it, work and choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.cards.household_cards import (
    DreamCard,
    OccupationCard,
    ProtectionCard,
    dream_card,
    occupation_card,
    protection_cards,
)
from printables.sheets.chapter_years import ChapterRow, PutAside, chapter_rows, sums_put_aside
from printables.text.html_text import joined
from printables.text.sheet_text import SheetText


@dataclass(frozen=True, slots=True)
class Emblem:
    """A household's flower or star, and its name."""

    icon: str
    colour: str
    name: Text


@dataclass(frozen=True, slots=True)
class Holding:
    """A disc to tick: a scheme, the fund, or an act."""

    icon: str
    colour: str
    name: Text


@dataclass(frozen=True, slots=True)
class Mat:
    """The mat of one household.

    Attributes:
        emblem, work: of this household; None on a blank mat, to be filled in by hand.
        dreams: to choose one from; empty on a blank mat.
    """

    emblem: Emblem | None
    work: OccupationCard | None
    dreams: tuple[DreamCard, ...]


@dataclass(frozen=True, slots=True)
class Mats:
    """The mats of a game, two pages each.

    Attributes:
        chapters: their rows; `last_age` of the end.
        put_aside: what protections add to old age, by their id.
        beside: what cannot be held together, one line each.
        allowance: baht a month in old age from the state; `months` that sums are spread over.
    """

    mats: tuple[Mat, ...]
    emblems: tuple[Emblem, ...]
    chapters: tuple[ChapterRow, ...]
    last_age: str
    start_money: str
    holdings: tuple[Holding, ...]
    protections: tuple[ProtectionCard, ...]
    put_aside: dict[str, PutAside]
    beside: tuple[Text, ...]
    allowance: Text | None
    months: str
    facts: tuple[str, ...]
    template: str = "mat"
    style: str = "table"

    @property
    def pages(self) -> int:
        """Two for each mat."""
        return 2 * len(self.mats)


ALLOWANCE = "allowance.old_age.step1"


def blank_mats(catalogue: Catalogue, words: SheetText, chapters: int) -> Mats:
    """Return one mat without household, for a game of so many chapters."""
    return _mats(catalogue, words, chapters, (Mat(None, None, ()),))


def drawn_mats(
    catalogue: Catalogue,
    words: SheetText,
    chapters: int,
    drawn: tuple[tuple[str, tuple[str, ...]], ...],
) -> Mats:
    """Return the mats of households whose occupation and dreams were drawn.

    Args:
        drawn: for each household the id of its occupation and of the dreams to choose from.
    """
    works = {work.id: work for work in catalogue.occupations}
    dreams = {dream.id: dream for dream in catalogue.dreams}
    emblems = emblems_of(catalogue)
    mats = tuple(
        Mat(
            emblems[place % len(emblems)] if emblems else None,
            occupation_card(catalogue, works[work], words, chapters),
            tuple(dream_card(catalogue, dreams[name], words, chapters) for name in names),
        )
        for place, (work, names) in enumerate(drawn)
    )
    return _mats(catalogue, words, chapters, mats)


def _mats(catalogue: Catalogue, words: SheetText, chapters: int, mats: tuple[Mat, ...]) -> Mats:
    protections = tuple(protection_cards(catalogue, words))
    allowance = catalogue.facts.get(ALLOWANCE)
    holdings = [
        Holding(scheme.icon, catalogue.holder_of[scheme.id].colour, scheme.short)
        for scheme in catalogue.schemes.values()
        if scheme.options or scheme.register_at
    ]
    holdings.append(Holding("memo", "violet", words["nomination"]))
    if any(card.id == "fund" for card in protections):
        holdings.append(Holding("handshake", "leaf", words["fund_short"]))
    facts = {f for card in protections for f in card.facts}
    return Mats(
        mats=mats,
        emblems=emblems_of(catalogue),
        chapters=tuple(chapter_rows(catalogue, chapters)),
        last_age=str(catalogue.tuning["life_last_age"].value),
        start_money=grouped(catalogue.tuning["life_start_money"].value),
        holdings=tuple(holdings),
        protections=protections,
        put_aside=sums_put_aside(catalogue, chapters),
        beside=tuple(_refusals(protections, words)),
        allowance=allowance.text if allowance else None,
        months=grouped(catalogue.tuning["life_pension_months"].value),
        facts=tuple(sorted(facts | ({ALLOWANCE} if allowance else set()))),
    )


def _refusals(protections: tuple[ProtectionCard, ...], words: SheetText) -> Iterator[Text]:
    """Yield what cannot be held together, those with the same refusals in one line."""
    refused: dict[str, list[ProtectionCard]] = {}
    for card in protections:
        if card.beside is not None:
            refused.setdefault(card.beside.shown, []).append(card)
    for cards in refused.values():
        if cards[0].beside is not None and cards[0].month:
            names = joined(tuple(card.title for card in cards))
            yield words.put("refused", holder=names, beside=cards[0].beside)


def emblems_of(catalogue: Catalogue) -> tuple[Emblem, ...]:
    """Return the emblems of the households that the catalogue names."""
    return tuple(Emblem(t.icon, t.colour, t.name or t.title) for t in catalogue.teams)
