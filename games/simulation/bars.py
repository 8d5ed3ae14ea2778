"""The rows of the balance table, judged from what was counted. No allowance for chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from games.rules.clock import TOLERANCE
from games.rules.model.state import Setup
from games.rules.model.tables import Tables
from games.simulation.report import Bar
from games.simulation.series import Counts
from games.simulation.waiting import Waits

STANDARD = Setup(households=4, minutes=45)
"""The games that the balance table speaks of."""
ENOUGH = 500
"""Games below which its rows are not told."""
EXPERT_FIRST = (0.45, 0.65)
"""Bounds of an expert's share of first places."""
TRICK_FIRST = 0.25
"""Most of a trick's share of first places."""
TWINS_MORE, TWINS_LESS = 0.75, 0.10
"""Least share of twins that end with more, most of those that end with less."""
LEADER_FIRST = 0.55
"""Most of the half-time leader's share of first places."""
RUMOURS_FALSE = (0.45, 0.55)
"""Bounds of the share of false rumours."""
ALWAYS_OFFERED = (45, 60)


class BalanceCounts(NamedTuple):
    """The counts that the rows of the balance table are judged by.

    Attributes:
        counts: of games of equals.
        expert, tricks: share of first places of one that differs from three equals.
        twins: (more, less, pairs).
        label_minutes: by households and label: mean minutes of play by the model.
    """

    counts: Counts
    expert: float
    tricks: Mapping[str, float]
    twins: tuple[int, int, int]
    best: Mapping[str, tuple[tuple[str, ...], ...]]
    waits: Waits
    labels: Mapping[int, tuple[int, ...]]
    label_minutes: Mapping[tuple[int, int], float]


def bars_of(tables: Tables, setup: Setup, found: BalanceCounts) -> tuple[Bar, ...]:
    """Return every row of the table in its order."""
    judged = setup == STANDARD and found.counts.games >= ENOUGH
    rows = rows_of(tables, setup, found)
    bars = [bar if judged else Bar(bar.name, bar.found, bar.bar, None) for bar in rows]
    return (*bars, _speed(found))


def rows_of(tables: Tables, setup: Setup, found: BalanceCounts) -> tuple[Bar, ...]:
    """Return the rows about the game, judged however few games were played."""
    return (
        _knowledge(found),
        _tricks(found),
        _twins(found),
        _rights(found),
        _best_plan(found),
        _fair(setup, tables, found),
        _open(found),
        _waiting(found),
        _labels(found),
        _taps(found),
        _rumours(tables, found),
    )


def _knowledge(found: BalanceCounts) -> Bar:
    share = found.expert
    return Bar(
        "knowledge decides more than luck",
        f"{share:.1%} first",
        f"{_percent(*EXPERT_FIRST)} among three that know half",
        EXPERT_FIRST[0] <= share <= EXPERT_FIRST[1],
    )


def _tricks(found: BalanceCounts) -> Bar:
    name, most = max(found.tricks.items(), key=lambda item: item[1])
    return Bar(
        "no trick beats knowing",
        f"{name} first in {most:.1%}",
        f"at most {_percent(TRICK_FIRST)} each among three that know half",
        most <= TRICK_FIRST,
    )


def _twins(found: BalanceCounts) -> Bar:
    more, less, pairs = found.twins
    return Bar(
        "protection protects dreams",
        f"{more / pairs:.1%} of twins end with more, {less / pairs:.1%} with less",
        f"at least {_percent(TWINS_MORE)} with more, at most {_percent(TWINS_LESS)} with less",
        more >= TWINS_MORE * pairs and less <= TWINS_LESS * pairs,
    )


def _rights(found: BalanceCounts) -> Bar:
    counts = found.counts
    paid = 1 - counts.unpaid / counts.games
    return Bar(
        "everybody meets their rights",
        f"at least {counts.fewest_events} events; {paid:.1%} of the protected are paid",
        "every household 2 events; 97 % paid at least once",
        counts.fewest_events >= 2 and paid >= 0.97,
    )


