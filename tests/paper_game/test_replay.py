"""Seeded games are played from the printed text alone, and end as the rules say.

From the game come only what people do (choices, answers, coins) and what luck gives (dice, the
card and the month that are drawn); all else is read on the sheets.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unittest.mock import patch

import pytest

from games.rules import Setup, State, Tables, apply, compile_tables, new_game
from games.rules.model import events as ev
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import MutableState
from games.rules.phases.decks import dreams_offered
from games.simulation.bots import choose
from printables.cards.household_cards import season_swings
from printables.print_target import PrintOptions, PrintTarget
from printables.sheets.household_mat import drawn_mats
from printables.targets.registry import TargetMaker, targets
from tests.paper_game.cards import EventCard, GoalCard, QuestionCard
from tests.paper_game.printed_text import card_lines, sheet_lines
from tests.paper_game.sheets import Mat, Months, Rules
from tests.paper_game.table import Table
from tests.rules.playing import bots_of
from tests.shipped import shipped_catalogue as catalogue

GAMES = [
    (("section40",), 3, 4, (1, 2, 3, 4)),
    (("section40", "nsf"), 3, 3, (7, 8, 9, 10)),
    (("gold_card", "hormones"), 2, 6, (5, 6, 11)),
    (("nsf", "sogiesc"), 4, 2, (12, 13, 14)),
    (("section40", "gold_card", "nsf", "sogiesc", "hormones"), 6, 8, (15, 16, 17)),
    (("sogiesc",), 5, 3, (18, 19)),
]
"""Modules, households, chapters and seeds."""


@cache
def printed() -> dict[str, PrintTarget]:
    """Return cards and sheets of the whole catalogue, by id and by name."""
    found = {target.name.removeprefix("print/"): target for target in targets(catalogue())}
    decks = ("event-cards", "quiz-cards", "rumour-cards", "goal-cards")
    cards = [
        piece
        for name, target in found.items()
        if name.removesuffix(".pdf").endswith(decks)
        for piece in target.pieces
    ]
    return found | {piece.content.id: piece for piece in cards}


@cache
def event(name: str) -> EventCard:
    return EventCard(*card_lines(printed()[name]))


@cache
def question(name: str) -> QuestionCard:
    return QuestionCard(*card_lines(printed()[name]))


@cache
def goal(name: str) -> GoalCard:
    return GoalCard(*card_lines(printed()[name]))


@cache
def rumour_holds(name: str) -> bool:
    """Return what stands on the back of a rumour."""
    back = card_lines(printed()[name])[1]
    assert ("จริง" in back) != ("ไม่จริง" in back)
    return "จริง" in back


@cache
def rules() -> Rules:
    return Rules(sheet_lines(printed()["rules.pdf"]))


@cache
def board() -> tuple[str, ...]:
    """Return the names of the spaces, clockwise."""
    lines = sheet_lines(printed()["game/board.pdf"])
    return lines[: lines.index("เส้นทางรู้สิทธิ")]


def mats_of(tables: Tables, state: State) -> list[Mat]:
    """Return the mats that a pack prints for these households."""
    make = TargetMaker(catalogue(), PrintOptions(), {})
    drawn = [
        (household.occupation, dreams_offered(tables, state, seat))
        for seat, household in enumerate(state.households)
    ]
    mats = []
    for one in drawn:
        content = drawn_mats(catalogue(), make.words, state.chapters, (one,))
        mats.append(
            Mat(sheet_lines(make.sheet("mat", "fixed", make.words["house_mat"], content, "mat")))
        )
    return mats


@cache
def names() -> dict[str, str]:
    """Return what players call what the game holds, by its id."""
    make = TargetMaker(catalogue(), PrintOptions(), {})
    content = drawn_mats(catalogue(), make.words, 4, ())
    named = {card.id: card.title.shown for card in content.protections}
    return named | {"gold_card": "บัตรทอง", "nomination": "ระบุสิทธิ"}


class Seasons:
    """The dice of the seasons: a game whose year is one of the six on the occupation's card."""

    def __init__(self, mats: list[Mat]) -> None:
        self.mats = mats
        self.faces: dict[tuple[int, int], int] = {}
        self._below = luck.below

    def below(self, n: int, seed: int, purpose: int, chapter: int = 0, seat: int = 0) -> int:
        """Return luck; of a season, what the face of a die stands for."""
        if purpose != luck.SEASON:
            return self._below(n, seed, purpose, chapter, seat)
        throws = (
            1 + self._below(6, seed + again, purpose, chapter, seat) for again in range(1000)
        )
        refused = self.mats[seat].thrown_again if chapter == 1 else frozenset()
        face = next(throw for throw in throws if throw not in refused)
        self.faces[chapter, seat] = face
        swing = (n - 1) // 2
        return season_swings(swing)[face - 1] + swing


