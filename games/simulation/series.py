"""Series of games: counted, never watched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import process_time

from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import MutableState
from games.rules.model.state import Setup
from games.rules.model.tables import Tables
from games.rules.phases.ending import old_age, podium, village_wins
from games.rules.play import new_game, step
from games.simulation.bots import Bot, choose


@dataclass
class Counts:
    """The results of a series of games. Equal households share a place.

    Attributes:
        seats, occupations, dreams: first places by each; `took_part` households that had it.
        special_first: first places of the household that differs from the others.
        leaders, leaders_first: leaders at half-time, and how many of these were first.
        fewest_events: the fewest life events of any household.
        unpaid: households of the special kind that no right ever paid.
        steps, payments, baskets, decisions: how often each value came about.
        seconds: processor time of playing, without the counting.
    """

    games: int = 0
    households: int = 0
    seconds: float = 0.0
    decided: int = 0
    seats: list[float] = field(default_factory=list)
    occupations: dict[str, float] = field(default_factory=dict)
    dreams: dict[str, float] = field(default_factory=dict)
    took_part: Counter[str] = field(default_factory=Counter)
    special_first: float = 0.0
    leaders: float = 0.0
    leaders_first: float = 0.0
    fewest_events: int = 1 << 30
    unpaid: int = 0
    village: int = 0
    false_rumours: int = 0
    rumours: int = 0
    received: int = 0
    covered: int = 0
    missed: int = 0
    not_joined: int = 0
    trips: int = 0
    indebted: int = 0
    stars: int = 0
    storms: int = 0
    built: int = 0
    tools: int = 0
    questions: Counter[int] = field(default_factory=Counter)
    situations: Counter[int] = field(default_factory=Counter)
    hearts: Counter[int] = field(default_factory=Counter)
    steps: Counter[int] = field(default_factory=Counter)
    payments: Counter[int] = field(default_factory=Counter)
    baskets: Counter[int] = field(default_factory=Counter)
    decisions: Counter[int] = field(default_factory=Counter)


def game_seed(seed: int, number: int) -> int:
    """Return the seed of that game of a series; different series have no game in common."""
    return luck.bits(seed, luck.BOT + 15, number)


def play_series(
    tables: Tables, setup: Setup, seed: int, games: int, plain: Bot, special: Bot
) -> Counts:
    """Play that many games; the special household sits in each seat in turn."""
    counts = Counts()
    for number in range(games):
        seat = number % setup.households
        bots = [plain] * setup.households
        bots[seat] = special
        play_one(tables, setup, game_seed(seed, number), bots, seat, counts)
    return counts


def play_one(
    tables: Tables, setup: Setup, seed: int, bots: Sequence[Bot], special: int, counts: Counts
) -> MutableState:
    """Play a game and count it."""
    game = MutableState(new_game(tables, setup, seed))
    half, odd = divmod(game.chapters, 2)
    # Half-time of an odd number of chapters lies behind the village's event of the middle one.
    half_time = (half + 1, "throw") if odd else (half, "close")
    leaders: tuple[int, ...] = ()
    decided = 0
    began = process_time()
    while game.phase != "over":
        if not leaders and (game.chapter, game.phase) == half_time:
            leaders = first_seats(tables, game)
        elif game.phase == "rumour":
            counts.rumours += 1
            counts.false_rumours += not tables.truths[game.myth]
        move = choose(tables, game, bots)
        decided += len(bots) if type(move) is mv.AnswersIn else 1
        step(tables, game, move, None)
    counts.seconds += process_time() - began
    counts.decided += decided
    counts.decisions[decided] += 1
    _count(tables, game, special, leaders, counts)
    return game


def first_seats(tables: Tables, game: MutableState) -> tuple[int, ...]:
    """Return the seats that share the first place now."""
    return tuple(seat for seat, place in podium(tables, game.households) if place == 1)


def _count(
    tables: Tables, game: MutableState, special: int, leaders: tuple[int, ...], counts: Counts
) -> None:
    households = game.households
    first = first_seats(tables, game)
    share = 1 / len(first)
    counts.games += 1
    counts.households += len(households)
    counts.seats = counts.seats or [0.0] * len(households)
    for seat in first:
        counts.seats[seat] += share
        _add(counts.occupations, households[seat].occupation, share)
        _add(counts.dreams, households[seat].dream, share)
    counts.special_first += share if special in first else 0
    counts.leaders += 1 if leaders else 0
    counts.leaders_first += sum(share for seat in leaders if seat in first) / max(1, len(leaders))
    counts.unpaid += not households[special].paid
    counts.village += village_wins(game)
    counts.storms += game.storms
    counts.built += len(game.built)
    _count_bits(game.asked, counts.questions)
    _count_bits(game.met, counts.situations)
    for seat, household in enumerate(households):
        counts.took_part[household.occupation] += 1
        counts.took_part[household.dream] += 1
        counts.fewest_events = min(counts.fewest_events, household.events)
        counts.received += household.received
        counts.covered += household.covered
        counts.missed += household.missed
        counts.not_joined += household.not_joined
        counts.trips += household.trips
        counts.indebted += household.debt > 0
        counts.stars += household.stars
        counts.tools += household.tool
        counts.hearts[household.hearts] += 1
        counts.steps[household.steps] += 1
        counts.payments[household.received + household.covered] += 1
        counts.baskets[old_age(tables, seat, household).monthly] += 1


def _add(shares: dict[str, float], name: str, share: float) -> None:
    shares[name] = shares.get(name, 0.0) + share


def _count_bits(bits: int, counter: Counter[int]) -> None:
    while bits:
        low = bits & -bits
        counter[low.bit_length() - 1] += 1
        bits ^= low
