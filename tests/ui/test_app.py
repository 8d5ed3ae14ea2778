"""The application as a whole: the window, the loop, the demo."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.demo import game_demo
from games.demo.bots import answering
from games.demo.game_demo import Demo, record, run_demo
from games.rules import Setup, State, chapters_for, compile_tables
from games.session.store import KIND
from games.ui.screens.question.answers import Answers
from games.ui.shell import app as application
from games.ui.shell.app import AppOptions
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.window import run
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.theme import INK_PAIR


class Script:
    """Feeds the loop with events, one list a frame, then closes the window."""

    def __init__(self, *frames: list[pygame.event.Event]) -> None:
        self._frames = list(frames)

    def __call__(self) -> list[pygame.event.Event]:
        return self._frames.pop(0) if self._frames else [pygame.event.Event(pygame.QUIT)]


def key(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0)


def test_the_loop_plays_resizes_and_closes(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resize = pygame.event.Event(pygame.VIDEORESIZE, w=1024, h=600, size=(1024, 600))
    script = Script(
        [],
        [key(pygame.K_RETURN)],
        [resize],
        [key(pygame.K_F11)],
        [],
        [key(pygame.K_F11)],
        [key(pygame.K_RETURN)],
    )
    monkeypatch.setattr(pygame.event, "get", script)
    options = AppOptions(size=(1280, 800), folder=tmp_path, seed=1, setup=Setup(2, 30))
    assert run(catalogue, options) == 0
    assert (tmp_path / KIND.file).exists()


def test_a_game_named_on_the_command_line_begins_at_once(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: list[str] = []
    real = application.App.frame

    def watched(self: application.App, *rest: object) -> bool:
        kinds.append(self.scenes.scene.kind)
        return real(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(application.App, "frame", watched)
    monkeypatch.setattr(pygame.event, "get", Script([], []))
    run(catalogue, AppOptions(seed=1, setup=Setup(2, 30), modules=("nsf",), begin=True))
    assert kinds[0] == "title"


class Begun(Demo):
    """A demo that ends when it has shown the first scenes of a game, a question among them."""

    most = 20

    def play(self) -> None:
        with suppress(StopIteration):
            super().play()

    def look(self) -> None:
        super().look()
        if len(self.saved) >= self.most:
            raise StopIteration


def test_the_demo_draws_the_same_pictures_for_the_same_seed(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    def sums(saved: list[Path]) -> list[tuple[str, str]]:
        return [(p.name, hashlib.sha256(p.read_bytes()).hexdigest()) for p in saved]

    whole = run_demo(catalogue, 3, tmp_path / "one", (1024, 600), 2, 30)
    options = AppOptions(size=(1024, 600), seed=3, setup=Setup(households=2, minutes=30))
    begun = record(Begun, catalogue, options, tmp_path / "two")
    assert len(begun) == Begun.most
    assert sums(begun) == sums(whole)[: Begun.most]
    kinds = {path.stem.partition("-")[2] for path in whole}
    wanted = {"home", "set-up", "modes", "title", "dream", "opening", "event", "reveal", "board"}
    wanted |= {"board-walk", "rumour", "goal", "close", "menu", "household-story", "settings"}
    assert wanted | {"old-age", "two-lives", "decisions", "other-life", "debrief"} <= kinds


class SetUpAlone(Demo):
    """Goes to the first move, and no further."""

    def _turn(self, game: GameScreens) -> bool:
        raise BegunError(game.state)


class BegunError(Exception):
    """The state in which a demo began to play."""

    def __init__(self, state: State) -> None:
        self.state = state
        super().__init__()


@pytest.mark.parametrize("talk", [30, 60])
def test_the_demo_talks_as_long_as_it_is_told(
    catalogue: Catalogue, tmp_path: Path, talk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(game_demo, "Demo", SetUpAlone)
    with pytest.raises(BegunError) as begun:
        run_demo(catalogue, 1, tmp_path, (1024, 600), 3, 45, talk=talk)
    state = begun.value.state
    assert (state.talk, state.minutes, len(state.households)) == (talk, 45, 3)
    assert state.chapters == chapters_for(compile_tables(catalogue), Setup(3, 45, talk))


def test_a_bot_ticks_nothing_that_a_hint_took_away(catalogue: Catalogue) -> None:
    several = next(q for q in catalogue.questions.values() if q.kind == "several")
    shown = range(len(several.options))
    answers = Answers(InterfaceText(catalogue), several, shown, INK_PAIR, struck=(0,))
    assert list(answering(answers, (0, 2))) == ["option-3"]
    assert list(answering(answers, (0,))) == ["option-2"]


def test_pictures_that_cannot_be_written_are_said(catalogue: Catalogue, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(RusitError) as caught:
        run_demo(catalogue, 1, blocked / "inside", (1024, 600), 2, 30)
    assert caught.value.problem.code == "UI02"
