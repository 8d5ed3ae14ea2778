"""The clock model: how long each item takes in a room, from its own text.

An item is listened to (its text, read aloud), decided (talk, then one answer after another is
taken in) and resolved (uncovered, told). Seconds throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean
from typing import NamedTuple

from games.rules.model.mutable import Game, first_seat
from games.rules.model.state import Setup
from games.rules.model.tables import Item, MythRow, QuestionRow, SituationRow, Tables

FEWEST_CHAPTERS, MOST_CHAPTERS = 2, 8
LABELS = (30, 45, 60, 90)
CLAIMED = 0.8
"""Share of life events that come to the counter: some right is asked for, and held."""
TOLERANCE = 15
"""Percent by which the model may miss a label that is offered."""

LEADER_TAPS: Mapping[str, int] = {
    "throw": 1,
    "question": 2,
    "event": 2,
    "claim": 2,
    "rumour": 2,
    "unit": 1,
    "invite": 1,
    "goal": 2,
    "market": 1,
    "village": 2,
    "dream": 1,
    "opening": 1,
    "close": 1,
    "ready": 1,
    "over": 0,
}
"""The leader's taps in each phase, beside one for each answer: uncover, and go on."""


class Seconds(NamedTuple):
    """The seconds of an item: listening, deciding, resolving."""

    listen: float
    decide: float
    resolve: float

    @property
    def all(self) -> float:
        """The whole item."""
        return self.listen + self.decide + self.resolve


