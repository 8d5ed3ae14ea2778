"""The context that scenes of the game and of practice share: the screen and the content."""

from __future__ import annotations

from engine.catalogue import Catalogue
from engine.schema.module import Module
from engine.schema.source import Helpline
from games.ui.shell.scene import SceneStack
from games.ui.toolkit.interface_text import InterfaceText


class ScreenContext:
    """The stack of scenes, the content and the words of the screen.

    Attributes:
        words: of this edition of Rusit; a saved game's own catalogue may lack newer ones.
    """

    def __init__(self, scenes: SceneStack, catalogue: Catalogue, words: InterfaceText) -> None:
        self.scenes = scenes
        self.catalogue = catalogue
        self.words = words

    def module_of(self, record: str) -> Module:
        """Return the module a question, myth, benefit or situation belongs to."""
        return self.catalogue.module_by_id[self.catalogue.module_of[record]]

    def helpline(self, record: str, named: str | None = None) -> Helpline | None:
        """Return whom to ask about a question: its own helpline, else its module's first."""
        lines = self.catalogue.helplines
        if named and named in lines:
            return lines[named]
        module = self.catalogue.module_of.get(record)
        wanted = self.catalogue.module_by_id[module].helplines if module else ()
        return next((lines[h] for h in wanted if h in lines), None)
