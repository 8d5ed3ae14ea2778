"""English, and a language a third longer, on every kind of scene."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.catalogue import Catalogue
from games.demo.practice_demo import KINDS
from games.practice.scheduler import RULES
from games.rules import Setup
from games.ui.screens.practice.round import PracticeQuestion
from tests.ui.playing import Hand
from tests.ui.pseudo import pseudo
from tests.ui.test_layout import LARGE, SHAPES, Audit, PracticeAudit, Shape, audited

ASKED = {f"practice-{kind}" for kind in KINDS}
IN_BRACKETS = re.compile(r"\([^()]*\)|“[^”]*”")
THAI = re.compile("[ก-๛]")
PROJECTOR, UPRIGHT = SHAPES[0], SHAPES[3]
LESS = ("a consonant is", "to its border", "scrolls at", "of the page is empty", "contrast")
"""What a language that is longer than any real one may cost: size and air, never a word."""

pytestmark = pytest.mark.usefixtures("screen")


class Read(Audit):
    """An audit of one page of each kind, that also finds Thai where English should stand."""

    def _keep(self, kind: str) -> None:
        if not self._kinds[kind]:
            super()._keep(kind)
        for drawn in self.app.scenes.build().drawn:
            if THAI.search(IN_BRACKETS.sub("", drawn.text.shown)):
                self.found.add(f"{kind}: Thai: {drawn.text.shown[:60]!r}")


class ReadPractice(PracticeAudit, Read):
    """The same for practice and a lesson; its minutes are over when each kind was asked once."""

    def _answer(self) -> None:
        scene = self.app.scenes.scene
        if isinstance(scene, PracticeQuestion) and self._kinds.keys() >= ASKED:
            scene.practice.spend(RULES["round"]["minutes"] * 60)
        super()._answer()


def _grave(found: Iterable[str]) -> list[str]:
    return sorted(fault for fault in found if not any(less in fault for less in LESS))


@pytest.mark.parametrize("households", [4, 6])
def test_a_game_in_english_is_whole_and_readable(english: Catalogue, households: int) -> None:
    shapes: list[Shape] = [PROJECTOR, UPRIGHT, LARGE] if households == 4 else [PROJECTOR]
    setup = Setup(households=households, minutes=45, chapters=2)
    found = audited(english, Read, shapes, setup=setup)
    assert not found, "\n".join(sorted(found))


def test_practice_in_english_is_whole_and_readable(english: Catalogue) -> None:
    found = audited(english, ReadPractice, [PROJECTOR, LARGE], first="practice")
    assert not found, "\n".join(sorted(found))


def test_nothing_is_cut_or_covered_in_a_language_a_third_longer(english: Catalogue) -> None:
    longer = pseudo(english)
    setup = Setup(households=4, minutes=45, chapters=2)
    game = audited(longer, Read, [PROJECTOR, UPRIGHT], setup=setup)
    practice = audited(longer, ReadPractice, [PROJECTOR], first="practice")
    found = _grave(game | practice)
    assert not found, "\n".join(found)


def test_a_saved_game_goes_on_in_the_language_it_was_begun_in(
    catalogue: Catalogue, english: Catalogue, tmp_path: Path
) -> None:
    hand = Hand(catalogue, tmp_path)
    hand.begin()
    begun = hand.words()
    hand.store.close()
    hand = Hand(english, tmp_path)
    home = hand.words()
    hand.click("resume")
    assert hand.words() == begun
    hand.click("menu")
    assert THAI.search("".join(hand.words()))
    hand.click("home")
    assert hand.words() == home
