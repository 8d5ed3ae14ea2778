"""Home, and its settings: a session starts in three taps."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.screens.setup.host import AppServices, OverHome
from games.ui.screens.setup.menu import toggles
from games.ui.screens.setup.new_game import SetUp
from games.ui.screens.setup.overlays import as_of
from games.ui.screens.setup.rules import Rules
from games.ui.shell.frame import frame, heading
from games.ui.shell.scene import Still
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.landscape import landscape
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, PAPER, WHITE
from games.ui.toolkit.widgets import Button, Card, Draw

WHOLE_VIEW = 0.17
"""Height of the landscape, in widths, from which on the temple is whole."""


class Home(Still):
    """The first screen. What does not exist is not shown."""

    kind = "home"

    def __init__(self, host: AppServices) -> None:
        self.host = host

    def back(self) -> None:
        self.host.stage.push(Leave(self.host))

    def build(self, page: Page) -> None:
        words, host = self.host.words, self.host
        waits = host.can_resume()
        small: list[Button] = []
        if waits:
            small.append(Button("new", self._set_up, words("home.new"), "game-die", grow=1))
        if host.has_results():
            small.append(Button("results", host.results, words("home.results"), "trophy", grow=1))
        small += [
            Button("rules", self._rules, words("menu.rules"), "books", grow=1),
            Button("settings", self._settings, words("home.settings"), "gear", grow=1),
            Button("quit", self.back, words("menu.quit"), "door", grow=1),
        ]
        primary = (
            Button("resume", host.resume, self._resume_label(), "", "primary")
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
        narrow = len(small) > (5 if page.scale.wide else 3)
        below: list[Block] = [
            Row([practise, lessons]),
            Grid(small, 2, grow=0) if narrow else Row(small),
        ]
        whole = page.inner.width * WHOLE_VIEW / page.scale.gap
        tops = ([title, modules], [title], [title])
        views = [Draw(_view, gaps, grow=1) for gaps in (whole, whole, 6)]
        bodies = [
            Column([*top, view, *below], gaps=0.8) for top, view in zip(tops, views, strict=True)
        ]
        frame(page, Either(bodies), primary=primary)

    def _resume_label(self) -> Text:
        """Which game goes on."""
        setup = self.host.waiting()
        if setup is None:
            return self.host.words("home.resume")
        households, minutes = setup.households, setup.minutes
        return self.host.words("home.resume.game", households=households, minutes=minutes)

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


class Leave(OverHome):
    """Really leave? Nothing is lost either way."""

    kind = "leave"

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


class SettingsScene(OverHome):
    """Large type, motion, sound, the whole screen, and what this edition is."""

    kind = "settings"

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
                    Say(edition, "body", "read", DIM, "centre"),
                    Gap(0),
                ]
            ),
            head=heading(words("home.settings"), INK, "gear"),
            primary=Button("close", self.back, words("back"), look="primary"),
        )
