"""Balance: twins under the same luck, and fixed plans against one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

from games.rules.model.mutable import MutableState
from games.rules.model.state import Setup
from games.rules.model.tables import Tables
from games.rules.phases.ending import old_age
from games.rules.play import new_game
from games.simulation.bots import Bot, always, nothing, play_out
from games.simulation.series import game_seed


def outcome(tables: Tables, game: MutableState, seat: int) -> tuple[int, int, int, int]:
    """Return what twins are compared by: dream, basket, debt (less is more), hearts."""
    household = game.household(seat)
    basket = old_age(tables, seat, household).monthly
    return household.steps, basket, -household.debt, household.hearts


def twins(tables: Tables, setup: Setup, seed: int, games: int, plain: Bot) -> tuple[int, int]:
    """Return how often a protected household ends with more than its unprotected twin, with less.

    Everything else is equal: luck, the other households, knowledge. Nobody invites, which
    would protect the twin.
    """
    plain = plain._replace(joins=False)
    more = less = 0
    for number in range(games):
        seat = number % setup.households
        start = new_game(tables, setup, game_seed(seed, number))
        bots = [plain] * setup.households
        held = outcome(tables, play_out(tables, start, bots), seat)
        bots[seat] = plain._replace(protecting=nothing)
        bare = outcome(tables, play_out(tables, start, bots), seat)
        more += held > bare
        less += held < bare
    return more, less


PlanEnds = dict[tuple[str, ...], dict[str, list[tuple[int, ...]]]]
"""By plan and occupation what its households end with, in the same games for every plan."""


def plan_ends(tables: Tables, setup: Setup, seed: int, games: int, plain: Bot) -> PlanEnds:
    """Return what households end with that hold each fixed plan, luck being equal."""
    ends: PlanEnds = {}
    for hold in fixed_plans(tables):
        own = ends[hold] = {work: [] for work in tables.occupations}
        bots = [plain._replace(protecting=always(hold))] * setup.households
        for number in range(games):
            game = play_out(tables, new_game(tables, setup, game_seed(seed, number)), bots)
            for seat, household in enumerate(game.households):
                own[household.occupation].append(outcome(tables, game, seat))
    return ends


def best_plans(ends: PlanEnds) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return for each occupation the fixed plans that end highest on average.

    A plan's worth for a household is its mean place among all plans by what it ends with.
    The first has the best mean; those that follow are no further from it than chance
    explains (two standard errors of the paired difference): among them there is no best.
    """
    best: dict[str, tuple[tuple[str, ...], ...]] = {}
    for work in next(iter(ends.values())):
        worth = _places({hold: own[work] for hold, own in ends.items()})
        ranked = sorted(ends, key=lambda hold: (-sum(worth[hold]), hold))
        top = worth[ranked[0]]
        best[work] = tuple(hold for hold in ranked if _no_worse(worth[hold], top))
    return best


def _places(
    ends: dict[tuple[str, ...], list[tuple[int, ...]]],
) -> dict[tuple[str, ...], list[int]]:
    """Return for each game how many plans each plan beats, less how many beat it."""
    worth: dict[tuple[str, ...], list[int]] = {hold: [] for hold in ends}
    for number in range(len(next(iter(ends.values())))):
        here = [own[number] for own in ends.values()]
        for hold, own in ends.items():
            mine = own[number]
            worth[hold].append(sum(mine > other for other in here) - sum(mine < o for o in here))
    return worth


def _no_worse(values: Sequence[int], top: Sequence[int]) -> bool:
    """Return whether the values lie no further below the top ones than chance explains."""
    differences = [a - b for a, b in zip(top, values, strict=True)]
    if len(differences) < 2:
        return True
    error = stdev(differences) / sqrt(len(differences))
    return fmean(differences) <= 2 * error


def fixed_plans(tables: Tables) -> list[tuple[str, ...]]:
    """Return every lawful plan that does all acts; the first is the acts alone."""
    every_act = {option.id for option in tables.options.values() if option.act}
    plans = [hold for hold in tables.plans if every_act <= set(hold)]
    return sorted(plans, key=lambda hold: (tables.plans[hold].year, hold))
