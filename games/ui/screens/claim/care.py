"""A word of care before a sensitive story, and whom to call."""

from __future__ import annotations

from engine.schema.situation import Care
from games.ui.screens.common.arrange import cut_top, foot, put
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card


class CareScene(GameScene):
    """A note before a sensitive story, and whom to call."""

    kind = "care"

    def __init__(self, game: GameScreens, care: Care, story: Scene) -> None:
        super().__init__(game)
        self._care, self._story = care, story

    def go_on(self) -> None:
        """Show the story."""
        self.game.scenes.show(self._story)

    def build(self, page: Page) -> None:
        pair = PAIRS["violet"]
        page.ground(pair.tint)
        body = foot(page, Button("go-on", self.go_on, self.words("care.go-on"), look="primary"))
        head = self.title_head(self.words("care.head"), pair.dark, "heart-hands")
        tall = max(page.scale.touch, head.height(page, body.width, 0.0))
        top, body = cut_top(body, tall, page.scale.gap)
        put(page, head, top)
        line = self.game.catalogue.helplines[self._care.helpline]
        parts: list[Block] = [Say(self._care.note, "title", "read", INK, "centre")]
        if line.phone:
            words = self.words("care.call", phone=line.phone, name=line.title)
            number = Say(words, "lead", "title", pair.dark, "centre")
            call = Row(Picture("telephone-receiver", 2.2), number, shares=[0, 1])
            parts += [Gap(2), Card(call, pair.tint)]
        page.box(body, WHITE)
        put(page, Column(*parts), body.inflate(-4 * page.scale.gap, -2 * page.scale.gap))
