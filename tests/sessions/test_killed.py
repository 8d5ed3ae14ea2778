"""Killed at any point, a game goes on at that very move."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.catalogue import Catalogue
from games.rules import Setup, compile_tables, replay
from games.session import open_store
from games.session.store import KIND
from games.ui.shell.app import App, AppOptions
from tests.ui.playing import Hand

ROOT = Path(__file__).parents[2]
LEAD = 4
"""Moves that the process may be ahead of its killer."""


def play_until(moves: int, folder: Path) -> int:
    """Lets a process play, kills it after it has drawn that move; gives what it drew last."""
    module = "tests.sessions.killed_game"
    command = [sys.executable, "-m", module, str(folder), str(moves + LEAD)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        assert process.stdout is not None
        drawn = 0
        for line in process.stdout:
            drawn = int(line)
            if drawn >= moves:
                break
        process.send_signal(signal.SIGKILL)
        for line in process.stdout:
            drawn = int(line)
    return drawn


def test_a_killed_game_goes_on_at_its_move(catalogue: Catalogue, tmp_path: Path) -> None:
    for moves in (1, 12):
        drawn = play_until(moves, tmp_path)
        hand = Hand(catalogue, tmp_path)
        assert hand.app.can_resume()
        hand.click("resume")
        log = hand.game.log
        assert len(log.moves) >= drawn >= moves
        assert hand.game.state == replay(compile_tables(catalogue, log.modules), log)
        hand.store.close()


def played(catalogue: Catalogue, folder: Path) -> Hand:
    hand = Hand(catalogue, folder)
    hand.click("play")
    hand.click("start")
    hand.click("begin")
    hand.click("throw")
    hand.click("go-on")
    return hand


def test_home_offers_to_go_on_only_when_a_game_waits(catalogue: Catalogue, tmp_path: Path) -> None:
    assert "resume" not in Hand(catalogue, tmp_path).names()
    played(catalogue, tmp_path).store.close()
    assert "resume" in Hand(catalogue, tmp_path).names()


def test_a_game_named_on_the_command_line_does_not_push_a_waiting_one_away(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    played(catalogue, tmp_path).store.close()
    options = AppOptions(folder=tmp_path, setup=Setup(3, 45), begin=True)
    app = App(catalogue, options, open_store(tmp_path))
    assert app.scenes.scene.kind == "home"
    assert app.can_resume()


def test_a_game_goes_on_with_the_edition_it_was_begun_with(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    fewer = {key: text for key, text in catalogue.words.items() if key != "ui.home.papers"}
    older = catalogue.model_copy(update={"words": fewer})
    hand = Hand(catalogue, tmp_path)
    hand.app.catalogue = older
    hand.click("play")
    hand.click("start")
    hand.click("begin")
    hand.click("throw")
    hand.click("go-on")
    state = hand.game.state
    hand.store.close()
    newer = catalogue.model_copy(update={"edition": "newer", "modules": catalogue.modules[:2]})
    again = Hand(newer, tmp_path)
    again.click("resume")
    assert again.kind == "saved.other-edition"
    again.click("go-on")
    assert again.game.catalogue.edition == catalogue.edition
    assert again.game.state == state


def test_moves_that_do_not_fit_are_told_and_a_new_game_can_begin(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    hand = played(catalogue, tmp_path)
    hand.store.append(hand.game.session.game, 1, '{"move":"old_age"}')
    hand.store.close()
    again = Hand(catalogue, tmp_path)
    again.click("resume")
    assert again.kind == "saved.unfit"
    again.click("go-on")
    assert again.kind == "home"
    assert "resume" not in again.names()


def test_a_damaged_store_is_told_in_words(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / KIND.file).write_bytes(b"rubbish" * 900)
    hand = Hand(catalogue, tmp_path)
    assert hand.kind == "saved.damaged"
    hand.click("go-on")
    assert hand.kind == "home"


def test_a_disk_that_refuses_a_move_changes_nothing(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = played(catalogue, tmp_path)
    state = hand.game.state

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        hand.step()
    assert hand.kind == "saved.refused"
    assert hand.game.state == state
    hand.click("go-on")
    hand.step()
    assert hand.game.state != state
