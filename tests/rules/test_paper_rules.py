"""The rules on paper speak of the same game: its numbers are the tuning's."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from games.rules.play import rounds_for
from games.rules.tables import Amounts

CONTENT = Path(__file__).parents[2] / "content"


def test_every_place_in_the_paper_rules_is_a_number_of_the_game() -> None:
    words = yaml.safe_load((CONTENT / "locale" / "rules.yaml").read_text(encoding="utf-8"))
    game = yaml.safe_load((CONTENT / "game.yaml").read_text(encoding="utf-8"))
    ids = {row["id"] for row in game["tuning"]}
    assert ids == set(Amounts.__dataclass_fields__)
    for text in words.values():
        for language in text.values():
            assert set(re.findall(r"\{(\w+)\}", language)) <= ids


def test_the_example_of_the_rounds_is_right() -> None:
    game = yaml.safe_load((CONTENT / "game.yaml").read_text(encoding="utf-8"))
    seconds = next(row["value"] for row in game["tuning"] if row["id"] == "seconds_a_turn")
    assert rounds_for(seconds, 40, 4) == 8
