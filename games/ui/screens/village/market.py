"""The market: the next step of the dream, or the tool of the work, with prices and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from engine.schema.household import Tool
from engine.schema.text import Text
from games.life import Offer, offers
from games.life.events import Bought
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, draw_steps, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST, Motion, confetti, draw_confetti
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import CREAM, DIM, DONE, INK, PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Button, Card, Draw

INDIGO = PAIRS["indigo"]
A_PAGE = 3
"""So many things bought are shown on one page."""


class MarketScene(BallotScene):
    """What each household may buy; a tap takes a thing or puts it back."""

    kind = "market"

    def build(self, page: Page) -> None:
        seats = self.buyers
        alone = len(seats) == 1
        if alone:
            body: Block = self._alone(page, seats[0])
        else:
            wide = page.scale.wide
            columns = len(seats) if wide and len(seats) <= 4 else (3 if wide else 2)
            body = Grid([self._column(seat) for seat in seats], columns, gaps=0.6)
        head = [chip(self.words("market.head"), "shopping-cart", INDIGO)]
        if alone:
            look = look_of(self.game, seats[0])
            name = self.game.household_name(seats[0])
            money = self.game.state.households[seats[0]].money
            head += [
                FaceDisc(look, 1.6),
                Say(name, "body", "title", look.colours.dark),
                Tight([Picture("coin", 1.1), Say(plain(money), "body", "title", INK)]),
            ]
        frame(
            page,
            body,
            head=self.head(*head),
            primary=self._primary(),
            sides=[Button("nothing", self._nothing, self.words("market.nothing"), role="body")],
            ground=INDIGO.tint,
        )

    @property
    def buyers(self) -> list[int]:
        """Seats that are asked, because they can buy something."""
        return [seat for seat in self.game.seats if self.ballot.asked[seat].kind == "wares"]

    def _wares(self, seat: int) -> tuple[str, ...]:
        reply = self.reply(seat)
        return tuple(str(ware) for ware in reply) if isinstance(reply, tuple) else ()

    def _primary(self) -> Button:
        """Buy what is taken; while nothing is, the button only says what to do."""
        if not any(self._wares(seat) for seat in self.buyers):
            return Button("buy", None, self.words("market.choose"))
        return Button("buy", self.submit, self.words("market.buy"), look="primary")

    def _nothing(self) -> None:
        """Buy nothing this time."""
        for seat in self.buyers:
            self.give(seat, None)
        self.submit()

    def _toggle(self, seat: int, what: str) -> Callable[[], None]:
        """Return the tap on a thing: one more of it while the purse holds it, else none."""

        def tap() -> None:
            wares = self._wares(seat)
            more = (*wares, what)
            if self.refusal(seat, more) is not None:
                more = tuple(ware for ware in wares if ware != what)
            self.give(seat, more or None)

        return tap

    def _offers(self, seat: int) -> tuple[Offer, ...]:
        return offers(self.game.tables, self.game.state, seat)

    def _alone(self, page: Page, seat: int) -> Block:
        """One household: each thing large."""
        cells: list[Block] = [self._ware(seat, offer, large=True) for offer in self._offers(seat)]
        return Row(cells, grow=1) if page.scale.wide else Column(cells, grow=1)

    def _column(self, seat: int) -> Block:
        """One household of several: its face and purse, and what it may buy."""
        look = look_of(self.game, seat)
        money = self.game.state.households[seat].money
        head = Row(
            [
                FaceDisc(look, 1.5),
                Say(plain(money), "body", "title", look.colours.dark, "right"),
            ],
            [0, 1],
            gaps=0.4,
        )
        cells = [self._ware(seat, offer, large=False) for offer in self._offers(seat)]
        return Card(
            Column([head, *cells], gaps=0.4, grow=1), look.colours.tint, look.colours.ring, pad=0.5
        )

    def _ware(self, seat: int, offer: Offer, *, large: bool) -> Block:
        count = self._wares(seat).count(offer.what)
        if offer.what == "tool":
            tool = tool_of(self.game, seat)
            picture = tool.icon if tool is not None else "gear"
            title = tool.title if tool is not None else plain("")
            gain: Text | None = self.words("market.yearly", baht=offer.yearly)
            step = 0
        else:
            dream = self.game.dream(seat)
            picture = dream.icon if dream is not None else "star"
            title = dream.title if dream is not None else plain("")
            gain = None
            step = offer.number
        price = (
            self.words("market.short", baht=offer.short)
            if offer.short
            else self.words("baht", baht=offer.baht)
        )
        block = _Ware(picture, price, title, gain, step, count, bool(offer.short), large)
        action = None if offer.short else self._toggle(seat, offer.what)
        return _Tap(block, action, f"{offer.what}-{seat + 1}", offer.short > 0, count > 0)


def tool_of(game: GameScreens, seat: int) -> Tool | None:
    """Return the tool of a household's work."""
    work = game.state.households[seat].occupation
    return next((tool for tool in game.catalogue.tools if tool.occupation == work), None)


