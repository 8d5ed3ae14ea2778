"""The build: only what changed is made; a failed or killed build leaves the last good one."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from engine.building.build import (
    PIECES,
    STAGING,
    Built,
    build,
    inputs_key,
)
from engine.building.executor import worker_pool
from engine.building.manifest import is_current, read_manifest
from engine.diagnostics.problems import ContentError, RusitError

DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Sheet:
    name: str
    text: str
    edition: str = "e1"
    facts: tuple[str, ...] = ("a.b",)

    @property
    def key(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def inputs(self) -> dict[str, str]:
        return {"content": self.key, "day": "2026-11-20"}

    def render(self) -> bytes:
        if "overflow" in self.text:
            raise RusitError("PRINT01", f"{self.name} does not fit", file="a.yaml", line=3, col=1)
        rendered.append(self.text)
        return self.text.encode()


rendered: list[str] = []
"""Texts that were rendered in this process, in order."""


@dataclass(frozen=True)
class Bound(Sheet):
    """A sheet joined from a piece for each word of its text."""

    @property
    def pieces(self) -> tuple[Sheet, ...]:
        return tuple(Sheet(f"{self.name}/{word}", word) for word in self.text.split())

    def join(self, pieces: Sequence[bytes]) -> bytes:
        return self.name.encode() + b": " + b"+".join(pieces)


def nothing() -> None:
    pass


def run(
    out: Path,
    *sheets: Sheet,
    jobs: int = 1,
    whole: Sequence[str] = ("",),
) -> Built:
    with worker_pool(jobs, nothing) as workers:
        return build(
            out,
            sheets,
            inputs="i",
            as_of=DAY,
            edition="e",
            worker_pool=workers,
            whole=whole,
        )


def contents(out: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(out)): p.read_bytes()
        for p in out.rglob("*")
        if p.is_file() and PIECES not in p.parts
    }


def pieces(out: Path) -> set[str]:
    return {p.name for p in (out / PIECES).iterdir()}


def test_a_change_costs_the_pieces_it_touches(tmp_path: Path) -> None:
    def made_by(*sheets: Sheet) -> list[str]:
        rendered.clear()
        run(tmp_path, *sheets)
        return rendered

    assert made_by(Bound("deck", "one two three")) == ["one", "two", "three"]
    assert (tmp_path / "deck").read_bytes() == b"deck: one+two+three"
    assert made_by(Bound("deck", "one new three")) == ["new"]
    assert (tmp_path / "deck").read_bytes() == b"deck: one+new+three"
    assert pieces(tmp_path) == {Sheet("", word).key for word in ("one", "new", "three")}


@pytest.mark.parametrize("jobs", [1, 2])
def test_pieces_that_are_lost_or_damaged_are_made_again(tmp_path: Path, jobs: int) -> None:
    run(tmp_path, Bound("deck", "one two three"), jobs=jobs)
    first, second, _ = sorted((tmp_path / PIECES).iterdir())
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    run(tmp_path, Bound("deck", "one two three four"), jobs=jobs)
    assert (tmp_path / "deck").read_bytes() == b"deck: one+two+three+four"


@pytest.mark.parametrize("jobs", [1, 2])
def test_problems_of_all_pieces_are_told_and_the_good_ones_are_not_made_twice(
    tmp_path: Path, jobs: int
) -> None:
    run(tmp_path, Sheet("x.txt", "one"), Bound("deck", "one two"), jobs=jobs)
    before = contents(tmp_path)
    with pytest.raises(ContentError) as error:
        run(tmp_path, Sheet("x.txt", "overflow"), Bound("deck", "overflow good"), jobs=jobs)
    assert [p.message for p in error.value.problems] == [
        "deck/overflow does not fit",
        "x.txt does not fit",
    ]
    assert contents(tmp_path) == before
    rendered.clear()
    run(tmp_path, Bound("deck", "good two"))
    assert rendered == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_what_changed_is_made_again(tmp_path: Path, jobs: int) -> None:
    first = run(tmp_path, Sheet("a/x.txt", "one"), Sheet("y.txt", "two"), jobs=jobs)
    assert first.made == ("a/x.txt", "y.txt")
    second = run(tmp_path, Sheet("a/x.txt", "one"), Sheet("y.txt", "three"), jobs=jobs)
    assert (second.made, second.kept) == (("y.txt",), ("a/x.txt",))
    assert (tmp_path / "y.txt").read_text() == "three"


def test_an_output_that_was_damaged_is_made_again(tmp_path: Path) -> None:
    run(tmp_path, Sheet("x.txt", "one"))
    (tmp_path / "x.txt").write_text("scribbled")
    assert not is_current(tmp_path, "i")
    assert run(tmp_path, Sheet("x.txt", "one")).made == ("x.txt",)


def test_outputs_no_longer_wanted_go_away_unless_the_build_is_partial(tmp_path: Path) -> None:
    run(tmp_path, Sheet("x.txt", "one"), Sheet("y.txt", "two"))
    run(tmp_path, Sheet("x.txt", "one"), whole=())
    assert set(read_manifest(tmp_path)["outputs"]) == {"x.txt", "y.txt"}
    assert run(tmp_path, Sheet("x.txt", "one")).removed == ("y.txt",)
    assert not (tmp_path / "y.txt").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failed_build_leaves_the_last_good_one_and_tells_all(tmp_path: Path, jobs: int) -> None:
    run(tmp_path, Sheet("x.txt", "one"), Sheet("y.txt", "two"))
    before = contents(tmp_path)
    bad = (Sheet("x.txt", "new"), Sheet("y.txt", "overflow 1"), Sheet("z.txt", "overflow 2"))
    with pytest.raises(ContentError) as error:
        run(tmp_path, *bad, jobs=jobs)
    assert [p.message for p in error.value.problems] == [
        "y.txt does not fit",
        "z.txt does not fit",
    ]
    assert contents(tmp_path) == before


def test_the_manifest_tells_editions_and_facts(tmp_path: Path) -> None:
    run(tmp_path, Sheet("x.txt", "one"))
    manifest = read_manifest(tmp_path)
    assert manifest["as_of"] == "2026-11-20"
    assert manifest["outputs"]["x.txt"]["facts"] == ["a.b"]
    assert manifest["outputs"]["x.txt"]["edition"] == "e1"


def test_the_manifest_tells_why_an_output_was_made(tmp_path: Path) -> None:
    def because() -> list[str]:
        found: list[str] = read_manifest(tmp_path)["outputs"]["x.txt"]["because"]
        return found

    run(tmp_path, Sheet("x.txt", "one"))
    assert because() == ["it is new"]
    run(tmp_path, Sheet("x.txt", "two"))
    assert because() == ["content changed"]
    (tmp_path / "x.txt").unlink()
    run(tmp_path, Sheet("x.txt", "two"))
    assert because() == ["the file was missing or damaged"]


@pytest.mark.parametrize("scribble", [b"", b"{", b"[]", b'{"format": 99}', b"\xff\xfe"])
def test_a_damaged_manifest_only_means_a_full_build(tmp_path: Path, scribble: bytes) -> None:
    run(tmp_path, Sheet("x.txt", "one"))
    (tmp_path / "manifest.json").write_bytes(scribble)
    assert not is_current(tmp_path, "i")
    assert run(tmp_path, Sheet("x.txt", "one")).made == ("x.txt",)


def test_two_folders_get_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run(tmp_path / name, Sheet("a/x.txt", "one"), Sheet("y.txt", "two"), jobs=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RusitError) as error:
        run(tmp_path / "file", Sheet("x.txt", "one"))
    assert error.value.problem.code == "BUILD01"


def test_inputs_key_sees_content_options_and_code(tmp_path: Path) -> None:
    a, b = tmp_path / "a.yaml", tmp_path / "b.py"
    a.write_text("1")
    b.write_text("1")
    keys = {inputs_key([a], {"o": "1"}, [b]), inputs_key([a], {"o": "2"}, [b])}
    a.write_text("2")
    keys.add(inputs_key([a], {"o": "1"}, [b]))
    b.write_text("2")
    keys.add(inputs_key([a], {"o": "1"}, [b]))
    assert len(keys) == 4


KILLED = """
    import os, signal, sys
    from datetime import date
    from pathlib import Path
    from engine.building.executor import worker_pool
    from tests.engine.test_building import Sheet, build, nothing, DAY

    class Fatal(Sheet):
        def render(self):
            os.kill(os.getpid(), signal.SIGKILL)

    sheets = [Sheet("x.txt", "new"), Fatal("y.txt", "new")]
    build(
        Path(sys.argv[1]), sheets, inputs="j", as_of=DAY, edition="e",
        worker_pool=worker_pool(1, nothing),
    )
