"""The market: the next step of the dream, or the tool of the work, with prices and pictures."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.text import Text
from games.rules import Offer, offers
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.village.wares import Ware, WareButton, tool_of
from games.ui.shell.frame import chip, frame
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS
from games.ui.toolkit.widgets import Button, Card

INDIGO = PAIRS["indigo"]


class MarketScene(BallotScene):
    """The market's offers to each household; a tap takes a thing or puts it back."""

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
                *([Say(name, "body", "title", INK)] if page.scale.wide else []),
                Tight(Picture("coin", 1.1), Say(plain(money), "body", "title", INK)),
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
        """Return one household: each thing large."""
        cells: list[Block] = [self._ware(seat, offer, large=True) for offer in self._offers(seat)]
        return Row(*cells, grow=1) if page.scale.wide else Column(*cells, grow=1)

    def _column(self, seat: int) -> Block:
        """Return one household of several: its face and purse, and what it may buy."""
        look = look_of(self.game, seat)
        money = self.game.state.households[seat].money
        head = Row(
            FaceDisc(look, 1.5),
            Say(plain(money), "body", "title", look.colours.dark, "right"),
            shares=[0, 1],
            gaps=0.4,
        )
        cells = [self._ware(seat, offer, large=False) for offer in self._offers(seat)]
        return Card(
            Column(head, *cells, gaps=0.4, grow=1), look.colours.tint, look.colours.ring, pad=0.5
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
        block = Ware(picture, price, title, gain, step, count, bool(offer.short), large)
        action = None if offer.short else self._toggle(seat, offer.what)
        return WareButton(block, action, f"{offer.what}-{seat + 1}", offer.short > 0, count > 0)
