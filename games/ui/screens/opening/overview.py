"""All households side by side: what each holds, what it pays and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from engine.schema.text import Text
from games.ui.screens.common.arrange import columns, cut_top, grid, line, put, seats_across
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.opening.choosing import Choosing
from games.ui.screens.opening.offers import draw_gains, scheme_pair
from games.ui.screens.opening.terms import gain_of, number_of, pay_words, refusal_words, siblings
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.icons import faded, icon
from games.ui.toolkit.interface_text import number, plain
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import CREAM, DIM, DONE, INK, PAIRS, SAND, WHITE

Open = Callable[[int, str], None]
"""Opens the sheet of (seat, scheme)."""


def signed(baht: int) -> Text:
    """Return a sum with its sign: +3,730."""
    return plain(("+" if baht > 0 else "") + number(baht))


def money_colour(baht: int) -> tuple[int, int, int]:
    """Return green for what comes in, dark red for what is missing."""
    return PAIRS["leaf"].dark if baht >= 0 else PAIRS["lotus"].dark


class Overview:
    """The protections of all households on one page.

    Args:
        paid: schemes with a row of their own; `acts` share the last row.
        net: baht that the year left to each household.
    """

    def __init__(
        self,
        game: GameScreens,
        choosing: Choosing,
        paid: tuple[str, ...],
        acts: tuple[str, ...],
        net: tuple[int, ...],
        opened: Open,
    ) -> None:
        self.game, self.choosing = game, choosing
        self.paid, self.acts, self.net = paid, acts, net
        self._open = opened

    def draw(self, page: Page, box: pygame.Rect) -> None:
        """Draw rows of protections beside columns of households; else a card for each."""
        if page.scale.wide and len(self.game.seats) <= 4:
            self._matrix(page, box)
        else:
            self._cards(page, box)

    # --- rows and columns -----------------------------------------------------------------

    def _matrix(self, page: Page, box: pygame.Rect) -> None:
        scale, gap = page.scale, page.scale.gap
        body = scale.size("body").floor
        label = self._label_width(page)
        rest = pygame.Rect(box.x + label + gap, box.y, box.width - label - gap, box.height)
        spots = columns(rest, len(self.game.seats), gap)
        face = round(scale.touch * 1.45)
        purse = round(body * 1.5)
        acts = round(scale.touch * 1.12)
        spare = box.height - face - purse - acts - gap * (len(self.paid) + 1)
        each = spare // len(self.paid)
        for seat, spot in zip(self.game.seats, spots, strict=True):
            look = look_of(self.game, seat)
            page.box(spot, WHITE, look.colours.ring, scale.line * 2)
            head = pygame.Rect(spot.x, spot.y, spot.width, face)
            self._head(page, seat, head)
            inner = spot.inflate(-round(1.1 * gap), 0)
            y = head.bottom
            self._net(page, seat, pygame.Rect(inner.x, y, inner.width, purse))
            y += purse + gap // 2
            for scheme in self.paid:
                self._cell(page, seat, scheme, pygame.Rect(inner.x, y, inner.width, each))
                y += each + gap
            self._acts(page, seat, pygame.Rect(inner.x, y, inner.width, acts))
        words = self.game.words
        y = box.y + face
        left = pygame.Rect(box.x, y, label, purse)
        line(page, words("opening.income"), left, face="title", align="centre")
        y += purse + gap // 2
        for scheme in self.paid:
            place = pygame.Rect(box.x, y, label, each)
            name = Say(self.game.scheme_short(scheme), "body", "title", INK, "centre")
            words_tall = max(round(body * 1.5), name.height(page, label, 0.0))
            picture, text = cut_top(place, each - words_tall, 0)
            page.icon(self.game.option_icon(siblings(self.game, scheme)[0].id), picture)
            put(page, name, text)
            y += each + gap
        place = pygame.Rect(box.x, y, label, acts)
        put(page, Say(words("opening.other.row"), "body", "title", INK, "centre"), place)

    def _label_width(self, page: Page) -> int:
        """Return the width of what stands before the rows: their longest word, within bounds."""
        body = page.scale.size("body").floor
        named = [self.game.scheme_short(scheme) for scheme in self.paid]
        words = [self.game.words("opening.income"), self.game.words("opening.other.row"), *named]
        widest = max(page.letters.widest(word, "title", body, 1) for word in words)
        return min(max(round(body * 2.7), widest + 2), round(body * 4))

    def _head(self, page: Page, seat: int, box: pygame.Rect) -> pygame.Rect:
        """Draw face, name, and the money left after what is ticked; return the name's line."""
        look = look_of(self.game, seat)
        scale, gap = page.scale, page.scale.gap
        inside = box.inflate(-2 * scale.line * 2, 0)
        inside.y += scale.line * 2
        inside.height += gap // 3 - scale.line * 2
        page.box(inside, look.colours.tint, radius=scale.radius - scale.line * 2)
        radius = round(box.height * 0.38)
        draw_face(page.surface, look, (box.x + gap // 2 + radius, box.centery), radius)
        x = box.x + gap + round(radius * 2.2)
        text = pygame.Rect(x, box.y + gap // 2, box.right - x - gap, box.height - gap // 2)
        upper = pygame.Rect(text.x, text.y, text.width, text.height // 2)
        lower = pygame.Rect(text.x, upper.bottom, text.width, text.height - upper.height)
        # Marks above the letters keep off the border.
        low = box.y + 2 * scale.line + round(0.9 * scale.size("body").floor) - upper.centery
        upper.y += max(0, low)
        lower.y += max(0, low) // 3
        line(page, self.game.household_name(seat), upper, colour=look.colours.dark)
        side = round(scale.size("body").floor * 1.05)
        purse = plain(self.choosing.left(seat))
        size = scale.size("body").floor
        if page.letters.width(purse.shown, "title", size) + side + gap // 2 <= lower.width:
            page.icon("coin", pygame.Rect(lower.x, lower.centery - side // 2, side, side))
            lower.x, lower.width = lower.x + side + gap // 2, lower.width - side - gap // 2
        line(page, purse, lower)
        return upper

    def _net(self, page: Page, seat: int, box: pygame.Rect) -> None:
        side = box.height * 8 // 10
        work = self.game.occupation(seat)
        page.icon(work.icon, pygame.Rect(box.x, box.centery - side // 2, side, side))
        text = pygame.Rect(box.x + side, box.y, box.width - side - box.height // 8, box.height)
        baht = self.net[seat]
        line(page, signed(baht), text, colour=money_colour(baht), align="right")

    def _cell(self, page: Page, seat: int, scheme: str, box: pygame.Rect) -> None:
        """Draw a protection: paid above, coming back below; a ghost, or why it is locked."""
        game, gap = self.game, page.scale.gap
        choices = self.choosing.choices(seat)
        held = self.choosing.held(seat, scheme)
        colours = scheme_pair(game, scheme)
        radius, thick = page.scale.radius * 2 // 3, page.scale.line
        options = siblings(game, scheme)
        first = next((o.id for o in options if not choices[o.id].refusal), options[0].id)
        page.target(Target(box.copy(), partial(self._open, seat, scheme), f"cell-{scheme}-{seat}"))
        upper, lower = cut_top(box.inflate(-round(1.3 * gap), 0), box.height // 2, 0)
        refused = refusal_words(game, choices[first])
        if not held and refused is not None:
            page.box(box, CREAM, SAND, thick, radius)
            side = round(page.scale.size("body").floor * 1.3)
            lock = pygame.Rect(box.x + gap // 2, box.centery - side // 2, side, side)
            page.icon("locked", lock)
            text = pygame.Rect(lock.right + gap // 2, box.y, box.right - lock.right - gap, 0)
            text.height = box.height
            put(page, Say(refused, "body", "read", INK), text)
            return
        found = gain_of(game, held or first)
        gain = (found,) if found is not None else ()
        if held:
            page.box(box, colours.tint, colours.dark, thick, radius)
            strip = pygame.Rect(box.x, lower.y, box.width, box.bottom - lower.y)
            page.box(strip, WHITE, colours.dark, thick, radius)
            pay = pay_words(game, choices[held])
            line(page, pay, upper, face="strong", colour=colours.dark)
            draw_gains(page, lower, gain)
            return
        paint.dashed_box(page.surface, box, DIM, radius, max(2, thick - 1))
        pay = game.words("opening.if", pay=pay_words(game, choices[first]))
        size = page.scale.size("body").floor
        if page.letters.width(pay.shown, "read", size) > upper.width:
            pay = pay_words(game, choices[first])
        line(page, pay, upper, face="read", colour=DIM)
        draw_gains(page, lower, gain, colour=DIM)

    def _acts(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw the acts and the fund as discs: solid when held, dashed when not."""
        for scheme, cell in zip(self.acts, columns(box, len(self.acts), 2), strict=True):
            side = min(cell.width, cell.height) - 4
            radius = side // 2
            held = self.choosing.held(seat, scheme)
            option = siblings(self.game, scheme)[0].id
            colours = scheme_pair(self.game, scheme)
            at = (cell.centerx - radius, cell.centery - radius)
            small = round(radius * 1.25)
            name = self.game.option_icon(option)
            if held:
                page.surface.blit(paint.disc(radius, colours.dark), at)
                rim = max(3, radius // 9)
                inner = paint.disc(radius - rim, colours.tint)
                page.surface.blit(inner, (at[0] + rim, at[1] + rim))
                picture = icon(name, small)
            else:
                page.surface.blit(paint.ring(radius, DIM, max(2, radius // 14), 14), at)
                picture = faded(name, small)
            page.surface.blit(picture, picture.get_rect(center=cell.center))
            if held:
                side = radius * 7 // 10
                mark = pygame.Rect(0, 0, side, side)
                mark.bottomright = (cell.centerx + radius, cell.centery + radius)
                page.box(mark, DONE, WHITE, 2, side // 4)
                paint.tick(page.surface, mark.inflate(-4, -4), WHITE)
            act = partial(self._open, seat, scheme)
            page.target(Target(cell.copy(), act, f"cell-{scheme}-{seat}"))

    # --- a card for each ------------------------------------------------------------------

    def _cards(self, page: Page, box: pygame.Rect) -> None:
        scale, gap = page.scale, page.scale.gap
        count = len(self.game.seats)
        places = grid(box, count, seats_across(page, count), gap)
        for seat, place in zip(self.game.seats, places, strict=True):
            look = look_of(self.game, seat)
            page.box(place, WHITE, look.colours.ring, scale.line * 2)
            face = min(round(scale.touch * 1.3), place.height * 3 // 10)
            head = pygame.Rect(place.x, place.y, place.width, face)
            name = self._head(page, seat, head)
            said = self.game.household_name(seat).shown
            size = scale.size("body").floor
            year = signed(self.net[seat])
            taken = page.letters.width(said, "title", round(size * 1.15)) + 2 * gap
            if taken + page.letters.width(year.shown, "title", size) <= name.width:
                colour = money_colour(self.net[seat])
                spot = pygame.Rect(name.x + taken, name.y, name.width - taken, name.height)
                line(page, year, spot, colour=colour, align="right")
            inner = place.inflate(-2 * gap, 0)
            inner.y, inner.height = place.y + face + gap // 2, place.height - face - gap
            acts = round(scale.touch * 1.02)
            upper = pygame.Rect(inner.x, inner.y, inner.width, inner.height - acts - gap // 2)
            full = upper.height >= scale.touch * 1.5 * len(self.paid) + gap
            if full:
                each = (upper.height - gap * (len(self.paid) - 1)) // len(self.paid)
                for n, scheme in enumerate(self.paid):
                    y = upper.y + n * (each + gap)
                    self._cell(page, seat, scheme, pygame.Rect(upper.x, y, upper.width, each))
            else:
                spots = columns(upper, len(self.paid), gap // 2)
                for scheme, spot in zip(self.paid, spots, strict=True):
                    self._small(page, seat, scheme, spot)
            below = pygame.Rect(inner.x, inner.bottom - acts, inner.width, acts)
            self._acts(page, seat, below)

    def _small(self, page: Page, seat: int, scheme: str, box: pygame.Rect) -> None:
        """Draw a protection as its icon with the number of the option held."""
        game, gap = self.game, page.scale.gap
        held = self.choosing.held(seat, scheme)
        colours = scheme_pair(game, scheme)
        choices = self.choosing.choices(seat)
        options = siblings(game, scheme)
        radius = page.scale.radius * 2 // 3
        page.target(Target(box.copy(), partial(self._open, seat, scheme), f"cell-{scheme}-{seat}"))
        inner = box.inflate(-gap, -gap // 2)
        side = min(inner.height, round(page.scale.touch * 0.8))
        spot = pygame.Rect(inner.x, inner.centery - side // 2, side, side)
        text = pygame.Rect(spot.right + gap // 2, inner.y, 0, inner.height)
        text.width = inner.right - text.x
        name = game.option_icon(options[0].id)
        if held:
            page.box(box, colours.tint, colours.dark, page.scale.line, radius)
            page.icon(name, spot)
            number_text = plain(number_of(game, held))
            line(page, number_text, text, role="number", colour=colours.dark, align="centre")
        elif all(choices[o.id].refusal for o in options):
            page.box(box, CREAM, SAND, page.scale.line, radius)
            page.icon(name, spot, pale=True)
            lock = text.inflate(0, -text.height // 3)
            page.icon("locked", lock)
        else:
            paint.dashed_box(page.surface, box, DIM, radius, page.scale.line)
            page.icon(name, spot, pale=True)
