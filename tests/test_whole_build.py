"""A whole build: the same bytes in two folders, only dependants redone, nothing lost."""

from __future__ import annotations

import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

import rusit
from tests.engine.small import write_content


def files(out: Path) -> dict[str, bytes]:
    """What was built; what a build keeps for the next one has a name with a dot."""
    found = {p.relative_to(out): p for p in out.rglob("*") if p.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if not name.parts[0].startswith(".")
    }


@dataclass(frozen=True)
class Builds:
    """What a chain of builds left: each costs as long as ten other tests."""

    first: dict[str, bytes]
    again: str
    changed: dict[str, bytes]
    from_nothing: dict[str, bytes]
    refused: tuple[int, str]
    after_refusal: dict[str, bytes]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """One folder is built, built again, and built after a change; another has the change at once.

    At last, the first folder gets a card that is too long.
    """
    change = ("value: 30,", "value: 45,")
    one, two = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    _built(write_content(one), one / "out")
    first = files(one / "out")
    again = _built(one / "content", one / "out")[1]
    _built(write_content(one, change), one / "out")
    changed = files(one / "out")
    _built(write_content(two, change), two / "out")
    long = ("explain: ", f"explain: {'อธิบายยาวไปเรื่อย ๆ ' * 60} #")
    refused = _built(write_content(one, change, long), one / "out", code=1)
    after = files(one / "out")
    return Builds(first, again, changed, files(two / "out"), refused, after)


def _built(content: Path, out: Path, code: int = 0) -> tuple[int, str]:
    """Build in this process; return the exit code and what was said."""
    arguments = ["build", "--content", str(content), "--out", str(out), "--lang", "en"]
    arguments += ["--as-of", "2026-11-20", "--jobs", "1"]
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        patch.setattr(sys, "argv", ["rusit", *arguments])
        with pytest.raises(SystemExit) as end:
            rusit.main()
    exited = int(end.value.code or 0)
    assert exited == code, said.getvalue()
    return exited, said.getvalue()


def test_a_second_build_has_nothing_to_do(builds: Builds) -> None:
    assert "nothing changed" in builds.again


def test_a_changed_amount_remakes_what_shows_it_and_nothing_else(builds: Builds) -> None:
    before, after = builds.first, builds.changed
    old = json.loads(before["manifest.json"])["outputs"]
    changed = {name for name in after if after[name] != before[name]}
    shows = {name for name, entry in old.items() if "tiny.most" in entry["facts"]}
    assert shows >= {"print/tiny/onepager.pdf", "print/tiny/quiz-cards.pdf"}
    assert changed == shows | {"catalogue.json", "manifest.json"}
    new = json.loads(after["manifest.json"])["outputs"]
    assert all(new[name]["edition"] != old[name]["edition"] for name in shows)


def test_after_a_change_the_bytes_are_those_of_a_build_from_nothing_in_another_folder(
    builds: Builds,
) -> None:
    changed, new = builds.changed, builds.from_nothing
    assert changed.keys() == new.keys()
    assert [n for n in new if n != "manifest.json" and new[n] != changed[n]] == []
    one, two = _manifest(new), _manifest(changed)
    assert [n for n in one if one[n] != two[n]] == []


def _manifest(made: dict[str, bytes]) -> dict[str, tuple[object, ...]]:
    """What stands in the manifest for each file, but for when and why it was last made."""
    outputs = json.loads(made["manifest.json"])["outputs"]
    keys = ("key", "sha256", "facts")
    return {name: tuple(entry[key] for key in keys) for name, entry in outputs.items()}


def test_a_card_that_is_too_long_is_named_and_what_was_built_stays(builds: Builds) -> None:
    code, said = builds.refused
    assert code == 1
    assert re.search(
        r"modules/tiny\.yaml:\d+:\d+: PRINT02: the back of the card tiny\.q\.days", said
    )
    assert builds.after_refusal == builds.changed
