"""Cards of a household's life: dreams, occupations and village goals."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.game import Occupation
from engine.schema.household import Dream, Tool, VillageGoal
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.cards.protection_cards import cheapest_start
from printables.text.sheet_text import SheetText

CHAPTERS = 4
"""Prices of dreams and tools are written for a game of so many chapters."""
DIE = 6
HEARTS = 3


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
    """The year that a throw of the die makes: baht left after living.

    Attributes:
        left: with all hearts, then with one missing, two, three.
    """

    throw: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccupationCard:
    """A kind of work: a year's income and living; behind it, the seasons and the tool.

    Attributes:
        day: what a day without work costs, in baht.
        again: what to throw again in the first chapter, because the purse would not hold the
            cheapest protection; None when any throw leaves enough.
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
    again: Text | None
    tool: Text | None
    tool_icon: str
    colour: str = "indigo"
    template: str = "occupation"
    kind: str = "occupation"
    sources: tuple[Text, ...] = ()
    phone: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A thing that the village builds: coins by number of households, and its effect.

    Attributes:
        beside: what goals with the same effect come to together; None where that is plain.
    """

    id: str
    title: Text
    icon: str
    head: Text
    coins: tuple[str, ...]
    text: Text
    beside: Text | None
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
    incomes = [work.income * (100 + swing) // 100 for swing in season_swings(work.swing)]
    weary = _number(catalogue, "life_weary", 0)
    seasons = tuple(
        Season(
            throw,
            tuple(
                grouped(income - income * weary * missing // 100 - work.living)
                for missing in range(HEARTS + 1)
            ),
        )
        for throw, income in enumerate(incomes, 1)
    )
    least = cheapest_start(catalogue) - _number(catalogue, "life_start_money", 0)
    poor = [str(n) for n, income in enumerate(incomes, 1) if income - work.living < least]
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
        again=words.put("season_again", throws=" ".join(poor)) if poor else None,
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


def goal_card(catalogue: Catalogue, goal: VillageGoal, words: SheetText) -> GoalCard:
    """Return the card of a village goal."""
    goals = catalogue.village.goals if catalogue.village else ()
    alike = [g for g in goals if g.effect == goal.effect]
    beside = None
    if goal.effect == "storm" and len(alike) > 1:
        rest = 100
        for other in alike:
            rest -= rest * (other.figure or 0) // 100
        beside = words.put("storm_goals", percent=rest)
    return GoalCard(
        id=goal.id,
        title=goal.title,
        icon=goal.icon,
        head=words["goal"],
        coins=tuple(map(str, goal.coins)),
        text=goal.text,
        beside=beside,
    )


def _number(catalogue: Catalogue, name: str, otherwise: int) -> int:
    found = catalogue.tuning.get(name)
    return found.value if found else otherwise
