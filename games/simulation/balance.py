"""Balance: twins under the same luck, and fixed plans against one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

from games.rules.ending import score
from games.rules.game import new_game
from games.rules.state import Setup
from games.rules.tables import Tables
from games.simulation.bots import Bot, always, careful, nothing, play_out
from games.simulation.series import game_seed


def twins(tables: Tables, setup: Setup, seed: int, games: int, plain: Bot) -> tuple[int, int]:
    """How often a protected team ends higher than its unprotected twin: (higher, pairs).

    Everything else is equal: luck, the other teams, knowledge. The protected one is careful;
    nobody helps the other to join, which would protect it.
    """
    plain = plain._replace(helpful=False)
    higher = 0
    for number in range(games):
        seat = number % setup.teams
        start = new_game(tables, setup, game_seed(seed, number))
        bots = [plain] * setup.teams
        bots[seat] = plain._replace(protecting=careful(tables))
        protected = score(tables, seat, play_out(tables, start, bots).teams[seat]).total
        bots[seat] = plain._replace(protecting=nothing)
        bare = score(tables, seat, play_out(tables, start, bots).teams[seat]).total
        higher += protected > bare
    return higher, games


def best_plans(
    tables: Tables, setup: Setup, seed: int, games: int, plain: Bot
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each occupation the fixed plans that end highest on average under equal luck.

    The first has the highest mean; those that follow are no further from it than chance
    explains (two standard errors of the paired difference): among them there is no best.
    """
    scores: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for hold in fixed_plans(tables):
        own = scores[hold] = {work: [] for work in tables.occupations}
        bots = [plain._replace(protecting=always(hold))] * setup.teams
        for number in range(games):
            draft = play_out(tables, new_game(tables, setup, game_seed(seed, number)), bots)
            for seat, team in enumerate(draft.teams):
                own[team.occupation].append(score(tables, seat, team).total)
    best: dict[str, tuple[tuple[str, ...], ...]] = {}
    for work in tables.occupations:
        ranked = sorted(scores, key=lambda hold: (-sum(scores[hold][work]), hold))
        top = scores[ranked[0]][work]
        best[work] = tuple(hold for hold in ranked if _no_worse(scores[hold][work], top))
    return best


def _no_worse(scores: Sequence[int], top: Sequence[int]) -> bool:
    """Whether the scores lie no further below the top ones than chance explains."""
    differences = [a - b for a, b in zip(top, scores, strict=True)]
    if len(differences) < 2:
        return True
    error = stdev(differences) / sqrt(len(differences))
    return fmean(differences) <= 2 * error


def fixed_plans(tables: Tables) -> list[tuple[str, ...]]:
    """Every lawful plan that does all acts; the first is the acts alone."""
    every_act = {option.id for option in tables.options.values() if option.act}
    plans = [hold for hold in tables.plans if every_act <= set(hold)]
    return sorted(plans, key=lambda hold: (tables.plans[hold].year, hold))