def spoken(name: str, reply: mv.Reply) -> object:
    """Return an answer as it is given at the table: letters and words, no places in a list."""
    written = catalogue().questions[name]
    card = question(name)
    match reply:
        case bool():
            return "จริง" if reply else "ไม่จริง"
        case int() if written.kind == "choice":
            return card.labels[written.options[reply].text.shown][0]
        case int():
            return reply
        case tuple() if written.kind == "several":
            return frozenset(card.labels[written.options[n].text.shown][0] for n in reply)
        case tuple() if written.kind == "order":
            return tuple(written.steps[n].shown for n in reply)
        case tuple() if written.kind == "match":
            return tuple(tuple(card.labels[written.pairs[n].right.shown]) for n in reply)
    raise AssertionError((written.kind, reply))


class Play:
    """A game of the rules and the same on paper, side by side."""

    def __init__(self, tables: Tables, state: State, mats: list[Mat], seasons: Seasons) -> None:
        self.seasons = seasons
        self.state = state
        places = [household.position for household in state.households]
        months = Months(sheet_lines(printed()["game/tokens.pdf"]))
        storm = Rules(sheet_lines(printed()["game/board.pdf"])).told("ครบ N พายุมา")
        self.table = Table(rules(), months, storm, list(zip(mats, places, strict=True)))
        self.compared = 0

    def take(self, move: mv.Move, happened: tuple[ev.Event, ...], after: State) -> None:
        """Do at the table what was done in the game."""
        table, before = self.table, self.state
        match move:
            case mv.Mend():
                table.mend(before.turn)
            case mv.AskMentor():
                table.ask_mentor(before.turn)
            case mv.UseHint():
                table.use_hint(before.turn)
            case mv.AnswersIn(answers):
                self._answered(before, answers)
            case mv.NextChapter() | mv.GoToOldAge():
                table.pass_years()
        for one in happened:
            self._drawn(one, before)
        everybody = after.turn == -1 and after.phase in ("market", "close")
        if everybody and not table.round_over:
            table.end_round()
        for one in happened:
            self._closed(one)
        self.state = after

    def _answered(self, before: State, answers: tuple[mv.Reply, ...]) -> None:
        table, turn = self.table, before.turn
        match before.phase:
            case "village" | "event":
                self._claimed(before, answers)
            case "question" | "claim":
                card = question(before.question)
                said = None if answers[turn] is None else spoken(before.question, answers[turn])
                others = {
                    seat: spoken(before.question, reply) if card.for_everybody else reply
                    for seat, reply in enumerate(answers)
                    if seat != turn and reply is not None
                }
                right = table.answer(turn, card, said, others)
                if before.phase == "claim":
                    self._at_counter(before, said, right)
                    table.settle(turn, right)
            case "rumour":
                table.hear(rumour_holds(before.myth), [r if r is None else bool(r) for r in answers])
            case "goal":
                coins = [reply if isinstance(reply, int) else 0 for reply in answers]
                table.give(goal(before.goal), coins)

    def _claimed(self, before: State, answers: tuple[mv.Reply, ...]) -> None:
        card, turn = event(before.situation), before.turn
        number = {name: place for place, name in enumerate(before.cards, 1)}
        for seat, reply in enumerate(answers):
            laid = [number[name] for name in reply] if isinstance(reply, tuple) else []
            if turn in (-1, seat):
                own = turn == seat
                # A village's card has no question: it comes with the first of the chapter.
                at_counter = own and (bool(card.claim) or card.of_village)
                self.table.befall(seat, card, before.month, laid, at_counter)
        if turn >= 0:
            named = {
                seat: number[reply]
                for seat, reply in enumerate(answers)
                if seat != turn and isinstance(reply, str) and reply
            }
            self.table.back(turn, card, before.month, named)

    def _at_counter(self, before: State, said: object, right: bool) -> None:
        """Compare with the answer on the event's own back, when its own question was asked."""
        card, asked = event(before.situation), question(before.question)
        if card.claim == asked.asked and asked.how in ("เลือกข้อเดียว", "จริงหรือไม่จริง"):
            assert card.claim_answer.startswith(f"{said}".rstrip(".")) is right

    def _drawn(self, one: ev.Event, before: State) -> None:
        table = self.table
        match one:
            case ev.DreamChosen():
                title = next(d.title.shown for d in catalogue().dreams if d.id == one.dream)
                table.ledgers[one.seat].dream = title
            case ev.ChapterBegan():
                seats = range(len(table.ledgers))
                table.open_chapter([self.seasons.faces[one.chapter, seat] for seat in seats])
            case ev.Protected():
                table.protect(one.seat, frozenset(names()[name] for name in one.hold))
            case ev.Thrown():
                space = board()[table.throw(one.seat, one.die, len(board()))]
                heads = {
                    "question": "ช่องสิทธิ",
                    "event": "ช่องเหตุการณ์ชีวิต",
                    "rumour": "ช่องข่าวลือ",
                    "unit": "หน่วยบริการชุมชน",
                    "goal": "ลานชุมชน",
                    "market": "ตลาดสด",
                }
                assert space in rules().spaces(heads[one.item])
            case ev.InviteAnswered() if one.joined:
                table.invite(one.seat, one.guest, names()[one.option])
            case ev.Bought():
                table.buy(one.seat, one.what)

    def _closed(self, one: ev.Event) -> None:
        table = self.table
        match one:
            case ev.ChapterClosed():
                if one.seat == 0:
                    table.close()
                row = table.ledgers[one.seat]
                written = (row.money, row.debt, row.hearts, row.stars, row.steps)
                assert written == (one.money, one.debt, one.hearts, one.stars, one.steps)
                self.compared += 1
            case ev.OldAge():
                if one.seat == 0:
                    table.grow_old()
                assert table.basket(one.seat) == one.monthly
            case ev.GameOver():
                places = {place.seat: place.place for place in one.places}
                assert table.places() == [places[seat] for seat in range(len(places))]
                assert table.village_wins() == one.village_won


def games() -> Iterator[tuple[tuple[str, ...], int, int, int]]:
    for modules, households, chapters, seeds in GAMES:
        yield from ((modules, households, chapters, seed) for seed in seeds)


@cache
def tables_of(modules: tuple[str, ...]) -> Tables:
    return compile_tables(catalogue(), modules)


@pytest.mark.parametrize(("modules", "households", "chapters", "seed"), list(games()))
def test_a_game_on_paper_ends_as_the_rules_say(
    modules: tuple[str, ...], households: int, chapters: int, seed: int
) -> None:
    tables = tables_of(modules)
    bots = bots_of(tables, households)
    state = new_game(tables, Setup(households, chapters=chapters), seed)
    mats = mats_of(tables, state)
    seasons = Seasons(mats)
    play = Play(tables, state, mats, seasons)
    with patch.object(luck, "below", seasons.below):
        while state.phase != "over":
            move = choose(tables, MutableState(state), bots)
            state, happened = apply(tables, state, move)
            play.take(move, happened, state)
    assert play.compared == households * chapters
    for row, household in zip(play.table.ledgers, state.households, strict=True):
        ended = (household.money, household.debt, household.hearts, household.stars)
        assert (row.money, row.debt, row.hearts, row.stars) == ended
