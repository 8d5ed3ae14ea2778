"""The recipe of `catalogue.json`, the one input of games."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class CatalogueRecipe:
    """The catalogue, already compiled: making it is writing it down."""

    json: str
    edition: str
    name: str = CATALOGUE

    @property
    def key(self) -> str:
        """The edition is a hash of everything inside."""
        return self.edition

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact is in it; listing them all would say nothing."""
        return ()

    def make(self) -> bytes:
        """The JSON, as bytes."""
        return self.json.encode()


def catalogue_recipe(catalogue: Catalogue) -> CatalogueRecipe:
    """The recipe for that catalogue."""
    return CatalogueRecipe(catalogue.to_json(), f"{catalogue.edition}-{catalogue.as_of}")
