"""Decisions of bots, and the buttons they must press for them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from engine.schema.question import Number
from games.rules import (
    AnswersIn,
    AskMentor,
    Begin,
    GoToOldAge,
    Greet,
    Invite,
    Mend,
    Move,
    NextChapter,
    Reply,
    Throw,
    UseHint,
    legal_moves,
)
from games.rules.model.mutable import MutableState
from games.simulation.bots import Bot, any_lawful, careful
from games.simulation.bots import choose as bots_choose
from games.ui.screens.claim.care import CareScene
from games.ui.screens.claim.story import StoryScene
from games.ui.screens.opening.dream import DreamScene
from games.ui.screens.opening.protection import OpeningScene
from games.ui.screens.question.answers import BIG_STEPS, Answers
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.village.grid_ballot import GridBallot
from games.ui.screens.village.market import MarketScene
from games.ui.shell.game_screens import GameScreens

KNOWLEDGE = 60
"""Percent of the answers that a bot of the demo knows."""

ButtonNames = Iterator[str]
"""Names of buttons, asked for one after the other while the screen changes."""


def choose(game: GameScreens, luck: random.Random) -> Move:
    """Return a move of bots that mostly know and mostly protect themselves."""
    state, tables = game.state, game.tables
    if state.phase == "unit":
        moves = list(legal_moves(tables, state))
        kinds = sorted({type(move).__name__ for move in moves})
        kind = luck.choice(kinds)
        return luck.choice([move for move in moves if type(move).__name__ == kind])
    if game.allows(UseHint()) and luck.random() < 0.4:
        return UseHint()
    bots = [Bot(KNOWLEDGE, any_lawful if seat % 2 else careful(tables)) for seat in game.seats]
    return bots_choose(tables, MutableState(state), bots)


def button_names(game: GameScreens, scene: object, move: Move) -> ButtonNames:
    """Yield the names of the buttons that make this move on that scene, in order."""
    if isinstance(scene, CareScene):
        yield "go-on"
        scene = game.scenes.scene
    match move:
        case Begin():
            yield "begin"
            if len(game.seats) > 1:
                yield "throw"
        case Throw():
            yield "throw"
        case UseHint():
            if isinstance(scene, StoryScene) and not scene.picking:
                yield "cards"
            yield "hint"
        case Mend():
            yield "mend"
        case Greet():
            yield "greet"
        case AskMentor(scheme=scheme):
            yield from ("mentor", f"scheme-{scheme}")
        case Invite(seat=seat, option=option):
            yield "invite"
            offered = [n for n in names(game) if n.startswith("invite-")]
            wanted = f"invite-{seat + 1}-{option}"
            yield wanted if wanted in offered else offered[0]
        case NextChapter():
            yield "next-chapter"
        case GoToOldAge():
            last = game.state.chapter >= game.state.chapters
            yield "next-chapter" if last else "old-age"
        case AnswersIn(answers=answers):
            yield from _answers(game, scene, answers)


def names(game: GameScreens) -> list[str]:
    """Return the names of what can be touched now."""
    return [target.name for target in game.scenes.build().targets]


def _answers(game: GameScreens, scene: object, answers: tuple[Reply, ...]) -> ButtonNames:
    """Yield the buttons that give these replies, in the way of each scene."""
    if isinstance(scene, DreamScene):
        while scene.ballot.waiting:
            yield f"dream-{answers[scene.shown]}"
        yield "begin"
    elif isinstance(scene, OpeningScene):
        yield from _opening(game, scene, answers)
    elif isinstance(scene, StoryScene):
        yield from _cards(game, scene, answers)
    elif isinstance(scene, QuestionScene):
        yield from _question(scene, answers)
    elif isinstance(scene, GridBallot):
        for seat, reply in enumerate(answers):
            yield _sign(scene, seat, reply)
        yield "uncover"
    elif isinstance(scene, MarketScene):
        bought = False
        for seat in scene.buyers:
            wares = answers[seat]
            for ware in wares if isinstance(wares, tuple) else ():
                bought = True
                yield f"{ware}-{seat + 1}"
        yield "buy" if bought else "nothing"
    elif game.state.phase == "invite":
        yield "join" if answers[game.state.guest] else "decline"


def _opening(game: GameScreens, scene: OpeningScene, answers: tuple[Reply, ...]) -> ButtonNames:
    """Yield a tap for each household on the guided pages; on the overview, changes by sheet."""
    options = game.tables.options
    while scene.step < len(scene.steps):
        schemes = scene.steps[scene.step]
        for seat in game.seats if schemes else ():
            reply = answers[seat]
            hold = reply if isinstance(reply, tuple) else ()
            wanted = [str(o) for o in hold if options[str(o)].scheme in schemes]
            choices = scene.choosing.choices(seat)
            allowed = [o for o in wanted if not choices[o].refusal]
            yield from (f"{option}-{seat}" for option in allowed or ["none"])
        step = scene.step
        yield "go-on"
        if step + 1 >= len(scene.steps):
            return
    for scheme in scene.paid[:1]:
        yield f"cell-{scheme}-0"
        taken = next((n for n in names(game) if n.startswith("option-")), "back")
        yield taken
        if scene.sheet is not None:
            yield "back"
    yield "go-on"


def _cards(game: GameScreens, scene: StoryScene, answers: tuple[Reply, ...]) -> ButtonNames:
    if not scene.picking:
        yield "cards"
    cards = game.state.cards
    for seat, reply in enumerate(answers):
        picked = reply if isinstance(reply, tuple) else (reply,) if reply else ()
        places = [cards.index(str(card)) + 1 for card in picked]
        if game.settings.hidden:
            yield from (f"card-{place}" for place in places)
            yield "give"
        else:
            yield from (f"card-{seat + 1}-{place}" for place in places)
            if not places:
                yield f"household-{seat + 1}"
    yield "uncover"


def _question(scene: QuestionScene, answers: tuple[Reply, ...]) -> ButtonNames:
    if not scene.together:
        reply = answers[scene.seat]
        yield from answering(scene.answers, reply)
        yield "answer"
    elif scene.long:
        yield "collect"
    for seat in scene.answering:
        yield _sign(scene, seat, answers[seat])
    if scene.together or scene.answering:
        yield "uncover"


def _sign(scene: QuestionScene | GridBallot, seat: int, reply: Reply) -> str:
    """Return the name of the sign that stands for the reply; of the face for silence."""
    for column, meaning in enumerate(scene.meanings):
        struck = isinstance(scene, QuestionScene) and column in scene.struck
        if meaning == reply and type(meaning) is type(reply) and not struck:
            return f"answer-{seat + 1}-{column + 1}"
    return f"household-{seat + 1}"


def answering(answers: Answers, response: Reply) -> ButtonNames:
    """Yield the names of the buttons that make up that answer, in order."""
    shown = answers.shown
    match answers.question.kind:
        case "choice":
            assert isinstance(response, int)
            yield f"option-{shown.index(response) + 1}"
        case "several":
            assert isinstance(response, tuple)
            # A hint took some away, and the screen gives no empty answer: a bot that knows none
            # of what is left ticks the first.
            open_ones = [n for n in shown if n not in answers.struck]
            ticked = [n for n in open_ones if n in response] or open_ones[:1]
            yield from (f"option-{shown.index(n) + 1}" for n in ticked)
        case "true_false":
            yield "say-true" if response else "say-false"
        case "order":
            assert isinstance(response, tuple)
            yield from (f"step-{shown.index(int(n)) + 1}" for n in response)
        case "match":
            assert isinstance(response, tuple)
            for left, right in enumerate([int(n) for n in response]):
                yield f"left-{left + 1}"
                yield f"right-{shown.index(right) + 1}"
        case _:
            assert isinstance(response, int | float)
            yield from _stepped(answers, response)


def _stepped(answers: Answers, wanted: float) -> ButtonNames:
    """Yield steps up from where the stepper stands, big ones and then small ones."""
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
