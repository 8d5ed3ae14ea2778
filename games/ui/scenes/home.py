"""Home, set-up and settings: a session starts in three taps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pygame

from engine.catalogue import Catalogue
from engine.model.text import Text
from games.rules import Setup
from games.ui.blocks import Block, Column, Grid, Picture, Row, Say, Space, Tight
from games.ui.frame import frame, heading
from games.ui.landscape import landscape
from games.ui.page import Page
from games.ui.scene import Stage, Still
from games.ui.scenes.menu import toggles
from games.ui.scenes.modes import Mode, Modes
from games.ui.scenes.overlays import as_of
from games.ui.scenes.rules import Rules
from games.ui.table import Settings
from games.ui.theme import DIM, INK, PAIRS, PAPER, WHITE, pair
from games.ui.widgets import Button, Card, Draw
from games.ui.words import Words, plain

TEAM_CHOICES = (1, 2, 3, 4, 5, 6)
MINUTE_CHOICES = (20, 40, 60)


class Host(Protocol):
    """What home asks of the application."""

    catalogue: Catalogue
    stage: Stage
    words: Words
    settings: Settings

    def can_resume(self) -> bool:
        """Whether a saved game waits."""

    def resume(self) -> None:
        """Goes on with it."""

    def begin(self, setup: Setup, modules: tuple[str, ...]) -> None:
        """Begins a new game."""

    def practise(self) -> None:
        """Goes to practice."""

    def lessons(self) -> None:
        """Goes to the lessons."""

    def keep(self, key: str, value: str) -> None:
        """Remembers a setting."""

    def proposed(self) -> Setup:
        """The set-up shown first."""


class Home(Still):
    """The first screen. What does not exist is not shown."""

    kind = "home"

    def __init__(self, host: Host) -> None:
        self.host = host

    def back(self) -> None:
        self.host.stage.push(Leave(self.host))

    def build(self, page: Page) -> None:
        words, host = self.host.words, self.host
        waits = host.can_resume()
        small: list[Button] = []
        if waits:
            small.append(Button("new", self._set_up, words("home.new"), "game-die", grow=1))
        small += [
            Button("rules", self._rules, words("menu.rules"), "books", grow=1),
            Button("settings", self._settings, words("home.settings"), "gear", grow=1),
            Button("quit", self.back, words("menu.quit"), "door", grow=1),
        ]
        primary = (
            Button("resume", host.resume, words("home.resume"), "", "primary")
            if waits
            else Button("play", self._set_up, words("home.play"), "", "primary")
        )
        leaf, indigo = PAIRS["leaf"], PAIRS["indigo"]
        practise = Button(
            "practise", host.practise, words("home.practice"), "check-mark-button", pair=leaf
        )
        lessons = Button("lessons", host.lessons, words("home.lessons"), "open-book", pair=indigo)
        title: Block = Column(
            [
                Say(words("app.name"), "hero", "title", INK, "centre"),
                Say(words("app.tagline"), "lead", "read", INK, "centre"),
            ],
            gaps=0,
        )
        modules: Block = Tight([Picture(m.icon, 1.8) for m in host.catalogue.modules], gaps=1.6)
        parts: list[Block] = [
            title,
            modules,
            Draw(_view, gaps=6, grow=1),
            Row([practise, lessons]),
            Row(small) if page.scale.wide or len(small) < 4 else Grid(small, 2, grow=0),
        ]
        frame(page, Column(parts, gaps=0.8), primary=primary)

    def _set_up(self) -> None:
        self.host.stage.push(SetUp(self.host))

    def _rules(self) -> None:
        self.host.stage.push(Rules(self.host.stage, self.host.words, self.host.catalogue))

    def _settings(self) -> None:
        self.host.stage.push(SettingsScene(self.host))


def _view(page: Page, rect: pygame.Rect) -> None:
    """A strip of the landscape."""
    if rect.height < 20:
        return
    tall = max(rect.height, round(rect.width * 0.42))
    picture = landscape(rect.width, tall, page.scale.radius, PAPER)
    if tall > rect.height:
        skip = min(tall - rect.height, round(tall * 0.10))
        page.surface.blit(picture, rect, (0, skip, rect.width, rect.height))
    else:
        page.surface.blit(picture, rect)


class Leave(Still):
    """Really leave? Nothing is lost either way."""

    kind = "leave"

    def __init__(self, host: Host) -> None:
        self.host = host

    def back(self) -> None:
        self.host.stage.pop()

    def build(self, page: Page) -> None:
        words = self.host.words
        frame(
            page,
            Card(
                Column(
                    [
                        Picture("house", 3),
                        Say(words("leave.title"), "title", "title", INK, "centre"),
                        Say(words("menu.saved"), "lead", "read", INK, "centre"),
                    ]
                ),
                WHITE,
                pad=2,
                grow=1,
            ),
            primary=Button("stay", self.back, words("leave.stay"), look="primary"),
            sides=[Button("leave", self._leave, words("menu.quit"), "door", "chip", role="body")],
        )

    def _leave(self) -> None:
        self.host.stage.running = False


class SetUp(Still):
    """Teams, minutes, modules, mode. What is shown first is good enough for most rooms."""

    kind = "set-up"

    def __init__(self, host: Host) -> None:
        self.host = host
        self.first = first = host.proposed()
        self.teams = first.teams
        self.minutes = first.minutes
        self.mode = Mode(first.luck, first.together)
        self.modules = {m.id for m in host.catalogue.modules}

    def back(self) -> None:
        self.host.stage.pop()

    def build(self, page: Page) -> None:
        words = self.host.words
        teams = [
            self._choice(
                f"teams-{n}",
                plain(n),
                n == self.teams,
                self._set_teams(n),
                "busts-in-silhouette" if n > 1 else "bust-in-silhouette",
            )
            for n in TEAM_CHOICES
        ]
        minutes = [
            self._choice(
                f"minutes-{n}",
                words("minutes", minutes=n),
                n == self.minutes,
                self._set_minutes(n),
                "",
            )
            for n in MINUTE_CHOICES
        ]
        modules: list[Block] = []
        for module in self.host.catalogue.modules:
            chosen = module.id in self.modules
            modules.append(
                Button(
                    f"module-{module.id}",
                    self._toggle(module.id),
                    part=Row(
                        [Picture(module.icon, 1.2), Say(module.short, "body", "title", INK)],
                        [0, 1],
                        gaps=0.5,
                    ),
                    pair=pair(module.colour),
                    selected=chosen,
                    pad=0.6,
                )
            )
        most = (3 if page.scale.large else 5) if page.scale.wide else 2
        columns = max(1, min(len(modules), most))
        parts: list[Block] = [
            Say(words("setup.teams"), "body", "title", INK),
            Row(teams, gaps=0.6, grow=1),
            Say(words("setup.minutes"), "body", "title", INK),
            Row(minutes, gaps=0.6, grow=1),
            Say(words("setup.modules"), "body", "title", INK),
            Grid(modules, columns, gaps=0.6, grow=1),
        ]
        ready = bool(self.modules)
        frame(
            page,
            Column(parts, gaps=0.5),
            head=heading(words("setup.title"), INK, "game-die"),
            primary=Button(
                "start",
                self._start if ready else None,
                words("setup.start", teams=self.teams, minutes=self.minutes)
                if ready
                else words("setup.pick"),
                look="primary",
            ),
            sides=[
                self._modes_button(),
                Button("close", self.back, words("back"), "", "chip", role="body"),
            ],
        )

    def _modes_button(self) -> Button:
        label = self.mode.title(self.host.words, self.teams)
        return Button("modes", self._modes, label, self.mode.icon, "chip", role="body")

    def _modes(self) -> None:
        self.host.stage.push(Modes(self.host.stage, self.host.words, self.mode, self.teams))

    def _choice(
        self, name: str, label: Text, chosen: bool, action: Callable[[], None], picture: str
    ) -> Button:
        say = Say(label, "button", "title", INK, "centre")
        inside: Block = Tight([Picture(picture, 1.1), say], gaps=0.4) if picture else say
        return Button(name, action, part=inside, pair=PAIRS["indigo"], selected=chosen, pad=0.5)

    def _set_teams(self, count: int) -> Callable[[], None]:
        def act() -> None:
            self.teams = count

        return act

    def _set_minutes(self, count: int) -> Callable[[], None]:
        def act() -> None:
            self.minutes = count

        return act

    def _toggle(self, module: str) -> Callable[[], None]:
        def act() -> None:
            self.modules ^= {module}

        return act

    def _start(self) -> None:
        chosen = tuple(m.id for m in self.host.catalogue.modules if m.id in self.modules)
        setup = self.first._replace(
            teams=self.teams,
            minutes=self.minutes,
            luck=self.mode.luck,
            together=self.mode.together and self.teams > 1,
        )
        self.host.begin(setup, chosen)


class SettingsScene(Still):
    """Large type, no motion, and what this edition is."""

    kind = "settings"

    def __init__(self, host: Host) -> None:
        self.host = host

    def back(self) -> None:
        self.host.stage.pop()

    def build(self, page: Page) -> None:
        words, host = self.host.words, self.host
        cells = toggles(words, host.stage, host.settings, host.keep)
        edition = words(
            "settings.edition", day=as_of(host.catalogue), edition=host.catalogue.edition
        )
        frame(
            page,
            Column(
                [
                    Grid(cells, 2 if page.scale.wide else 1, grow=1),
                    Say(words("settings.full"), "body", "read", INK, "centre"),
                    Say(edition, "body", "read", DIM, "centre"),
                    Space(0),
                ]
            ),
            head=heading(words("home.settings"), INK, "gear"),
            primary=Button("close", self.back, words("back"), look="primary"),
        )
