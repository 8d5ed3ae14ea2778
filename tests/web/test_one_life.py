"""One life on the page against the rules of the board game, over drawn lives."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from engine.catalogue import Catalogue
from games.rules import Setup, Tables, compile_tables, new_game
from games.rules.model import events as ev
from games.rules.model.moves import AnswersIn, GoToOldAge, NextChapter
from games.rules.model.mutable import MutableState
from games.rules.phases import chapter, life_events
from games.rules.phases.ages import age_of
from games.rules.phases.ending import old_age
from games.rules.phases.protection import affordable
from games.web.export.one_life import facts_of, one_life_content, one_life_rules
from games.web.export.page_content import as_json
from tests.web import node

SCRIPT = Path(__file__).parent / "app" / "run_lives.js"
LIVES = 2_500
"""Of three chapters each on average."""

Kind = TypeVar("Kind", bound=tuple[Any, ...])


@dataclass(frozen=True)
class Decision:
    """What a chapter decides, and what befalls in it."""

    hold: tuple[str, ...]
    situation: str
    month: int
    picks: tuple[str, ...]


@dataclass(frozen=True)
class DrawnLife:
    """A life drawn by chance."""

    occupation: str
    seed: int
    decisions: tuple[Decision, ...]


@pytest.fixture(scope="module")
def tables(catalogue: Catalogue) -> Tables:
    """The rows of the board game."""
    return compile_tables(catalogue)


class Situations:
    """What befalls: with the same options held, nothing twice before all of it once."""

    def __init__(self, tables: Tables, chance: random.Random) -> None:
        self._all = list(tables.situations)
        self._chance = chance
        self._left: dict[tuple[str, ...], list[str]] = {}

    def next(self, hold: tuple[str, ...]) -> str:
        left = self._left.setdefault(hold, [])
        if not left:
            left += self._chance.sample(self._all, len(self._all))
        return left.pop()


def _drawn_life(tables: Tables, chance: random.Random, situations: Situations) -> DrawnLife:
    decisions = []
    hold: tuple[str, ...] = ()
    for _ in range(chance.choice((3, 3, 4, 2))):
        if not hold or chance.random() < 0.4:
            hold = chance.choice(list(tables.plans))
        row = tables.situations[situations.next(hold)]
        helping = [name for name in row.helps if chance.random() < 0.6]
        others = chance.sample(row.cards, chance.randint(0, 3))
        picks = tuple(dict.fromkeys((*helping, *others)))[:3]
        decisions.append(Decision(hold, row.id, chance.randint(1, 12), picks))
    work = chance.choice(list(tables.occupations))
    return DrawnLife(work, chance.randint(0, 2**32 - 1), tuple(decisions))


def _lived(tables: Tables, life: DrawnLife, *, bare: bool) -> dict[str, Any]:
    """Return the outcome of a life by the rules of the board game, as the script writes it."""
    chapters = len(life.decisions)
    setup = Setup(households=1, occupations=(life.occupation,), chapters=chapters)
    game = MutableState(new_game(tables, setup, life.seed))
    told: list[ev.Event] = []
    chapter.open_chapter(tables, game, told)
    for number, decision in enumerate(life.decisions, start=1):
        wanted, picks = decision.hold, decision.picks
        if bare:
            wanted = ()
            picks = tuple(name for name in picks if tables.benefits[name].automatic)
        hold = affordable(tables, game.household(0), wanted, age_of(tables, game))
        chapter.protect(tables, game, AnswersIn((hold,)), told)
        game.situation = decision.situation
        game.month = decision.month
        game.cards = tables.situations[decision.situation].cards
        life_events.claim_together(tables, game, AnswersIn((picks,)), told)
        chapter.close_chapter(tables, game, told)
        if number < chapters:
            chapter.next_chapter(tables, game, NextChapter(), told)
        else:
            chapter.go_to_old_age(tables, game, GoToOldAge(), told)
    own = game.household(0)
    basket = old_age(tables, 0, own)
    return {
        "chapters": [_chapter(events) for events in _by_chapter(told)],
        "basket": [_plain(line) for line in basket.lines],
        "end": [basket.monthly, basket.pieces, own.money, own.debt, own.hearts, list(own.hold)],
        "sums": [
            *(own.received, own.covered, own.missed, own.not_joined),
            *(own.saved, own.matched),
        ],
    }


def _by_chapter(told: list[ev.Event]) -> list[list[ev.Event]]:
    chapters: list[list[ev.Event]] = []
    for event in told:
        if isinstance(event, ev.ChapterBegan):
            chapters.append([])
        chapters[-1].append(event)
    return chapters


def _chapter(told: list[ev.Event]) -> list[Any]:
    """Return the events of a chapter as the script writes them."""
    began, payday = _only(told, ev.ChapterBegan), _only(told, ev.Payday)
    held, shown = _only(told, ev.Protected), _only(told, ev.Revealed)
    closed, years = _only(told, ev.ChapterClosed), _only(told, ev.YearsPassed)
    funds = [e for e in told if isinstance(e, ev.FundPaid)]
    loans = [e for e in told if isinstance(e, ev.Borrowed)]
    lent = next(((loan.baht, loan.without) for loan in loans), (0, 0))
    rights = [e for e in told if isinstance(e, ev.Purse) and e.reason == "right"]
    aside = [[e.benefit, e.baht] for e in told if isinstance(e, ev.KeptAside)]
    return [
        began.age,
        [payday.income, payday.swing, payday.weary, payday.living, payday.net],
        [list(held.hold), held.spent, sorted([line.option, line.baht] for line in held.lines)],
        [_verdict(verdict) for verdict in shown.verdicts],
        [shown.day_income, shown.days, shown.lost_income, shown.treatment],
        [shown.covered, shown.waived, shown.other, shown.cost, shown.trips],
        [shown.hearts_lost, shown.hearts_mended, shown.missed, shown.not_joined],
        [[[e.ref, e.baht] for e in rights], aside],
        next(([fund.nights, fund.baht, fund.hearts] for fund in funds), None),
        [*lent, closed.money, closed.debt, closed.hearts],
        [years.years, years.age, years.debt],
    ]


def _verdict(verdict: ev.Verdict) -> list[Any]:
    """Return all but whether it is paid every month, which no sum rests on."""
    return [*_plain(verdict[:-2]), verdict.trip]


def _only(told: list[ev.Event], kind: type[Kind]) -> Kind:
    """Return the one event of that kind."""
    (found,) = [event for event in told if isinstance(event, kind)]
    return found


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [list(value) if isinstance(value, tuple) else value for value in row]


def test_every_payment_verdict_and_sum_is_that_of_the_board_game(tables: Tables) -> None:
    chance = random.Random(48)
    situations = Situations(tables, chance)
    lives = [_drawn_life(tables, chance, situations) for _ in range(LIVES)]
    rules = json.loads(as_json(one_life_rules(tables, list(tables.situations))))
    given = [{**vars(life), "decisions": [vars(d) for d in life.decisions]} for life in lives]
    outcomes = node.run(SCRIPT, {"tables": rules, "lives": given})
    reached = set()
    for life, (held, bare) in zip(lives, outcomes, strict=True):
        assert held == _lived(tables, life, bare=False), life
        assert bare == _lived(tables, life, bare=True), life
        reached |= {verdict[4] for told in held["chapters"] for verdict in told[3]}
    # Three of four pairs of a situation and what is held, and every card of a situation.
    lived = [decision for life in lives for decision in life.decisions]
    pairs = {(decision.situation, decision.hold) for decision in lived}
    assert len(pairs) > 0.75 * len(tables.situations) * len(tables.plans)
    picked = {(decision.situation, card) for decision in lived for card in decision.picks}
    assert picked == {(row.id, card) for row in tables.situations.values() for card in row.cards}
    # The lives come to every outcome that the content knows.
    assert reached >= {
        *("pays", "covers", "mends", "not_in_law", "not_held", "wrong_option"),
        *("contributions", "age", "not_named", "limit", "nothing"),
    }


def test_a_life_names_only_facts_that_the_page_holds(content: dict[str, Any]) -> None:
    assert facts_of(content["life"]) <= set(content["facts"])


def test_every_work_meets_different_events(content: dict[str, Any]) -> None:
    life = content["life"]
    for work in life["occupations"].values():
        icons = {life["situations"][name]["icon"] for name in work["events"]}
        assert len(icons) >= 2 * life["chapters"]
    assert all(set(row["helps"]) <= set(row["cards"]) for row in life["situations"].values())


def test_a_page_without_the_game_has_no_life(catalogue: Catalogue) -> None:
    assert one_life_content(catalogue.model_copy(update={"board": None}), ["nsf"]) is None
