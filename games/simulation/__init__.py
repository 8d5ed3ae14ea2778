"""Simulation: many games by bots, and whether the game is a fair and telling one.

report = run(catalogue, games=1000, teams=4, minutes=40, seed=1)
print(report.text_report())        # or json.dumps(report.to_dict())
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.rules.compile.compiler import compile_tables
from games.rules.game import rounds_for
from games.rules.state import Luck, Setup
from games.rules.tables import Tables
from games.simulation.balance import best_plans, twins
from games.simulation.bots import Bot, careful
from games.simulation.report import Bar, Report
from games.simulation.series import Counts, play_series
from games.simulation.spread import distribution, words

EXPERT = 90
OTHERS = 50
STANDARD = Setup(teams=4, minutes=40)
"""The games that the balance bars speak of."""
ENOUGH = 500
"""Games below which those bars are not told. Those about protection and occupations speak of
games with a scheme of contributions: the other modules alone are short games of learning."""

__all__ = ["Bar", "Report", "run"]


def run(
    catalogue: Catalogue,
    *,
    games: int = 1000,
    teams: int = 4,
    minutes: int = 40,
    seed: int = 1,
    modules: Sequence[str] = (),
    luck: Luck = "ordinary",
    together: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Play the games and report.

    The expert (90 of 100 right) sits in each seat in turn among teams that know half;
    all protect themselves carefully. Twins and fixed plans are played beside it.

    Args:
        progress: told what is going on, a line at a time.

    Raises:
        RusitError: GAME01 to GAME04 for what cannot be played, GAME05 for no games.
    """
    if games < 1:
        raise RusitError("GAME05", "at least one game is needed", hint="--games 1000")
    tell = progress or (lambda _: None)
    tables = compile_tables(catalogue, modules)
    setup = Setup(teams=teams, minutes=minutes, luck=luck, together=together)
    plain = Bot(OTHERS, careful(tables))
    tell(f"playing {games} games")
    counts = play_series(
        tables, setup, seed, games, [plain] * teams, plain._replace(knowledge=EXPERT)
    )
    tell("comparing twins")
    higher, pairs = twins(tables, setup, seed, games, plain)
    tell("comparing plans")
    best = best_plans(tables, setup, seed, max(50, games // 8), plain)
    return _report(catalogue, tables, setup, seed, counts, higher / pairs, best)


def _report(
    catalogue: Catalogue,
    tables: Tables,
    setup: Setup,
    seed: int,
    counts: Counts,
    protected: float,
    best: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Report:
    games, teams = counts.games, setup.teams
    rounds = counts.turns // (games * teams)
    length = rounds * teams * tables.amounts.seconds_a_turn / 60
    seats = {str(seat + 1): counts.seats[seat] / games for seat in range(teams)}
    occupations = {
        work: counts.occupations[work] / max(1, counts.took_part[work])
        for work in tables.occupations
    }
    bars = _bars(tables, setup, counts, seats, occupations, protected, best, length)
    return Report(
        games=games,
        teams=teams,
        minutes=setup.minutes,
        luck=setup.luck,
        together=setup.together,
        seed=seed,
        modules=tables.modules,
        edition=tables.edition,
        caption=words(
            catalogue,
            f"caption.{setup.luck}",
            games=games,
            teams=teams,
            minutes=setup.minutes,
            rounds=rounds,
        ),
        rounds=rounds,
        length_minutes=length,
        games_a_second=round(games / counts.seconds, 1),
        moves_a_second=round(
            sum(moves * times for moves, times in counts.moves.items()) / counts.seconds
        ),
        seats=seats,
        occupations=occupations,
        mean_scores={
            work: counts.by_occupation[work] / max(1, counts.took_part[work])
            for work in tables.occupations
        },
        expert=counts.expert_first / games,
        community=counts.community / games,
        protected_higher=protected,
        best_plans={work: tuple(_named(hold) for hold in plans) for work, plans in best.items()},
        rights_paid=counts.received / counts.teams,
        rights_covered=counts.covered / counts.teams,
        rights_missed=counts.missed / counts.teams,
        in_debt=counts.indebted / counts.teams,
        hearts={str(n): counts.hearts[n] / counts.teams for n in range(4)},
        stars=counts.stars / counts.teams,
        never_asked=tuple(
            q.id for q in tables.questions.values() if q.index not in counts.questions
        ),
        never_met=tuple(
            s.id for s in tables.situations.values() if s.index not in counts.situations
        ),
        distributions=(
            distribution(catalogue, "scores", counts.scores, "teams"),
            distribution(catalogue, "hearts", counts.hearts, "teams"),
            distribution(catalogue, "lengths", counts.moves, "games"),
            distribution(catalogue, "payments", counts.payments, "teams"),
        ),
        bars=bars,
    )


def _bars(
    tables: Tables,
    setup: Setup,
    counts: Counts,
    seats: Mapping[str, float],
    occupations: Mapping[str, float],
    protected: float,
    best: Mapping[str, tuple[tuple[str, ...], ...]],
    length: float,
) -> tuple[Bar, ...]:
    games, teams = counts.games, setup.teams
    fair = 1 / teams
    expert = counts.expert_first / games
    off_seat = max(abs(share - fair) for share in seats.values())
    off_work = max(abs(share - fair) for share in occupations.values())
    # An occupation takes part in a part of the games only: its share is that much less sure.
    unsure = sqrt(fair * (1 - fair) / max(1, min(counts.took_part.values())))
    told = setup == STANDARD and games >= ENOUGH
    # Without contributions there is nothing that a lost day's income could be weighed against.
    pays = told and tables.contributory > 0
    shares: dict[tuple[str, ...], float] = {}
    for plans in best.values():
        for hold in plans:
            shares[hold] = shares.get(hold, 0) + 1 / len(plans)
    plan, works = max(shares.items(), key=lambda item: item[1])
    empty = counts.empty / counts.teams
    off_length = abs(length - setup.minutes) / setup.minutes
    speed = games / counts.seconds
    wanted = rounds_for(tables.amounts.seconds_a_turn, setup.minutes, teams)
    spread_q = _spread(counts.questions, len(tables.questions), games)
    spread_s = _spread(counts.situations, len(tables.situations), games)
    return (
        Bar(
            "knowledge decides more than luck",
            f"{expert:.1%} first",
            "at least 45 % among three at half",
            expert >= 0.45 if told else None,
        ),
        Bar(
            "protection pays, not always",
            f"{protected:.1%} of twins end higher",
            "70 to 90 %",
            0.70 <= protected <= 0.90 if pays else None,
        ),
        Bar(
            "no single best protection",
            f"{_named(plan)} is best for {works:.1f} of {len(best)}, ties shared",
            "at most half of the occupations",
            2 * works <= len(best) if pays else None,
        ),
        Bar(
            "fair seats",
            f"at most {100 * off_seat:.1f} points off",
            "4 points",
            off_seat <= 0.04 if told else None,
        ),
        Bar(
            "fair occupations",
            f"at most {100 * off_work:.1f} points off, ± {100 * unsure:.1f} by chance",
            "6 points",
            off_work - unsure <= 0.06 if pays else None,
        ),
        Bar(
            "no hopeless team",
            f"{empty:.2%}",
            "at most 2 % half the game at no heart",
            empty <= 0.02,
        ),
        Bar(
            "every question met, evenly",
            spread_q[0],
            "shares within a factor of two",
            spread_q[1],
        ),
        Bar(
            "every event met, evenly",
            spread_s[0],
            "shares within a factor of two",
            spread_s[1],
        ),
        Bar(
            "length",
            f"{length:.1f} minutes, {wanted} rounds",
            f"within 15 % of {setup.minutes}",
            off_length <= 0.15,
        ),
        Bar("speed", f"{speed:.0f} games a second", "at least 300", speed >= 300),
    )


def _named(hold: tuple[str, ...]) -> str:
    return " + ".join(hold) or "none"


def _spread(seen: Counter[int], count: int, games: int) -> tuple[str, bool | None]:
    """Most and least often met, and whether that is within a factor of two.

    The extremes of many counts lie apart by chance alone: three standard errors are
    allowed for it on each side, so that few games do not fail what many games would pass.
    """
    if not count:
        return "none", None
    shares = [seen[place] for place in range(count)]
    low, high = min(shares), max(shares)
    found = f"{low / games:.1%} to {high / games:.1%} of games"
    if sum(shares) < 40 * count:
        return found, None
    return found, low > 0 and high - 3 * sqrt(high) <= 2 * (low + 3 * sqrt(low))
