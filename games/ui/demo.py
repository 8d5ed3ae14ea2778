"""Bots play a whole game on the real screen, and each kind of scene is saved as a picture.

The bots decide moves; the demo finds the buttons that make each move and presses them as a
hand would. So it is also the proof that every move can be made by touch.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from engine.catalogue import Catalogue
from engine.model.question import Number
from engine.problems import RusitError
from games.rules import (
    Answer,
    AnswerRumour,
    AskMentor,
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
    Setup,
    Throw,
    UseHint,
    legal_moves,
    why_not,
)
from games.sessions import open_store
from games.ui.app import App, Options
from games.ui.controls import Controls
from games.ui.scenes.event import CareNote
from games.ui.scenes.question import BIG_STEPS, QuestionScene
from games.ui.scenes.turn import ProtectionScene
from games.ui.table import Table

FRAME_MS = 1000 // 60
WALKING_MS = 900
MOST_PRESSES = 20_000
Chooser = Callable[[Table, random.Random], Move]


def run_demo(
    catalogue: Catalogue,
    seed: int,
    screenshots: Path,
    size: tuple[int, int] = (1280, 800),
    teams: int = 4,
    minutes: int = 20,
    modules: tuple[str, ...] = (),
    large: bool = False,
) -> list[Path]:
    """Plays one game with bots and saves a PNG of each kind of scene, in order of meeting.

    Needs no display: a dummy one is used when none is there. Same seed, same pictures.

    Raises:
        RusitError: UI02 when the pictures cannot be written.
    """
    # Nothing is shown: the pictures are the result, and a server has no display.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    try:
        screenshots.mkdir(parents=True, exist_ok=True)
        pygame.display.set_mode(size)
        options = Options(
            size=size,
            seed=seed,
            setup=Setup(teams=teams, minutes=minutes),
            modules=modules,
        )
        demo = Demo(App(catalogue, options, open_store(None)), seed, screenshots)
        if large:
            demo.app.settings.large = True
            demo.app.stage.resize(size, True)
        demo.play()
    except OSError as error:
        raise RusitError(
            "UI02",
            f"cannot write the pictures: {error.strerror or error}",
            hint="name a folder that can be written",
            file=str(screenshots),
        ) from None
    finally:
        pygame.quit()
    return demo.saved


class Demo:
    """Presses buttons and takes pictures."""

    def __init__(self, app: App, seed: int, folder: Path) -> None:
        self.app = app
        self.saved: list[Path] = []
        self._folder = folder
        self._luck = random.Random(seed)
        self._controls = Controls(app.stage)
        self._window = pygame.Surface(app.options.size)
        self._seen: set[str] = set()

    def play(self) -> None:
        """From home to the end."""
        stage = self.app.stage
        self.look()
        for name in ("settings", "close", "rules", "close"):
            self.press(name)
        self.press("play")
        setup = self.app.options.setup
        self.press(f"teams-{setup.teams}")
        self.press(f"minutes-{setup.minutes}")
        chosen = self.app.options.modules
        for module in self.app.catalogue.modules:
            if chosen and module.id not in chosen:
                self.press(f"module-{module.id}")
        self.press("start")
        toured = False
        for _ in range(MOST_PRESSES):
            table = self.app.table
            if table is None:
                return
            if not toured and stage.scene.kind == "board":
                toured = True
                self._tour(table)
            self._look_aside()
            if not self._turn(table):
                self.press_primary()
        raise AssertionError("the game did not end")

    def _turn(self, table: Table) -> bool:
        """Makes the move the scene asks for; False when the scene only tells."""
        scene = self.app.stage.scene
        kinds = {"teams", "board", "protection", "event", "rumour", "unit", "community"}
        asks = scene.kind in kinds | {"shortfall"} or isinstance(scene, QuestionScene)
        if not asks or isinstance(scene, CareNote):
            return False
        move = choose(table, self._luck)
        before = table.state
        for name in presses(table, scene, move):
            self.press(name)
        assert table.state is not before or self.app.table is None, (scene.kind, move)
        return True

    def _tour(self, table: Table) -> None:
        """The menu, and what a space says."""
        self.press("menu")
        self.press("close")
        space = next(s for s in table.spaces if s.place)
        self.press(f"space-{space.id}")
        self.press("close")

    def _look_aside(self) -> None:
        """Opens sources and helpline once each, where they are offered."""
        names = {t.name for t in self.app.stage.page.targets}
        kind = self.app.stage.scene.kind
        if "call" in names and "helpline" not in self._seen and kind.startswith("question"):
            self.press("call")
            self.press("close")
        if "sources" in names and f"sources@{kind}" not in self._seen and kind != "sources":
            self._seen.add(f"sources@{kind}")
            self.press("sources")
            self.press("close")

    def press(self, name: str) -> None:
        """Touches the button of that name, scrolling to it when it is out of sight."""
        page = self.app.stage.build()
        target = next((t for t in page.targets if t.name == name), None)
        tries = 0
        while target is None and page.scrolling.most and tries < 30:
            tries += 1
            wrapped = page.scrolling.offset >= page.scrolling.most
            page.scrolling.move(-page.scrolling.most if wrapped else page.scale.touch)
            self.app.stage.dirty = True
            page = self.app.stage.build()
            target = next((t for t in page.targets if t.name == name), None)
        if target is None:
            raise AssertionError(
                f"no button {name!r} on {self.app.stage.scene.kind}:"
                f" {[t.name for t in page.targets]}"
            )
        scale = self.app.stage.scale
        shown = target.rect.clip(page.rect)
        x, y = shown.centerx / scale.width, shown.centery / scale.height
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            event = pygame.event.Event(kind, x=x, y=y, dx=0.0, dy=0.0, finger_id=1, touch_id=1)
            self.app.handle(self._controls, event)
        self.look()

    def press_primary(self) -> None:
        """The one primary action."""
        primary = next((t for t in self.app.stage.build().targets if t.primary), None)
        if primary is None:
            raise AssertionError(f"no way on from the scene {self.app.stage.scene.kind}")
        self.press(primary.name)

    def look(self) -> None:
        """Draws the scene until it stands still, and saves the first of each kind."""
        app = self.app
        for _ in range(600):
            app.frame(self._window, FRAME_MS, True)
            if not getattr(app.stage.scene, "moving", False):
                break
            if getattr(app.stage.scene, "passed", 0) > WALKING_MS:
                self._save("board-walking")
        self._save(app.stage.scene.kind)

    def _save(self, kind: str) -> None:
        if kind in self._seen:
            return
        self._seen.add(kind)
        path = self._folder / f"{len(self.saved) + 1:02}-{kind}.png"
        pygame.image.save(self._window, path)
        self.saved.append(path)


def choose(table: Table, luck: random.Random) -> Move:
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


def _protection(table: Table, luck: random.Random) -> Move:
    hold = table.state.team.hold
    wished = sorted(table.tables.options)
    luck.shuffle(wished)
    if hold and luck.random() < 0.6 and why_not(table.tables, table.state, Protect(hold)) is None:
        return Protect(hold)
    chosen: tuple[str, ...] = tuple(h for h in hold if table.tables.options[h].act)
    for option in wished[:4]:
        longer = tuple(sorted({*chosen, option}))
        if why_not(table.tables, table.state, Protect(longer)) is None:
            chosen = longer
    return Protect(chosen)


def _gives(table: Table, luck: random.Random) -> Move:
    gives = [False] * len(table.state.teams)
    for seat in range(len(gives)):
        gives[seat] = luck.random() < 0.8
        if why_not(table.tables, table.state, Contribute(tuple(gives))) is not None:
            gives[seat] = False
    return Contribute(tuple(gives))


def _wrong(table: Table, luck: random.Random) -> Response:
    """A full answer that need not be right."""
    answers = [m for m in legal_moves(table.tables, table.state) if isinstance(m, Answer)]
    full = [m.response for m in answers[:200] if m.response not in (None, ())]
    return luck.choice(full)


def presses(table: Table, scene: object, move: Move) -> Iterator[str]:
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
            yield from _answers(scene, move)
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
            yield from ("help", f"join-{team + 1}-{option}")
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


def _holds(table: Table, scene: ProtectionScene, hold: tuple[str, ...]) -> Iterator[str]:
    options = table.tables.options
    for chosen in scene.chosen:
        if chosen not in hold and not options[chosen].act:
            yield f"hold-{chosen}"
    freeing = [h for h in hold if h not in scene.chosen]
    yield from (f"hold-{h}" for h in freeing)


def _answers(scene: QuestionScene, move: Answer) -> Iterator[str]:
    response = move.response
    shown = scene.shown
    match scene.question.kind:
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
            yield from _stepped(scene, response)


def _stepped(scene: QuestionScene, wanted: float) -> Iterator[str]:
    """Up from where the stepper stands, in big steps and then small ones."""
    question = scene.question
    assert isinstance(question, Number)
    steps = round((wanted - scene.amount) / question.step)
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
