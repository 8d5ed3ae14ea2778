"""The service unit: mend a heart, ask the mentor, invite another household."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from engine.schema.text import Text
from games.rules import AskMentor, Greet, Invite, Mend, invitations
from games.rules.phases.unit import Invitation
from games.ui.screens.common.household import FaceDisc, hearts, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.opening.terms import option_row
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

GOLD = PAIRS["gold"]
MOST_INVITATIONS = 6
"""So many invitations stand on one page: the cheapest of each household and scheme."""


class UnitScene(GameScene):
    """One thing can be done here; only what is possible is shown.

    Attributes:
        part: "" the choice; "mentor" or "invite": which scheme or household.
    """

    kind = "unit"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.part = ""

    def build(self, page: Page) -> None:
        look = look_of(self.game, self.seat)
        name = self.game.household_name(self.seat)
        key = {"": "unit.head", "mentor": "unit.which", "invite": "unit.whom"}[self.part]
        head: list[Block] = [chip(self.words(key), "house-with-garden", GOLD), FaceDisc(look, 1.6)]
        if page.scale.wide:
            head.append(Say(name, "body", "title", look.colours.dark))
            head.append(hearts(self.game.state.households[self.seat].hearts, gaps=6))
        if self.part == "mentor":
            cells = self._schemes()
        elif self.part == "invite":
            cells = self._guests()
        else:
            cells = self._choices(page.scale.wide)
        columns = 1 if not page.scale.wide else len(cells)
        if self.part == "invite" and not page.scale.wide and len(cells) > 3:
            columns = 2
        elif self.part and page.scale.wide:
            columns = 2 if len(cells) in (2, 4) else min(3, len(cells))
        frame(
            page,
            Grid(cells, max(1, columns), gaps=0.8),
            head=self.head(*head),
            sides=self._sides(),
            ground=GOLD.tint,
        )

    def back(self) -> None:
        if self.part:
            self._open("")
            self.game.scenes.dirty = True
        else:
            super().back()

    def _open(self, part: str) -> None:
        self.part = part

    def _sides(self) -> list[Button]:
        """Return the way back, or on without anything: never where a choice was tapped."""
        if self.part:
            return [Button("back", partial(self._open, ""), self.words("back"), role="body")]
        return [Button("greet", self.making(Greet()), self.words("unit.on"), role="body")]

    def _choices(self, wide: bool) -> list[Block]:
        """Return what can be done here now."""
        found: list[Block] = []
        mend = self.making(Mend())
        if mend is not None:
            found.append(self._choice("mend", "mending-heart", mend, wide))
        if self._mentor_schemes:
            found.append(self._choice("mentor", "light-bulb", partial(self._open, "mentor"), wide))
        if self._invitations:
            ask = partial(self._open, "invite")
            found.append(self._choice("invite", "busts-in-silhouette", ask, wide))
        if not found:
            rest = Say(self.words("unit.rest"), "lead", "title", INK, "centre")
            found.append(
                Card(
                    Column(FaceDisc(look_of(self.game, self.seat), 4), rest, gaps=1), WHITE, grow=1
                )
            )
        return found

    def _choice(self, name: str, picture: str, action: Callable[[], None], wide: bool) -> Block:
        says: list[Block] = [
            Say(self.words(f"unit.{name}"), "lead", "title", GOLD.dark, "centre"),
            Say(self.words(f"unit.{name}.gives"), "body", "read", INK, "centre"),
        ]
        ends = Gap(0, grow=1)
        large = Either(
            *[Column(ends, Picture(picture, n), *says, ends, gaps=0.5) for n in (3.6, 2.4, 1.4)]
        )
        low = Row(Picture(picture, 2.2), Column(*says, gaps=0), shares=[0, 1])
        return Button(name, action, part=large if wide else low, pair=GOLD, grow=1)

    @property
    def _mentor_schemes(self) -> list[str]:
        schemes = self.game.catalogue.schemes
        return [name for name in schemes if self.game.allows(AskMentor(name))]

    def _schemes(self) -> list[Block]:
        """Return the schemes the mentor can explain."""
        cells: list[Block] = []
        for scheme in self._mentor_schemes:
            record = self.game.catalogue.schemes[scheme]
            part = Tight(Picture(record.icon, 2.4), Say(record.short, "lead", "title", GOLD.dark))
            move = self.making(AskMentor(scheme))
            cells.append(Button(f"scheme-{scheme}", move, part=part, pair=GOLD, grow=1))
        return cells

    @property
    def _invitations(self) -> list[Invitation]:
        """Return for each household and scheme its cheapest option."""
        cheapest: dict[tuple[int, str], Invitation] = {}
        for found in invitations(self.game.tables, self.game.state):
            key = (found.seat, option_row(self.game, found.option).scheme)
            known = cheapest.get(key)
            if known is None or found.each * found.times < known.each * known.times:
                cheapest[key] = found
        ranked = sorted(cheapest.values(), key=lambda i: option_row(self.game, i.option).index)
        return sorted(ranked[:MOST_INVITATIONS], key=lambda i: i.seat)

    def _title(self, option: str) -> Text:
        """Return a short name of what one is invited to."""
        scheme = option_row(self.game, option).scheme
        if scheme in self.game.catalogue.schemes:
            return self.game.option_title(option)
        return self.words(f"hold.short.{scheme}")

    def _guests(self) -> list[Block]:
        """Return whom one can invite, to what, and what it pays."""
        cells: list[Block] = []
        for found in self._invitations:
            look = look_of(self.game, found.seat)
            title = self._title(found.option)
            pays = self.words("baht", baht=found.each * found.times)
            part = Row(
                FaceDisc(look, 2),
                Column(
                    Say(title, "body", "title", look.colours.dark),
                    Say(pays, "body", "read", INK),
                    gaps=0,
                ),
                shares=[0, 1],
            )
            move = self.making(Invite(found.seat, found.option))
            name = f"invite-{found.seat + 1}-{found.option}"
            cells.append(Button(name, move, part=part, pair=look.colours.pair, grow=1))
        return cells
