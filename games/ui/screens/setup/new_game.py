"""The set-up of a game: households, minutes, modules, and how it is played."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.text import Text
from games.rules import MOST_HOUSEHOLDS, Clock, Setup, Tables, best_chapters, labels
from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.screens.setup.modes import Mode, Modes, setting
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, pair
from games.ui.toolkit.widgets import Button


class SetUp(OverHome):
    """Households, minutes, modules, mode. What is shown first is good enough for most rooms.

    Attributes:
        minutes: wished; the game takes the nearest that can be kept, see `offered`.
    """

    kind = "set-up"

    def __init__(self, services: AppServices) -> None:
        super().__init__(services)
        self.first = first = services.proposed()
        self.households = first.households
        self.minutes = first.minutes
        self.mode = Mode(first.luck, first.together, first.talk)
        self.modules = {m.id for m in services.catalogue.modules}

    @property
    def offered(self) -> tuple[int, ...]:
        """The minutes that can be kept with these households, this talk and these modules."""
        return labels(self._tables(), self.households, self.mode.talk)

    @property
    def _minutes(self) -> int:
        """The offered minutes nearest to what is wished."""
        return min(self.offered, key=lambda n: abs(n - self.minutes), default=self.minutes)

    def build(self, page: Page) -> None:
        words = self.services.words
        ready = bool(self.modules)
        households: list[Block] = [
            self._choice(
                f"households-{n}",
                plain(n),
                n == self.households,
                self._set_households(n),
                "house" if page.scale.wide else "",
            )
            for n in range(1, MOST_HOUSEHOLDS + 1)
        ]
        minutes: list[Block] = [
            self._choice(
                f"minutes-{n}",
                words("minutes", minutes=n),
                n == self._minutes,
                self._set_minutes(n),
                "",
            )
            for n in self.offered
        ]
        parts = [
            setting(page, words("setup.households"), Row(*households, gaps=0.6, grow=1)),
            setting(page, words("setup.minutes"), Row(*minutes, gaps=0.6, grow=1)),
            setting(page, words("setup.modules"), self._modules(page)),
        ]
        frame(
            page,
            Column(*parts, gaps=0.8),
            head=heading(words("setup.title"), INK, "game-die"),
            primary=Button(
                "start",
                self._start if ready else None,
                self._summary() if ready else words("setup.pick"),
                look="primary",
            ),
            sides=[
                self._modes_button(),
                Button("close", self.back, words("back"), "", "chip", role="body"),
            ],
        )

    def _modules(self, page: Page) -> Block:
        cells: list[Block] = []
        for module in self.services.catalogue.modules:
            inside = Row(
                Picture(module.icon, 1.2),
                Say(module.short, "body", "title", INK),
                shares=[0, 1],
                gaps=0.5,
            )
            cells.append(
                Button(
                    f"module-{module.id}",
                    self._toggle(module.id),
                    part=inside,
                    pair=pair(module.colour),
                    selected=module.id in self.modules,
                    pad=0.4,
                )
            )
        most = 3 if page.scale.wide and not page.scale.large else 2
        return Grid(cells, max(1, min(len(cells), most)), gaps=0.6, grow=1)

    def _summary(self) -> Text:
        clock = Clock(self._tables(), self.households, self.mode.talk)
        chapters = self.first.chapters or best_chapters(clock, self._minutes)
        return self.services.words("setup.start", chapters=chapters, minutes=self._minutes)

    def _modes_button(self) -> Button:
        label = self.mode.title(self.services.words, self.households)
        return Button("modes", self._modes, label, self.mode.icon, "chip", role="body")

    def _modes(self) -> None:
        self.services.scenes.push(Modes(self.services, self.mode, self.households))

    def _choice(
        self, name: str, label: Text, chosen: bool, action: Callable[[], None], picture: str
    ) -> Button:
        say = Say(label, "button", "title", INK, "centre")
        inside: Block = Tight(Picture(picture, 1.1), say, gaps=0.4) if picture else say
        return Button(name, action, part=inside, pair=PAIRS["indigo"], selected=chosen, pad=0.4)

    def _set_households(self, count: int) -> Callable[[], None]:
        return lambda: setattr(self, "households", count)

    def _set_minutes(self, count: int) -> Callable[[], None]:
        return lambda: setattr(self, "minutes", count)

    def _toggle(self, module: str) -> Callable[[], None]:
        def act() -> None:
            self.modules ^= {module}

        return act

    def _chosen(self) -> tuple[str, ...]:
        return tuple(m.id for m in self.services.catalogue.modules if m.id in self.modules)

    def _tables(self) -> Tables:
        """Return the tables of the chosen modules; of all while none is chosen."""
        return self.services.tables(self._chosen())

    def _setup(self) -> Setup:
        return self.first._replace(
            households=self.households,
            minutes=self._minutes,
            talk=self.mode.talk,
            luck=self.mode.luck,
            together=self.mode.together and self.households > 1,
        )

    def _start(self) -> None:
        self.services.begin(self._setup(), self._chosen())
