"""Home, and its settings: a session starts in three taps."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from games.ui.pictures.village_view import Scenery, season_of, village_view
from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.screens.setup.menu import toggles
from games.ui.screens.setup.new_game import SetUp
from games.ui.screens.setup.overlays import as_of
from games.ui.screens.setup.papers import PapersScene
from games.ui.screens.setup.rules import Rules
from games.ui.shell.frame import frame, heading
from games.ui.shell.scene import BaseScene
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Say
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, PAPER, WHITE, Pair
from games.ui.toolkit.widgets import Button, Card, Draw

INDIGO = PAIRS["indigo"]
GOLD = PAIRS["gold"]
LEAF = PAIRS["leaf"]


IDLE_MS = 400
"""Milliseconds after which home prepares the next game."""


class Home(BaseScene):
    """The first screen, for three people: leader, trainer and member."""

    kind = "home"

    def __init__(self, services: AppServices) -> None:
        self.services = services
        self._idle = 0

    def back(self) -> None:
        self.services.scenes.push(Leave(self.services))

    def tick(self, elapsed: int) -> bool:
        """Prepare a game while nobody touches anything, so that the first taps wait for nothing."""
        if self._idle < IDLE_MS <= self._idle + elapsed:
            self.services.tables(tuple(m.id for m in self.services.catalogue.modules))
        self._idle += elapsed
        return False

    def build(self, page: Page) -> None:
        words = self.services.words
        title: Block = Column(
            Say(words("app.name"), "title", "title", INK, "centre"),
            Say(words("app.tagline"), "body", "read", INK, "centre"),
            gaps=0,
        )
        cards = [self._leader(), *self._trainer(), self._member()]
        columns = len(cards) if page.scale.wide else 1
        body = Column(title, Draw(self._view, 4, grow=0.6), Grid(cards, columns, grow=0), gaps=0.7)
        frame(page, body, primary=self._primary(), sides=self._sides())

    def _primary(self) -> Button:
        words, waiting = self.services.words, self.services.waiting_game()
        if not self.services.can_resume():
            return Button("play", self._set_up, words("home.play"), "game-die", "primary")
        label = words("home.resume")
        if waiting is not None:
            label = words("home.resume.game", teams=waiting.households, minutes=waiting.minutes)
        return Button("resume", self.services.resume, label, "game-die", "primary")

    def _sides(self) -> list[Button]:
        words = self.services.words
        return [
            Button("rules", self._rules, words("menu.rules"), "books", "chip", role="body"),
            Button("settings", self._settings, words("home.settings"), "gear", "chip", role="body"),
            Button("quit", self.back, words("menu.quit"), "door", "chip", role="body"),
        ]

    def _leader(self) -> Block:
        words, services = self.services.words, self.services
        ways = [
            Button("lessons", services.lessons, words("home.lessons"), "open-book", pair=INDIGO)
        ]
        if services.can_resume():
            ways.append(Button("new", self._set_up, words("home.new"), "game-die", pair=INDIGO))
        if services.has_results():
            ways.append(Button("results", services.results, words("home.results"), "trophy"))
        return _person("home.leader", words, INDIGO, ways)

    def _trainer(self) -> list[Block]:
        service = self.services.papers
        if service is None:
            return []

        def papers() -> None:
            self.services.scenes.push(PapersScene(self.services, service))

        words = self.services.words
        way = Button("papers", papers, words("home.papers"), "page-facing-up", pair=GOLD)
        return [_person("home.trainer", words, GOLD, [way])]

    def _member(self) -> Block:
        words = self.services.words
        practise = Button(
            "practise",
            self.services.practise,
            words("home.practice"),
            "check-mark-button",
            pair=LEAF,
        )
        return _person("home.member", words, LEAF, [practise])

    def _view(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the village of today's season: everybody at work, all that can be built standing."""
        if rect.height < 20:
            return
        catalogue = self.services.catalogue
        goals = catalogue.village.goals if catalogue.village is not None else ()
        scenery = Scenery(
            hour=0,
            season=season_of(catalogue.as_of.month),
            works=tuple(work.id for work in catalogue.occupations),
            built=tuple(goal.id for goal in goals),
            goal="",
            percent=0,
        )
        size = rect.width, rect.height
        picture = village_view(*size, rect.height, page.scale.radius, PAPER, scenery)
        page.surface.blit(picture, rect)

    def _set_up(self) -> None:
        self.services.scenes.push(SetUp(self.services))

    def _rules(self) -> None:
        self.services.scenes.push(
            Rules(self.services.scenes, self.services.words, self.services.catalogue)
        )

    def _settings(self) -> None:
        self.services.scenes.push(SettingsScene(self.services))


def _person(key: str, words: InterfaceText, colours: Pair, ways: Sequence[Button]) -> Block:
    """Return the card of a person: who it is for, and the ways on."""
    head = Say(words(key), "body", "title", colours.dark, "centre")
    return Card(Column(head, *ways, gaps=0.5), colours.tint, pad=0.7)


class Leave(OverHome):
    """Really leave? Nothing is lost either way."""

    kind = "leave"

    def build(self, page: Page) -> None:
        words = self.services.words
        frame(
            page,
            Card(
                Column(
                    Picture("house", 3),
                    Say(words("leave.title"), "title", "title", INK, "centre"),
                    Say(words("menu.saved"), "lead", "read", INK, "centre"),
                ),
                WHITE,
                pad=2,
                grow=1,
            ),
            primary=Button("stay", self.back, words("leave.stay"), look="primary"),
            sides=[Button("leave", self._leave, words("menu.quit"), "door", "chip", role="body")],
        )

    def _leave(self) -> None:
        self.services.scenes.running = False


class SettingsScene(OverHome):
    """Large type, motion, sound, the whole screen, and what this edition is."""

    kind = "settings"

    def build(self, page: Page) -> None:
        words, services = self.services.words, self.services
        cells = toggles(words, services.scenes, services.settings, services.keep)
        edition = words(
            "settings.edition", day=as_of(services.catalogue), edition=services.catalogue.edition
        )
        frame(
            page,
            Column(
                Grid(cells, 2 if page.scale.wide else 1, grow=1),
                Say(edition, "body", "read", DIM, "centre"),
                Gap(0),
            ),
            head=heading(words("home.settings"), INK, "gear"),
            primary=Button("close", self.back, words("back"), look="primary"),
        )
