"""A saved game that was tampered with, or half destroyed, is told and never died of."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.session.store import PLAN
from tests.ui.playing import Hand

SETUP: dict[str, Any] = {
    "rules": 2,
    "households": 2,
    "minutes": 30,
    "talk": 45,
    "chapters": 2,
    "names": [],
    "occupations": [],
    "luck": "ordinary",
    "together": False,
    "modules": ["nsf"],
}
MOVES = (
    "no JSON",
    "null",
    "5",
    "[]",
    "{}",
    '{"move":[]}',
    '{"move":"answers"}',
    '{"move":"answers","answers":5}',
    '{"move":"answers","answers":[{}]}',
    '{"move":"answers","answers":[[[]]]}',
    '{"move":"invite","seat":"1","option":[]}',
    '{"move":"mentor","scheme":3}',
    '{"move":"borrow"}',
    '{"move":"throw","twice":true}',
)
SETUPS = (
    "null",
    "[]",
    '"words"',
    *(
        json.dumps({**SETUP, name: value})
        for name, value in (
            ("households", "2"),
            ("households", 99),
            ("households", 2.5),
            ("households", None),
            ("chapters", 99),
            ("talk", 7),
            ("minutes", []),
            ("minutes", 7),
            ("names", 5),
            ("names", [[1], [2]]),
            ("names", ["nobody", "neither"]),
            ("occupations", [{}, {}]),
            ("luck", []),
            ("luck", "hail"),
            ("together", "yes"),
            ("modules", "nsf"),
            ("modules", ["nsx"]),
            ("modules", [[1]]),
        )
    ),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20)))


def begun(catalogue: Catalogue, folder: Path) -> None:
    hand = Hand(catalogue, folder)
    hand.click("play")
    hand.click("start")
    hand.click("begin")
    hand.store.close()


def tampered(folder: Path, *changes: tuple[str, object]) -> None:
    db = sqlite3.connect(folder / PLAN.file)
    for sql, value in changes:
        db.execute(sql, (value,))
    db.commit()
    db.close()


def told(catalogue: Catalogue, folder: Path) -> str:
    """What going on with the saved game shows; after it, a new one can be begun."""
    hand = Hand(catalogue, folder)
    hand.click("resume")
    kind = hand.kind
    hand.click("go-on")
    assert "resume" not in hand.names()
    hand.store.close()
    return kind


@pytest.mark.parametrize("move", MOVES)
def test_a_move_that_is_none(catalogue: Catalogue, tmp_path: Path, move: str) -> None:
    begun(catalogue, tmp_path)
    tampered(tmp_path, ("INSERT INTO move VALUES (1, 1, ?)", move))
    assert told(catalogue, tmp_path) == "saved.unfit"


@pytest.mark.parametrize("setup", SETUPS)
def test_a_set_up_that_is_none(catalogue: Catalogue, tmp_path: Path, setup: str) -> None:
    begun(catalogue, tmp_path)
    tampered(tmp_path, ("UPDATE game SET setup = ?", setup))
    assert told(catalogue, tmp_path) == "saved.unfit"


@pytest.mark.parametrize("packed", [b"", b"\x00\xff", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_kept_catalogue_that_is_none(catalogue: Catalogue, tmp_path: Path, packed: bytes) -> None:
    begun(catalogue, tmp_path)
    edition = ("UPDATE game SET edition = ?", "older")
    kept = ("UPDATE catalogue SET edition = 'older', packed = ?", packed)
    tampered(tmp_path, edition, kept)
    assert told(catalogue, tmp_path) == "saved.unfit"
