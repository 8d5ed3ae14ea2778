"""Series of games: counted, never watched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import process_time

from games.rules import luck
from games.rules.ending import over
from games.rules.game import new_game
from games.rules.mutable_state import MutableState
from games.rules.state import Setup
from games.rules.tables import Tables
from games.simulation.bots import Bot, play_counted


@dataclass
class Counts:
    """What a series of games came to.

    Attributes:
        seats, occupations, expert_first: how often each was first; `took_part` how many
            teams had that occupation.
        empty: teams that spent more than half the game without a heart.
        scores, payments, moves: how often each final score, each sum of rights paid and
            covered (baht a team), and each number of moves a game came about.
        seconds: processor time the games took, without their counting.
    """

    games: int = 0
    teams: int = 0
    turns: int = 0
    seconds: float = 0.0
    seats: Counter[int] = field(default_factory=Counter)
    occupations: Counter[str] = field(default_factory=Counter)
    took_part: Counter[str] = field(default_factory=Counter)
    expert_first: int = 0
    empty: int = 0
    community: int = 0
    questions: Counter[int] = field(default_factory=Counter)
    situations: Counter[int] = field(default_factory=Counter)
    received: int = 0
    covered: int = 0
    missed: int = 0
    indebted: int = 0
    hearts: Counter[int] = field(default_factory=Counter)
    scores: Counter[int] = field(default_factory=Counter)
    payments: Counter[int] = field(default_factory=Counter)
    moves: Counter[int] = field(default_factory=Counter)
    stars: int = 0
    by_occupation: Counter[str] = field(default_factory=Counter)


def game_seed(seed: int, number: int) -> int:
    """The seed of that game of a series; series of different seeds have no game in common."""
    return luck.bits(seed, luck.BOT + 7, number)


def play_series(
    tables: Tables, setup: Setup, seed: int, games: int, bots: Sequence[Bot], expert: Bot
) -> Counts:
    """Play that many games; the expert sits in each seat in turn."""
    counts = Counts()
    for number in range(games):
        seat = number % setup.teams
        seated = [*bots[:seat], expert, *bots[seat + 1 :]]
        start = new_game(tables, setup, game_seed(seed, number))
        began = process_time()
        draft, moves = play_counted(tables, start, seated)
        counts.seconds += process_time() - began
        counts.moves[moves] += 1
        _count(tables, draft, seat, counts)
    return counts


def _count(tables: Tables, draft: MutableState, expert: int, counts: Counts) -> None:
    teams = draft.teams
    result = over(tables, teams)
    first = result.ranking[0]
    counts.games += 1
    counts.teams += len(teams)
    counts.turns += draft.rounds * len(teams)
    counts.seats[first] += 1
    counts.occupations[teams[first].occupation] += 1
    counts.expert_first += first == expert
    counts.community += result.community
    _count_bits(draft.asked, counts.questions)
    _count_bits(draft.met, counts.situations)
    for team, score in zip(teams, result.scores, strict=True):
        counts.took_part[team.occupation] += 1
        counts.by_occupation[team.occupation] += score.total
        counts.empty += 2 * team.empty_years > draft.rounds
        counts.received += team.received
        counts.covered += team.covered
        counts.missed += team.missed
        counts.indebted += team.debt > 0
        counts.hearts[team.hearts] += 1
        counts.scores[score.total] += 1
        counts.payments[team.received + team.covered] += 1
        counts.stars += team.stars


def _count_bits(bits: int, counter: Counter[int]) -> None:
    place = 0
    while bits:
        if bits & 1:
            counter[place] += 1
        bits >>= 1
        place += 1
