"""Balance: twins under the same luck, and fixed plans against one another."""

from __future__ import annotations

from collections import Counter

from games.rules.ending import score
from games.rules.play import new_game
from games.rules.state import Setup
from games.rules.tables import Tables
from games.simulate.bots import Bot, always, careful, nothing, play_out


def twins(tables: Tables, setup: Setup, seed: int, games: int, plain: Bot) -> tuple[int, int]:
    """How often a protected team ends higher than its unprotected twin: (higher, pairs).

    Everything else is equal: luck, the other teams, knowledge. The protected one is careful;
    nobody helps the other to join, which would protect it.
    """
    plain = plain._replace(helpful=False)
    higher = 0
    for number in range(games):
        seat = number % setup.teams
        start = new_game(tables, setup, seed + number)
        bots = [plain] * setup.teams
        bots[seat] = plain._replace(protecting=careful(tables))
        protected = score(tables, seat, play_out(tables, start, bots).teams[seat]).total
        bots[seat] = plain._replace(protecting=nothing)
        bare = score(tables, seat, play_out(tables, start, bots).teams[seat]).total
        higher += protected > bare
    return higher, games


def best_plans(
    tables: Tables, setup: Setup, seed: int, games: int, plain: Bot
) -> dict[str, tuple[str, ...]]:
    """For each occupation the fixed plan with the highest mean score under equal luck."""
    totals: dict[tuple[str, ...], Counter[str]] = {}
    for hold in fixed_plans(tables):
        totals[hold] = Counter()
        bots = [plain._replace(protecting=always(hold))] * setup.teams
        for number in range(games):
            draft = play_out(tables, new_game(tables, setup, seed + number), bots)
            for seat, team in enumerate(draft.teams):
                totals[hold][team.occupation] += score(tables, seat, team).total
    return {
        work: max(totals, key=lambda hold: (totals[hold][work], hold))
        for work in tables.occupations
    }


def fixed_plans(tables: Tables) -> list[tuple[str, ...]]:
    """Every lawful plan that does all acts; the first is the acts alone."""
    every_act = {option.id for option in tables.options.values() if option.act}
    plans = [hold for hold in tables.plans if every_act <= set(hold)]
    return sorted(plans, key=lambda hold: (tables.plans[hold].year, hold))
