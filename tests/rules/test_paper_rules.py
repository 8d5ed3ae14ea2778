"""The rules on paper speak of the same game: its numbers are the tuning's."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from engine.catalogue.game_rules_text import rules_of, rules_text
from games.rules.model.amounts import PREFIX, Amounts
from tests.rules.fixture import fixture_catalogue
from tests.shipped import shipped_catalogue

CONTENT = Path(__file__).parents[2] / "content"


def test_every_place_in_the_paper_rules_is_a_number_of_the_game() -> None:
    words = yaml.safe_load((CONTENT / "locale" / "rules.yaml").read_text(encoding="utf-8"))
    game = yaml.safe_load((CONTENT / "game.yaml").read_text(encoding="utf-8"))
    ids = {row["id"].removeprefix(PREFIX) for row in game["tuning"]}
    assert set(Amounts.__dataclass_fields__) <= ids
    storm = {"storm_days", "storm_repair", "storm_hearts"}  # of village.yaml
    for line in words.values():
        assert set(re.findall(r"\{(\w+)\}", line)) <= ids | storm


def test_every_written_line_stands_in_the_rules_with_its_numbers() -> None:
    words = yaml.safe_load((CONTENT / "locale" / "rules.yaml").read_text(encoding="utf-8"))
    catalogue = shipped_catalogue()
    sections = rules_of(catalogue)
    assert sum(1 + len(section.lines) for section in sections) == len(words)
    for section in sections:
        for text in (section.title, *section.lines):
            assert "{" not in text.shown
    assert f"{catalogue.tuning['life_start_money'].value:,}" in rules_text(sections)
    assert catalogue.board is not None
    shown = [space for section in sections for space in section.spaces]
    assert all(space in shown for space in catalogue.board.spaces)


def test_a_catalogue_without_the_words_has_no_rules_to_show() -> None:
    assert rules_of(fixture_catalogue()) == ()
