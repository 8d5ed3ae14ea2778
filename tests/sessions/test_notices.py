"""What a start tells of the saved games and of the clock, in one sentence each."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from engine.catalogue import Catalogue
from games.session import open_store
from games.session import store as store_module
from games.session.store import KIND
from games.storage import journal
from tests.shipped import shipped_catalogue
from tests.ui.playing import Hand


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    return shipped_catalogue()


def test_a_wrong_clock_is_told_at_the_start(catalogue: Catalogue, tmp_path: Path) -> None:
    hand = Hand(catalogue.model_copy(update={"clock": date(2020, 1, 1)}), tmp_path)
    assert hand.kind == "clock"
    hand.click("go-on")
    assert hand.kind == "home"


def test_damage_is_told_and_the_game_goes_on(catalogue: Catalogue, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.append(store.begin(7, "{}", "abc", "{}"), 0, "move")
    store.close()
    path = tmp_path / KIND.file
    path.write_bytes(path.read_bytes().replace(b"move", b"mOve"))
    hand = Hand(catalogue, tmp_path)
    assert hand.kind == "saved.damaged"
    hand.click("go-on")
    assert "resume" in hand.names()


@pytest.mark.parametrize(("trouble", "told"), [("open", "saved.open"), ("newer", "saved.newer")])
def test_why_nothing_lasts_is_told(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str, told: str
) -> None:
    opened = journal.Opened(journal.Journal(KIND), (), trouble)  # type: ignore[arg-type]
    monkeypatch.setattr(store_module, "open_journal", lambda *_: opened)
    hand = Hand(catalogue, tmp_path)
    assert hand.kind == told
    hand.click("go-on")
    assert hand.kind == "home"
