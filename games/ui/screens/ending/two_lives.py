"""Two lives: the same years and luck, with and without a household's protection."""

from __future__ import annotations

from games.rules import TwoLives, two_lives
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.ending.decision import ChooseDecision
from games.ui.screens.ending.life_bands import BARE_TINT, HELD_TINT, Band, bands, sums
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

LEAF, LOTUS = PAIRS["leaf"], PAIRS["lotus"]


class TwoLivesScene(GameScene):
    """Both lives of a household on one page, one household after another."""

    kind = "two-lives"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.lives = two_lives(game.tables, game.log)
        self.place = 0

    @property
    def shown(self) -> TwoLives:
        """The household on the page."""
        return self.lives[self.place]

    def build(self, page: Page) -> None:
        words, wide = self.words, page.scale.wide
        joined = self.shown.joined
        title = words("two-lives.held") if joined else words("two-lives.if-held")
        held = Band(self.shown.held, title, HELD_TINT, LEAF.dark, dashed=not joined)
        bare = Band(self.shown.bare, words("two-lives.bare"), BARE_TINT, LOTUS.dark, dashed=joined)
        look = look_of(self.game, self.shown.seat)
        same = Say(words("two-lives.same"), "body", "title", INK)
        left: list[Block] = [FaceDisc(look, 1.6), same]
        if wide:
            other = Say(words("two-lives.other"), "body", "title", WHITE)
            left.append(Card(other, LEAF.dark, pad=0.25))
        body = bands(self.game, self.shown.seat, held, bare, self._foot(page), wide=wide)
        frame(page, body, head=self.head(*left))

    def _foot(self, page: Page) -> Block:
        again = Button("again", self._again, self.words("two-lives.again"), role="body")
        last = self.place + 1 == len(self.lives)
        label = self.words("two-lives.last")
        if not last:
            following = self.game.household_name(self.lives[self.place + 1].seat)
            label = self.words("two-lives.next", name=following)
        on = Button("go-on", self._on, label, look="primary", role="body")
        cells = sums(self.game, self.shown.played)
        if page.scale.wide:
            return Row(*cells, again, on, shares=[1.1, 1.1, 1.1, 1.4, 1.5], gaps=0.5)
        return Column(Row(*cells, gaps=0.5), Row(again, on, gaps=0.5), gaps=0.5)

    def _again(self) -> None:
        self.game.scenes.push(ChooseDecision(self.game, self.shown.seat, self.shown.played))

    def _on(self) -> None:
        """Show the next household; after the last one, go on."""
        if self.place + 1 < len(self.lives):
            self.place += 1
            self.settle()
        else:
            self.game.next()
