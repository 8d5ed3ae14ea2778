"""What must be seen is on the page at once: in large type, and in a narrow window."""

from __future__ import annotations

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules.events import YearClosed
from games.ui.screens.ending.other_way import OtherLife, OtherYears
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.turn.year_close import YearClose
from games.ui.screens.village.community import CommunityScene
from games.ui.toolkit.page import Page
from tests.ui.playing import Hand

pytestmark = pytest.mark.usefixtures("screen")
WIDE = ((1024, 600), (1280, 800), (1920, 1080))
NARROW = (800, 1280)


def met(catalogue: Catalogue, kind: str, seed: int = 3) -> Hand:
    """A game that stands at the first scene of that kind."""
    hand = Hand(catalogue, seed=seed, teams=4)
    hand.click("play")
    hand.click("start")
    for _ in range(2000):
        if hand.kind == kind:
            return hand
        hand.step()
    raise AssertionError(f"{kind} was not met")


def words(page: Page) -> list[str]:
    return [drawn.text.th for drawn in page.drawn]


@pytest.mark.parametrize("size", WIDE)
def test_how_many_must_chip_in_is_seen_in_large_type(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    hand = met(catalogue, "community", seed=2)
    hand.app.stage.resize(size, True)
    page, scene = hand.app.stage.build(), hand.app.stage.scene
    assert isinstance(scene, CommunityScene)
    assert page.scrolling.most == 0
    needed = hand.table.words("community.needed", needed=3, gives=sum(scene.gives)).th
    assert needed in words(page)


def test_the_share_of_a_project_is_told_in_one_line_in_a_narrow_window(
    catalogue: Catalogue,
) -> None:
    hand = met(catalogue, "community", seed=2)
    hand.app.stage.resize(NARROW, True)
    share = hand.table.words("community.share").th
    told = next(drawn for drawn in hand.app.stage.build().drawn if drawn.text.th.startswith(share))
    assert told.text.th == f"{share} {hand.table.tables.amounts.share} บาท"


@pytest.mark.parametrize("size", WIDE)
def test_both_lives_are_seen_down_to_their_points_in_large_type(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    hand = met(catalogue, "what-if")
    hand.app.stage.resize(size, True)
    years = _years(hand)
    # As many rows as there can be.
    tried = years.played._replace(debt=1000, rights=5000, lump=4000)
    hand.app.stage.push(OtherLife(years, 1, tried))
    page = hand.app.stage.build()
    assert page.scrolling.most == 0
    assert {hand.table.words(f"other-life.{key}").th for key in ("debt", "points")} <= set(
        words(page)
    )


def test_a_narrow_window_tells_which_year_was_chosen_anew(catalogue: Catalogue) -> None:
    hand = met(catalogue, "what-if")
    hand.app.stage.resize(NARROW, False)
    years = _years(hand)
    hand.app.stage.push(OtherLife(years, 2, years.played))
    title = hand.table.words("other-life.title", year=2).th
    assert title in words(hand.app.stage.build())


def _years(hand: Hand) -> OtherYears:
    hand.click("other-way")
    years = hand.app.stage.scene
    assert isinstance(years, OtherYears)
    return years


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [*WIDE, NARROW])
def test_hearts_of_a_year_are_of_one_size(
    catalogue: Catalogue, size: tuple[int, int], large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = met(catalogue, "year-close")
    scene = hand.app.stage.scene
    assert isinstance(scene, YearClose)
    scene.closed = YearClosed(0, 1, 123_456, 3, 12, 9_000)
    hand.app.stage.resize(size, large)
    sides: list[int] = []

    def seen(page: Page, name: str, rect: pygame.Rect, pale: bool = False) -> None:
        del page, pale
        if name == "red-heart":
            sides.append(rect.width)

    monkeypatch.setattr(Page, "icon", seen)
    hand.app.stage.build()
    assert len(sides) == 3
    assert len(set(sides)) == 1


def test_a_claim_in_a_narrow_window_names_its_module_where_more_would_be_tiny(
    catalogue: Catalogue,
) -> None:
    hand = met(catalogue, "teams")
    for _ in range(2000):
        if isinstance(hand.app.stage.scene, QuestionScene) and hand.table.state.phase == "claim":
            break
        hand.step()
    scene = hand.app.stage.scene
    assert isinstance(scene, QuestionScene)
    hand.app.stage.resize(NARROW, True)
    drawn = hand.app.stage.build().drawn
    short = next(each for each in drawn if each.text.th == scene.module.short.th)
    assert short.size >= hand.app.stage.scale.size("label").floor
