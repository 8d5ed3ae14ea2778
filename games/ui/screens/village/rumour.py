"""A rumour: every household says true or not true in secret, then what is so."""

from __future__ import annotations

import pygame

from games.rules.model.events import RumourAnswered
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.question.letters import AGREE, DISAGREE, SignMark, draw_sign, letter_sign
from games.ui.screens.setup.overlays import sources_button
from games.ui.screens.village.grid_ballot import GridBallot
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Column, Either, Picture, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.motion import Motion, draw_popping
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Card, Draw

VIOLET = PAIRS["violet"]
HOLDS = (True, False)


class RumourScene(GridBallot):
    """A rumour; every household answers by ก true or ข not true."""

    kind = "rumour"

    def __init__(self, game: GameScreens) -> None:
        signs = [letter_sign(game.words, place) for place in range(len(HOLDS))]
        super().__init__(game, signs, HOLDS, VIOLET)
        self.myth = game.catalogue.myths[game.state.myth]
        seconds = game.clock.item(game.state)
        self.timer_state = Timer(round(seconds.listen + game.state.talk / 2) * 1000, True, True)

    def tick(self, elapsed: int) -> bool:
        return super().tick(elapsed) | self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        module = self.game.module_of(self.myth.id)
        said = Card(
            Row(
                Picture("megaphone", 2.4), Say(self.myth.said, "lead", "strong", INK), shares=[0, 1]
            ),
            WHITE,
            pad=1,
            grow=1,
        )
        options: list[Block] = [
            Card(
                Row(
                    SignMark(self.signs[place], 1.6),
                    Say(self.words("true" if holds else "false"), "lead", "title", INK),
                    shares=[0, 1],
                ),
                WHITE,
                VIOLET.dark,
                pad=0.5,
            )
            for place, holds in enumerate(HOLDS)
        ]
        grid = self.grid()
        if page.scale.wide:
            body: Block = Either(
                Row(Column(said, *options, gaps=0.6), grid, shares=[1, 0]),
                Row(Column(said, Row(*options, gaps=0.6), gaps=0.6), grid, shares=[1, 0]),
            )
        else:
            body = Column(said, Row(*options, gaps=0.6), grid, gaps=0.8)
        frame(
            page,
            body,
            head=self.head(
                chip(self.words("rumour.heard"), "megaphone", VIOLET),
                *([chip(module.short, module.icon)] if page.scale.wide else []),
                right=(self.timer(self.timer_state),),
            ),
            primary=self.way_out(),
            sides=self.sides(),
            ground=VIOLET.tint,
        )


class RumourVerdict(GameScene):
    """The truth about a rumour, why people believe it, and who knew."""

    def __init__(self, game: GameScreens, answered: RumourAnswered) -> None:
        super().__init__(game)
        self.answered = answered
        self.myth = game.catalogue.myths[answered.myth]
        self.kind = "rumour-known" if any(answered.stars) else "rumour-verdict"
        self.motion = Motion(600, calm=game.settings.calm or not any(answered.stars))
        self._stars: list[tuple[pygame.Rect, int]] = []

    def build(self, page: Page) -> None:
        self._stars = []
        true = self.answered.true
        really = Column(
            Say(self.myth.said, "body", "read", DIM),
            Say(self.myth.really, "lead", "title", VIOLET.dark),
            gaps=0.5,
        )
        sign = SignMark(AGREE if true else DISAGREE, 2.2)
        told = Card(Row(sign, really, shares=[0, 1]), WHITE, pad=0.9, grow=1)
        why = Card(
            Row(
                Picture("thinking-face", 1.7),
                Column(
                    Say(self.words("rumour.believed"), "body", "title", INK),
                    Say(self.myth.why, "body", "read", INK),
                    gaps=0,
                ),
                shares=[0, 1],
            ),
            WHITE,
            pad=0.6,
        )
        small = Card(
            Row(
                Picture("thinking-face", 1.3),
                Say(self.myth.why, "body", "read", INK),
                shares=[0, 1],
            ),
            WHITE,
            pad=0.5,
        )
        people = Draw(self._people, gaps=6.2, grow=0.5)
        short = Card(
            Row(sign, Say(self.myth.really, "body", "title", VIOLET.dark), shares=[0, 1]), WHITE
        )
        title = self.words("rumour.is-true" if true else "rumour.is-false")
        frame(
            page,
            Column(told, why, people, gaps=0.7),
            Column(told, small, people, gaps=0.5),
            Column(short, small, people, gaps=0.4),
            head=self.head(Say(title, "title", "title", VIOLET.dark)),
            primary=self.way_on(),
            sides=[sources_button(self.game, self._facts())],
            ground=VIOLET.tint,
        )

    def _people(self, page: Page, rect: pygame.Rect) -> None:
        """Draw each household with its answer, and stars where it was right."""
        seats = self.game.seats
        gap = page.scale.gap // 2
        wide = (rect.width - gap * (len(seats) - 1)) // len(seats)
        for seat in seats:
            box = pygame.Rect(rect.x + seat * (wide + gap), rect.y, wide, rect.height)
            look = look_of(self.game, seat)
            won = self.answered.stars[seat]
            page.box(box, look.colours.tint if won else WHITE, look.colours.ring, page.scale.line)
            unit = wide / 3
            radius = round(min(unit * 0.52, box.height * 0.42, page.scale.touch * 0.62))
            x = box.x + round(unit * 0.62)
            draw_face(page.surface, look, (x, box.centery), radius)
            answer = self.answered.answers[seat]
            side = round(min(unit * 0.72, box.height * 0.62, page.scale.touch * 0.9))
            middle = (box.x + round(unit * 1.55), box.centery)
            if isinstance(answer, bool):
                draw_sign(page, AGREE if answer else DISAGREE, middle, side)
            spot = pygame.Rect(0, 0, side, side)
            spot.center = (box.x + round(unit * 2.42), box.centery)
            if won:
                self._stars.append((spot, won))
                if not self.moving:
                    self._star(page.surface, spot, won, 1.0)

    def _star(self, surface: pygame.Surface, spot: pygame.Rect, won: int, share: float) -> None:
        """Draw the stars won, one over the other."""
        shift = round(spot.width * 0.3)
        for place in range(won):
            x = spot.centerx + round((place - (won - 1) / 2) * shift)
            draw_popping(surface, icon("star", spot.width), (x, spot.centery), share)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        for place, (spot, won) in enumerate(self._stars):
            self._star(surface, spot, won, self.motion.share(60 * place, 320))
        return True

    def _facts(self) -> list[str]:
        myth = self.myth
        return [*myth.said.facts, *myth.really.facts, *myth.why.facts, *myth.facts]
