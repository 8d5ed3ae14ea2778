"""A clock that tells a day before the content was written is not believed, and that is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.building.catalogue_cache import kept_catalogue
from engine.catalogue import Catalogue
from engine.catalogue.clock import day_to_use, newest_checked
from engine.catalogue.compilation import check_content, compile_catalogue
from tests.engine.small import write_content

CHECKED = date(2026, 11, 20)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_content(tmp_path_factory.mktemp("content"))


def compiled(root: Path, day: date, *, by_clock: bool) -> Catalogue:
    return compile_catalogue(check_content(root, day, by_clock=by_clock))


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2020, 1, 1), date(2026, 11, 18)])
def test_the_contents_own_day_is_used(root: Path, day: date) -> None:
    right = compiled(root, CHECKED, by_clock=True)
    wrong = compiled(root, day, by_clock=True)
    assert (right.clock, wrong.clock) == (None, day)
    assert wrong.as_of == right.as_of == CHECKED
    assert wrong.facts == right.facts
    assert wrong.edition == right.edition
    assert "นาฬิกา" in wrong.words["print.as_of"].shown
    assert "นาฬิกา" not in right.words["print.as_of"].shown


def test_a_day_that_was_asked_for_is_taken(root: Path) -> None:
    past = compiled(root, date(2020, 1, 1), by_clock=False)
    assert (past.clock, past.as_of) == (None, date(2020, 1, 1))


def test_one_slip_of_the_finger_moves_no_day() -> None:
    days = [CHECKED, CHECKED, date(2062, 11, 20)]
    facts = [(None, 0, SimpleNamespace(checked=day)) for day in days]
    content: Any = SimpleNamespace(facts=lambda: iter(facts))
    assert newest_checked(content) == CHECKED


def test_the_next_day_elsewhere_is_no_lie(root: Path) -> None:
    content = check_content(root, CHECKED).written
    assert day_to_use(content, date(2026, 11, 19)) == date(2026, 11, 19)
    assert day_to_use(content, date(2027, 1, 1)) == date(2027, 1, 1)


def test_it_is_said_at_every_start(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        catalogue = kept_catalogue(root, date(2020, 1, 1), tmp_path, by_clock=True)
        assert catalogue.clock == date(2020, 1, 1)
        assert "2020-01-01" in capsys.readouterr().err


def test_a_kept_catalogue_that_was_changed_is_not_believed(root: Path, tmp_path: Path) -> None:
    right = kept_catalogue(root, CHECKED, tmp_path)
    (kept,) = tmp_path.glob("catalogue-*.json")
    data = kept.read_bytes()
    for changed in (data.replace(b"300", b"900"), data[:-1], data[40:], b"", data + b" "):
        assert changed != data
        kept.write_bytes(changed)
        assert kept_catalogue(root, CHECKED, tmp_path) == right
