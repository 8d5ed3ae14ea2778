"""Papers: modules, kind and printer are chosen, the PDFs made, and their folder opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol

import pygame

from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, SAND, WHITE, pair
from games.ui.toolkit.widgets import Button, Card, Draw

PaperKind = Literal["sheets", "session", "game"]
PaperFlip = Literal["long", "short", "separate"]

KINDS: tuple[tuple[PaperKind, str], ...] = (
    ("sheets", "page-facing-up"),
    ("session", "file-folder"),
    ("game", "game-die"),
)
FLIPS: tuple[PaperFlip, ...] = ("long", "short", "separate")


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """The request for papers to print.

    Attributes:
        modules: ids of modules.
        kind: `sheets` to take home · `session` for one session · `game` the whole paper game.
        flip: how the printer turns a sheet; `separate`: fronts, then backs.
    """

    modules: tuple[str, ...]
    kind: PaperKind
    flip: PaperFlip
    households: int
    minutes: int


class PaperService(Protocol):
    """Makes papers; composed at the root, since games and printables do not know each other."""

    def make(self, request: PaperRequest, report: Callable[[int, int], None]) -> Path:
        """Make the PDFs and return their folder.

        Args:
            report: called with (files done, files in all).

        Raises:
            RusitError: what is missing or wrong, with a hint.
        """

    def open_folder(self, folder: Path) -> None:
        """Show the folder as the system does."""


class PapersScene(OverHome):
    """Choose modules, kind and printer, then make the files."""

    kind = "papers"

    def __init__(self, services: AppServices, service: PaperService) -> None:
        super().__init__(services)
        self.service = service
        self.modules = {m.id for m in services.catalogue.modules}
        self.paper_kind: PaperKind = "sheets"
        self.flip: PaperFlip = "long"

    def build(self, page: Page) -> None:
        words = self.services.words
        columns = 5 if page.scale.wide and not page.scale.large else 2
        parts: list[Block] = [
            Say(words("papers.modules"), "body", "title", INK),
            Grid([self._module(m.id) for m in self.services.catalogue.modules], columns, gaps=0.6),
            Say(words("papers.kind"), "body", "title", INK),
            Grid([self._kind(name, icon) for name, icon in KINDS], 3 if page.scale.wide else 1),
            Say(words("papers.printer"), "body", "title", INK),
            Grid([self._flip(name) for name in FLIPS], 3 if page.scale.wide else 1),
        ]
        ready = bool(self.modules)
        frame(
            page,
            Column(parts, gaps=0.5),
            head=heading(words("papers.title"), INK, "page-facing-up"),
            primary=Button(
                "make",
                self._make if ready else None,
                words("papers.make" if ready else "setup.pick"),
                look="primary",
            ),
            sides=[Button("close", self.back, words("back"), "", "chip", role="body")],
        )

    def _module(self, module_id: str) -> Block:
        module = self.services.catalogue.module_by_id[module_id]

        def toggle() -> None:
            self.modules ^= {module_id}

        inside = Row(
            [Picture(module.icon, 1.2), Say(module.short, "body", "title", INK)], [0, 1], gaps=0.5
        )
        return Button(
            f"module-{module_id}",
            toggle,
            part=inside,
            pair=pair(module.colour),
            selected=module_id in self.modules,
            pad=0.5,
        )

    def _kind(self, name: PaperKind, icon: str) -> Block:
        def choose() -> None:
            self.paper_kind = name

        label = self.services.words(f"papers.kind.{name}")
        inside = Row([Picture(icon, 1.3), Say(label, "body", "strong", INK)], [0, 1], gaps=0.5)
        return Button(
            f"kind-{name}",
            choose,
            part=inside,
            pair=PAIRS["indigo"],
            selected=name == self.paper_kind,
            pad=0.5,
        )

    def _flip(self, name: PaperFlip) -> Block:
        def choose() -> None:
            self.flip = name

        label = self.services.words(f"papers.flip.{name}")
        return Button(
            f"flip-{name}",
            choose,
            part=Say(label, "body", "strong", INK, "centre"),
            pair=PAIRS["teal"],
            selected=name == self.flip,
            pad=0.5,
        )

    def _make(self) -> None:
        first = self.services.proposed()
        modules = tuple(m.id for m in self.services.catalogue.modules if m.id in self.modules)
        request = PaperRequest(modules, self.paper_kind, self.flip, first.households, first.minutes)
        self.services.scenes.push(MakingScene(self.services, self.service, request))


class MakingScene(OverHome):
    """The files are being made: a bar, then the way to their folder, or what is wrong."""

    kind = "papers-making"
    moving = False

    def __init__(self, services: AppServices, service: PaperService, request: PaperRequest) -> None:
        super().__init__(services)
        self.service = service
        self.done, self.total = 0, 0
        self.folder: Path | None = None
        self.error: RusitError | None = None
        self._shown = (-1, -1)
        self._work = Thread(target=self._run, args=(request,), daemon=True)
        self._work.start()

    def _run(self, request: PaperRequest) -> None:
        try:
            self.folder = self.service.make(request, self._report)
        except RusitError as error:
            self.error = error

    def _report(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    def back(self) -> None:
        if not self._work.is_alive():
            self.services.scenes.pop()

    def tick(self, elapsed: int) -> bool:
        now = (self.done, self._work.is_alive())
        changed = now != self._shown
        self._shown = now
        return changed

    def build(self, page: Page) -> None:
        words = self.services.words
        if self._work.is_alive():
            told = words("papers.making", done=self.done, total=max(self.total, self.done))
            body: Block = Column([Say(told, "lead", "title", INK, "centre"), Draw(self._bar, 3, 0)])
            frame(page, Card(body, WHITE, grow=1), head=self._head())
            return
        if self.error is not None:
            problem = self.error.problem
            lines = [plain(problem.message), plain(problem.hint)]
            body = Column([Say(line, "body", "read", INK) for line in lines if line.shown])
            title: Text = words("papers.failed")
        else:
            body = Say(plain(str(self.folder)), "body", "strong", INK, "centre")
            title = words("papers.done")
        frame(
            page,
            Card(Column([Say(title, "title", "title", INK, "centre"), body]), WHITE, grow=1),
            head=self._head(),
            primary=Button("close", self.back, words("back"), look="primary"),
            sides=self._sides(),
        )

    def _head(self) -> Block:
        return heading(self.services.words("papers.title"), INK, "page-facing-up")

    def _sides(self) -> list[Button]:
        folder = self.folder
        if folder is None:
            return []

        def show() -> None:
            self.service.open_folder(folder)

        return [Button("open", show, self.services.words("papers.open"), "file-folder", "chip")]

    def _bar(self, page: Page, rect: pygame.Rect) -> None:
        page.box(rect, SAND)
        share = self.done / self.total if self.total else 0
        page.box(pygame.Rect(rect.x, rect.y, round(rect.width * share), rect.height), INK)
