"""What once stopped a start: files of the first edition with one bit changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from games.session import open_store
from games.session.store import KIND
from tests.torture.first_edition import first_edition_games

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_it_stops_no_start(tmp_path: Path, name: str) -> None:
    shutil.copy(CORPUS / name, tmp_path / KIND.older)
    store = open_store(tmp_path)
    assert (tmp_path / "games-backup-1.sqlite3").read_bytes() == (CORPUS / name).read_bytes()
    right = [f'{{"move":"answer","response":[{n}]}}' for n in range(12)]
    for game in store.saved_games():
        assert list(game.moves) == right[: len(game.moves)]
    whole = [len(game.moves) for game in store.saved_games()] == [12, 12]
    assert whole or store.notice == "saved.damaged"
    store.append(store.begin(1, "{}", "abc", "{}"), 0, "move")
    store.close()


def test_a_whole_file_is_taken_over_whole(tmp_path: Path) -> None:
    before = first_edition_games(tmp_path).read_bytes()
    store = open_store(tmp_path)
    assert (store.notice, store.set_aside) == ("", None)
    assert [len(game.moves) for game in store.saved_games()] == [30, 30]
    going, done = store.open_game(), store.finished_game()
    assert going is not None
    assert done is not None
    assert (going.id, going.flags, done.id) == (2, ("nsf.q.age",), 1)
    assert store.settings() == {"large": "1"}
    assert store.catalogue("abc") == '{"facts": 1}'
    assert (tmp_path / "games-backup-1.sqlite3").read_bytes() == before
    store.close()


def test_backups_move_on_and_the_last_goes(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / KIND.file).unlink(missing_ok=True)
        first_edition_games(tmp_path, moves=number)
        open_store(tmp_path).close()
    assert len(list(tmp_path.glob("games-backup-*"))) == 3
