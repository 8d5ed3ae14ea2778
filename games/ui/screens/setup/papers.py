"""Papers: modules, kind and printer are chosen."""

from __future__ import annotations

from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.screens.setup.modes import setting
from games.ui.screens.setup.paper_service import PaperFlip, PaperKind, PaperRequest, PaperService
from games.ui.screens.setup.papers_making import MakingScene
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, pair
from games.ui.toolkit.widgets import Button

KINDS: tuple[tuple[PaperKind, str], ...] = (
    ("sheets", "page-facing-up"),
    ("session", "file-folder"),
    ("game", "game-die"),
)
FLIPS: tuple[PaperFlip, ...] = ("long", "short", "separate")


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
        across = 3 if page.scale.wide and not page.scale.large else 2
        modules = [self._module(m.id) for m in self.services.catalogue.modules]
        beside = page.scale.wide
        kinds = Grid([self._kind(name, icon) for name, icon in KINDS], 3 if beside else 1, gaps=0.6)
        flips = Grid([self._flip(name) for name in FLIPS], 3 if beside else 1, gaps=0.6)
        parts = [
            setting(page, words("papers.modules"), Grid(modules, across, gaps=0.6)),
            setting(page, words("papers.kind"), kinds),
            setting(page, words("papers.printer"), flips),
        ]
        ready = bool(self.modules)
        frame(
            page,
            Column(*parts, gaps=0.7),
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
            Picture(module.icon, 1.2),
            Say(module.short, "body", "title", INK),
            shares=[0, 1],
            gaps=0.5,
        )
        return Button(
            f"module-{module_id}",
            toggle,
            part=inside,
            pair=pair(module.colour),
            selected=module_id in self.modules,
            pad=0.4,
        )

    def _kind(self, name: PaperKind, icon: str) -> Block:
        def choose() -> None:
            self.paper_kind = name

        label = self.services.words(f"papers.kind.{name}")
        inside = Row(Picture(icon, 1.3), Say(label, "body", "strong", INK), shares=[0, 1], gaps=0.5)
        return Button(
            f"kind-{name}",
            choose,
            part=inside,
            pair=PAIRS["indigo"],
            selected=name == self.paper_kind,
            pad=0.4,
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
            pad=0.4,
        )

    def _make(self) -> None:
        first = self.services.proposed()
        modules = tuple(m.id for m in self.services.catalogue.modules if m.id in self.modules)
        request = PaperRequest(modules, self.paper_kind, self.flip, first.households, first.minutes)
        self.services.scenes.push(MakingScene(self.services, self.service, request))
