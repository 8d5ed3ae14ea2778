"""Compiling the board and what a household dreams of, works at, buys and builds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.catalogue import Catalogue
from engine.schema.game import Board, Space
from engine.schema.module import Module
from games.rules.model.tables import (
    DreamRow,
    GoalRow,
    Item,
    OccupationRow,
    OptionRow,
    SituationRow,
    SpaceRow,
    StormRow,
    TitleRow,
)

MARKET = "market"
"""The place whose spaces are the market."""

_ITEMS: dict[str, Item] = {
    "right": "question",
    "event": "event",
    "rumour": "rumour",
    "unit": "unit",
    "community": "goal",
    "market": "market",
}


def space_rows(board: Board, modules: Sequence[Module]) -> tuple[SpaceRow, ...]:
    """Return the board; spaces of modules that are not played ask any."""
    places = {module.id: i for i, module in enumerate(modules)}
    return tuple(
        SpaceRow(space.id, _item(space), places.get(space.module or "", -1))
        for space in board.spaces
    )


def _item(space: Space) -> Item:
    return "market" if space.place == MARKET else _ITEMS[space.kind]


def first_purse(options: Iterable[OptionRow], age: int) -> int:
    """Return what the cheapest option of every scheme that is paid for costs in a year."""
    cheapest: dict[str, int] = {}
    for option in options:
        if (option.contributory >= 0 or option.saves) and option.youngest <= age <= option.oldest:
            year = 12 * option.monthly + option.yearly
            cheapest[option.scheme] = min(year, cheapest.get(option.scheme, year))
    return sum(cheapest.values())


def occupation_rows(
    catalogue: Catalogue,
    situations: Sequence[SituationRow],
    spaces: Sequence[SpaceRow],
    needed: int,
) -> dict[str, OccupationRow]:
    """Return each occupation with its tool and what can befall it on each space.

    Args:
        needed: baht that a year must leave over in the first chapter.
    """
    places = frozenset(place for place, space in enumerate(spaces) if space.item == "event")
    tools = {tool.occupation: tool for tool in reversed(catalogue.tools)}
    rows = {}
    for work in catalogue.occupations:
        tool = tools.get(work.id)
        rows[work.id] = OccupationRow(
            id=work.id,
            income=work.income,
            swing=work.swing,
            living=work.living,
            first_swing=-(-100 * (needed + work.living) // work.income) - 100,
            tool_price=tool.price if tool is not None else 0,
            tool_income=tool.yearly if tool is not None else 0,
            events=tuple(_events(work.id, at, situations, places) for at in range(len(spaces))),
        )
    return rows


def weighted(
    catalogue: Catalogue, situations: Sequence[SituationRow], spaces: Sequence[SpaceRow]
) -> tuple[SituationRow, ...]:
    """Return the events with their weights: the fewer households can meet one, the more."""
    places = frozenset(place for place, space in enumerate(spaces) if space.item == "event")
    met = Counter(
        row.id
        for work in catalogue.occupations
        for at in places
        for row in _events(work.id, at, situations, places)
    )
    most = len(catalogue.occupations) * len(places)
    return tuple(replace(row, weight=max(1, most // max(1, met[row.id]))) for row in situations)


def _events(
    work: str, space: int, situations: Sequence[SituationRow], places: frozenset[int]
) -> tuple[SituationRow, ...]:
    """Return what can befall a household there: what belongs to the place, or to no place."""
    fitting = [s for s in situations if not s.jobs or work in s.jobs]
    found = [s for s in fitting if space in s.places or not s.places & places]
    return tuple(found or fitting or situations)


def dream_rows(catalogue: Catalogue) -> dict[str, DreamRow]:
    """Return the dreams by id."""
    return {
        dream.id: DreamRow(dream.id, tuple(step.price for step in dream.steps))
        for dream in catalogue.dreams
    }


def goal_rows(catalogue: Catalogue) -> dict[str, GoalRow]:
    """Return the village's goals by id."""
    goals = catalogue.village.goals if catalogue.village is not None else ()
    return {goal.id: GoalRow(goal.id, goal.coins, goal.effect, goal.figure or 1) for goal in goals}


def storm_row(catalogue: Catalogue) -> StormRow:
    """Return the storm; one that never comes where content has none."""
    if catalogue.village is None:
        return StormRow(steps=1 << 30, days=0, repair=0, hearts=0)
    storm = catalogue.village.storm
    return StormRow(storm.steps, storm.lost_days, storm.repair, storm.hearts)


def title_rows(catalogue: Catalogue) -> tuple[TitleRow, ...]:
    """Return the titles of the end."""
    return tuple(TitleRow(title.id, title.earned_by) for title in catalogue.titles)