class Clock:
    """The clock of a room: so many households, so much talk.

    Attributes:
        households: how many answer.
        talk: seconds of talk at an item.
    """

    def __init__(self, tables: Tables, households: int, talk: int) -> None:
        self.households = households
        self.talk = talk
        self._tables = tables
        self._amounts = tables.amounts
        self._answers = tables.amounts.answer * households
        self._village = _mean(self.event(row).all for row in tables.paying)
        claims = [row.claims[0] for row in tables.situations.values() if row.claims]
        self._mean: dict[Item, float] = {
            "question": _mean(self.question(row).all for row in tables.questions.values()),
            "event": _mean(self.event(row).all for row in tables.situations.values())
            + CLAIMED
            * _mean(self.question(row, claim=True).all for row in claims)
            * len(claims)
            / max(1, len(tables.situations)),
            "rumour": _mean(self.rumour(row).all for row in tables.myths),
            "unit": self.unit.all,
            "goal": self.goal.all,
            "market": self.market.all,
        }
        # In a turn these two are followed by a question for everybody.
        self._mean["unit"] += self._mean["question"]
        self._mean["market"] += self._mean["question"]

    def read(self, syllables: int) -> float:
        """Return the seconds of reading so many syllables aloud."""
        return syllables * 60 / self._amounts.syllables

    def question(self, row: QuestionRow, claim: bool = False) -> Seconds:
        """Return the seconds of a question; the decision at the counter is talked over briefly."""
        return Seconds(
            self.read(row.ask),
            (self.talk / 3 if claim else self.talk) + self._answers,
            self._amounts.result + self.read(row.after),
        )

    def event(self, row: SituationRow) -> Seconds:
        """Return the seconds of a life event, the counter's decision apart."""
        uncover = self._amounts.card * len(row.cards)
        return Seconds(
            self.read(row.story),
            self.talk + self._answers,
            uncover + self._amounts.result + self.read(row.after),
        )

    def rumour(self, row: MythRow) -> Seconds:
        """Return the seconds of a rumour: a short talk."""
        return Seconds(
            self.read(row.said),
            self.talk / 2 + self._answers,
            self._amounts.result + self.read(row.after),
        )

    @property
    def set_up(self) -> int:
        """The seconds of the set-up; two households or more throw for who begins."""
        return self._amounts.set_up + (self._amounts.throw if self.households > 1 else 0)

    @property
    def unit(self) -> Seconds:
        """The seconds of a stop at the service unit, the mentor's question apart."""
        return Seconds(0, self._amounts.unit, self._amounts.result)

    @property
    def goal(self) -> Seconds:
        """The seconds of giving to the village's goal."""
        return Seconds(0, self._amounts.goal + self._answers, self._amounts.result)

    @property
    def market(self) -> Seconds:
        """The seconds of the market."""
        return Seconds(0, self._amounts.market + self._answers, self._amounts.result)

    def opening(self, chapter: int) -> float:
        """Return the seconds of an opening."""
        amounts = self._amounts
        added = amounts.opening_first if chapter == 1 else 0
        return added + amounts.opening + amounts.opening_each * self.households

    def turn(self) -> float:
        """Return the mean seconds of a household's turn, the throw among them."""
        spaces = self._tables.spaces
        items = sum(self._mean[space.item] for space in spaces) / len(spaces)
        return self._amounts.throw + items

    def chapter(self, chapter: int) -> float:
        """Return the mean seconds of a chapter."""
        together = self._village + self._mean["rumour"] + self.goal.all + self.market.all
        turns = self.households * self.turn()
        return self.opening(chapter) + together + turns + self._amounts.close

    def game(self, chapters: int) -> float:
        """Return the mean seconds of a whole game, set-up and debrief included."""
        frame = self.set_up + self._amounts.debrief
        return frame + self.chapter(1) + (chapters - 1) * self.chapter(2)

    def item(self, game: Game) -> Seconds:
        """Return the seconds of what is on the table now."""
        tables = self._tables
        match game.phase:
            case "question" | "claim":
                return self.question(tables.questions[game.question], game.phase == "claim")
            case "village" | "event":
                return self.event(tables.situations[game.situation])
            case "rumour":
                return self.rumour(next(row for row in tables.myths if row.id == game.myth))
            case "unit":
                return self.unit
            case "goal":
                return self.goal
            case "market":
                return self.market
            case "opening":
                return Seconds(0, self.opening(game.chapter), 0)
            case "throw":
                return Seconds(self._amounts.throw, 0, 0)
            case "close":
                return Seconds(0, 0, self._amounts.close)
            case "ready":
                return Seconds(0, 0, self.set_up)
            case _:
                return Seconds(0, 0, 0)

    def left(self, game: Game) -> float:
        """Return the seconds left from the item on the table to the end of the debrief."""
        if game.phase == "over":
            return self._amounts.debrief
        after = (game.chapters - game.chapter) * self.chapter(2) + self._amounts.debrief
        return self._left_in_chapter(game) + after

    def _left_in_chapter(self, game: Game) -> float:
        if game.phase in ("ready", "dream"):
            set_up = self.set_up if game.phase == "ready" else 0
            return set_up + self.chapter(1)
        rest = float(self._amounts.close)
        if game.phase == "close":
            return rest
        rest += self.item(game).all
        if game.phase == "unit" or (game.phase == "market" and game.turn >= 0):
            rest += self._mean["question"]
        if game.phase == "opening":
            rest += self._village
        if game.phase in ("opening", "village"):
            rest += self.households * self.turn()
        elif game.turn >= 0:
            seats = self.households
            gone = (game.turn - first_seat(game)) % seats
            rest += (seats - gone - 1) * self.turn()
            if game.phase == "throw":
                rest += self.turn() - self._amounts.throw
        together = [("rumour", self._mean["rumour"]), ("goal", self._mean["goal"])]
        together.append(("market", self.market.all))
        names = [name for name, _ in together]
        alone = game.turn < 0 and game.phase in names
        first = names.index(game.phase) + 1 if alone else 0
        return rest + sum(seconds for _, seconds in together[first:])


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return fmean(found) if found else 0.0


def best_chapters(clock: Clock, minutes: int) -> int:
    """Return the number of chapters that comes nearest to the minutes."""
    chapters = range(FEWEST_CHAPTERS, MOST_CHAPTERS + 1)
    return min(chapters, key=lambda n: (abs(clock.game(n) - 60 * minutes), n))


def chapters_for(tables: Tables, setup: Setup) -> int:
    """Return the chapters of a game that its leader did not fix."""
    key = (setup.households, setup.talk, setup.minutes)
    if key not in tables.chapters:
        clock = Clock(tables, setup.households, setup.talk)
        tables.chapters[key] = best_chapters(clock, setup.minutes)
    return tables.chapters[key]


def labels(tables: Tables, households: int, talk: int) -> tuple[int, ...]:
    """Return the minutes that can be kept with so many households."""
    clock = Clock(tables, households, talk)
    return tuple(
        minutes
        for minutes in LABELS
        if 100 * abs(clock.game(best_chapters(clock, minutes)) - 60 * minutes)
        <= TOLERANCE * 60 * minutes
    )
