"""The service unit: mend a heart, ask the mentor, invite another household."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from engine.schema.text import Text
from games.life import AskMentor, Greet, Invite, Mend, invitations
from games.life.events import InviteAnswered, MentorAsked
from games.life.unit import Invitation
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, hearts, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.opening.offers import offer_row
from games.ui.screens.opening.terms import option_row, siblings
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.motion import LONGEST, Motion, confetti, draw_confetti
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, Scale
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
        head: list[Block] = [
            chip(self.words(key), "house-with-garden", GOLD),
            FaceDisc(look, 1.6),
        ]
        if page.scale.wide:
            head.append(Say(name, "body", "title", look.colours.dark))
            head.append(hearts(self.game.state.households[self.seat].hearts, gaps=6))
        cells = {"": self._choices, "mentor": self._schemes, "invite": self._guests}[self.part]()
        columns = 1 if not page.scale.wide else len(cells)
        if self.part and page.scale.wide:
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
            self.game.stage.dirty = True
        else:
            super().back()

    def _open(self, part: str) -> None:
        self.part = part

    def _sides(self) -> list[Button]:
        """Return the way back, or on without anything: never where a choice was tapped."""
        if self.part:
            return [Button("back", partial(self._open, ""), self.words("back"), role="body")]
        return [Button("greet", self.making(Greet()), self.words("unit.on"), role="body")]

    def _choices(self) -> list[Block]:
        """Return what can be done here now."""
        found: list[Block] = []
        mend = self.making(Mend())
        if mend is not None:
            found.append(
                self._choice("mend", "mending-heart", "unit.mend", "unit.mend.gives", mend)
            )
        if self._mentor_schemes:
            ask = partial(self._open, "mentor")
            found.append(
                self._choice("mentor", "light-bulb", "unit.mentor", "unit.mentor.gives", ask)
            )
        if self._invitations:
            ask = partial(self._open, "invite")
            found.append(
                self._choice("invite", "speech-balloon", "unit.invite", "unit.invite.gives", ask)
            )
        if not found:
            rest = Say(self.words("unit.rest"), "lead", "title", INK, "centre")
            found.append(
                Card(
                    Column([FaceDisc(look_of(self.game, self.seat), 4), rest], gaps=1),
                    WHITE,
                    grow=1,
                )
            )
        return found

    def _choice(
        self, name: str, picture: str, title: str, gives: str, action: Callable[[], None]
    ) -> Block:
        part = Column(
            [
                Gap(0, grow=1),
                Picture(picture, 3.6),
                Say(self.words(title), "lead", "title", GOLD.dark, "centre"),
                Say(self.words(gives), "body", "read", INK, "centre"),
                Gap(0, grow=1),
            ],
            gaps=0.6,
        )
        return Button(name, action, part=part, pair=GOLD, grow=1)

    @property
    def _mentor_schemes(self) -> list[str]:
        schemes = self.game.catalogue.schemes
        return [name for name in schemes if self.game.allows(AskMentor(name))]

    def _schemes(self) -> list[Block]:
        """Return the schemes the mentor can explain."""
        cells: list[Block] = []
        for scheme in self._mentor_schemes:
            record = self.game.catalogue.schemes[scheme]
            part = Tight(
                [Picture(record.icon, 2.4), Say(record.short, "lead", "title", GOLD.dark)]
            )
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

    def _guests(self) -> list[Block]:
        """Return whom one can invite, to what, and what it pays."""
        cells: list[Block] = []
        for found in self._invitations:
            look = look_of(self.game, found.seat)
            title = self.game.option_title(found.option)
            pays = self.words("baht", baht=found.each * found.times)
            part = Row(
                [
                    FaceDisc(look, 2),
                    Column(
                        [
                            Say(title, "body", "title", look.colours.dark),
                            Say(pays, "body", "read", INK),
                        ],
                        gaps=0,
                    ),
                ],
                [0, 1],
            )
            move = self.making(Invite(found.seat, found.option))
            name = f"invite-{found.seat + 1}-{found.option}"
            cells.append(Button(name, move, part=part, pair=look.colours.pair, grow=1))
        return cells


class InviteScene(BallotScene):
    """An invitation: the guest itself agrees or declines."""

    kind = "invite"

    def build(self, page: Page) -> None:
        state = self.game.state
        guest, option = state.guest, state.option
        look = look_of(self.game, guest)
        row = option_row(self.game, option)
        half = row.contributory >= 0
        each = row.monthly if half else row.yearly
        pay = self.words("pay.month" if half else "pay.year", baht=each)
        if not each:
            pay = self.words("pay.free")
        asked = self.words(
            "invite.ask",
            guest=self.game.household_name(guest),
            host=self.game.household_name(self.seat),
        )
        faces = Tight([FaceDisc(look_of(self.game, self.seat), 2), FaceDisc(look, 3)], gaps=1.2)
        title = Say(self.game.option_title(option), "lead", "title", look.colours.dark, "centre")
        offer = _Offer(self.game, option, pay)
        yes = Button(
            "join", self._answer(True), self.words("invite.yes"), pair=look.colours.pair, grow=1
        )
        no = Button(
            "decline", self._answer(False), self.words("invite.no"), pair=look.colours.pair, grow=1
        )
        frame(
            page,
            Column(
                [
                    Card(
                        Column(
                            [faces, Say(asked, "lead", "strong", INK, "centre"), title], gaps=0.4
                        ),
                        WHITE,
                        pad=0.8,
                        grow=1,
                    ),
                    offer,
                    Row([no, yes], [1, 1], gaps=1.5),
                ],
                gaps=0.8,
            ),
            head=self.head(chip(self.words("invite.head"), "speech-balloon", look.colours.pair)),
            ground=look.colours.tint,
        )

    def _answer(self, joins: bool) -> Callable[[], None]:
        def answer() -> None:
            self.give(self.game.state.guest, joins)
            self.submit()

        return answer


class InviteDone(GameScene):
    """How the guest decided; stars for both when it joined."""

    def __init__(self, game: GameScreens, answered: InviteAnswered) -> None:
        super().__init__(game)
        self.answered = answered
        self.kind = "invite-joined" if answered.joined else "invite-declined"
        self.motion = Motion(LONGEST, calm=game.settings.calm or not answered.joined)

    @property
    def moving(self) -> bool:
        """True while the confetti falls."""
        return self.motion.moving

    def tick(self, elapsed: int) -> bool:
        return self.motion.tick(elapsed)

    def build(self, page: Page) -> None:
        done = self.answered
        look = look_of(self.game, done.guest)
        key = "invite.joined" if done.joined else "invite.declined"
        told = self.words(
            key,
            guest=self.game.household_name(done.guest),
            option=self.game.option_title(done.option),
        )
        parts: list[Block] = [
            Tight([FaceDisc(look_of(self.game, done.seat), 3), FaceDisc(look, 3)], gaps=2),
            Say(told, "lead", "title", look.colours.dark, "centre"),
        ]
        if done.joined:
            stars = [Picture("star", 1.6) for _ in range(done.stars)]
            won = self.words("invite.stars", stars=done.stars)
            parts.append(Tight([*stars, Say(won, "body", "strong", INK)]))
        else:
            parts.append(Say(self.words("invite.later"), "body", "read", INK, "centre"))
        frame(
            page,
            Card(Column(parts, gaps=1.2), WHITE, grow=1),
            head=self.head(chip(self.words("invite.head"), "speech-balloon", look.colours.pair)),
            primary=self.way_on(),
            ground=look.colours.tint,
        )

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        draw_confetti(surface, surface.get_rect(), confetti(), self.motion.elapsed)
        return True


class MentorScene(GameScene):
    """What a scheme costs and what it brings, in short."""

    kind = "mentor"

    def __init__(self, game: GameScreens, asked: MentorAsked) -> None:
        super().__init__(game)
        self.asked = asked

    def build(self, page: Page) -> None:
        record = self.game.catalogue.schemes[self.asked.scheme]
        rows: list[Block] = []
        for row in siblings(self.game, self.asked.scheme):
            each = row.monthly or row.yearly
            key = "pay.month" if row.monthly else "pay.year"
            pay = self.words(key, baht=each) if each else self.words("pay.free")
            rows.append(_Offer(self.game, row.id, pay))
        if not rows:
            rows = self._benefits()
        hints = Tight(
            [
                Picture("light-bulb", 1.4),
                Say(self.words("mentor.keeps", hints=self.asked.hints), "body", "strong", INK),
            ]
        )
        frame(
            page,
            Column([*rows, hints], gaps=0.6),
            head=self.head(
                chip(record.short, record.icon, GOLD),
                Say(self.words("mentor.says"), "body", "title", GOLD.dark),
            ),
            primary=self.way_on(),
            ground=GOLD.tint,
        )

    def _benefits(self) -> list[Block]:
        """Return what a scheme without options pays."""
        found = [b for b in self.game.catalogue.benefits.values() if b.scheme == self.asked.scheme]
        return [
            Card(
                Row([Picture(b.icon, 1.8), Say(b.title, "body", "strong", INK)], [0, 1]),
                WHITE,
                GOLD.dark,
                pad=0.5,
                grow=1,
            )
            for b in found[:3]
        ]


@dataclass(frozen=True)
class _Offer:
    """An option as a row: number, what is paid, what comes back."""

    game: GameScreens
    option: str
    pay: Text
    grow: float = 0.6

    def height(self, page: Page, width: int, ease: float) -> int:
        return round(page.scale.touch * 1.35)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        box = rect.copy()
        box.height = min(rect.height, round(page.scale.touch * 2))
        box.centery = rect.centery
        offer_row(page, self.game, self.option, self.pay, box)
