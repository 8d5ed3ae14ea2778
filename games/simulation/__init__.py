"""Simulation: many games by bots, and whether the game is a fair and telling one.

report = run(catalogue, games=1000, households=4, minutes=45, seed=1)
print(report.text_report())        # or json.dumps(report.to_dict())
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.rules.clock import Clock, best_chapters, chapters_for, labels
from games.rules.compile import compile_tables
from games.rules.model.state import Luck, Setup
from games.rules.model.tables import Tables
from games.simulation.balance import best_plans, plan_ends, twins
from games.simulation.bars import BalanceCounts, bars_of, plan_name
from games.simulation.bots import TRICKS, Bot, careful
from games.simulation.report import Bar, Report
from games.simulation.series import play_series
from games.simulation.spread import distribution, words
from games.simulation.waiting import measure

EXPERT = 90
OTHERS = 50

__all__ = ["Bar", "Report", "run"]


def run(
    catalogue: Catalogue,
    *,
    games: int = 1000,
    households: int = 4,
    minutes: int = 45,
    talk: int = 45,
    seed: int = 1,
    modules: Sequence[str] = (),
    luck: Luck = "ordinary",
    together: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Play the games and report.

    Households that know half play among themselves; an expert (90 of 100 known) and each
    trick sit in every seat in turn among them; all protect themselves carefully. Twins and
    fixed plans are played beside it.

    Args:
        progress: told what is going on, a line at a time.

    Raises:
        RusitError: GAME01 to GAME04 for what cannot be played, GAME05 for no games.
    """
    if games < 1:
        raise RusitError("GAME05", "at least one game is needed", hint="--games 1000")
    tell = progress or (lambda _: None)
    tables = compile_tables(catalogue, modules)
    setup = Setup(households, minutes, talk, luck=luck, together=together)
    plain = Bot(OTHERS, careful(tables))
    tell(f"playing {games} games of equals")
    counts = play_series(tables, setup, seed, games, plain, plain)
    tell("seating an expert")
    expert = plain._replace(knowledge=EXPERT)
    knowing = play_series(tables, setup, seed, games, plain, expert).special_first
    tell("trying tricks")
    tricks = {}
    for trick in TRICKS:
        special = plain._replace(trick=trick)
        tricks[trick] = play_series(tables, setup, seed, games, plain, special).special_first
    tell("comparing twins")
    more, less = twins(tables, setup, seed, games, plain)
    tell("comparing plans")
    best = best_plans(plan_ends(tables, setup, seed, max(min(games, 50), games // 16), plain))
    tell("timing by the clock model")
    waits = measure(tables, setup, seed, max(min(games, 50), games // 10), [plain] * households)
    offered, label_minutes = _labels(tables, talk, seed, max(min(games, 10), games // 200), plain)
    found = BalanceCounts(
        counts,
        knowing / games,
        {trick: first / games for trick, first in tricks.items()},
        (more, less, games),
        best,
        waits,
        offered,
        label_minutes,
    )
    return _report(catalogue, tables, setup, seed, found)


def _labels(
    tables: Tables, talk: int, seed: int, games: int, plain: Bot
) -> tuple[dict[int, tuple[int, ...]], dict[tuple[int, int], float]]:
    """Return the labels offered to 2 to 6 households, and what their games take."""
    offered = {}
    found = {}
    for households in range(2, 7):
        offered[households] = labels(tables, households, talk)
        clock = Clock(tables, households, talk)
        for minutes in offered[households]:
            setup = Setup(households, minutes, talk, chapters=best_chapters(clock, minutes))
            played = measure(tables, setup, seed, games, [plain] * households).minutes
            found[households, minutes] = sum(played) / len(played)
    return offered, found


def _report(
    catalogue: Catalogue, tables: Tables, setup: Setup, seed: int, found: BalanceCounts
) -> Report:
    counts = found.counts
    games, seats = counts.games, setup.households
    everybody = counts.households
    chapters = chapters_for(tables, setup)
    more, less, pairs = found.twins
    caption = words(
        catalogue,
        f"life.{setup.luck}",
        games=games,
        households=seats,
        minutes=setup.minutes,
        chapters=chapters,
    )
    return Report(
        games=games,
        teams=seats,
        minutes=setup.minutes,
        luck=setup.luck,
        together=setup.together,
        seed=seed,
        modules=tables.modules,
        edition=tables.edition,
        caption=caption,
        rounds=chapters,
        length_minutes=sum(found.waits.minutes) / len(found.waits.minutes),
        games_a_second=round(games / counts.seconds, 1),
        moves_a_second=round(counts.decided / counts.seconds),
        seats={str(seat + 1): counts.seats[seat] / games for seat in range(seats)},
        occupations=_shares(counts.occupations, tables.occupations, counts.took_part),
        dreams=_shares(counts.dreams, tables.dreams, counts.took_part),
        expert=found.expert,
        tricks=found.tricks,
        half_time=counts.leaders_first / max(1.0, counts.leaders),
        community=counts.village / games,
        protected_higher=more / pairs,
        protected_lower=less / pairs,
        never_paid=counts.unpaid / games,
        best_plans={
            work: tuple(plan_name(hold) for hold in plans) for work, plans in found.best.items()
        },
        waiting=found.waits.mean,
        longest_wait=found.waits.longest,
        labels={str(n): offered for n, offered in found.labels.items()},
        label_minutes={f"{n}×{m}": mean for (n, m), mean in found.label_minutes.items()},
        rumours_false=counts.false_rumours / max(1, counts.rumours),
        rights_paid=counts.received / everybody,
        rights_covered=counts.covered / everybody,
        rights_missed=counts.missed / everybody,
        rights_not_joined=counts.not_joined / everybody,
        in_debt=counts.indebted / everybody,
        steps={str(n): counts.steps[n] / everybody for n in range(4)},
        hearts={str(n): counts.hearts[n] / everybody for n in range(4)},
        stars=counts.stars / everybody,
        storms=counts.storms / games,
        goals_built=counts.built / games,
        never_asked=tuple(
            q.id for q in tables.questions.values() if q.index not in counts.questions
        ),
        never_met=tuple(
            s.id for s in tables.situations.values() if s.index not in counts.situations
        ),
        distributions=(
            distribution(catalogue, "baskets", counts.baskets, "households"),
            distribution(catalogue, "hearts", counts.hearts, "households"),
            distribution(catalogue, "lengths", counts.decisions, "games"),
            distribution(catalogue, "payments", counts.payments, "households"),
        ),
        bars=bars_of(tables, setup, found),
    )


def _shares(
    first: Mapping[str, float], names: Iterable[str], took_part: Mapping[str, int]
) -> dict[str, float]:
    return {name: first.get(name, 0.0) / max(1, took_part[name]) for name in names}
