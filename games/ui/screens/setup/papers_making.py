"""The papers are being made; then they are seen, printed, or their folder is opened."""

from __future__ import annotations

from threading import Thread

import pygame

from engine.diagnostics.problems import RusitError
from games.ui.screens.common.arrange import columns
from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.screens.setup.paper_service import MadePapers, PaperRequest, PaperService
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, SAND, WHITE
from games.ui.toolkit.widgets import Button, Card, Draw

SHOWN = 4
"""So many first pages are shown."""
PREVIEW_HEIGHT = 700
"""Pixels of a first page as it is kept; the page scales it down."""


class MakingScene(OverHome):
    """A bar while the files are being made; then their first pages, or what is wrong.

    Attributes:
        made: the files, once they are there; `pages` pictures of the first ones.
        error: what is wrong, when it is known; `broken`: it failed, and nobody knows why.
        printed: they were handed to the printer; False: there is no way to one.
    """

    kind = "papers-making"

    def __init__(self, services: AppServices, service: PaperService, request: PaperRequest) -> None:
        super().__init__(services)
        self.service = service
        self.done, self.total = 0, 0
        self.made: MadePapers | None = None
        self.pages: list[pygame.Surface] = []
        self.error: RusitError | None = None
        self.broken = False
        self.printed: bool | None = None
        self._shown = (-1, -1)
        self._work = Thread(target=self._run, args=(request,), daemon=True)
        self._work.start()

    def _run(self, request: PaperRequest) -> None:
        try:
            made = self.service.make(request, self._report)
            for size, pixels in self.service.preview(made.files[:SHOWN], PREVIEW_HEIGHT):
                self.pages.append(pygame.image.frombytes(pixels, size, "RGB"))
            self.made = made
        except RusitError as error:
            self.error = error
        except Exception:  # an error of a thread is told to nobody: the page must tell it
            self.broken = True
            raise

    def _report(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    def back(self) -> None:
        """Back to the choice; not while files are being written."""
        if not self._work.is_alive():
            self.services.scenes.pop()

    def tick(self, elapsed: int) -> bool:
        now = (self.done, self._work.is_alive())
        changed = now != self._shown
        self._shown = now
        return changed

    # --- pages --------------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        words = self.services.words
        if self._work.is_alive():
            told = words("papers.making", done=self.done, total=max(self.total, self.done))
            parts: list[Block] = [
                Picture("page-facing-up", 4),
                Say(told, "title", "title", INK, "centre"),
                Draw(self._bar, 3, 0),
            ]
            frame(page, Card(Column(*parts, gaps=1.5), WHITE, pad=2, grow=1), head=self._head())
            return
        close = Button("close", self.back, words("back"), look="primary")
        if self.made is None:
            frame(page, self._failed(), head=self._head(), primary=close)
            return
        frame(page, self._finished(self.made), head=self._head(), primary=close, sides=self._ways())

    def _failed(self) -> Block:
        """Return what is wrong, and what helps."""
        words = self.services.words
        lines: list[Block] = [Say(words("papers.failed"), "title", "title", INK, "centre")]
        if self.error is None:
            lines.append(Say(words("papers.broken"), "lead", "read", INK, "centre"))
        else:
            problem = self.error.problem
            told = [plain(problem.message), plain(problem.hint)]
            lines += [Say(line, "lead", "read", INK, "centre") for line in told if line.shown]
        return Card(Column(Picture("warning", 3), *lines, gaps=1), WHITE, pad=2, grow=1)

    def _finished(self, made: MadePapers) -> Block:
        """Return the first pages, and where the files are."""
        words = self.services.words
        name = "papers.done" if self.printed is None else "papers.printed"
        if self.printed is False:
            name = "papers.no-printer"
        told = words(name, count=len(made.files))
        where = Say(plain(str(made.folder)), "label", "read", INK, "centre")
        sure = Row(
            Picture("check-mark-button", 1.3),
            Say(told, "lead", "title", INK),
            shares=[0, 1],
            gaps=0.6,
        )
        return Column(sure, Draw(self._pages, 8, grow=1), where, gaps=0.6)

    def _pages(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the first pages side by side, as large as they fit."""
        if rect.height < 40 or not self.pages:
            return
        cells = columns(rect, len(self.pages), page.scale.gap)
        for picture, cell in zip(self.pages, cells, strict=True):
            share = min(cell.width / picture.get_width(), cell.height / picture.get_height())
            size = round(picture.get_width() * share), round(picture.get_height() * share)
            spot = pygame.Rect((0, 0), size).move_to(center=cell.center)
            page.box(spot.inflate(6, 6), SAND, radius=4)
            page.surface.blit(pygame.transform.smoothscale(picture, size), spot)

    def _head(self) -> Block:
        return heading(self.services.words("papers.title"), INK, "page-facing-up")

    # --- ways on ------------------------------------------------------------------------------

    def _ways(self) -> list[Button]:
        words, colours = self.services.words, PAIRS["gold"]
        return [
            Button("open", self._open, words("papers.open"), "file-folder", pair=colours),
            Button("print", self._print, words("papers.print"), "page-facing-up", pair=colours),
        ]

    def _open(self) -> None:
        if self.made is not None:
            self.service.open_folder(self.made.folder)

    def _print(self) -> None:
        if self.made is not None:
            self.printed = self.service.print(self.made.files)

    def _bar(self, page: Page, rect: pygame.Rect) -> None:
        page.box(rect, SAND)
        share = self.done / self.total if self.total else 0
        page.box(pygame.Rect(rect.x, rect.y, round(rect.width * share), rect.height), INK)
