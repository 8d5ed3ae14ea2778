"""Another way: a year chosen anew after the game is over, which changes nothing of the game."""

from __future__ import annotations

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import Protect, continue_branch, decisions, fork, lives
from games.ui.screens.ending.ending import WhatIfScene
from games.ui.screens.ending.other_way import OtherLife
from games.ui.screens.turn.protection import ProtectionScene
from tests.ui.playing import Hand


@pytest.fixture
def ended(catalogue: Catalogue, screen: pygame.Surface) -> Hand:
    """A game that stands at the first team's lives."""
    del screen
    hand = Hand(catalogue, seed=3)
    hand.click("play")
    hand.click("start")
    while hand.kind != "what-if":
        hand.step()
    return hand


def test_a_year_is_chosen_anew_and_both_lives_stand_side_by_side(ended: Hand) -> None:
    table = ended.table
    page = ended.app.stage.scene
    assert isinstance(page, WhatIfScene)
    year = decisions(table.tables, table.log, page.lives.team)[1]

    ended.click("other-way")
    ended.click("year-2")
    choice = ended.app.stage.scene
    assert isinstance(choice, ProtectionScene)
    ended.click(next(n for n in ended.names() if n.startswith("hold-") and "nsf" in n))
    hold = choice.chosen
    assert hold != year.hold
    ended.click("protect")

    told = ended.app.stage.scene
    assert isinstance(told, OtherLife)
    branch = continue_branch(table.tables, fork(table.log, year.at, Protect(hold)), table.log)
    assert told.tried == lives(table.tables, branch)[page.lives.team]
    assert told.tried.score != page.lives.played.score


def test_what_is_tried_is_neither_saved_nor_counted(ended: Hand) -> None:
    page, log, state = ended.app.stage.scene, ended.table.log, ended.table.state
    saved = ended.store.open_game()
    for year in ("year-1", "year-3"):
        ended.click("other-way")
        ended.click(year)
        ended.click("protect")
        ended.click("close")
        assert ended.app.stage.scene is page
    assert (ended.table.log, ended.table.state) == (log, state)
    assert ended.store.open_game() == saved
    ended.click("go-on")
    assert ended.kind == "old-age"


def test_the_same_choice_gives_the_same_life(ended: Hand) -> None:
    ended.click("other-way")
    ended.click("year-1")
    choice = ended.app.stage.scene
    assert isinstance(choice, ProtectionScene)
    table = ended.table
    choice.chosen = decisions(table.tables, table.log, 0)[0].hold
    ended.app.stage.dirty = True
    ended.click("protect")
    told = ended.app.stage.scene
    assert isinstance(told, OtherLife)
    assert told.tried == told.years.played


def test_esc_leads_back_step_by_step_and_never_to_the_menu_of_the_game(ended: Hand) -> None:
    ended.click("other-way")
    ended.click("year-1")
    ended.click("protect")
    for kind in ("other-life", "other-choice", "other-years"):
        assert ended.kind == kind
        assert "menu" not in ended.names()
        ended.key(pygame.K_ESCAPE)
    assert ended.kind == "what-if"
