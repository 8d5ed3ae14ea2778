"""The set-up of a game: teams, minutes, modules, and how the years are."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.text import Text
from games.rules import Setup, amounts_of, years_of
from games.ui.screens.setup.host import AppServices, OverHome
from games.ui.screens.setup.modes import Mode, Modes
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, pair
from games.ui.toolkit.widgets import Button

TEAM_CHOICES = (1, 2, 3, 4, 5, 6)
MINUTE_CHOICES = (20, 40, 60)


class SetUp(OverHome):
    """Teams, minutes, modules, mode. What is shown first is good enough for most rooms."""

    kind = "set-up"

    def __init__(self, host: AppServices) -> None:
        super().__init__(host)
        self.first = first = host.proposed()
        self.teams = first.teams
        self.minutes = first.minutes
        self.mode = Mode(first.luck, first.together)
        self.modules = {m.id for m in host.catalogue.modules}

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
                words("setup.start", teams=self.teams, years=self._years(), minutes=self.minutes)
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

    def _years(self) -> int:
        return years_of(amounts_of(self.host.catalogue), self._setup())

    def _setup(self) -> Setup:
        return self.first._replace(
            teams=self.teams,
            minutes=self.minutes,
            luck=self.mode.luck,
            together=self.mode.together and self.teams > 1,
        )

    def _start(self) -> None:
        chosen = tuple(m.id for m in self.host.catalogue.modules if m.id in self.modules)
        self.host.begin(self._setup(), chosen)
