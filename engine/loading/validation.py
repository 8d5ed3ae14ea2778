"""Typed records out of documents, with every error at its line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.loading.similar_names import closest_name
from engine.loading.source_map import SourceMap
from engine.loading.validation_messages import message_and_hint
from engine.schema.record import RecordPath
from engine.schema.text import BESIDE, Language
from engine.thai.lint import INVISIBLE

T = TypeVar("T")

_CODES = {
    "missing": "SHAPE02",
    "union_tag_not_found": "SHAPE02",
    "extra_forbidden": "SHAPE01",
    "year": "FACT16",
}


def records(
    document: SourceMap, kind: Any, problems: Problems, languages: tuple[Language, ...] = ()
) -> Any:
    """Return the document's data as `kind`, or None after reporting every error.

    Args:
        kind: a record type, or a list of them, as for `TypeAdapter`.
        languages: in which a text may stand beside the Thai; none: the usual ones.
    """
    try:
        return _adapter(kind).validate_python(
            document.data, context={"written": True, "languages": languages or BESIDE}
        )
    except ValidationError as error:
        _report(document, error, problems)
        return None


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _report(document: SourceMap, error: ValidationError, problems: Problems) -> None:
    """Report each pydantic error as a problem; of a choice of types, one error a place."""
    errors = [
        (one, _written_place(document, one["loc"])) for one in error.errors(include_url=False)
    ]
    # A list whose items are wrong counts as too short, for pydantic drops them first.
    inside = {place[:n] for _, place in errors for n in range(len(place))}
    reported: set[RecordPath] = set()
    for one, place in errors:
        if problems.full(document.file):
            return
        if _is_told_already(document, one["input"]):
            continue
        kind = one["type"]
        key = str(one["loc"][-1]) if one["loc"] else ""
        about = place
        if kind == "missing" or (kind == "extra_forbidden" and place[-1:] != (key,)):
            about = (*place, key)
        if about in reported or (kind == "too_short" and place in inside):
            continue
        reported.add(about)
        where = about if kind == "extra_forbidden" else place
        if kind == "union_tag_invalid":
            where = (*place, one["ctx"]["discriminator"].strip("'"))
        line, col = document.at(where, key=kind == "extra_forbidden")
        message, hint = message_and_hint(one, key)
        if kind == "extra_forbidden":
            message, hint = _unknown_key(document, where, key)
        code = _CODES.get(kind, "SHAPE03")
        problems.add(Problem(document.file, line, col, code, message, hint))


def _is_told_already(document: SourceMap, given: object) -> bool:
    """Return True for what is wrong only by a sign that cannot be seen, told as THAI10."""
    hidden = INVISIBLE.search(given) if isinstance(given, str) else None
    return hidden is not None and hidden[0] in document.text


def _written_place(document: SourceMap, loc: Iterable[str | int]) -> RecordPath:
    """Return the part of a pydantic location that stands in the document.

    Locations hold tags and type names that nobody wrote (`choice`, `int`): they are skipped.
    """
    place: RecordPath = ()
    node: Any = document.data
    for part in loc:
        if isinstance(node, dict) and isinstance(part, str) and part in node:  # noqa: SIM114
            node = node[part]
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            continue
        place = (*place, part)
    return place


_MOST_SUGGESTED = 5


def _unknown_key(document: SourceMap, place: RecordPath, key: str) -> tuple[str, str]:
    """Return message and hint for an unknown key, with the key that was probably meant."""
    start = document.offset_of(place, key=True)
    before, behind = document.text[:start].rstrip()[-1:], document.text[start + len(key) :]
    if before == "," and behind.lstrip()[:1] != ":":
        return (
            Message("a comma ends a text between brackets, so {key!r} is read as a key", key=key),
            "put the whole text in quotes; a number has no comma: 1000",
        )
    close = closest_name(key, _all_keys() - {key}, cutoff=0.7)
    longer = sorted(known for known in _all_keys() if key in known.split("_") and known != key)
    if 0 < len(longer) <= _MOST_SUGGESTED:
        close = ", ".join(longer)
    if key in _all_keys() and not longer:
        return Message(
            "the key {key!r} is not known here", key=key
        ), "it belongs to another kind of thing"
    hint = (
        Message("did you mean {close}?", close=close)
        if close
        else "remove it; `rusit schema` lists the keys"
    )
    return Message("the key {key!r} is not known here", key=key), hint


@lru_cache(maxsize=1)
def _all_keys() -> frozenset[str]:
    """Return every key that any record knows."""
    keys: set[str] = set()
    kinds: list[type[BaseModel]] = [BaseModel]
    while kinds:
        for kind in kinds.pop().__subclasses__():
            kinds.append(kind)
            if kind.__module__.startswith("engine.schema"):
                keys.update(f.alias or name for name, f in kind.model_fields.items())
    return frozenset(keys)
