"""The household's mat: what it is and holds, its pencil ledger; behind it, work and choices."""

from __future__ import annotations

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
        ages: of the chapters; `last_age` of the end.
        allowance: baht a month in old age from the state; `months` that sums are spread over.
    """

    mats: tuple[Mat, ...]
    emblems: tuple[Emblem, ...]
    ages: tuple[str, ...]
    last_age: str
    start_money: str
    holdings: tuple[Holding, ...]
    protections: tuple[ProtectionCard, ...]
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


def chapter_ages(catalogue: Catalogue, chapters: int) -> tuple[int, ...]:
    """Return the age in each chapter, evenly on the way to old age."""
    first = catalogue.tuning["life_first_age"].value
    last = catalogue.tuning["life_last_age"].value
    step = -(-(last - first) // chapters)
    return tuple(first + step * place for place in range(chapters))


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
        ages=tuple(map(str, chapter_ages(catalogue, chapters))),
        last_age=str(catalogue.tuning["life_last_age"].value),
        start_money=grouped(catalogue.tuning["life_start_money"].value),
        holdings=tuple(holdings),
        protections=protections,
        allowance=allowance.text if allowance else None,
        months=grouped(catalogue.tuning["life_pension_months"].value),
        facts=tuple(sorted(facts | ({ALLOWANCE} if allowance else set()))),
    )


def emblems_of(catalogue: Catalogue) -> tuple[Emblem, ...]:
    """Return the emblems of the households that the catalogue names."""
    return tuple(Emblem(t.icon, t.colour, t.name or t.title) for t in catalogue.teams)
