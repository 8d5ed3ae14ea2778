"""What a newcomer meets first: help, the version, no Pango, no display, a fact that is searched."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.engine.small import write_content
from tests.test_cli import DAY, Capsys, run

ROOT = Path(__file__).parent.parent


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pango."""
    load = ctypes.CDLL

    def refused(name: str | None, *arguments: object, **more: object) -> object:
        if name and "pango" in name:
            raise OSError(name)
        return load(name, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", refused)


def test_the_bare_command_shows_its_help(capsys: Capsys) -> None:
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert "วิธีใช้: rusit" in out


def test_the_version_is_the_packages(capsys: Capsys) -> None:
    code, out, _ = run(capsys, "--version", "--lang", "th")
    assert code == 0
    assert out.startswith("rusit 0.")


def test_without_pango_all_but_the_pdfs_is_made(
    tmp_path: Path, capsys: Capsys, no_pango: None
) -> None:
    content, out = write_content(tmp_path), tmp_path / "build"
    code, said, err = run(
        capsys, "build", "--content", str(content), "--out", str(out), "--only", "pack,print", *DAY
    )
    assert code == 1
    assert "made" in said
    assert "PRINT09" in err
    assert "libpango-1.0-0" in err or "pango" in err
    assert (out / "catalogue.json").exists()
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "command",
    [("print", "--out", "x"), ("changes", "2025-12-31", "--notice", "x/notice.pdf")],
)
def test_without_pango_a_pdf_is_refused_with_the_line_to_type(
    tmp_path: Path, capsys: Capsys, no_pango: None, command: tuple[str, ...]
) -> None:
    content = str(write_content(tmp_path))
    code, out, err = run(capsys, *command, "--content", content, *DAY)
    assert (code, out) == (1, "")
    assert err.startswith("PRINT09")
    assert "type this line" in err


def test_a_game_without_a_display_says_so(
    tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    code, out, err = run(capsys, "play", "--saves", str(tmp_path))
    assert (code, out) == (1, "")
    assert "UI04" in err
    assert "--demo" in err


def test_a_fact_is_found_by_thai_words_and_shown_in_full(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path))
    arguments = ("--content", content, *DAY, "--lang", "th")
    code, out, _ = run(capsys, "facts", "เงินทดแทน", "วัน", *arguments)
    assert code == 0
    assert "tiny.daily" in out
    assert "200 บาทต่อวัน" in out
    assert "300 บาทต่อวัน" in out
    assert "tiny.q.days" in out
    assert "tiny.yaml:" in out
    _, none, _ = run(capsys, "facts", "ไม่มีคำนี้", *arguments)
    assert "tiny.daily" not in none
    _, text, _ = run(capsys, "facts", "tiny.daily", "--json", *arguments)
    (fact,) = json.loads(text)
    assert fact["place"].endswith("tiny.yaml:14") or "tiny.yaml:" in fact["place"]
    assert {"tiny.q.days"} <= {shown["id"] for shown in fact["shown_by"]}


def test_errors_come_once_more_below_the_measures(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path, ("icon: bed", "icon: bedd")))
    _, out, _ = run(capsys, "check", "--content", content, *DAY)
    assert out.count("ICON01") == 2
    assert out.rindex("ICON01") > out.rindex("questions")


@pytest.mark.parametrize(
    ("sign", "point"), [("\u202e", "U+202E"), ("\u200b", "U+200B"), ("\u2066", "U+2066")]
)
def test_what_cannot_be_seen_is_found_in_remarks_and_ids_too(
    tmp_path: Path, capsys: Capsys, sign: str, point: str
) -> None:
    for change in (("id: tiny\n", f"id: tiny # {sign}x\n"), ("ได้วันละ", f"ได้{sign}วันละ")):
        content = str(write_content(tmp_path, change))
        code, out, _ = run(capsys, "check", "--content", content, *DAY)
        assert code == 1
        assert f"THAI10: {point} cannot be seen" in out


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (("value: 300", "value: 22O"), "write 220"),
        (("right: true", "right: ใช่"), "write true"),
        (("hospital_days", "days"), "lost_days"),
    ],
)
def test_hints_name_what_was_meant(
    tmp_path: Path, capsys: Capsys, change: tuple[str, str], hint: str
) -> None:
    text = (write_content(tmp_path) / "modules" / "tiny.yaml").read_text(encoding="utf-8")
    if change[0] not in text:
        change = ("myths:\n", _EVENT)
    _, out, _ = run(capsys, "check", "--content", str(write_content(tmp_path, change)), *DAY)
    assert hint in out


_EVENT = """\
situations:
  - id: tiny.ev.fall
    title: ล้ม
    icon: bed
    story: ล้ม
    harm: {days: 3}
    remember: จำไว้
    talk: คุยกัน
myths:
"""


def test_the_wrapper_says_what_to_type_first(tmp_path: Path) -> None:
    wrapper = tmp_path / "rusit"
    wrapper.write_bytes((ROOT / "rusit").read_bytes())
    wrapper.chmod(0o755)
    done = subprocess.run([str(wrapper)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "make demo" in done.stderr
    assert os.access(ROOT / "rusit", os.X_OK)
