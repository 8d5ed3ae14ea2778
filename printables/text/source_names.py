"""Sources by short name, as a sheet's foot names them."""

from __future__ import annotations

from collections.abc import Iterable

from engine.catalogue import Catalogue
from engine.schema.text import Text


def sources_of(catalogue: Catalogue, facts: Iterable[str]) -> tuple[Text, ...]:
    """Return the leading source of each fact, the most used first, each once."""
    counts: dict[str, int] = {}
    for fact_id in dict.fromkeys(facts):
        fact = catalogue.facts.get(fact_id)
        if fact is not None and fact.sources:
            counts[fact.sources[0]] = counts.get(fact.sources[0], 0) + 1
    leading = sorted(counts, key=lambda s: (-counts[s], s))
    return tuple(catalogue.sources[s].short for s in leading)
