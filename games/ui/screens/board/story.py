"""A household's story: work, dream, what protects it, and what its rights have done."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.screens.common.household import FaceDisc, draw_steps, hearts, look_of, stars
from games.ui.screens.common.protections import Protection, draw_protections, protections_of
from games.ui.screens.common.scenes import Over
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Colour
from games.ui.toolkit.widgets import Button, Card, Draw


class HouseholdStory(Over):
    """The story of one household, opened by a tap on its card."""

    kind = "household-story"

    def __init__(self, game: GameScreens, seat: int) -> None:
        super().__init__(game)
        self.game = game
        self.seat = seat

    def build(self, page: Page) -> None:
        game, seat = self.game, self.seat
        colours = game.household_colours(seat)
        household = game.state.households[seat]
        work = game.occupation(seat)
        head = Row(
            FaceDisc(look_of(game, seat), 2.6),
            Column(
                Say(game.household_name(seat), "title", "title", colours.dark),
                Tight(Picture(work.icon, 1.1), Say(work.title, "body", "read", INK), align="left"),
                gaps=0,
            ),
            hearts(household.hearts, gaps=6.5),
            stars(household.stars),
            shares=[0, 1, 0, 0],
        )
        rest = [self._protections(page, 4), self._sums(page)]
        low = [self._protections(page, 2.6), self._sums(page)]
        frame(
            page,
            Column(self._dream(told=True), *rest, gaps=0.8),
            Column(self._dream(told=True), *low, gaps=0.5),
            Column(self._dream(told=False), *low, gaps=0.5),
            Column(*low, gaps=0.4),
            head=head,
            primary=Button(
                "close", self.over, self.words("back"), look="primary", pair=colours.pair
            ),
            ground=colours.tint,
        )

    def _dream(self, *, told: bool) -> Block:
        """Return the dream with its three steps; `told`: with the sentence of the last one."""
        game = self.game
        household = game.state.households[self.seat]
        dream = game.dream(self.seat)
        if dream is None:
            return Gap(0)
        title = Say(dream.title, "body", "title", INK)
        said = dream.steps[household.steps - 1].text if household.steps and told else None
        parts: list[Block] = [title]
        if said is not None:
            parts.append(Say(said, "body", "read", INK))
        steps = Draw(lambda p, rect: _steps(p, rect, household.steps), gaps=4.2, grow=0)
        return Card(
            Row(Picture(dream.icon, 2.2), Column(*parts, gaps=0), steps, shares=[0, 1, 0.32]),
            WHITE,
            pad=0.7,
            grow=0.4,
        )

    def _protections(self, page: Page, gaps: float) -> Block:
        """Return every protection there is: held ones solid, the others dashed."""
        game = self.game
        household = game.state.households[self.seat]
        cells: list[Block] = []
        for item in protections_of(game, household.hold):

            def paint(page: Page, rect: pygame.Rect, item: Protection = item) -> None:
                draw_protections(page, rect, [item])

            name = self._name(item.scheme)
            colour: Colour = INK if item.option else DIM
            cells.append(
                Column(
                    Draw(paint, gaps=gaps, grow=1),
                    Say(name, "body", "strong", colour, "centre"),
                    gaps=0.1,
                    grow=1,
                )
            )
        columns = len(cells) if page.scale.wide else 3
        return Card(Grid(cells, columns, gaps=0.5), WHITE, pad=0.7, grow=0.6)

    def _name(self, scheme: str) -> Text:
        """Return a name short enough to stand under a disc."""
        if scheme in self.game.catalogue.schemes:
            return self.game.scheme_short(scheme)
        return self.words(f"hold.short.{scheme}")

    def _sums(self, page: Page) -> Block:
        """Return what came from rights, what was not asked for, and what not joining cost."""
        household = self.game.state.households[self.seat]
        lotus = PAIRS["lotus"].dark
        paid = household.received + household.covered
        cells: list[Block] = [
            self._sum("coin", "story.money", household.money, INK),
            self._sum("umbrella", "story.received", paid, PAIRS["leaf"].dark),
            self._sum("thinking-face", "story.missed", household.missed, INK),
        ]
        if household.debt:
            cells.append(self._sum("money-with-wings", "story.debt", household.debt, lotus))
        elif household.not_joined:
            cells.append(self._sum("no-entry", "story.not-joined", household.not_joined, INK))
        columns = len(cells) if page.scale.wide else 2
        return Grid(cells, columns, gaps=0.6, grow=0.4)

    def _sum(self, picture: str, key: str, baht: int, colour: Colour) -> Block:
        label: Text = self.words(key)
        return Card(
            Row(
                Picture(picture, 1.5),
                Column(
                    Say(label, "body", "read", INK),
                    Say(plain(baht), "body", "title", colour),
                    gaps=0,
                ),
                shares=[0, 1],
                gaps=0.6,
            ),
            WHITE,
            pad=0.4,
        )


def _steps(page: Page, rect: pygame.Rect, steps: int) -> None:
    tall = min(rect.height, round(rect.width / 3.2))
    box = pygame.Rect(rect.x, 0, rect.width, tall).move_to(centery=rect.centery)
    draw_steps(page.surface, box, steps)
