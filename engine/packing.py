"""Recipes of the plain files: the catalogue, and the schemas that editors read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.content import Content

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class TextRecipe:
    """A text that is ready: making it is writing it down.

    Attributes:
        facts: empty; the catalogue holds them all, a schema none.
    """

    name: str
    text: str
    edition: str = ""
    facts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Hash of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def inputs(self) -> dict[str, str]:
        """The text alone."""
        return {"content": self.key}

    def make(self) -> bytes:
        """The text, as bytes."""
        return self.text.encode()


def catalogue_recipe(catalogue: Catalogue) -> TextRecipe:
    """The recipe of `catalogue.json`, the one input of games."""
    return TextRecipe(CATALOGUE, catalogue.to_json(), catalogue.edition)


def schema_recipes(content: Content) -> Iterator[TextRecipe]:
    """A schema for each kind of content file, with the ids there are."""
    from engine.schema import schemas

    for name, text in schemas(content).items():
        yield TextRecipe(f"schema/{name}.json", text)
