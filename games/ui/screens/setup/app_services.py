"""Services that home and the scenes over it ask of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from engine.catalogue import Catalogue
from games.rules import Setup, Tables
from games.ui.shell.game_screens import Settings
from games.ui.shell.scene import BaseScene, SceneStack
from games.ui.toolkit.interface_text import InterfaceText

if TYPE_CHECKING:
    from games.ui.screens.setup.paper_service import PaperService


class AppServices(Protocol):
    """The application, as home sees it."""

    catalogue: Catalogue
    scenes: SceneStack
    words: InterfaceText
    settings: Settings
    papers: PaperService | None

    def can_resume(self) -> bool:
        """Return True if a saved game waits."""

    def waiting_game(self) -> Setup | None:
        """Return the set-up of the saved game that waits; None if none can be read."""

    def resume(self) -> None:
        """Go on with it."""

    def has_results(self) -> bool:
        """Return True if a game was finished on this device."""

    def results(self) -> None:
        """Show how the last finished game ended."""

    def tables(self, modules: tuple[str, ...]) -> Tables:
        """Return the tables of a game with these modules; of all when none is named."""

    def begin(self, setup: Setup, modules: tuple[str, ...]) -> None:
        """Begin a new game."""

    def practise(self) -> None:
        """Go to practice."""

    def lessons(self) -> None:
        """Go to the lessons."""

    def keep(self, key: str, value: str) -> None:
        """Remember a setting."""

    def proposed(self) -> Setup:
        """Return the set-up shown first."""


class OverHome(BaseScene):
    """A scene that lies over home. Esc leads back to it."""

    def __init__(self, services: AppServices) -> None:
        self.services = services

    def back(self) -> None:
        self.services.scenes.pop()
