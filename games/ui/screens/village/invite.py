"""An invitation to join: the guest decides itself, and both are told how."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from games.rules.model.events import InviteAnswered
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.opening.terms import option_row
from games.ui.screens.village.mentor import OfferRow
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say, Tight
from games.ui.toolkit.motion import LONGEST, Motion, confetti, draw_confetti
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, WHITE, Scale
from games.ui.toolkit.widgets import Button, Card


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
        faces = Tight(FaceDisc(look_of(self.game, self.seat), 2), FaceDisc(look, 3), gaps=1.2)
        title = Say(self.game.option_title(option), "lead", "title", look.colours.dark, "centre")
        offer = OfferRow(self.game, option, pay)
        yes = Button(
            "join", self._answer(True), self.words("invite.yes"), pair=look.colours.pair, grow=1
        )
        no = Button(
            "decline", self._answer(False), self.words("invite.no"), pair=look.colours.pair, grow=1
        )
        frame(
            page,
            Column(
                Card(
                    Column(faces, Say(asked, "lead", "strong", INK, "centre"), title, gaps=0.4),
                    WHITE,
                    pad=0.8,
                    grow=1,
                ),
                offer,
                Row(no, yes, shares=[1, 1], gaps=1.5),
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
    """The guest's decision; stars for both when it joined."""

    def __init__(self, game: GameScreens, answered: InviteAnswered) -> None:
        super().__init__(game)
        self.answered = answered
        self.kind = "invite-joined" if answered.joined else "invite-declined"
        self.motion = Motion(LONGEST, calm=game.settings.calm or not answered.joined)

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
            Tight(FaceDisc(look_of(self.game, done.seat), 3), FaceDisc(look, 3), gaps=2),
            Say(told, "lead", "title", look.colours.dark, "centre"),
        ]
        if done.joined:
            stars = [Picture("star", 1.6) for _ in range(done.stars)]
            won = self.words("invite.stars", stars=done.stars)
            parts.append(Tight(*stars, Say(won, "body", "strong", INK)))
        else:
            parts.append(Say(self.words("invite.later"), "body", "read", INK, "centre"))
        frame(
            page,
            Card(Column(*parts, gaps=1.2), WHITE, grow=1),
            head=self.head(chip(self.words("invite.head"), "speech-balloon", look.colours.pair)),
            primary=self.way_on(),
            ground=look.colours.tint,
        )

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        draw_confetti(surface, surface.get_rect(), confetti(), self.motion.elapsed)
        return True
