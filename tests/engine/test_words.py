"""Words of screens: what a content folder of one's own lacks is told by the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content
from engine.diagnostics.problems import Problem
from tests.engine.small import write_content

DAY = date(2026, 11, 20)


def told(root: Path, file: str, old: str, new: str) -> list[Problem]:
    """What is told when a piece of a locale file is replaced."""
    content = write_content(root)
    path = content / "locale" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(check_content(content, DAY).problems)


def test_a_word_that_is_gone_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "ui.yaml", "\nhome.play: ", "\n#home.play: ")
    assert (found.code, found.line) == ("WORD01", 1)
    assert found.message == "words that screens ask for are missing (1): home.play"


def test_a_slip_in_a_key_is_told_where_it_stands(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "ui.yaml", "\nhome.play: ", "\nhome.plya: ")
    line = (tmp_path / "content/locale/ui.yaml").read_text(encoding="utf-8").split("\n")
    assert line[found.line - 1].startswith("home.plya")
    assert (found.code, found.hint) == ("WORD01", "did you mean home.play?")


def test_a_place_that_nothing_fills_is_told_at_its_column(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "ui.yaml", 'days: "{days} วัน"', 'days: "{day} วัน"')
    assert (found.code, found.hint) == ("WORD02", "did you mean {days}?")
    line = (tmp_path / "content/locale/ui.yaml").read_text(encoding="utf-8").split("\n")
    assert line[found.line - 1][found.col - 1 :].startswith("{day}")


def test_places_of_the_rules_are_numbers_of_the_game(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    for name, text in (
        ("game.yaml", "tuning: [{id: trip, value: 1, why: ก}]\n"),
        ("locale/rules.yaml", "goal.head: '{trip}'\ngoal.1: ไป {trap} บาท\n"),
    ):
        (content / name).write_text(text, encoding="utf-8")
    (found,) = [p for p in check_content(content, DAY).problems if p.code == "WORD02"]
    assert (found.line, found.col, found.hint) == (2, 12, "did you mean {trip}?")


@pytest.mark.parametrize(
    ("old", "new"),
    [("goal.2: ", "#goal.2: "), ('goal.head: "เล่นเพื่ออะไร', 'goal.head: "ทำไม')],
)
def test_words_may_be_others_and_the_rules_may_have_fewer_lines(
    tmp_path: Path, old: str, new: str
) -> None:
    assert told(tmp_path, "rules.yaml", old, new) == []


def test_a_whole_file_that_is_gone_is_told(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (content / "locale" / "print.yaml").unlink()
    (found,) = check_content(content, DAY).problems
    assert (found.code, found.message) == ("WORD01", "there is no print.yaml in it")
