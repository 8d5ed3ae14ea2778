"""A life event: its story and harm, and the six right-cards to choose from."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.schema.text import Text
from games.rules import Pick
from games.rules.events import HintGiven
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame, tile
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card, Spare

LOTUS = PAIRS["lotus"]
KEYS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5, pygame.K_6)


class CareNote(Turn):
    """Before a sensitive story: a word of warning, and whom to call."""

    kind = "care"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        self.situation = table.catalogue.situations[table.state.situation]

    def build(self, page: Page) -> None:
        care = self.situation.care
        assert care is not None
        line = self.table.catalogue.helplines.get(care.helpline)
        parts: list[Block] = [
            Picture("red-heart", 2.4),
            Say(care.note, "lead", "strong", INK, "centre"),
        ]
        if line is not None:
            parts.append(Say(line.title, "body", "read", INK, "centre"))
            if line.phone:
                parts.append(Say(plain(line.phone), "hero", "title", LOTUS.dark, "centre"))
        parts.append(Say(self.words("care.leave"), "body", "read", DIM, "centre"))
        frame(
            page,
            Card(Column(parts), WHITE, pad=2, grow=1),
            head=self.head(Say(self.words("care.title"), "lead", "title", LOTUS.dark)),
            primary=Button(
                "go-on", self._read, self.words("care.read"), look="primary", pair=LOTUS
            ),
            ground=LOTUS.tint,
        )

    def _read(self) -> None:
        self.table.stage.show(EventScene(self.table))


class EventScene(Turn):
    """Which rights answer this? The team picks from six cards."""

    kind = "event"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        self.situation = table.catalogue.situations[table.state.situation]
        self.picked: set[str] = set()
        self.timer_state = Timer()

    def tick(self, elapsed: int) -> bool:
        return self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        right = [self.timer(self.timer_state)]
        if self.timer_state.begun:
            right.append(self.more(self.timer_state))
        body = Either(
            [self._body(page, titles, tiles) for titles, tiles in ((1, 1), (0, 1), (0, 0))]
        )
        frame(
            page,
            body,
            head=self.head(self.team_chip(self.seat), *self._month(page), right=tuple(right)),
            primary=self._primary(),
            sides=[*self.hints(self._carry), *self._none()],
            ground=LOTUS.tint,
        )

    def _month(self, page: Page) -> list[Block]:
        """When it befell: the months paid before it count."""
        if not page.scale.wide or page.scale.large or self.timer_state.begun:
            return []
        told = self.words("event.month", month=self.table.state.month)
        return [Say(told, "body", "strong", LOTUS.dark)]

    def _primary(self) -> Button:
        """Uses what is picked. With nothing picked it is closed: a hasty hand loses no right."""
        count = len(self.picked)
        label = self.words("event.use", count=count) if count else self.words("event.pick")
        return Button("use", self._use if count else None, label, look="primary", pair=LOTUS)

    def _none(self) -> list[Button]:
        if self.picked:
            return []
        return [Button("use", self._use, self.words("event.use-none"), "", "chip", role="body")]

    def _carry(self, scene: Scene) -> None:
        if isinstance(scene, EventScene):
            scene.picked, scene.timer_state = self.picked, self.timer_state

    def _body(self, page: Page, titles: int, tiles: int) -> Block:
        """Story and cards; without the cards' titles, or with the harm in lines, when tight."""
        story, cards = self._story(page, bool(tiles)), self._cards(page, titles=bool(titles))
        if not page.scale.wide:
            return Column([story, cards])
        return Row([story, cards], [1, 1.62 if tiles else 1.4], gaps=1.2, free=True)

    def _story(self, page: Page, large: bool) -> Block:
        harm = self.situation.harm
        tiles: list[Block] = []

        def add(picture: str, key: str, value: Text, count: int) -> None:
            if count and large:
                tiles.append(tile(picture, self.words(key), value, INK))
            elif count:
                label = Say(self.words(key), "body")
                amount = Say(value, "body", "title", INK, "right")
                tiles.append(Row([Picture(picture, 1.1), label, amount], [0, 1, 0], gaps=0.5))

        rest = harm.rest_days + harm.lost_days
        resting = "harm.rest-more" if harm.hospital_days else "harm.rest"
        add("bed", "harm.hospital", self.words("days", days=harm.hospital_days), harm.hospital_days)
        add("hourglass-not-done", resting, self.words("days", days=rest), rest)
        add("receipt", "harm.treatment", self.words("baht", baht=harm.treatment), harm.treatment)
        add("money-with-wings", "harm.other", self.words("baht", baht=harm.other), harm.other)
        add("red-heart", "harm.hearts", plain(f"−{harm.hearts}"), harm.hearts)
        parts: list[Block] = [
            Row(
                [
                    Picture(self.situation.icon, 2.2),
                    Say(self.situation.title, "lead", "title", LOTUS.dark),
                ],
                [0, 1],
            ),
            Say(self.situation.story, "body", "read", INK),
        ]
        if tiles:
            columns = (1 if page.scale.large else 2) if page.scale.wide else min(3, len(tiles))
            parts.append(Grid(tiles, columns if large else 1, 0.6 if large else 0, grow=0))
        return Card(Column(parts, gaps=0.7), WHITE, pad=1.2)

    def _cards(self, page: Page, *, titles: bool) -> Block:
        cells: list[Block] = []
        for place, benefit_id in enumerate(self.table.state.cards):
            benefit = self.table.benefit(benefit_id)
            module = self.table.module_of(benefit_id)
            chosen = benefit_id in self.picked
            hinted = place in self.table.state.hinted
            parts: list[Block] = [
                Tight([Picture(benefit.icon, 1.7), *([Picture("star", 1.1)] if hinted else [])]),
                Say(benefit.short, "body", "title", INK, "centre"),
            ]
            if titles and benefit.title.th != benefit.short.th:
                parts.append(Spare(Say(benefit.title, "body", "read", INK, "centre")))
            if hinted:
                told = self.words("hint.applies")
                parts.append(Say(told, "body", "strong", LOTUS.dark, "centre"))
            else:
                colour = pair(module.colour).dark
                parts.append(Spare(Say(module.short, "body", "strong", colour, "centre")))
            cells.append(
                Button(
                    f"card-{place + 1}",
                    self._pick(benefit_id),
                    part=Column(parts, gaps=0.1),
                    pair=LOTUS,
                    selected=chosen,
                    key=KEYS[place],
                    pad=0.6,
                )
            )
        return Column(
            [
                Say(self.words("event.which"), "lead", "title", LOTUS.dark),
                Say(self.words("event.how"), "body", "read", INK),
                Grid(cells, 3, gaps=0.7, grow=1)
                if page.scale.wide or not titles
                else Grid(cells, 2, gaps=0.7, grow=1),
            ],
            gaps=0.4,
            grow=1,
        )

    def _pick(self, benefit: str) -> Callable[[], None]:
        def act() -> None:
            self.picked ^= {benefit}

        return act

    def _use(self) -> None:
        cards = tuple(c for c in self.table.state.cards if c in self.picked)
        self.table.play(Pick(cards))


def story(table: GameScreens) -> CareNote | EventScene:
    """The scene that asks about an event. Before a sensitive story comes the care note, once."""
    situation = table.catalogue.situations[table.state.situation]
    told = any(isinstance(event, HintGiven) for event in table.events)
    return CareNote(table) if situation.care and not told else EventScene(table)
