"""Which source of a fact is named first: the law and the offices before newspapers and guides."""

from __future__ import annotations

from engine.catalogue import Catalogue
from engine.schema.fact import FactToday
from engine.schema.source import Source


def is_official(source: Source) -> bool:
    """Whether it is a law or comes from an office."""
    return source.kind in ("law", "official")


def official_first(catalogue: Catalogue, fact: FactToday) -> tuple[Source, ...]:
    """The fact's sources, official ones first, otherwise as written."""
    named = (catalogue.sources[source] for source in fact.sources)
    return tuple(sorted(named, key=lambda source: not is_official(source)))
