"""A saved game that was tampered with, or half destroyed, is told and never died of."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from engine.catalogue import Catalogue
from games.rules import Setup, setup_to_json
from games.session import open_store
from games.session.store import KIND
from games.storage import StoreEntry
from games.storage.lines import file_of, read_file
from tests.ui.playing import Hand

SETUP: dict[str, Any] = json.loads(
    setup_to_json(Setup(households=2, minutes=45, chapters=2), ("nsf",))
)
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
    '{"move":"answers","answers":[null]}',
    '{"move":"answers","answers":[["fund"],[1,"two"]]}',
    '{"move":"invite","seat":"1","option":[]}',
    '{"move":"mentor","scheme":null}',
    '{"move":"throw","twice":true}',
    '{"move":"protect","hold":[]}',
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
            ("minutes", []),
            ("minutes", 7),
            ("talk", "long"),
            ("names", 5),
            ("names", [[1], [2]]),
            ("names", ["nobody", "neither"]),
            ("occupations", [{}, {}]),
            ("luck", []),
            ("luck", "hail"),
            ("together", "yes"),
            ("chapters", 99),
            ("modules", "nsf"),
            ("modules", ["nsx"]),
            ("modules", [[1]]),
        )
    ),
)
FIRST_EDITION = '{"teams":2,"minutes":20,"names":[],"occupations":[],"modules":["nsf"]}'


@pytest.fixture(scope="module")
def begun(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a game that has made its first move."""
    folder = tmp_path_factory.mktemp("begun")
    hand = Hand(catalogue, folder)
    hand.click("play")
    hand.click("start")
    hand.click("begin")
    hand.click("throw")
    hand.click("go-on")
    hand.store.close()
    return (folder / KIND.file).read_bytes()


@pytest.fixture
def folder(begun: bytes, tmp_path: Path) -> Path:
    """A folder of its own with that game."""
    (tmp_path / KIND.file).write_bytes(begun)
    return tmp_path


def tampered(folder: Path, kind: str, *values: object) -> None:
    """Change the last values of each entry of a kind, with right hashes."""
    path = folder / KIND.file
    entries = [
        StoreEntry(e.stream, [*e.value[: -len(values)], *values]) if e.value[0] == kind else e
        for e in read_file(KIND.name, path.read_bytes()).entries
    ]
    path.write_bytes(file_of(KIND.name, entries))


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
def test_a_move_that_is_none(catalogue: Catalogue, folder: Path, move: str) -> None:
    store = open_store(folder)
    store.append(1, 1, move)
    store.close()
    assert told(catalogue, folder) == "saved.unfit"


@pytest.mark.parametrize("setup", SETUPS)
def test_a_set_up_that_is_none(catalogue: Catalogue, folder: Path, setup: str) -> None:
    edition = catalogue.edition
    tampered(folder, "begin", setup, edition)
    assert told(catalogue, folder) == "saved.unfit"


def test_a_game_of_the_first_edition_is_told_as_such(catalogue: Catalogue, folder: Path) -> None:
    tampered(folder, "begin", FIRST_EDITION, catalogue.edition)
    assert told(catalogue, folder) == "saved.first-edition"


@pytest.mark.parametrize("packed", [b"", b"\x00\xff", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_kept_catalogue_that_is_none(catalogue: Catalogue, folder: Path, packed: bytes) -> None:
    tampered(folder, "begin", "older")
    tampered(folder, "catalogue", "older", base64.b64encode(packed).decode())
    assert told(catalogue, folder) == "saved.unfit"
