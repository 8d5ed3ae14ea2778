"""The year's income of each household, counted up, beside the dream it is for."""

from __future__ import annotations

import pygame

from games.ui.screens.common.arrange import cut_top, grid, line, put, rows, seats_across
from games.ui.screens.common.household import draw_face, draw_steps, look_of
from games.ui.screens.opening.overview import money_colour, signed
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import Motion, counted
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, WHITE, Scale


class IncomePage:
    """The sums of the year; while the motion lasts they are drawn over the page.

    Args:
        net: baht that the year left to each household.
    """

    def __init__(self, game: GameScreens, net: tuple[int, ...], motion: Motion) -> None:
        self.game, self.net, self.motion = game, net, motion
        self._counting: list[tuple[pygame.Rect, int, int]] = []

    def draw(self, page: Page, box: pygame.Rect) -> None:
        """Draw a card for each household."""
        self._counting = []
        count = len(self.game.seats)
        for seat, place in enumerate(grid(box, count, seats_across(page, count), page.scale.gap)):
            self._year(page, seat, place)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        """Draw the sums as they count up; return True while they do."""
        if not self.motion.moving:
            return False
        share = self.motion.share(0, self.motion.lasting)
        font = self.game.scenes.letters.font("title", scale.size("number").floor)
        for box, start, end in self._counting:
            picture = font.render(plain(counted(share, start, end)).shown, True, INK)
            surface.blit(picture, picture.get_rect(right=box.right, centery=box.centery))
        return True

    def _year(self, page: Page, seat: int, box: pygame.Rect) -> None:
        game, scale, gap = self.game, page.scale, page.scale.gap
        look = look_of(game, seat)
        page.box(box, WHITE, look.colours.ring, scale.line * 2)
        inner = box.inflate(-2 * gap, -round(1.5 * gap))
        tall = min(round(scale.touch * 1.7), inner.height * 30 // 100)
        head, rest = cut_top(inner, tall, gap // 2)
        radius = round(tall * 0.46)
        draw_face(page.surface, look, (head.x + radius, head.centery), radius)
        left = head.x + radius * 2 + gap
        name = pygame.Rect(left, head.y, head.right - left, head.height)
        put(page, Say(game.household_name(seat), "lead", "title", look.colours.dark), name)
        self._sums(page, seat, self._dream(page, seat, rest))

    def _dream(self, page: Page, seat: int, box: pygame.Rect) -> pygame.Rect:
        """Draw the dream with its steps at the bottom; return what is left above."""
        dream = self.game.dream(seat)
        if dream is None:
            return box
        gap = page.scale.gap
        side = min(round(page.scale.touch * 1.2), box.height * 40 // 100)
        page.icon(dream.icon, pygame.Rect(box.x, box.bottom - side, side, side))
        left = box.x + side + gap
        steps = pygame.Rect(left, box.bottom - side, box.right - left, side)
        draw_steps(page.surface, steps, self.game.state.households[seat].steps)
        return pygame.Rect(box.x, box.y, box.width, box.height - side - gap)

    def _sums(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw what the year left, and what is in the purse with it."""
        upper, lower = rows(box, 2, 0)
        side = min(upper.height * 8 // 10, upper.width // 4)
        baht, money = self.net[seat], self.game.state.households[seat].money
        work = self.game.occupation(seat).icon
        for picture, spot, start, end in (
            (work, upper, 0, baht),
            ("coin", lower, money - baht, money),
        ):
            page.icon(picture, pygame.Rect(spot.x, spot.centery - side // 2, side, side))
            text = pygame.Rect(spot.x + side, spot.y, spot.width - side, spot.height)
            if self.motion.moving:
                self._counting.append((text, start, end))
                continue
            said = plain(end) if spot is lower else signed(end)
            colour = INK if spot is lower else money_colour(end)
            line(page, said, text, role="number", colour=colour, align="right")
