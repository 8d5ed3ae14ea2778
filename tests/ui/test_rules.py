"""The rules on the screen are the text of the printed sheet, a heading at a time."""

from __future__ import annotations

import pygame

from engine.catalogue import Catalogue
from engine.catalogue.game_rules_text import rules_of
from games.ui.screens.setup.rules import RulesPage
from tests.ui.playing import Hand


def test_the_rules_can_be_read_through_and_left(
    catalogue: Catalogue, screen: pygame.Surface
) -> None:
    hand = Hand(catalogue)
    start = hand.kind
    hand.click("rules")
    assert hand.kind == "rules"
    sections = rules_of(catalogue)
    assert {f"rules:{section.id}" for section in sections} < set(hand.names())
    hand.click(f"rules:{sections[0].id}")
    seen = []
    while True:
        scene = hand.app.scenes.scene
        assert isinstance(scene, RulesPage)
        seen.append(scene.sections[scene.place])
        if "next" not in hand.names():
            break
        hand.click("next")
    assert tuple(seen) == sections
    hand.click("close")
    assert hand.kind == "rules"
    hand.click("close")
    assert hand.kind == start
