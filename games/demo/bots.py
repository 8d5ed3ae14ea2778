"""What a bot decides, and the buttons it must press for it."""

from __future__ import annotations

import random
from collections.abc import Iterator

from engine.schema.question import Number
from games.rules import (
    Answer,
    AnswerRumour,
    AskMentor,
    AskNeighbours,
    Begin,
    Borrow,
    Contribute,
    GiveHeart,
    Greet,
    HelpJoin,
    Mend,
    Move,
    Pick,
    Protect,
    Response,
    Throw,
    UseHint,
    legal_moves,
)
from games.ui.screens.question.answers import BIG_STEPS, Answers
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.turn.protection import ProtectionScene
from games.ui.shell.game_screens import GameScreens


def choose(table: GameScreens, luck: random.Random) -> Move:
    """A bot's move: mostly right, mostly protected, sometimes not, so that all is seen."""
    state, tables = table.state, table.tables
    match state.phase:
        case "ready":
            return Begin()
        case "protect":
            return _protection(table, luck)
        case "throw":
            return Throw()
        case "question" | "claim":
            right = tables.questions[state.question].answer
            if luck.random() < 0.6:
                return Answer(right)
            return Answer(_wrong(table, luck))
        case "event":
            helps = set(table.catalogue.situations[state.situation].helps)
            cards = [c for c in state.cards if (c in helps) is (luck.random() < 0.75)]
            return Pick(tuple(cards))
        case "rumour":
            return AnswerRumour(tuple(luck.random() < 0.5 for _ in state.teams))
        case "community":
            return _gives(table, luck)
    moves = list(legal_moves(tables, state))
    kinds = sorted({type(m).__name__ for m in moves})
    kind = luck.choice(kinds)
    return luck.choice([m for m in moves if type(m).__name__ == kind])


def _protection(table: GameScreens, luck: random.Random) -> Move:
    hold = table.state.team.hold
    wished = sorted(table.tables.options)
    luck.shuffle(wished)
    if hold and luck.random() < 0.6 and table.allows(Protect(hold)):
        return Protect(hold)
    chosen: tuple[str, ...] = tuple(h for h in hold if table.tables.options[h].act)
    for option in wished[:4]:
        longer = tuple(sorted({*chosen, option}))
        if table.allows(Protect(longer)):
            chosen = longer
    return Protect(chosen)


def _gives(table: GameScreens, luck: random.Random) -> Move:
    gives = [False] * len(table.state.teams)
    for seat in range(len(gives)):
        gives[seat] = luck.random() < 0.8
        if not table.allows(Contribute(tuple(gives))):
            gives[seat] = False
    return Contribute(tuple(gives))


def _wrong(table: GameScreens, luck: random.Random) -> Response:
    """A full answer that need not be right."""
    answers = [m for m in legal_moves(table.tables, table.state) if isinstance(m, Answer)]
    full = [m.response for m in answers[:200] if m.response not in (None, ())]
    return luck.choice(full)


def presses(table: GameScreens, scene: object, move: Move) -> Iterator[str]:
    """The names of the buttons that make this move on that scene, in order."""
    match move:
        case Begin():
            yield "begin"
        case Throw():
            yield "throw"
        case Protect(hold=hold):
            assert isinstance(scene, ProtectionScene)
            yield from _holds(table, scene, hold)
            yield "protect"
        case Answer():
            assert isinstance(scene, QuestionScene)
            yield from answering(scene.answers, move.response)
            yield "answer"
        case Pick(cards=cards):
            yield from (f"card-{table.state.cards.index(c) + 1}" for c in cards)
            yield "use"
        case AnswerRumour(answers=answers):
            for seat, answer in enumerate(answers):
                if answer is not None:
                    yield f"team-{seat + 1}-{'true' if answer else 'false'}"
            yield "reveal"
        case Contribute(gives=gives):
            yield from (f"team-{seat + 1}" for seat, gave in enumerate(gives) if gave)
            yield "decide"
        case AskMentor(scheme=scheme):
            yield from ("mentor", f"scheme-{scheme}")
        case HelpJoin(team=team, option=option):
            yield "help"
            moves = legal_moves(table.tables, table.state)
            if len({m.team for m in moves if isinstance(m, HelpJoin)}) > 1:
                yield f"team-{team + 1}"
            yield f"join-{team + 1}-{option}"
        case Mend():
            yield "mend"
        case Greet():
            yield "greet"
        case UseHint():
            yield "hint"
        case Borrow():
            yield "borrow"
        case GiveHeart():
            yield "heart"
        case AskNeighbours():
            yield "neighbours"


def _holds(table: GameScreens, scene: ProtectionScene, hold: tuple[str, ...]) -> Iterator[str]:
    options = table.tables.options
    for chosen in scene.chosen:
        if chosen not in hold and not options[chosen].act:
            yield f"hold-{chosen}"
    freeing = [h for h in hold if h not in scene.chosen]
    yield from (f"hold-{h}" for h in freeing)


def answering(answers: Answers, response: Response) -> Iterator[str]:
    """The names of the buttons that make up that answer, in order."""
    shown = answers.shown
    match answers.question.kind:
        case "choice":
            assert isinstance(response, int)
            yield f"option-{shown.index(response) + 1}"
        case "several":
            assert isinstance(response, tuple)
            yield from (f"option-{shown.index(n) + 1}" for n in response)
        case "true_false":
            yield "say-true" if response else "say-false"
        case "order":
            assert isinstance(response, tuple)
            yield from (f"step-{shown.index(n) + 1}" for n in response)
        case "match":
            assert isinstance(response, tuple)
            for left, right in enumerate(response):
                yield f"left-{left + 1}"
                yield f"right-{shown.index(right) + 1}"
        case _:
            assert isinstance(response, int | float)
            yield from _stepped(answers, response)


def _stepped(answers: Answers, wanted: float) -> Iterator[str]:
    """Up from where the stepper stands, in big steps and then small ones."""
    question = answers.question
    assert isinstance(question, Number)
    steps = round((wanted - answers.touched.amount) / question.step)
    many = (question.highest - question.lowest) // question.step > BIG_STEPS * 2
    if steps <= 0:
        yield from ("more", "less")
    while steps > 0:
        if many and steps >= BIG_STEPS:
            yield "much-more"
            steps -= BIG_STEPS
        else:
            yield "more"
            steps -= 1
