"""Every id that the content has, and every place that names one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from engine.loading.content import Content
from engine.schema.record import RecordPath
from engine.schema.references import Reference, references_in


def known_ids(content: Content) -> dict[str, set[str]]:
    """Return the ids there are, by kind of thing."""
    known = {kind: {name for _, _, name in found} for kind, found in written_ids(content)}
    known["scheme or option"] = (
        known["scheme"]
        | {f"{s.id}.{o.id}" for h in content.rights() for s in h.schemes for o in s.options}
        | OUTSIDE_SCHEMES
    )
    return known


# Schemes of employees that ours exclude; they have no module here.
OUTSIDE_SCHEMES = {"section33", "section39", "gpf", "provident_fund"}


def written_ids(content: Content) -> Iterator[tuple[str, list[tuple[str, RecordPath, str]]]]:
    """Yield every id as (part, place, id), by kind of thing."""
    shared: tuple[tuple[str, str, Iterable[Any]], ...] = (
        ("source", "sources", content.sources),
        ("helpline", "helplines", content.helplines),
        ("place", "places", content.places),
        ("paper", "papers", content.papers),
        ("occupation", "occupations", content.occupations),
        ("term", "glossary", content.glossary),
        ("route", "routes", content.routes),
        ("form", "mixed_forms", content.mixed_forms),
        ("team", "teams", content.teams),
        ("dream", "dreams", content.dreams),
        ("tool", "tools", content.tools),
        ("title", "titles", content.titles),
    )
    for kind, part, items in shared:
        yield kind, [(part, (i, "id"), item.id) for i, item in enumerate(items)]
    spaces = content.board.spaces if content.board else ()
    under_a_key: tuple[tuple[str, str, str, Iterable[Any]], ...] = (
        ("tuning", "game", "tuning", content.game.tuning),
        ("space", "board", "spaces", spaces),
        ("goal", "village", "goals", content.village.goals if content.village else ()),
    )
    for kind, part, key, items in under_a_key:
        yield kind, [(part, (key, i, "id"), item.id) for i, item in enumerate(items)]
    yield (
        "option",
        [
            (holder.id, ("schemes", i, "options", j, "id"), f"{scheme.id}.{option.id}")
            for holder in content.rights()
            for i, scheme in enumerate(holder.schemes)
            for j, option in enumerate(scheme.options)
        ],
    )
    yield "module", [(m.id, ("id",), m.id) for m in content.modules]
    yield "supplement", [(s.id, ("id",), s.id) for s in content.supplements]
    for kind, field in (
        ("objective", "objectives"),
        ("fact", "facts"),
        ("scheme", "schemes"),
        ("benefit", "benefits"),
        ("question", "questions"),
        ("myth", "myths"),
        ("situation", "situations"),
    ):
        yield (
            kind,
            [
                (holder.id, (field, i, "id"), record.id)
                for holder in content.rights()
                for i, record in enumerate(getattr(holder, field, ()))
            ],
        )


def references(content: Content) -> Iterator[tuple[str, Reference]]:
    """Yield (part of the content, reference) for every place that names a record."""
    for part, value in content.named_parts():
        for reference in references_in(value):
            yield part, reference
