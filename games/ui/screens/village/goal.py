"""The village goal: coins given in secret, uncovered together, and drawn being built."""

from __future__ import annotations

import pygame

from engine.schema.household import VillageGoal
from games.rules.model.events import GoalGiven
from games.ui.pictures.projects import project
from games.ui.screens.board.middle import draw_coins, goal_need
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.question.letters import Sign
from games.ui.screens.village.grid_ballot import GridBallot
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST, Flight, Motion, confetti, draw_confetti, draw_flights
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Card, Draw

LEAF = PAIRS["leaf"]
FIELD = (214, 234, 196)


class GoalScene(GridBallot):
    """The goal that is built, what it brings, and how many coins each household gives."""

    kind = "goal"

    def __init__(self, game: GameScreens) -> None:
        most = game.tables.amounts.most_coins
        signs = [Sign("circle", PAIRS["gold"].dark, plain(coins)) for coins in range(most + 1)]
        super().__init__(game, signs, tuple(range(most + 1)), LEAF)
        self.goal = _goal(game, game.state.goal)

    def build(self, page: Page) -> None:
        state = self.game.state
        need = goal_need(self.game)
        picture = Draw(
            lambda p, rect: draw_project(p, rect, self.goal.id, state.coins, need), gaps=9, grow=1
        )
        title = Say(self.goal.title, "lead", "title", LEAF.dark)
        effect = Say(self.goal.text, "body", "read", INK)
        coins = self.game.tables.amounts.coin
        ask = Say(self.words("goal.ask", baht=coins), "body", "strong", INK)
        grid = self.grid()
        full = Card(Column(title, effect, picture, gaps=0.4), WHITE, pad=0.9, grow=1)
        low = Draw(
            lambda p, rect: draw_project(p, rect, self.goal.id, state.coins, need), gaps=5, grow=1
        )
        tight = Card(Column(title, effect, low, gaps=0.3), WHITE, pad=0.7, grow=1)
        if page.scale.wide:
            bodies: list[Block] = [
                Row(Column(card, ask, gaps=0.5), grid, shares=[1, 0]) for card in (full, tight)
            ]
            bodies.append(Row(tight, grid, shares=[1, 0]))
        else:
            bodies = [Column(full, ask, grid, gaps=0.6), Column(tight, grid, gaps=0.6)]
        frame(
            page,
            *bodies,
            head=self.head(chip(self.words("goal.head"), self.goal.icon, LEAF)),
            primary=self.way_out(),
            sides=self.sides(),
            ground=LEAF.tint,
        )


class GoalVerdict(GameScene):
    """The coins everybody gave, uncovered together; the project grows by them."""

    def __init__(self, game: GameScreens, given: GoalGiven) -> None:
        super().__init__(game)
        self.given = given
        self.goal = _goal(game, given.goal)
        self.kind = "goal-built" if given.built else "goal-given"
        self.motion = Motion(LONGEST, calm=game.settings.calm or not sum(given.gives))
        self._flights: list[Flight] = []

    def build(self, page: Page) -> None:
        given = self.given
        shown = given.coins - sum(given.gives) if self.moving else given.coins
        self._flights = []
        picture = Draw(
            lambda p, rect: draw_project(p, rect, self.goal.id, max(0, shown), given.need),
            gaps=12,
            grow=1,
        )
        left = given.need - given.coins
        said = self.goal.text if given.built else self.words("goal.left", coins=left)
        words = Say(said, "body", "strong" if given.built else "read", INK, "centre")
        people = Draw(self._people, gaps=6.5, grow=0.4)
        title = self.words("goal.built" if given.built else "goal.given", count=sum(given.gives))
        # A thing that stands deserves the height of the card: what it is for is told beside it.
        beside = given.built and page.scale.wide
        told: Block = (
            Row(picture, words, shares=[1.4, 1]) if beside else Column(picture, words, gaps=0.4)
        )
        frame(
            page,
            Column(Card(told, WHITE, grow=1), people, gaps=0.8),
            head=self.head(
                chip(self.goal.title, self.goal.icon, LEAF), Say(title, "lead", "title", LEAF.dark)
            )
            if page.scale.wide
            else self.title_head(title, LEAF.dark, self.goal.icon),
            primary=self.way_on(),
            ground=LEAF.tint,
        )

    def _people(self, page: Page, rect: pygame.Rect) -> None:
        """Draw each household with the coins it gave."""
        seats = self.game.seats
        gap = page.scale.gap // 2
        across = len(seats) if page.scale.wide else (len(seats) + 1) // 2
        rows = -(-len(seats) // across)
        wide = (rect.width - gap * (across - 1)) // across
        tall = (rect.height - gap * (rows - 1)) // rows
        for seat in seats:
            box = pygame.Rect(0, 0, wide, tall)
            box.x = rect.x + seat % across * (wide + gap)
            box.y = rect.y + seat // across * (tall + gap)
            look = look_of(self.game, seat)
            page.box(box, look.colours.tint, look.colours.ring, page.scale.line)
            radius = round(min(tall * 0.4, wide * 0.17))
            draw_face(page.surface, look, (box.x + round(radius * 1.3), box.centery), radius)
            left = box.x + round(radius * 2.6)
            room = pygame.Rect(left, box.y, box.right - left - gap, tall)
            count = self.given.gives[seat]
            side = min(round(tall * 0.5), room.width // 3)
            if not count:
                size = page.scale.size("number").floor
                page.text(
                    plain(0),
                    room,
                    face="title",
                    size=size,
                    colour=look.colours.dark,
                    align="centre",
                )
            for place in range(count):
                x = room.centerx + round((place - (count - 1) / 2) * side)
                spot = (x, room.centery)
                coin = icon("coin", side)
                page.surface.blit(coin, coin.get_rect(center=spot))
                end = (page.rect.centerx, page.rect.height * 2 // 5)
                late = 80 * len(self._flights)
                self._flights.append(Flight(coin, spot, end, min(late, 600)))

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        draw_flights(surface, self._flights, self.motion.elapsed)
        if self.given.built:
            draw_confetti(surface, surface.get_rect(), confetti(), self.motion.elapsed)
        return True


def draw_project(page: Page, rect: pygame.Rect, goal: str, coins: int, need: int) -> None:
    """Draw the project as far as it is built on a strip of grass, with its coins under it."""
    if rect.height < 40:
        return
    row = min(round(page.scale.size("body").most * 1.3), rect.height // 4)
    ground = pygame.Rect(rect.x, 0, rect.width, max(8, rect.height // 7))
    ground.bottom = rect.bottom - row - page.scale.gap // 2
    page.box(ground, FIELD, radius=ground.height // 2)
    tall = ground.centery - rect.y
    tall = min(tall, round(rect.width * 0.5))
    picture = project(goal, tall, 100 * min(coins, need) // max(1, need))
    page.surface.blit(picture, picture.get_rect(midbottom=(rect.centerx, ground.centery)))
    line = pygame.Rect(rect.x, rect.bottom - row, rect.width, row)
    draw_coins(page.surface, line, coins, need)


def _goal(game: GameScreens, goal: str) -> VillageGoal:
    """Return the record of the goal.

    Raises:
        LookupError: the catalogue has no goal of that id.
    """
    found = game.goal(goal)
    if found is None:
        raise LookupError(goal)
    return found
