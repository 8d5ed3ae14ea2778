"""The opening of a chapter: what the year leaves, and what every household holds."""

from __future__ import annotations

import pygame

from games.life import chapter_ages
from games.life.events import ChapterBegan, Payday, YearsPassed
from games.ui.screens.common.arrange import cut_top, foot, grid, line, put, rows, seats_across
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, draw_face, draw_steps, look_of
from games.ui.screens.opening.choosing import NONE, Choosing, schemes_of
from games.ui.screens.opening.guided import draw_guided, question
from games.ui.screens.opening.offers import offer_row
from games.ui.screens.opening.overview import Overview, money_colour, signed
from games.ui.screens.opening.terms import pay_words, refusal_words, siblings
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Gap, Picture, Row, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import Motion, counted
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.text_render import Lettering
from games.ui.toolkit.theme import DIM, INK, PAIRS, SAND, WHITE, Scale
from games.ui.toolkit.widgets import Button


class OpeningScene(BallotScene):
    """Income, then protection for everybody; the first chapter takes one scheme a page.

    Attributes:
        choosing: what is ticked.
        steps: pages before the overview: "income" and groups of schemes.
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
        self.steps = ((), *((s,) for s in self.paid), self.acts) if first else ()
        self.step = 0
        self.sheet: tuple[int, str] | None = None
        self.note: Block | None = None
        events = [e for e in game.session.chapter_events if isinstance(e, Payday)]
        net = {event.seat: event.net for event in events}
        self.net = tuple(net.get(seat, 0) for seat in game.seats)
        self.motion = Motion(900, calm=game.settings.calm or not first)
        self._counting: list[tuple[pygame.Rect, int, int]] = []

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
                    [FaceDisc(look, 1.5, badge=False), Say(refused, "body", "read")], [0, 1]
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
        page.ground()
        self._counting = []
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

    def _head(self, page: Page, box: pygame.Rect, left: Block) -> None:
        gear = self.gear()
        wide = gear.natural(page, box.width, 0.0)
        gear.draw(page, pygame.Rect(box.right - wide, box.y, wide, page.scale.touch), 0.0)
        room = pygame.Rect(box.x, box.y, box.width - wide - page.scale.gap, box.height)
        put(page, left, room)

    def _ages(self, page: Page, box: pygame.Rect) -> None:
        """Draw the way of ages, this chapter's the largest."""
        game = self.game
        last = game.tables.amounts.last_age
        ages = (*chapter_ages(game.tables, game.state.chapters), last)
        size = page.scale.size("label").floor
        radius = round(size * 0.8)
        now = game.state.chapter - 1
        dark = PAIRS["leaf"].dark
        step = (box.width - 2 * radius) / (len(ages) - 1)
        centres = [(round(box.x + radius + step * n), box.centery) for n in range(len(ages))]
        thick = max(4, radius // 5)
        for n, (start, end) in enumerate(zip(centres, centres[1:], strict=False)):
            colour = dark if n < now else SAND
            page.surface.fill(colour, (start[0], start[1] - thick // 2, end[0] - start[0], thick))
        for n, (age, centre) in enumerate(zip(ages, centres, strict=True)):
            big = n == now
            r = round(radius * 1.45) if big else radius
            full = n <= now
            page.surface.blit(paint.disc(r, dark if full else SAND), (centre[0] - r, centre[1] - r))
            if not full:
                inner = r - page.scale.line
                at = (centre[0] - inner, centre[1] - inner)
                page.surface.blit(paint.disc(inner, WHITE), at)
            place = pygame.Rect(0, 0, 2 * r, 2 * r)
            place.center = centre
            page.text(
                plain(age),
                place,
                face="title",
                size=page.scale.size("body").floor if big else size,
                colour=WHITE if full else INK,
                align="centre",
                role="label",
            )

    def _way(self, page: Page, box: pygame.Rect, title: Say) -> None:
        """Draw the head of the chapter: its title and the way of ages."""
        gear = self.gear()
        wide = gear.natural(page, box.width, 0.0)
        gear.draw(page, pygame.Rect(box.right - wide, box.y, wide, page.scale.touch), 0.0)
        room = box.width - wide - page.scale.gap
        ages = room * 48 // 100 if page.scale.wide else 0
        text = pygame.Rect(box.x, box.y, room - ages - page.scale.gap, box.height)
        put(page, Row([Picture("sun-behind-cloud", 1.9), title], [0, 1]), text)
        if ages:
            self._ages(page, pygame.Rect(box.x + room - ages, box.y, ages, box.height))

    def _title(self) -> Say:
        words, game = self.words, self.game
        passed = next((e.years for e in game.session.events if isinstance(e, YearsPassed)), 0)
        began = any(isinstance(e, ChapterBegan) and e.chapter > 1 for e in game.session.events)
        if began and passed:
            return Say(words("opening.years", years=passed), "title", "title")
        if game.state.chapter == 1:
            return Say(words("opening.first"), "title", "title")
        return Say(words("opening.age", age=game.age), "title", "title")

    def _income(self, page: Page) -> None:
        """Draw what the year leaves to each household, counted up, and its dream."""
        words = self.words
        label = words("opening.to-protect")
        said = Say(words("opening.income.how"), "body", "read", DIM)
        body = foot(page, Button("go-on", self.go_on, label, look="primary"), said)
        top, body = cut_top(body, page.scale.touch, page.scale.gap)
        self._way(page, top, self._title())
        count = len(self.game.seats)
        for seat, box in enumerate(grid(body, count, seats_across(page, count), page.scale.gap)):
            self._year(page, seat, box)

    def _year(self, page: Page, seat: int, box: pygame.Rect) -> None:
        game, scale, gap = self.game, page.scale, page.scale.gap
        look = look_of(game, seat)
        page.box(box, WHITE, look.colours.ring, scale.line * 2)
        inner = box.inflate(-2 * gap, -round(1.5 * gap))
        dream = game.dream(seat)
        tall = min(round(scale.touch * 1.7), inner.height * 30 // 100)
        head, rest = cut_top(inner, tall, gap // 2)
        radius = round(tall * 0.46)
        draw_face(page.surface, look, (head.x + radius, head.centery), radius)
        name = pygame.Rect(head.x + radius * 2 + gap, head.y, 0, head.height)
        name.width = head.right - name.x
        put(page, Say(game.household_name(seat), "lead", "title", look.colours.dark), name)
        steps, middle = None, rest
        if dream is not None:
            below = min(round(scale.touch * 1.2), rest.height * 40 // 100)
            steps = pygame.Rect(rest.x, rest.bottom - below, rest.width, below)
            middle = pygame.Rect(rest.x, rest.y, rest.width, rest.height - below - gap)
            side = below
            page.icon(dream.icon, pygame.Rect(steps.x, steps.y, side, side))
            place = pygame.Rect(steps.x + side + gap, steps.y, steps.width - side - gap, below)
            draw_steps(page.surface, place, game.state.households[seat].steps)
        sums = rows(middle, 2, 0)
        side = min(sums[0].height * 8 // 10, sums[0].width // 4)
        work = game.occupation(seat).icon
        baht, money = self.net[seat], game.state.households[seat].money
        for picture, spot, start, end in (
            (work, sums[0], 0, baht),
            ("coin", sums[1], money - baht, money),
        ):
            page.icon(picture, pygame.Rect(spot.x, spot.centery - side // 2, side, side))
            text = pygame.Rect(spot.x + side, spot.y, spot.width - side, spot.height)
            if self.motion.moving:
                self._counting.append((text, start, end))
            elif picture == "coin":
                line(page, plain(end), text, role="number", align="right")
            else:
                colour = money_colour(end)
                line(page, signed(end), text, role="number", colour=colour, align="right")

    def _guided(self, page: Page, schemes: tuple[str, ...]) -> None:
        waiting = [s for s in self.game.seats if self.choosing.waits(s, schemes)]
        if waiting:
            name = self.game.household_name(waiting[0])
            button = Button(
                "go-on", None, self.words("opening.wait", household=name), look="primary"
            )
        else:
            button = Button("go-on", self.go_on, self._next_label(), look="primary")
        body = foot(page, button, self.note or Gap(0))
        top, body = cut_top(body, page.scale.touch, page.scale.gap)
        self._head(page, top, question(self.game, schemes))
        draw_guided(page, self.game, self.choosing, schemes, body, self.pick)

    def _next_label(self):  # type: ignore[no-untyped-def]
        if self.step + 1 >= len(self.steps):
            return self.words("opening.start")
        following = self.steps[self.step + 1]
        if len(following) == 1:
            return self.words("opening.next", scheme=self.game.scheme_short(following[0]))
        return self.words("go-on")

    def _overview(self, page: Page) -> None:
        words = self.words
        said = Row(
            [Picture("magnifying-glass-tilted-left", 1.2), Say(words("opening.tap"))], [0, 1]
        )
        start = Button("go-on", self.go_on, words("opening.start"), look="primary")
        body = foot(page, start, said)
        top, body = cut_top(body, page.scale.touch, page.scale.gap)
        self._way(page, top, self._title())
        overview = Overview(
            self.game, self.choosing, self.paid, self.acts, self.net, self.open_sheet
        )
        overview.draw(page, body)

    def _sheet(self, page: Page, seat: int, scheme: str) -> None:
        """Draw the options of a scheme for one household, one below the other."""
        game, gap = self.game, page.scale.gap
        look = look_of(game, seat)
        page.ground(look.colours.tint)
        back = Button("back", self.close_sheet, self.words("back"), look="primary")
        left = self.words("opening.purse", baht=self.choosing.left(seat))
        body = foot(page, back, self.note or Say(left, "body", "title", look.colours.dark))
        top, body = cut_top(body, round(page.scale.touch * 1.1), gap)
        title = Say(self.words("opening.ask", scheme=game.scheme_short(scheme)), "title", "title")
        self._head(page, top, Row([FaceDisc(look, 2), title], [0, 1]))
        options = [row.id for row in siblings(game, scheme)]
        held = self.choosing.held(seat, scheme)
        choices = self.choosing.choices(seat)
        stays = bool(held) and self.choosing.done(seat, held)
        shown = [*options] if stays else [*options, NONE]
        for option, box in zip(shown, rows(body, max(3, len(shown)), gap), strict=False):
            if option:
                pay = self.words("opening.done") if stays else pay_words(game, choices[option])
                refused = refusal_words(game, choices[option])
            else:
                pay, refused = self.words("opening.none"), None
            on = option == held
            offer_row(page, game, option, pay, box, on=on, refused=refused)
            if not stays:
                act = lambda option=option: self.pick(seat, scheme, option)  # noqa: E731
                page.target(Target(box, act, f"option-{option or 'none'}"))

    # --- motion ---------------------------------------------------------------------------

    @property
    def moving(self) -> bool:
        """True while the sums count up."""
        return self.motion.moving

    def tick(self, elapsed: int) -> bool:
        return self.motion.tick(elapsed)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.motion.moving:
            return False
        letters: Lettering = self.game.stage.letters
        share = self.motion.share(0, self.motion.lasting)
        size = scale.size("number").floor
        for box, start, end in self._counting:
            text = plain(counted(share, start, end)).th
            picture = letters.font("title", size).render(text, True, INK)
            surface.blit(picture, picture.get_rect(right=box.right, centery=box.centery))
        return True
