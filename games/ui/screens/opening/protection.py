"""The opening of a chapter: what the year leaves, and what every household holds."""

from __future__ import annotations

from functools import partial

import pygame

from engine.schema.text import Text
from games.rules.model.events import Payday
from games.ui.screens.common.arrange import corner, cut_top, foot, put, rows, with_legend
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.opening.chapter_head import draw_chapter_head
from games.ui.screens.opening.choosing import NONE, Choosing, schemes_of
from games.ui.screens.opening.guided import draw_guided, question
from games.ui.screens.opening.income import IncomePage
from games.ui.screens.opening.offers import offer_row
from games.ui.screens.opening.overview import Overview
from games.ui.screens.opening.terms import facts_behind, pay_words, refusal_words, siblings
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.motion import Motion
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import DIM, Scale
from games.ui.toolkit.widgets import Button

COUNT_UP = 900
"""Milliseconds in which the first year's sums count up."""


class OpeningScene(BallotScene):
    """Income, then protection for everybody; the first chapter takes one scheme a page.

    Attributes:
        choosing: what is ticked.
        steps: pages before the overview, each the schemes it asks about; none: the income.
        step: the page shown; `len(steps)`: the overview.
        sheet: (seat, scheme) whose options lie open; None: no sheet.
    """

    kind = "opening"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.choosing = Choosing(game)
        schemes = schemes_of(game)
        self.paid = tuple(s for s in schemes if len(siblings(game, s)) > 1)
        self.acts = tuple(s for s in schemes if s not in self.paid)
        first = game.state.chapter == 1
        self.steps: tuple[tuple[str, ...], ...] = (
            ((), *((s,) for s in self.paid), self.acts) if first else ()
        )
        self.step = 0
        self.sheet: tuple[int, str] | None = None
        self.note: Block | None = None
        events = [e for e in game.session.chapter_events if isinstance(e, Payday)]
        net = {event.seat: event.net for event in events}
        self.net = tuple(net.get(seat, 0) for seat in game.seats)
        self.motion = Motion(COUNT_UP, calm=game.settings.calm or not first)
        self._income_page = IncomePage(game, self.net, self.motion)

    # --- acts -----------------------------------------------------------------------------

    def pick(self, seat: int, scheme: str, option: str) -> None:
        """Take a tap: tick an option, take it back, or decide for none of the page."""
        self.note = None
        page = self.steps[self.step] if self.step < len(self.steps) else (scheme,)
        if not option:
            for one in page:
                self.choosing.pick(seat, one, NONE)
        elif len(page) > 1 and self.choosing.held(seat, scheme) == option:
            self.choosing.pick(seat, scheme, NONE)
        else:
            refused = refusal_words(self.game, self.choosing.choices(seat)[option])
            if refused is not None:
                look = look_of(self.game, seat)
                self.note = Row(
                    FaceDisc(look, 1.5, badge=False), Say(refused, "body", "read"), shares=[0, 1]
                )
                return
            self.choosing.pick(seat, scheme, option)
        if self.sheet is not None:
            self.sheet = None
            self.settle()

    def open_sheet(self, seat: int, scheme: str) -> None:
        """Show the options of a scheme, large, for one household."""
        self.sheet = (seat, scheme)
        self.settle()

    def close_sheet(self) -> None:
        """Close the sheet; nothing changes."""
        self.sheet = None
        self.settle()

    def back(self) -> None:
        if self.sheet is not None:
            self.close_sheet()
        else:
            super().back()

    def go_on(self) -> None:
        """Show the next page; after the last one give what every household holds."""
        self.note = None
        self.motion.skip()
        if self.step + 1 < len(self.steps):
            self.step += 1
            self.settle()
            return
        for seat, hold in enumerate(self.choosing.chosen):
            self.give(seat, tuple(sorted(hold)))
        self.submit()

    # --- pages ----------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        with_legend(page, lambda: self._draw(page))

    def _draw(self, page: Page) -> None:
        page.ground()
        if self.sheet is not None:
            self._sheet(page, *self.sheet)
        elif self.step < len(self.steps):
            schemes = self.steps[self.step]
            if schemes:
                self._guided(page, schemes)
            else:
                self._income(page)
        else:
            self._overview(page)

    def _head(self, page: Page, body: pygame.Rect, left: Block | None = None) -> pygame.Rect:
        """Draw the head, of the chapter where no block is given; return what is left below."""
        tall = page.scale.touch
        gear = self.gear()
        if left is not None:
            room = body.width - gear.natural(page, body.width, 0.0) - page.scale.gap
            tall = max(tall, left.height(page, room, 0.0))
        top, body = cut_top(body, tall, page.scale.gap)
        top = corner(page, gear, top)
        if left is not None:
            put(page, left, top)
        else:
            draw_chapter_head(page, self.game, top)
        return body

    def _income(self, page: Page) -> None:
        """Draw what the year leaves to each household."""
        words = self.words
        said = Say(words("opening.income.how"), "body", "read", DIM)
        way_on = Button("go-on", self.go_on, words("opening.to-protect"), look="primary")
        self._income_page.draw(page, self._head(page, foot(page, way_on, said)))

    def _guided(self, page: Page, schemes: tuple[str, ...]) -> None:
        waiting = [s for s in self.game.seats if self.choosing.waits(s, schemes)]
        if waiting:
            name = self.game.household_name(waiting[0])
            button = Button(
                "go-on", None, self.words("opening.wait", household=name), look="primary"
            )
        else:
            button = Button("go-on", self.go_on, self._next_label(), look="primary")
        left = self.note or self._sources(schemes)
        body = self._head(page, foot(page, button, left), question(self.game, schemes))
        draw_guided(page, self.game, self.choosing, schemes, body, self.pick)

    def _sources(self, schemes: tuple[str, ...]) -> Block:
        """Return the way to the sources of what is offered; nothing where no fact is behind."""
        facts = facts_behind(self.game, schemes)
        return Tight(sources_button(self.game, facts), align="left") if facts else Gap(0)

    def _next_label(self) -> Text:
        if self.step + 1 >= len(self.steps):
            return self.words("opening.start")
        following = self.steps[self.step + 1]
        if len(following) == 1:
            return self.words("opening.next", scheme=self.game.scheme_short(following[0]))
        return self.words("go-on")

    def _overview(self, page: Page) -> None:
        words = self.words
        tap = Say(words("opening.tap"), "body", "read")
        said = Row(Picture("magnifying-glass-tilted-left", 1.2), tap, shares=[0, 1])
        start = Button("go-on", self.go_on, words("opening.start"), look="primary")
        body = self._head(page, foot(page, start, said))
        overview = Overview(
            self.game, self.choosing, self.paid, self.acts, self.net, self.open_sheet
        )
        overview.draw(page, body)

    def _sheet(self, page: Page, seat: int, scheme: str) -> None:
        """Draw the options of a scheme for one household, one below the other."""
        game, words = self.game, self.words
        look = look_of(game, seat)
        page.ground(look.colours.tint)
        back = Button("back", self.close_sheet, words("back"), look="primary")
        left = words("opening.purse", baht=self.choosing.left(seat))
        money = Say(left, "body", "title", look.colours.dark)
        said = self.note or Row(money, self._sources((scheme,)), shares=[1, 0])
        title = Say(words("opening.ask", scheme=game.scheme_short(scheme)), "lead", "title")
        body = self._head(
            page, foot(page, back, said), Row(FaceDisc(look, 1.8), title, shares=[0, 1])
        )
        held = self.choosing.held(seat, scheme)
        choices = self.choosing.choices(seat)
        stays = bool(held) and self.choosing.done(seat, held)
        options = [row.id for row in siblings(game, scheme)]
        shown = options if stays else [*options, NONE]
        places = rows(body, max(3, len(shown)), page.scale.gap)
        for option, box in zip(shown, places, strict=False):
            refused = None
            pay = words("opening.none")
            if option:
                pay = words("opening.done") if stays else pay_words(game, choices[option])
                refused = refusal_words(game, choices[option])
            offer_row(page, game, option, pay, box, on=option == held, refused=refused)
            if not stays:
                act = partial(self.pick, seat, scheme, option)
                page.target(Target(box, act, f"option-{option or 'none'}"))

    # --- motion ---------------------------------------------------------------------------

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        return self._income_page.overlay(surface, scale)
