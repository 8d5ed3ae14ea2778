"""What was found to fit is kept between runs, and nothing that is damaged is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.diagnostics.problems import Problem
from printables.layout import fit_memory
from printables.layout.fit_memory import FitMemory, fits, remember_in
from printables.pdf import weasyprint_adapter
from printables.pdf.line_ends import split_stretches
from printables.print_target import PrintTarget
from printables.sheets import onepager_layout
from printables.targets.fit_check import too_long
from tests.print.test_print_sheets import ONE_PAGER, one_pager_of


def test_what_one_process_finds_another_knows(tmp_path: Path) -> None:
    file = tmp_path / "new" / "fits.jsonl"
    FitMemory(file).keep("a/front", [10.5, False])
    FitMemory(file).keep("a/back", 0)

    again = FitMemory(file)

    assert again.recall("a/front") == [10.5, False]
    assert again.recall("a/back") == 0
    assert again.recall("b") is None


def test_a_damaged_line_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "fits.jsonl"
    for key in ("a", "b", "c"):
        FitMemory(file).keep(key, 11.0)
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([lines[0], lines[1].replace(b"11", b"99"), lines[2][:-3]]))

    again = FitMemory(file)

    assert [again.recall(key) for key in ("a", "b", "c")] == [11.0, None, None]


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "fits.jsonl"
    monkeypatch.setattr(fit_memory, "MOST_BYTES", 500)
    for number in range(30):
        FitMemory(file).keep(f"key-{number}", number)
    try:
        remember_in(file)
        assert file.stat().st_size <= 250
        assert fits().recall("key-29") == 29
        assert fits().recall("key-0") is None
    finally:
        remember_in(None)


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    memory = FitMemory(file / "fits.jsonl")
    memory.keep("a", 1)
    assert memory.recall("a") == 1


def test_a_one_pager_that_is_too_long_is_found_without_printing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remember_in(None)
    target: PrintTarget = one_pager_of(ONE_PAGER[0], ONE_PAGER[1], ONE_PAGER[-1])
    assert list(too_long([target])) == []
    remember_in(None)
    monkeypatch.setattr(onepager_layout, "ROOM", 40.0)

    found: list[Problem] = list(too_long([target]))

    assert [problem.code for problem in found] == ["PRINT01"]
    assert "mm too long" in found[0].message
    remember_in(None)


def test_a_line_break_that_is_written_splits_no_word() -> None:
    html = "<p>ปีละ<b>70</b><br>เดือนละ<b>100</b></p>"
    assert split_stretches(weasyprint_adapter.lay_out(html).pages) == set()