"""


def test_a_killed_build_leaves_the_last_good_one_and_the_next_completes(tmp_path: Path) -> None:
    run(tmp_path, Sheet("x.txt", "one"), Sheet("y.txt", "two"))
    before = contents(tmp_path)
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path)]
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    assert done.returncode == -signal.SIGKILL
    after = {n: b for n, b in contents(tmp_path).items() if not n.startswith(STAGING)}
    assert after == before
    assert is_current(tmp_path, "i")
    assert run(tmp_path, Sheet("x.txt", "new"), Sheet("y.txt", "new")).made == ("x.txt", "y.txt")
    assert json.loads((tmp_path / "manifest.json").read_text())["outputs"].keys() == {
        "x.txt",
        "y.txt",
    }
    assert not (tmp_path / STAGING).exists()


def test_one_build_at_a_time_works_in_a_folder(tmp_path: Path) -> None:
    def meanwhile() -> Iterator[Sheet]:
        yield Sheet("x.txt", "one")
        with pytest.raises(RusitError) as error:
            run(tmp_path, Sheet("y.txt", "two"))
        assert error.value.problem.code == "BUILD03"

    build(
        tmp_path,
        meanwhile(),
        inputs="i",
        as_of=DAY,
        edition="e",
        worker_pool=worker_pool(1, nothing),
    )
    assert "x.txt" in contents(tmp_path)


def test_a_part_of_a_build_removes_what_is_gone_of_it_alone(tmp_path: Path) -> None:
    run(tmp_path, Sheet("print/a", "1"), Sheet("print/b", "1"), Sheet("web/c", "1"))
    assert run(tmp_path, Sheet("print/a", "1"), whole=["print/"]).removed == ("print/b",)
    assert {"print/a", "web/c"} <= contents(tmp_path).keys()
    assert "print/b" not in contents(tmp_path)


def test_something_in_the_way_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "x.txt" / "inside").mkdir(parents=True)
    with pytest.raises(RusitError) as error:
        run(tmp_path, Sheet("x.txt", "one"))
    assert error.value.problem.code == "BUILD01"
    assert "x.txt" in error.value.problem.message


@pytest.mark.parametrize(
    "name",
    [
        "../precious",
        "/etc/precious",
        "a/../../precious",
        "",
        ".",
        "..",
        ".lock",
        "a//b",
        "C:x",
        "a\\b",
    ],
)
def test_a_manifest_does_not_order_files_outside_to_be_removed(tmp_path: Path, name: str) -> None:
    precious, out = tmp_path / "precious", tmp_path / "out"
    precious.write_text("my thesis")
    run(out, Sheet("a.pdf", "one"))
    manifest = json.loads((out / "manifest.json").read_text())
    manifest["outputs"][name] = manifest["outputs"]["a.pdf"]
    (out / "manifest.json").write_text(json.dumps(manifest))
    assert set(read_manifest(out)["outputs"]) == {"a.pdf"}
    assert run(out, Sheet("a.pdf", "one")).removed == ()
    assert precious.read_text() == "my thesis"
    assert (out / ".lock").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"key": 7},
        {"sha256": None},
        {"inputs": []},
        {"inputs": {"day": 1}},
        {"facts": "a.b"},
        {"because": [[]]},
        {"edition": {}},
    ],
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, change: dict[str, object]) -> None:
    run(tmp_path, Sheet("a.pdf", "one"), Sheet("b.pdf", "two"))
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    manifest["outputs"]["a.pdf"].update(change)
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert run(tmp_path, Sheet("a.pdf", "one"), Sheet("b.pdf", "two")).made == ("a.pdf",)
    whole = json.loads((tmp_path / "manifest.json").read_text())
    assert whole["outputs"].keys() == {"a.pdf", "b.pdf"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.pdf").write_text("mine")
    out.mkdir()
    (out / "print").symlink_to(elsewhere)
    (out / STAGING).symlink_to(elsewhere)
    (out / PIECES).symlink_to(elsewhere)
    (out / ".lock").symlink_to(elsewhere / "a.pdf")
    run(out, Bound("a.pdf", "one two"))
    with pytest.raises(RusitError) as error:
        run(out, Sheet("print/a.pdf", "one"))
    assert error.value.problem.code == "BUILD04"
    assert (elsewhere / "a.pdf").read_text() == "mine"
    assert [path.name for path in elsewhere.iterdir()] == ["a.pdf"]
