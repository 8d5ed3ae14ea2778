"""The result of the last game can be looked at again, and nothing of it changes any more."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.session.store import KIND
from games.storage import Entry
from games.storage.lines import file_of, read_file
from tests.ui.playing import Hand

pytestmark = pytest.mark.usefixtures("screen")


def played(catalogue: Catalogue, folder: Path) -> list[str]:
    """A whole game, closed for good; the kinds of scenes that told its end."""
    hand = Hand(catalogue, folder, seed=3)
    assert "results" not in hand.names()
    hand.click("play")
    hand.click("start")
    kinds: list[str] = []
    while hand.app.table is not None:
        if hand.table.state.phase == "over":
            kinds.append(hand.kind)
        hand.step()
    hand.store.close()
    return kinds


def test_the_end_is_told_again_after_the_program_was_closed(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    kinds = played(catalogue, tmp_path)
    assert {"old-age", "what-if", "result", "debrief"} <= set(kinds)
    hand = Hand(catalogue, tmp_path)
    hand.click("results")
    again: list[str] = []
    while hand.app.table is not None:
        again.append(hand.kind)
        hand.key(pygame.K_SPACE)
    assert again == kinds[kinds.index("old-age") :]
    assert hand.kind == "home"
    assert "resume" not in hand.names()


def test_what_is_over_cannot_be_undone(catalogue: Catalogue, tmp_path: Path) -> None:
    played(catalogue, tmp_path)
    hand = Hand(catalogue, tmp_path)
    before = hand.store.finished_game()
    hand.click("results")
    hand.click("menu")
    assert "undo" not in hand.names()
    hand.click("home")
    assert hand.store.finished_game() == before


def test_results_of_an_older_edition_say_so(catalogue: Catalogue, tmp_path: Path) -> None:
    played(catalogue, tmp_path)
    hand = Hand(catalogue.model_copy(update={"edition": "newer"}), tmp_path)
    hand.click("results")
    assert hand.kind == "results.other-edition"
    hand.click("go-on")
    assert hand.kind == "old-age"


def test_damaged_results_are_told_and_a_new_game_can_begin(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    played(catalogue, tmp_path)
    path = tmp_path / KIND.file
    entries = [
        Entry(entry.stream, ["move", 3, "{}"]) if entry.value[:2] == ["move", 3] else entry
        for entry in read_file(KIND.name, path.read_bytes()).entries
    ]
    path.write_bytes(file_of(KIND.name, entries))
    hand = Hand(catalogue, tmp_path)
    hand.click("results")
    assert hand.kind == "results.unfit"
    hand.click("go-on")
    assert hand.kind == "home"
    hand.click("play")
    assert hand.kind == "set-up"


def test_many_teams_may_go_straight_to_the_result(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, seed=3, teams=4)
    hand.click("play")
    hand.click("start")
    while hand.kind != "old-age":
        hand.step()
    hand.click("to-result")
    assert hand.kind == "result"
