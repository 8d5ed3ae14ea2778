"""Ways to play: kinds of years, and one village that nobody ranks, on the real screen."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import Luck, Setup
from games.rules.events import (
    GameOver,
    LuckTurned,
    NeighboursPaid,
    RegisteredLate,
    WentWithout,
)
from games.session import open_store
from games.ui.shell.app import App, AppOptions
from games.ui.toolkit.page import Drawn
from tests.ui.playing import Hand
from tests.ui.test_layout import Audit


class Village(Audit):
    """Measures each page, and keeps the words of pages and the kinds of events it met."""

    def __init__(self, app: App, seed: int) -> None:
        super().__init__(app, seed)
        self.kinds: set[str] = set()
        self.told: set[str] = set()
        self.met: set[str] = set()
        self.result: list[Drawn] = []
        self.over: GameOver | None = None

    def look(self) -> None:
        super().look()
        stage = self.app.stage
        self.kinds.add(stage.scene.kind)
        self.told.update(drawn.text.th for drawn in stage.page.drawn)
        if stage.scene.kind == "village-result":
            self.result = list(stage.page.drawn)
        if self.app.table is not None:
            self.met.update(type(e).__name__ for e in self.app.table.events)
            over = (e for e in self.app.table.events if isinstance(e, GameOver))
            self.over = next(over, self.over)


def play(
    catalogue: Catalogue, size: tuple[int, int], luck: Luck, teams: int, minutes: int
) -> Village:
    pygame.display.set_mode(size)
    setup = Setup(teams=teams, minutes=minutes, luck=luck, together=True)
    village = Village(
        App(catalogue, AppOptions(size=size, seed=1, setup=setup), open_store(None)), 1
    )
    village.play()
    return village


@pytest.mark.usefixtures("screen")
def test_a_village_lives_through_stormy_years_and_nobody_is_ranked(catalogue: Catalogue) -> None:
    village = play(catalogue, (1024, 600), "storm", teams=3, minutes=40)
    assert not village.found, "\n".join(sorted(village.found))
    assert {"modes", "shortfall", "village-result"} <= village.kinds
    assert "result" not in village.kinds
    events = (LuckTurned, NeighboursPaid, WentWithout, RegisteredLate)
    assert {kind.__name__ for kind in events} <= village.met
    for key in ("note.struck", "year.neighbours", "close.without.heart", "after.late"):
        start = catalogue.words[f"ui.{key}"].th.split("{")[0]
        assert any(told.startswith(start) for told in village.told), key


@pytest.mark.usefixtures("screen")
def test_the_village_has_one_score_and_teams_stand_in_their_seats(catalogue: Catalogue) -> None:
    village = play(catalogue, (1280, 800), "calm", teams=4, minutes=20)
    assert not village.found, "\n".join(sorted(village.found))
    over = village.over
    assert over is not None
    assert over.together
    shown = [drawn.text.th for drawn in village.result]
    unit = catalogue.words["ui.ranking.points"].th.replace("{points}", "").strip()
    assert sum(unit in words and any(c.isdigit() for c in words) for words in shown) == 1
    names = [team.title.th for team in catalogue.teams]
    assert [words for words in shown if words in names] == names[:4]


def test_the_set_up_keeps_the_mode_it_was_given(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    hand = Hand(catalogue, tmp_path)
    setup = Setup(teams=3, minutes=20, luck="storm", together=True)
    hand.app = App(catalogue, AppOptions(size=screen.get_size(), seed=2, setup=setup), hand.store)
    hand.controls = type(hand.controls)(hand.app.stage)
    hand.see()
    hand.click("play")
    hand.click("start")
    assert hand.table.log.setup == setup
    hand.store.close()


def test_the_mode_is_chosen_by_hand(catalogue: Catalogue, screen: pygame.Surface) -> None:
    hand = Hand(catalogue)
    hand.click("play")
    hand.click("modes")
    hand.click("luck-calm")
    hand.click("together")
    hand.click("close")
    hand.click("start")
    assert (hand.table.state.luck, hand.table.state.together) == ("calm", True)


def test_one_team_alone_is_no_village(catalogue: Catalogue, screen: pygame.Surface) -> None:
    hand = Hand(catalogue)
    hand.click("play")
    hand.click("modes")
    hand.click("together")
    hand.click("close")
    hand.click("teams-1")
    hand.click("modes")
    assert "together" not in hand.names()
    hand.click("close")
    hand.click("start")
    assert not hand.table.state.together


@pytest.mark.usefixtures("screen")
def test_neighbours_are_not_asked_unless_all_play_together(catalogue: Catalogue) -> None:
    from games.ui.screens.turn.shortfall import Shortfall

    hand = Hand(catalogue)
    hand.click("play")
    hand.click("start")
    table = hand.table
    poor, rich = (
        team._replace(money=baht) for team, baht in zip(table.state.teams, (-500, 900), strict=True)
    )
    for together in (False, True):
        table.session.state = table.state._replace(
            phase="shortfall", teams=(poor, rich), together=together
        )
        hand.app.stage.show(Shortfall(table))
        hand.see()
        assert ("neighbours" in hand.names()) is together
