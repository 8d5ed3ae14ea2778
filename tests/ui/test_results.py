"""The result of the last game can be looked at again, and nothing of it changes any more."""

from __future__ import annotations

import json
from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.session.store import KIND
from games.storage import StoreEntry
from games.storage.lines import file_of, read_file
from tests.ui.playing import Hand

pytestmark = pytest.mark.usefixtures("screen")


@pytest.fixture(scope="module")
def finished(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a game that was played to its end."""
    folder = tmp_path_factory.mktemp("finished")
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    hand = Hand(catalogue, folder, seed=3)
    assert "results" not in hand.names()
    hand.begin()
    while hand.app.game is not None:
        hand.step()
    hand.store.close()
    return folder


@pytest.fixture
def folder(finished: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    (tmp_path / KIND.file).write_bytes((finished / KIND.file).read_bytes())
    return tmp_path


def test_the_end_is_told_again_after_the_program_was_closed(
    catalogue: Catalogue, folder: Path
) -> None:
    hand = Hand(catalogue, folder)
    hand.click("results")
    again: list[str] = []
    while hand.app.game is not None:
        again.append(hand.kind)
        hand.key(pygame.K_SPACE)
    assert list(dict.fromkeys(again)) == ["old-age", "two-lives", "debrief"]
    assert hand.kind == "home"
    assert "resume" not in hand.names()


def test_what_is_over_cannot_be_undone(catalogue: Catalogue, folder: Path) -> None:
    hand = Hand(catalogue, folder)
    before = hand.store.finished_game()
    hand.click("results")
    hand.click("menu")
    assert "undo" not in hand.names()
    hand.click("home")
    assert hand.store.finished_game() == before


def test_a_decision_taken_again_changes_nothing_that_is_kept(
    catalogue: Catalogue, folder: Path
) -> None:
    hand = Hand(catalogue, folder)
    before = hand.store.finished_game()
    hand.click("results")
    hand.until("two-lives")
    for name in ("again", "decision-1", "reply-1", "close", "close"):
        hand.click(name)
    assert hand.kind == "two-lives"
    assert hand.store.finished_game() == before


def test_results_of_an_older_edition_say_so(catalogue: Catalogue, folder: Path) -> None:
    hand = Hand(catalogue.model_copy(update={"edition": "newer"}), folder)
    hand.click("results")
    assert hand.kind == "results.other-edition"
    hand.click("go-on")
    assert hand.kind == "old-age"


@pytest.mark.parametrize("state", ["finished", "open"])
def test_a_game_of_the_first_edition_is_told_as_such(
    catalogue: Catalogue, folder: Path, state: str
) -> None:
    setup = json.dumps({"teams": 3, "minutes": 40, "names": [], "occupations": []})
    path = folder / KIND.file
    changed = [
        StoreEntry(e.stream, ["begin", e.value[1], setup, *e.value[3:]])
        if e.value[0] == "begin"
        else e
        for e in read_file(KIND.name, path.read_bytes()).entries
        if state == "finished" or e.value[0] != "end"
    ]
    path.write_bytes(file_of(KIND.name, changed))
    hand = Hand(catalogue, folder)
    hand.click("results" if state == "finished" else "resume")
    about = "results" if state == "finished" else "saved"
    assert hand.kind == f"{about}.first-edition"
    assert any("3" in words and "40" in words for words in hand.words())
    hand.click("go-on")
    assert hand.kind == "home"


def test_damaged_results_are_told_and_a_new_game_can_begin(
    catalogue: Catalogue, folder: Path
) -> None:
    path = folder / KIND.file
    entries = [
        StoreEntry(entry.stream, ["move", 3, "{}"]) if entry.value[:2] == ["move", 3] else entry
        for entry in read_file(KIND.name, path.read_bytes()).entries
    ]
    path.write_bytes(file_of(KIND.name, entries))
    hand = Hand(catalogue, folder)
    hand.click("results")
    assert hand.kind == "results.unfit"
    hand.click("go-on")
    assert hand.kind == "home"
    hand.click("play")
    assert hand.kind == "set-up"
