"""Compiling the board and what a household dreams of, works at, buys and builds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from engine.catalogue import Catalogue
from engine.schema.game import Board, Space
from engine.schema.module import Module
from games.rules.model.tables import (
    Befalling,
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
FEWEST_OWN = 4
"""With fewer other events at a place, those that befall the village come there too."""
WEIGHTS = 720
"""The weight of an event that can be met by one work at one place."""

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
    of_village: Collection[str],
    needed: int,
) -> dict[str, OccupationRow]:
    """Return each occupation with its tool and what can befall it on each space.

    Args:
        of_village: ids of events that befall the village, and seldom a household alone.
        needed: baht that a year must leave over in the first chapter.
    """
    places = frozenset(place for place, space in enumerate(spaces) if space.item == "event")
    tools = {tool.occupation: tool for tool in reversed(catalogue.tools)}
    found = {
        work.id: [
            _events(work.id, at, situations, places, of_village) if at in places else ()
            for at in range(len(spaces))
        ]
        for work in catalogue.occupations
    }
    met = Counter(row.id for lists in found.values() for own in lists for row in own)
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
            events=tuple(
                Befalling(own, tuple(WEIGHTS // met[row.id] or 1 for row in own))
                for own in found[work.id]
            ),
        )
    return rows


def _events(
    work: str,
    space: int,
    situations: Sequence[SituationRow],
    places: frozenset[int],
    of_village: Collection[str],
) -> tuple[SituationRow, ...]:
    """Return what can befall a household there: what belongs to the place, or to no place."""
    fitting = [s for s in situations if not s.jobs or work in s.jobs]
    found = [s for s in fitting if space in s.places or not s.places & places]
    own = [s for s in found if s.id not in of_village]
    return tuple((own if len(own) >= FEWEST_OWN else found) or fitting or situations)


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
