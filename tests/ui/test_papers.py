"""The trainer's papers: chosen, made with progress, seen, printed; and every way it can fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.session import open_store
from games.ui.screens.setup.paper_service import PagePixels, PaperRequest
from games.ui.screens.setup.papers_making import MakingScene
from games.ui.shell.app import App, AppOptions
from tests.ui.audit import faults

SHAPES = [((1024, 600), False), ((1280, 800), False), ((800, 1280), False), ((1280, 800), True)]
PAGE = (300, 420)


class MadePapers(NamedTuple):
    """What was made."""

    folder: Path
    files: tuple[Path, ...]


@dataclass
class Printer:
    """Makes papers of nothing, or fails as it is told."""

    fails: Exception | None = None
    has_printer: bool = True
    opened: list[Path] = field(default_factory=list)

    def make(self, request: PaperRequest, report: Callable[[int, int], None]) -> MadePapers:
        report(1, 2)
        if self.fails is not None:
            raise self.fails
        names = ("section40", "gold_card", "nsf", "sogiesc")
        folder = Path("Documents", "rusit-papers")
        return MadePapers(folder, tuple(folder / name / "onepager.pdf" for name in names))

    def preview(self, files: Sequence[Path], height: int) -> Sequence[PagePixels]:
        return [(PAGE, bytes([240, 240, 255]) * PAGE[0] * PAGE[1]) for _ in files]

    def print(self, files: Sequence[Path]) -> bool:
        return self.has_printer

    def open_folder(self, folder: Path) -> None:
        self.opened.append(folder)


def made(catalogue: Catalogue, printer: Printer) -> tuple[App, MakingScene]:
    """Return the application, and the scene after the work is done."""
    app = App(catalogue, replace(AppOptions(), papers=printer), open_store(None))
    press(app, "papers")
    press(app, "make")
    scene = app.scenes.scene
    assert isinstance(scene, MakingScene)
    scene._work.join(5)
    return app, scene


def press(app: App, name: str) -> None:
    app.scenes.dirty = True
    next(t for t in app.scenes.build().targets if t.name == name).action()
    app.scenes.dirty = True


def told(app: App) -> str:
    """Return what the page says; it is whole and readable in every shape."""
    for size, large in SHAPES:
        app.scenes.resize(size, large)
        page = app.scenes.build()
        assert not (found := list(faults(page, "papers"))), found
    return " ".join(drawn.text.shown for drawn in page.drawn)


@pytest.mark.usefixtures("screen")
def test_papers_are_seen_printed_and_found(catalogue: Catalogue) -> None:
    printer = Printer()
    app, scene = made(catalogue, printer)
    words = app.words
    assert words("papers.done", count=4).shown in told(app)
    assert len(scene.pages) == 4
    press(app, "open")
    assert printer.opened == [Path("Documents", "rusit-papers")]
    press(app, "print")
    assert words("papers.printed", count=4).shown in told(app)
    printer.has_printer = False
    press(app, "print")
    assert words("papers.no-printer").shown in told(app)


@pytest.mark.usefixtures("screen")
def test_what_is_wrong_is_told_with_a_way_out(catalogue: Catalogue) -> None:
    missing = RusitError("PRINT09", "Pango is missing", hint="install it")
    app, _ = made(catalogue, Printer(fails=missing))
    assert "Pango is missing install it" in told(app)
    press(app, "close")
    assert app.scenes.scene.kind == "papers"
    assert app.words("papers.printer").shown in told(app)
    app.scenes.resize((1024, 600), False)
    assert not app.scenes.build().scrolling.most


@pytest.mark.usefixtures("screen")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_nobody_foresaw_is_told_too(catalogue: Catalogue) -> None:
    app, _ = made(catalogue, Printer(fails=ValueError("unforeseen")))
    assert app.words("papers.broken").shown in told(app)


@pytest.mark.usefixtures("screen")
def test_home_has_room_for_three_people_and_a_waiting_game(catalogue: Catalogue) -> None:
    app = App(catalogue, replace(AppOptions(), papers=Printer()), open_store(None))
    app.begin(app.proposed(), ())
    app.go_home()
    setup = app.proposed()
    waiting = app.words("home.resume.game", teams=setup.households, minutes=setup.minutes)
    assert waiting.shown in told(app)
