"""The title: who the households are, before the first chapter."""

from __future__ import annotations

import pygame

from games.rules import Begin, chapter_ages
from games.ui.screens.common.arrange import cut_top, foot, grid, line, put, seats_across
from games.ui.screens.common.household import draw_face, draw_hearts, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.opening.starter import StarterScene
from games.ui.toolkit.blocks import Picture, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, WHITE
from games.ui.toolkit.widgets import Button


class TitleScene(GameScene):
    """Every household with its face, name and work; they begin at one age."""

    kind = "title"

    def build(self, page: Page) -> None:
        page.ground()
        words, game, scale = self.words, self.game, page.scale
        label = words("title.begin" if len(game.seats) == 1 else "title.starter")
        begin = Button("begin", self._begin, label, look="primary")
        body = foot(page, begin, self._way())
        top = pygame.Rect(body.x, body.y, body.width, scale.touch)
        head = self.title_head(words("title.head"), INK, "house-with-garden")
        put(page, head, top)
        body.y, body.height = top.bottom + scale.gap, body.bottom - top.bottom - scale.gap
        count = len(game.seats)
        for seat, box in enumerate(grid(body, count, seats_across(page, count), scale.gap)):
            self._household(page, seat, box)

    def _begin(self) -> None:
        """Go to the opening throw; a household alone goes to its dreams at once."""
        if len(self.game.seats) > 1:
            self.game.scenes.show(StarterScene(self.game))
        else:
            self.game.play(Begin())

    def _way(self) -> Row:
        """Return the years ahead: from the first age to the last."""
        ages = chapter_ages(self.game.tables, self.game.state.chapters)
        last = self.game.tables.amounts.last_age
        said = self.words("title.way", first=ages[0], last=last)
        return Row(Picture("seedling", 1.6), Say(said, "body", "read", DIM), shares=[0, 1])

    def _household(self, page: Page, seat: int, box: pygame.Rect) -> None:
        colours = self.game.household_colours(seat)
        page.box(box, WHITE, colours.ring, page.scale.line * 2)
        gap = page.scale.gap
        inner = box.inflate(-2 * gap, -round(1.4 * gap))
        if inner.width > inner.height * 1.2:
            self._beside(page, seat, inner)
        else:
            self._stacked(page, seat, inner)

    def _beside(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw the face left of name and hearts, the work under them."""
        game, gap = self.game, page.scale.gap
        look = look_of(game, seat)
        work = game.occupation(seat)
        tall = page.letters.height("read", page.scale.size("body").floor)
        lower = pygame.Rect(box.x, box.bottom - 2 * tall, box.width, 2 * tall)
        radius = min(lower.y - box.y - gap, box.width * 4 // 10) // 2
        draw_face(page.surface, look, (box.x + radius, box.y + radius), radius)
        left = box.x + 2 * radius + 2 * gap
        name, rest = cut_top(
            pygame.Rect(left, box.y, box.right - left, 2 * radius), round(radius * 1.1), gap // 2
        )
        # Marks above the letters keep off the border.
        name.y += gap // 2
        line(page, game.household_name(seat), name, role="title", colour=look.colours.dark)
        hearts = game.state.households[seat].hearts
        draw_hearts(page.surface, rest.inflate(0, -rest.height // 4), hearts)
        said = Say(work.title, "body", "read", INK)
        narrow = page.scale.large and not page.scale.wide
        put(page, said if narrow else Row(Picture(work.icon, 1.8), said, shares=[0, 1]), lower)

    def _stacked(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw face, name, work and hearts under each other."""
        game, gap = self.game, page.scale.gap
        look = look_of(game, seat)
        work = game.occupation(seat)
        tall = page.letters.height("read", page.scale.size("body").floor)
        name_tall = page.letters.height("title", page.scale.size("title").floor)
        rest = box.height - 3 * tall - name_tall - gap
        radius = min(box.width * 42 // 100, rest * 32 // 100)
        draw_face(page.surface, look, (box.centerx, box.y + radius), radius)
        name, below = cut_top(
            pygame.Rect(box.x, box.y + 2 * radius, box.width, box.height - 2 * radius), name_tall, 0
        )
        said = game.household_name(seat)
        line(page, said, name, role="title", colour=look.colours.dark, align="centre")
        hearts = pygame.Rect(0, below.bottom - tall, tall * 3, round(tall * 0.86))
        hearts.centerx = box.centerx
        draw_hearts(page.surface, hearts, game.state.households[seat].hearts)
        text = pygame.Rect(box.x, hearts.y - 2 * tall - gap // 2, box.width, 2 * tall)
        put(page, Say(work.title, "body", "read", INK, "centre"), text)
        page.icon(work.icon, pygame.Rect(box.x, below.y, box.width, text.y - below.y))
