"""The clock model: labels that are kept, and time that runs out evenly."""

from __future__ import annotations

import random

import pytest

from engine.schema.text import Text
from games.rules import (
    LEADER_TAPS,
    Clock,
    Setup,
    Tables,
    apply,
    best_chapters,
    chapters_for,
    labels,
    new_game,
    start_log,
)
from games.rules.compile.syllables import spoken
from tests.rules.playing import random_move


@pytest.mark.parametrize("households", range(1, 7))
@pytest.mark.parametrize("talk", [30, 45, 60])
def test_every_label_offered_is_within_15_percent(
    tables: Tables, households: int, talk: int
) -> None:
    clock = Clock(tables, households, talk)
    for minutes in labels(tables, households, talk):
        seconds = clock.game(best_chapters(clock, minutes))
        assert abs(seconds - 60 * minutes) <= 0.15 * 60 * minutes


def test_more_talk_and_more_households_take_longer(tables: Tables) -> None:
    assert Clock(tables, 4, 60).chapter(2) > Clock(tables, 4, 30).chapter(2)
    assert Clock(tables, 6, 45).chapter(2) > Clock(tables, 2, 45).chapter(2)
    assert Clock(tables, 4, 45).chapter(1) > Clock(tables, 4, 45).chapter(2)


def test_the_save_keeps_the_number_of_chapters(tables: Tables) -> None:
    setup = Setup(4, 45)
    log = start_log(tables, setup, 1)
    assert log.setup.chapters == chapters_for(tables, setup)
    assert new_game(tables, log.setup, 1).chapters == log.setup.chapters


def test_the_time_left_falls_to_the_debrief(tables: Tables) -> None:
    setup = Setup(3, 45, chapters=3)
    clock = Clock(tables, 3, 45)
    state = new_game(tables, setup, 2)
    assert clock.left(state) == pytest.approx(clock.game(3), rel=0.02)
    chance = random.Random(3)
    openings = []
    while state.phase != "over":
        if state.phase == "opening":
            openings.append(clock.left(state))
        assert clock.left(state) >= tables.amounts.debrief
        assert state.phase in LEADER_TAPS
        state, _ = apply(tables, state, random_move(tables, state, chance))
    assert clock.left(state) == tables.amounts.debrief
    assert openings == sorted(openings, reverse=True)


def test_syllables_are_counted_or_estimated() -> None:
    assert spoken(Text(shown="ไม่ได้นอนโรงพยาบาล")) == 7
    assert spoken(Text(shown="นอน", syllables=9)) == 9
