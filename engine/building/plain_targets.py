"""Targets of the plain files: the catalogue, and the schemas that editors read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.loading.content import Content

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class TextTarget:
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

    def render(self) -> bytes:
        """Return the text, as bytes."""
        return self.text.encode()


def catalogue_target(catalogue: Catalogue) -> TextTarget:
    """Return the target of `catalogue.json`, the one input of games."""
    return TextTarget(CATALOGUE, catalogue.to_json(), catalogue.edition)


@dataclass(frozen=True, slots=True)
class SchemaTarget:
    """The schema of a kind of content file.

    Attributes:
        names: what an editor completes, see `schema.offered_names`.
        shapes: hash of the code that says what content looks like.
        facts: empty; a schema has none.
    """

    kind: str
    names: Mapping[str, list[str]]
    shapes: str
    edition: str = ""
    facts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Path below the build's folder."""
        return f"schema/{self.kind}.json"

    @property
    def key(self) -> str:
        """Hash of the kind, the names and the code."""
        return hashlib.sha256(json.dumps([self.kind, self.inputs]).encode()).hexdigest()

    @property
    def inputs(self) -> dict[str, str]:
        """The names, and the code."""
        names = hashlib.sha256(json.dumps(dict(self.names)).encode()).hexdigest()
        return {"names": names, "shapes": self.shapes}

    def render(self) -> bytes:
        """Return the schema, as bytes."""
        from engine.building.json_schema import schema

        return schema(self.kind, self.names).encode()


def schema_targets(content: Content) -> Iterator[SchemaTarget]:
    """Yield a schema for each kind of content file, with the ids there are."""
    from engine.building.catalogue_cache import code_files
    from engine.building.json_schema import file_kinds, offered_names

    code = b"".join(p.read_bytes() for p in code_files("engine") if p.suffix == ".py")
    shapes = hashlib.sha256(code).hexdigest()
    names = offered_names(content)
    for kind in file_kinds():
        yield SchemaTarget(kind, names, shapes)
