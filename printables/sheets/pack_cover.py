"""The first two pages of a session's papers: what is there, and the plan with the scores."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.text import Text
from printables.sheets.chapter_years import chapter_ages
from printables.sheets.household_mat import Emblem, emblems_of
from printables.text.sheet_text import SheetText

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
"""Points of its text: the largest is taken that fits."""
SET_UP, DEBRIEF = 4, 8
"""Minutes before the first and after the last chapter."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper in the pack: how many sheets, and what to do with them."""

    title: Text
    sheets: int
    todo: Text


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A part of the session: when it begins, how long it takes, what to say and do.

    Attributes:
        todo: None where it is what the line above says.
    """

    begins: str
    minutes: str
    title: Text
    todo: Text | None


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a household goes home with, and for what."""

    icon: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class PackCover:
    """Contents and titles on the first page, plan and scores on the second."""

    modules: tuple[Text, ...]
    teams: int
    minutes: int
    chapters: int
    seed: int
    papers: tuple[Paper, ...]
    plan: tuple[PlanStep, ...]
    emblems: tuple[Emblem, ...]
    titles: tuple[Title, ...]
    facts: tuple[str, ...] = ()
    template: str = "pack"
    style: str = "session"
    pages: int = 2
    sizes: tuple[float, ...] = SIZES

    @property
    def sheets(self) -> int:
        """Sheets of paper in the whole pack."""
        return sum(paper.sheets for paper in self.papers)


def cover_sheet(
    catalogue: Catalogue,
    words: SheetText,
    *,
    modules: tuple[Text, ...],
    teams: int,
    minutes: int,
    chapters: int,
    chapter_minutes: float,
    papers: tuple[Paper, ...],
    seed: int,
) -> PackCover:
    """Return the cover of a pack."""
    steps: list[tuple[int, Text, Text | None]] = [
        (SET_UP, words["plan_set_up"], words["plan_set_up_do"])
    ]
    told = {1: words["plan_first_do"], 2: words["plan_chapter_do"]}
    for number, age in enumerate(chapter_ages(catalogue, chapters), 1):
        todo = told.get(number)
        title = words.put("plan_chapter", n=number, age=age)
        steps.append((round(chapter_minutes), title, todo))
    steps.append((DEBRIEF, words["plan_debrief"], words["plan_debrief_do"]))
    plan, gone = [], 0
    for length, title, todo in steps:
        plan.append(PlanStep(str(gone), str(length), title, todo))
        gone += length
    return PackCover(
        modules=modules,
        teams=teams,
        minutes=minutes,
        chapters=chapters,
        seed=seed,
        papers=papers,
        plan=tuple(plan),
        emblems=emblems_of(catalogue)[:teams],
        titles=tuple(Title(t.icon, t.title, t.text) for t in catalogue.titles),
    )
