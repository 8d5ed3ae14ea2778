"""`rusit build`: what it writes, and what a bad file leaves of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from games.web.export.packed_content import unpacked
from tests.engine.small import write_content
from tests.test_cli import DAY, Capsys, run

BAD_FILES: dict[str, bytes] = {
    "tabs": b"id: tiny\n\ttitle: x\n",
    "indentation": b"id: tiny\ntitle:\n  th: a\n en: b\n",
    "unknown key": b"id: tiny\nnonsense: 1\n",
    "duplicate key": b"id: tiny\nid: tiny\n",
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "anchors": b"id: &a tiny\ntitle: *a\n",
    "a list": b"- 1\n- 2\n",
    "a number": b"12\n",
    "huge": b"a: " + b"x" * 50_000_000,
}


def test_a_bad_file_is_told_and_nothing_built_is_lost(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    out = tmp_path / "build"
    arguments = ("--content", str(content), "--out", str(out), "--only", "pack", *DAY)
    arguments += ("--jobs", "1")
    assert run(capsys, "build", *arguments)[0] == 0
    before = (out / "catalogue.json").read_bytes()
    shutil.rmtree(content / "locale")  # most of the time of each further build
    for name, bad in BAD_FILES.items():
        (content / "modules" / "other.yaml").write_bytes(bad)
        code, said, err = run(capsys, "build", *arguments)
        assert (code, said) == (1, ""), name
        assert "other.yaml:" in err, name
        assert (out / "catalogue.json").read_bytes() == before, name


def test_build_writes_the_catalogue_once(tmp_path: Path, capsys: Capsys) -> None:
    content, out = write_content(tmp_path), tmp_path / "build"
    arguments = ("build", "--content", str(content), "--out", str(out), "--only", "pack", *DAY)
    arguments += ("--jobs", "1")
    assert run(capsys, *arguments)[0] == 0
    catalogue = json.loads((out / "catalogue.json").read_text(encoding="utf-8"))
    assert catalogue["modules"][0]["questions"][0]["ask"]["breaks"]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {"catalogue.json", "schema/module.json"} <= set(manifest["outputs"])
    _, said, _ = run(capsys, *arguments)
    assert "nothing changed" in said


def test_a_build_puts_the_languages_asked_for_into_the_practice_page(
    tmp_path: Path, capsys: Capsys
) -> None:
    content, out = write_content(tmp_path), tmp_path / "out"
    arguments = ("build", "--content", str(content), "--out", str(out), "--only", "web", *DAY)
    arguments += ("--jobs", "1")
    assert run(capsys, *arguments, "--langs", "th,en")[::2] == (0, "")
    page = (out / "web" / "rusit-practice.html").read_text(encoding="utf-8")
    contents = {code: json.loads(written) for code, written in unpacked(page).items()}
    titles = {code: held["modules"][0]["title"] for code, held in contents.items()}
    assert {code: title.replace("\u200b", "") for code, title in titles.items()} == {
        "th": "สิทธิเล็ก",
        "en": "Tiny right",
    }
