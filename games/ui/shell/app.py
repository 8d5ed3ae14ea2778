"""The application: home, the game on the table, and each frame of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import pygame

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.practice.store import PracticeStore, open_practice
from games.rules import (
    FirstEditionLog,
    IllegalMove,
    Log,
    Setup,
    Tables,
    compile_tables,
    setup_from_json,
    setup_to_json,
    start_log,
)
from games.session import SavedGame, Store
from games.session.game_session import GameSession, read_moves
from games.ui.screens.lessons.lesson import Lessons
from games.ui.screens.practice.start import Who
from games.ui.screens.setup.home import Home
from games.ui.screens.setup.menu import Menu
from games.ui.screens.setup.overlays import Note
from games.ui.screens.setup.paper_service import PaperService
from games.ui.shell.game_screens import GameScreens, SceneRouter, Settings
from games.ui.shell.input import Controls
from games.ui.shell.practice_session import Practice
from games.ui.shell.scene import SceneStack
from games.ui.shell.scene_router import input_scene, report_scenes
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import InterfaceText, plain
from games.ui.toolkit.sounds import SOUND_OF, Play, silence
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.typefaces import Typefaces

REFUSED = {"SES02": "saved.refused", "PRAC01": "practice.full"}
"""What is told when the disk refuses, by the code of the error."""
FIRST_SETUP = Setup(households=4)


@dataclass(frozen=True)
class AppOptions:
    """Options of playing and practising.

    Attributes:
        size: of the window in pixels.
        folder: where games and practice are saved; None: in memory, nothing is kept.
        seed: of a new game; `next_seed` gives one for each new game when it is None.
        setup: proposed at the set-up; with `begin`, the game starts at once, unless an
            unfinished one waits: then home offers to go on.
        modules: ids to play with, or to practise; empty: all.
        first: the screen that is shown first; home lies behind it.
        today: the day where the people are, for practice.
        sound: plays a sound by its name.
        papers: makes printed papers; None: home offers none.
        fonts: folder of the content's own fonts.
    """

    size: tuple[int, int] = (1280, 800)
    folder: Path | None = None
    seed: int | None = None
    next_seed: Callable[[], int] = lambda: 1
    setup: Setup = FIRST_SETUP
    modules: tuple[str, ...] = ()
    begin: bool = False
    full_screen: bool = False
    first: Literal["home", "practice", "lessons"] = "home"
    today: Callable[[], date] = date.today
    sound: Play = silence
    papers: PaperService | None = None
    fonts: Path | None = None


@dataclass(frozen=True)
class Unreadable:
    """The reason why a saved game cannot be opened.

    Attributes:
        first: set-up of a game of the first edition; empty: the save is damaged.
    """

    first: Mapping[str, object] = field(default_factory=dict)

    def words_for(self, about: str) -> tuple[str, dict[str, int]]:
        """Return the key of the words, and what is filled in."""
        teams, minutes = self.first.get("teams"), self.first.get("minutes")
        if isinstance(teams, int) and isinstance(minutes, int):
            return f"{about}.first-edition", {"teams": teams, "minutes": minutes}
        return f"{about}.unfit", {}


class App:
    """Home, game, practice and lessons on one stack of scenes."""

    def __init__(self, catalogue: Catalogue, options: AppOptions, store: Store) -> None:
        self.catalogue = catalogue
        self.options = options
        self.papers = options.papers
        self.store = store
        self.words = InterfaceText(catalogue)
        kept = store.settings()
        self.settings = Settings(
            large=kept.get("large") == "1",
            calm=kept.get("calm") == "1",
            quiet=kept.get("quiet") == "1",
            hidden=kept.get("hidden") == "1",
        )
        self._letters = TextRenderer(Typefaces.of(catalogue.reading, options.fonts))
        self.scenes = SceneStack(
            self._letters, self.words, options.size, self.settings.large, self._sound
        )
        self.game: GameScreens | None = None
        self._tables: tuple[tuple[str, ...], Tables] | None = None
        self._moved = False
        self._practice_store: PracticeStore | None = None
        self.scenes.show(Home(self))
        if options.begin and not self.can_resume():
            self.begin(options.setup, options.modules)
        elif options.first == "practice":
            self.practise(options.modules)
        elif options.first == "lessons":
            self.lessons()
        self._report_store()

    def close(self) -> None:
        """Close what the application opened itself."""
        if self._practice_store is not None:
            self._practice_store.close()

    # What home asks.

    def proposed(self) -> Setup:
        return self.options.setup

    def keep(self, key: str, value: str) -> None:
        self.store.set(key, value)

    def can_resume(self) -> bool:
        return self.store.open_game() is not None

    def waiting_game(self) -> Setup | None:
        """Return the set-up of the saved game that waits; None if none can be read."""
        saved = self.store.open_game()
        try:
            return setup_from_json(saved.setup)[0] if saved is not None else None
        except ValueError:
            return None

    def tables(self, modules: tuple[str, ...]) -> Tables:
        """Return the tables with these modules, compiled once: so a tap is answered at once."""
        if self._tables is None or self._tables[0] != modules:
            self._tables = modules, compile_tables(self.catalogue, modules)
        return self._tables[1]

    def begin(self, setup: Setup, modules: tuple[str, ...]) -> None:
        tables = self.tables(modules)
        seed = self.options.seed if self.options.seed is not None else self.options.next_seed()
        log = start_log(tables, setup, seed)
        game = self.store.begin(
            seed,
            setup_to_json(log.setup, tables.modules),
            self.catalogue.edition,
            self.catalogue.to_json(),
        )
        self._open_game(self.catalogue, GameSession(self.store, tables, log, game)).next()

    def resume(self) -> None:
        """Go on with the saved game, with the catalogue it was begun with."""
        saved = self.store.open_game()
        if saved is None:
            self.go_home()
        elif (trouble := self._take_up(saved, "saved.other-edition")) is not None:
            self.store.finish(saved.id, "left")
            key, values = trouble.words_for("saved")
            self._note(key, self.go_home, **values)

    def has_results(self) -> bool:
        return self.store.finished_game() is not None

    def results(self) -> None:
        """Report the end of the last finished game once more."""
        saved = self.store.finished_game()
        if saved is None:
            self._note("results.unfit", self.scenes.pop)
        elif (trouble := self._take_up(saved, "results.other-edition", closed=True)) is not None:
            key, values = trouble.words_for("results")
            self._note(key, self.scenes.pop, **values)

    def _take_up(
        self, saved: SavedGame, other_edition: str, *, closed: bool = False
    ) -> Unreadable | None:
        """Open that game where it stands; return why it cannot be opened.

        Args:
            other_edition: the note to show when it was begun with another edition.
            closed: it is over for good, and only looked at.
        """
        try:
            catalogue = self._catalogue_of(saved)
            setup, modules = setup_from_json(saved.setup)
            tables = compile_tables(catalogue, modules)
            log = Log(setup, saved.seed, saved.edition, tables.modules, read_moves(saved))
            session = GameSession(
                self.store, tables, log, saved.id, flags=saved.flags, closed=closed
            )
        except FirstEditionLog as error:
            return Unreadable(error.data)
        except (IllegalMove, ValueError, KeyError):
            return Unreadable()
        game = self._open_game(catalogue, session)
        if saved.edition != self.catalogue.edition and catalogue.language == self.words.language:
            self._note(other_edition, game.present)
        else:
            game.present()
        return None

    def go_home(self) -> None:
        """Back to the first screen. The game stays saved."""
        self.game = None
        self.scenes.words, self.scenes.letters = self.words, self._letters
        self.scenes.show(Home(self))

    def practise(self, modules: tuple[str, ...] = ()) -> None:
        """Ask who practises; rounds are about these modules, or all."""
        fresh = self._practice_store is None
        if self._practice_store is None:
            self._practice_store = open_practice(self.options.folder)
        store = self._practice_store
        practice = Practice(
            self.scenes,
            self.catalogue,
            self.words,
            store,
            self.options.today,
            self.go_home,
            modules or self.options.modules,
        )
        self.scenes.show(Who(practice))
        if fresh and store.set_aside is not None:
            self._note("practice.damaged", self.scenes.pop, store.set_aside.name)
        elif fresh and store.trouble is not None:
            self._note(f"practice.{store.trouble}", self.scenes.pop)

    def lessons(self) -> None:
        """Show the lessons."""
        context = ScreenContext(self.scenes, self.catalogue, self.words)
        self.scenes.show(Lessons(context, self.practise, self.go_home))

    def finished(self) -> None:
        """Close the game for good: the debrief is done."""
        if self.game is not None:
            self.store.finish(self.game.session.game)
        self.go_home()

    def _catalogue_of(self, saved: SavedGame) -> Catalogue:
        if saved.edition == self.catalogue.edition:
            return self.catalogue
        stored = self.store.catalogue(saved.edition)
        if stored is None:
            raise ValueError("the catalogue of the saved game is gone")
        return Catalogue.model_validate_json(stored)

    def _open_game(self, catalogue: Catalogue, session: GameSession) -> GameScreens:
        router = SceneRouter(report_scenes, input_scene, Menu, self.go_home, self.finished)
        words = self.words
        if catalogue.language != words.language:
            # A game goes on in the language it was begun in.
            words = InterfaceText(catalogue, newer=words)
            typefaces = Typefaces.of(catalogue.reading, self.options.fonts)
            self.scenes.words, self.scenes.letters = words, TextRenderer(typefaces)
        self.game = GameScreens(self.scenes, session, catalogue, self.settings, router, words)
        return self.game

    def _report_store(self) -> None:
        """Tell what happened to the saved games, and that the computer's clock is wrong."""
        if self.store.notice:
            aside = self.store.set_aside
            self._note(self.store.notice, self.scenes.pop, aside.name if aside else "")
        if self.catalogue.clock is not None:
            clock, day = map(self.words.day, (self.catalogue.clock, self.catalogue.as_of))
            self._note("clock", self.scenes.pop, clock=clock, day=day)

    def _sound(self, kind: str) -> None:
        if kind in SOUND_OF and not self.settings.quiet:
            self.options.sound(SOUND_OF[kind])

    def _note(
        self, key: str, done: Callable[[], None], file: str = "", /, **values: int | str
    ) -> None:
        """Show the words of that key over everything, and where a file is if one is named."""
        lines = [self.words(key, **values)]
        if file:
            lines.append(self.words(f"{key}.where", file=plain(file)))
        self.scenes.push(Note(self.words, self.words(f"{key}.title"), lines, done, kind=key))

    # The frame loop's parts.

    def handle(self, controls: Controls, event: pygame.event.Event) -> None:
        """Handle one event; if the disk refuses a move, say so and go on."""
        try:
            controls.handle(event)
        except RusitError as error:
            key = REFUSED.get(error.problem.code)
            if key is None:
                raise
            self._note(key, self.scenes.pop)

    def frame(self, window: pygame.Surface, elapsed: int, pressed: bool) -> bool:
        """Draw one frame; False when nothing had to be drawn."""
        scenes = self.scenes
        scenes.age += elapsed
        changed = scenes.scene.tick(elapsed)
        scenes.dirty = scenes.dirty or changed
        fresh = scenes.dirty
        page = scenes.build()
        moved, self._moved = self._moved, scenes.scene.moving
        # One frame more after a motion, so that nothing of it stays on the screen.
        if not (fresh or moved or self._moved or pressed):
            return False
        window.blit(page.surface, (0, 0))
        scenes.scene.overlay(window, scenes.scale)
        focus = scenes.focused()
        if focus is not None:
            paint.focus_ring(window, focus.rect, focus.radius, scenes.scale.line)
        return True