def _best_plan(found: BalanceCounts) -> Bar:
    shares: dict[tuple[str, ...], float] = {}
    for plans in found.best.values():
        for hold in plans:
            shares[hold] = shares.get(hold, 0.0) + 1 / len(plans)
    plan, works = max(shares.items(), key=lambda item: item[1])
    return Bar(
        "no single best protection",
        f"{plan_name(plan)} is best for {works:.1f} of {len(found.best)}, ties shared",
        "at most half of the occupations",
        2 * works <= len(found.best),
    )


def _fair(setup: Setup, tables: Tables, found: BalanceCounts) -> Bar:
    counts = found.counts
    fair = 1 / setup.households

    works = _most_off(counts.occupations, tables.occupations, counts.took_part, fair)
    dreams = _most_off(counts.dreams, tables.dreams, counts.took_part, fair)
    seats = max(abs(share / counts.games - fair) for share in counts.seats)
    return Bar(
        "fair",
        f"off by {100 * seats:.1f} points for seats, {100 * works:.1f} for occupations, "
        f"{100 * dreams:.1f} for dreams",
        "seats 3 points, occupations 5, dreams 5",
        seats <= 0.03 and works <= 0.05 and dreams <= 0.05,
    )


def _most_off(
    first: Mapping[str, float], names: Iterable[str], took_part: Mapping[str, int], fair: float
) -> float:
    """Return how far from fair the first places of any of these are."""
    shares = (first.get(name, 0.0) / took_part[name] for name in names if took_part[name])
    return max((abs(share - fair) for share in shares), default=0.0)


def _open(found: BalanceCounts) -> Bar:
    share = found.counts.leaders_first / max(1.0, found.counts.leaders)
    return Bar(
        "open to the end",
        f"who leads at half-time wins {share:.1%}",
        f"at most {_percent(LEADER_FIRST)}",
        share <= LEADER_FIRST,
    )


def _waiting(found: BalanceCounts) -> Bar:
    mean, longest = found.waits.mean, found.waits.longest
    return Bar(
        "nobody waits",
        f"mean {mean:.0f} s, longest {longest} s",
        "mean 60 s, longest 120 s by the clock model",
        mean <= 60 and longest <= 120,
    )


def _labels(found: BalanceCounts) -> Bar:
    wrong = [
        f"{households}×{minutes}"
        for (households, minutes), mean in found.label_minutes.items()
        if 100 * abs(mean - minutes) > TOLERANCE * minutes
    ]
    missing = [
        f"{households}×{minutes}"
        for households, offered in found.labels.items()
        for minutes in ALWAYS_OFFERED
        if minutes not in offered
    ]
    found_labels = f"{len(found.label_minutes)} labels offered"
    if wrong:
        found_labels += f"; untrue {', '.join(wrong)}"
    if missing:
        found_labels += f"; missing {', '.join(missing)}"
    return Bar(
        "the label is true",
        found_labels,
        f"2 to 6 households: within {TOLERANCE} %; 45 and 60 minutes always offered",
        not wrong and not missing,
    )


def _taps(found: BalanceCounts) -> Bar:
    question, event = found.waits.question_taps, found.waits.event_taps
    return Bar(
        "few taps",
        f"{question} in a question turn, {event} in an event turn",
        "4 and 7 by the leader, beside one for each answer",
        question <= 4 and event <= 7,
    )


def _rumours(tables: Tables, found: BalanceCounts) -> Bar:
    counts = found.counts
    share = counts.false_rumours / max(1, counts.rumours)
    return Bar(
        "rumours",
        f"false is right in {share:.1%}" if tables.myths else "no rumours",
        _percent(*RUMOURS_FALSE),
        RUMOURS_FALSE[0] <= share <= RUMOURS_FALSE[1] if tables.myths else None,
    )


def _speed(found: BalanceCounts) -> Bar:
    counts = found.counts
    games = counts.games / counts.seconds
    moves = counts.decided / counts.seconds
    return Bar(
        "speed",
        f"{games:,.0f} games and {moves:,.0f} moves a second",
        "600 games and 100,000 moves a second on one core",
        games >= 600 and moves >= 100_000,
        of_game=False,
    )


def _percent(*shares: float) -> str:
    return f"{' to '.join(f'{100 * share:.0f}' for share in shares)} %"


def plan_name(hold: tuple[str, ...]) -> str:
    """Return a plan in words."""
    return " + ".join(hold) or "none"
