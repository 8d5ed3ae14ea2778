"""The store: what was written stays, what is damaged is moved aside, nobody is named."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

import pytest

from engine.diagnostics.problems import RusitError
from games.session import open_store
from games.session import store as store_module
from games.session.store import KIND
from games.storage import journal, lines

ROOT = Path(__file__).parents[2]


def test_moves_come_back_in_order(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(7, '{"teams": 2}', "abc", "{}")
    for number in range(12):
        store.append(game, number, f'{{"n":{number}}}')
    store.close()
    saved = open_store(tmp_path).open_game()
    assert saved is not None
    assert saved.seed == 7
    assert saved.moves == tuple(f'{{"n":{number}}}' for number in range(12))


def test_the_last_move_is_taken_back(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    store.append(game, 0, "first")
    store.append(game, 1, "second")
    store.drop_last(game)
    store.append(game, 1, "other")
    saved = store.open_game()
    assert saved is not None
    assert saved.moves == ("first", "other")


def test_one_number_is_written_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    store.append(game, 0, "first")
    with pytest.raises(RusitError) as caught:
        store.append(game, 0, "again")
    assert caught.value.problem.code == "SES02"
    saved = store.open_game()
    assert saved is not None
    assert saved.moves == ("first",)


def test_a_new_game_leaves_the_old_one(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin(1, "{}", "abc", "{}")
    second = store.begin(2, "{}", "abc", "{}")
    saved = store.open_game()
    assert saved is not None
    assert saved.id == second
    store.finish(second)
    assert store.open_game() is None


def test_the_catalogue_of_a_game_stays_with_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin(1, "{}", "old", '{"facts": "เดิม"}')
    store.close()
    assert open_store(tmp_path).catalogue("old") == '{"facts": "เดิม"}'
    assert open_store(tmp_path).catalogue("new") is None


def test_the_game_that_was_finished_last_is_kept_with_its_catalogue(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.finished_game() is None
    for edition in ("first", "second"):
        game = store.begin(1, "{}", edition, edition)
        store.append(game, 0, edition)
        store.finish(game)
    store.begin(1, "{}", "third", "third")
    store.begin(1, "{}", "fourth", "fourth")
    done = store.finished_game()
    assert done is not None
    assert (done.edition, done.moves) == ("second", ("second",))
    assert [store.catalogue(edition) for edition in ("second", "fourth")] == ["second", "fourth"]


def test_settings_are_remembered(tmp_path: Path) -> None:
    open_store(tmp_path).set("large", "1")
    assert open_store(tmp_path).settings() == {"large": "1"}


@pytest.mark.parametrize("rubbish", [b"\x00" * 5000, b"not a database at all", b"SQLite format 3"])
def test_a_damaged_file_is_moved_aside(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / KIND.file).write_bytes(rubbish)
    store = open_store(tmp_path)
    assert store.set_aside is not None
    assert store.set_aside.read_bytes() == rubbish
    assert store.lasting
    assert store.open_game() is None
    store.begin(1, "{}", "abc", "{}")


def test_a_file_cut_short_gives_the_moves_before_the_cut(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    for number in range(400):
        store.append(game, number, f"move {number}")
    store.close()
    path = tmp_path / KIND.file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    again = open_store(tmp_path)
    assert again.notice == "saved.damaged"
    assert again.set_aside is not None
    saved = again.open_game()
    assert saved is not None
    assert 100 < len(saved.moves) < 150
    assert saved.moves == tuple(f"move {number}" for number in range(len(saved.moves)))
    again.close()
    once_more = open_store(tmp_path)
    assert once_more.notice == ""
    assert once_more.open_game() == saved


def test_damage_in_one_game_leaves_the_others_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    first = store.begin(1, "{}", "abc", "{}")
    store.append(first, 0, "early")
    store.append(first, 1, "spoilt")
    store.finish(first)
    second = store.begin(2, "{}", "abc", "{}")
    store.append(second, 0, "whole")
    store.close()
    path = tmp_path / KIND.file
    path.write_bytes(path.read_bytes().replace(b"spoilt", b"spoiled"[:6]))
    again = open_store(tmp_path)
    assert [game.moves for game in again.saved_games()] == [("early",), ("whole",)]
    assert again.finished_game() is None


def test_another_programs_file_is_not_touched(tmp_path: Path) -> None:
    recipes = b"a recipe: rice, fish sauce\n" * 9
    (tmp_path / KIND.file).write_bytes(recipes)
    store = open_store(tmp_path)
    assert store.set_aside is not None
    assert store.set_aside.read_bytes() == recipes


def test_the_one_file_is_the_whole_game(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", '{"facts": 1}')
    store.append(game, 0, "move")
    (tmp_path / "stick").mkdir()
    shutil.copy(tmp_path / KIND.file, tmp_path / "stick")
    copied = open_store(tmp_path / "stick")
    assert copied.open_game() == store.open_game()
    assert copied.catalogue("abc") == '{"facts": 1}'
    assert copied.notice == ""


def test_the_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    newer = lines.header("games", 0).replace(b" 2 ", b" 3 ")
    text = " ".join(newer.decode().split()[:4])
    newer = f"{text} {blake2b(text.encode(), digest_size=8).hexdigest()}".ljust(63).encode() + b"\n"
    (tmp_path / KIND.file).write_bytes(newer)
    store = open_store(tmp_path)
    assert (store.trouble, store.notice, store.lasting) == ("newer", "saved.newer", False)
    store.begin(1, "{}", "abc", "{}")
    assert (tmp_path / KIND.file).read_bytes() == newer


def test_what_no_game_needs_goes_when_the_file_is_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "COMPACT_ABOVE", 3_000)
    store = open_store(tmp_path)
    for edition in range(30):
        game = store.begin(edition, "{}", f"edition {edition}", f"{edition}" * 50)
        store.append(game, 0, "move")
        store.finish(game)
    store.set("large", "1")
    before = store.saved_games()
    size = (tmp_path / KIND.file).stat().st_size
    store.close()
    again = open_store(tmp_path)
    assert again.saved_games() == before
    assert again.settings() == {"large": "1"}
    assert again.catalogue("edition 29") == "29" * 50
    assert again.catalogue("edition 3") is None
    assert (tmp_path / KIND.file).stat().st_size < size
    again.begin(1, "{}", "abc", "{}")
    again.close()
    assert open_store(tmp_path).notice == ""


def test_a_file_that_another_program_changed_takes_no_move(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    other = open_store(tmp_path)  # Locks keep programs apart, not stores of one program.
    other.append(game, 0, "first")
    with pytest.raises(RusitError) as caught:
        store.append(game, 0, "lost")
    assert caught.value.problem.code == "SES02"
    other.append(game, 1, "second")
    other.close()
    store.close()
    saved = open_store(tmp_path).open_game()
    assert saved is not None
    assert saved.moves == ("first", "second")


SECOND_COPY = """
import sys
from pathlib import Path
from games.session import open_store
store = open_store(Path(sys.argv[1]))
print(store.trouble, store.notice, store.open_game(), flush=True)
"""


def test_a_second_copy_says_that_it_is_open_already(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    command = [sys.executable, "-c", SECOND_COPY, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout == "open saved.open None\n"
    store.append(game, 0, "move")
    store.close()
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.startswith("None  SavedGame(")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = open_store(blocked / "inside")
    assert not store.lasting
    store.begin(1, "{}", "abc", "{}")
    assert store.open_game() is not None


def test_a_folder_that_is_only_read_gives_its_games(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path)
    store.append(store.begin(1, "{}", "abc", "{}"), 0, "move")
    before = store.open_game()
    store.close()

    def refused(path: Path) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(journal, "lock", refused)
    again = open_store(tmp_path)
    assert again.notice == "saved.memory"
    assert again.open_game() == before


def test_nothing_names_a_person(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(7, "{}", "abc", "{}")
    store.append(game, 0, "throw")
    store.flag(game, "nsf.q.age", True)
    store.finish(game)
    store.set("large", "1")
    written = (tmp_path / KIND.file).read_text(encoding="ascii").splitlines()[1:]
    assert [json.loads(line.split(" ", 2)[2])[0] for line in written] == [
        "catalogue",
        "begin",
        "move",
        "flag",
        "end",
        "setting",
    ]