@dataclass(frozen=True)
class _Ware:
    """A thing on sale: picture, price, and what it is, in as many words as there is room for.

    Attributes:
        step: which step of the dream it is; 0 for a tool.
        count: how many are taken.
        large: nothing else is on sale beside it.
    """

    picture: str
    price: Text
    title: Text
    gain: Text | None
    step: int
    count: int
    short: bool
    large: bool
    grow: float = 1

    def _parts(self, picture: float, steps: float, role: str, *, said: bool) -> Column:
        parts: list[Block] = []
        if said:
            parts.append(Say(self.title, role, "title", INK, "centre"))
        parts.append(Picture(self.picture, picture, grow=1))
        if self.step:
            parts.append(Draw(self._steps, gaps=steps, grow=0))
        if self.gain is not None and said:
            parts.append(Say(self.gain, "body", "read", DONE, "centre"))
        colour = DIM if self.short else INDIGO.dark
        parts.append(Say(self.price, role, "title", colour, "centre"))
        return Column(parts, gaps=0.2)

    def _ways(self) -> list[Column]:
        """Return the ways to show it, the richest first."""
        small = self._parts(1.6, 2.2, "body", said=False)
        middle = [self._parts(lines, 3, "body", said=True) for lines in (3, 2.2, 1.6)]
        if self.large:
            return [self._parts(4.5, 4.5, "lead", said=True), *middle]
        return [*middle, small]

    def _steps(self, page: Page, rect: pygame.Rect) -> None:
        box = pygame.Rect(0, 0, min(rect.width, round(rect.height * 3.4)), rect.height)
        box.center = rect.center
        draw_steps(page.surface, box, self.step - 1 + self.count)

    def height(self, page: Page, width: int, ease: float) -> int:
        return self._ways()[-1].height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        ways = self._ways()
        fits = (way for way in ways if way.height(page, rect.width, 0) <= rect.height)
        next(fits, ways[-1]).draw(page, rect, 0.0 if not self.large else ease)


@dataclass(frozen=True)
class _Tap:
    """A thing that can be tapped: a line around it, a tick when taken, dashed when too dear."""

    part: _Ware
    action: Callable[[], None] | None
    name: str
    short: bool
    taken: bool
    grow: float = 1

    def height(self, page: Page, width: int, ease: float) -> int:
        gap = page.scale.gap
        return max(page.scale.touch, self.part.height(page, width - gap, ease) + gap)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        line, radius = page.scale.line, page.scale.radius
        if self.short:
            page.box(rect, CREAM)
            paint.dashed_box(page.surface, rect, DIM, radius, line)
        else:
            page.box(rect, WHITE, INDIGO.dark, line * (3 if self.taken else 1))
        self.part.draw(page, rect.inflate(-page.scale.gap, -page.scale.gap), ease)
        if self.taken:
            side = round(page.scale.gap * 2)
            mark = pygame.Rect(rect.right - side, rect.y, side, side)
            page.box(mark, INDIGO.dark, radius=side // 4)
            paint.tick(page.surface, mark, WHITE)
        if self.action is not None:
            page.target(Target(rect.copy(), self.action, self.name, radius=radius))


class BoughtScene(GameScene):
    """What was bought: each step with its sentence, and joy."""

    kind = "bought"

    def __init__(self, game: GameScreens, bought: tuple[Bought, ...], first: int = 0) -> None:
        super().__init__(game)
        self.bought = bought
        self.first = first
        self.motion = Motion(LONGEST, calm=game.settings.calm)

    @property
    def moving(self) -> bool:
        """True while the confetti falls."""
        return self.motion.moving

    def tick(self, elapsed: int) -> bool:
        return self.motion.tick(elapsed)

    def build(self, page: Page) -> None:
        shown = self.bought[self.first : self.first + A_PAGE]
        dreams = any(one.what == "step" for one in shown)
        rows = [self._one(one, alone=len(shown) == 1) for one in shown]
        frame(
            page,
            Column(rows, gaps=0.6),
            head=self.title_head(
                self.words("bought.dream" if dreams else "bought.tool"), INDIGO.dark, "star"
            ),
            primary=self.way_on()
            if self.first + A_PAGE >= len(self.bought)
            else Button("go-on", self._more, self.words("go-on"), look="primary"),
            ground=INDIGO.tint,
        )

    def _more(self) -> None:
        self.game.stage.show(BoughtScene(self.game, self.bought, self.first + A_PAGE))

    def _one(self, bought: Bought, *, alone: bool) -> Block:
        look = look_of(self.game, bought.seat)
        dream = self.game.dream(bought.seat)
        tool = tool_of(self.game, bought.seat)
        if bought.what == "step" and dream is not None:
            picture, text = dream.icon, dream.steps[bought.steps - 1].text
            title = dream.title
            steps: list[Block] = [
                Draw(lambda p, rect: _centred_steps(p, rect, bought.steps), gaps=3.6, grow=0)
            ]
        else:
            picture = tool.icon if tool is not None else "gear"
            text = tool.text if tool is not None else plain("")
            title = tool.title if tool is not None else plain("")
            steps = []
        if alone:
            parts: list[Block] = [
                Tight([FaceDisc(look, 3), Picture(picture, 4)], gaps=2),
                Say(text, "lead", "title", INK, "centre"),
                Say(title, "body", "read", DIM, "centre"),
                *steps,
            ]
            return Card(Column(parts, gaps=0.8), WHITE, look.colours.ring, 2, grow=1)
        row: list[Block] = [
            FaceDisc(look, 1.9),
            Picture(picture, 1.7),
            Say(text, "body", "strong", INK),
            *steps,
        ]
        shares = [0, 0, 1, *([0.24] if steps else [])]
        plain_row = Row(row[:3], shares[:3])
        return Card(Either([Row(row, shares), plain_row]), WHITE, look.colours.ring, 1.5, 0.5, grow=1)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        draw_confetti(surface, surface.get_rect(), confetti(), self.motion.elapsed)
        return True


def _centred_steps(page: Page, rect: pygame.Rect, steps: int) -> None:
    tall = min(rect.height, round(rect.width / 3.2))
    box = pygame.Rect(0, 0, min(rect.width, round(tall * 3.4)), tall)
    box.center = rect.center
    draw_steps(page.surface, box, steps)
