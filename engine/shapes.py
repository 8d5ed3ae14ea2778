"""Typed records out of documents, with every error at its line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from engine.nearest import nearest
from engine.problems import Problem, Problems
from engine.reading import Document, Place

T = TypeVar("T")

# What pydantic calls a mistake, and how we say it. `{given}` is what was written.
_SAYINGS: dict[str, tuple[str, str]] = {
    "missing": ("the key {key!r} is missing", "add it"),
    "extra_forbidden": ("the key {key!r} is not known here", ""),
    "string_type": ("this should be text, not {given}", "put it in quotes"),
    "string_too_short": ("this text is empty", "write it, or leave the key out"),
    "int_type": ("this should be a whole number", ""),
    "int_parsing": ("this should be a whole number, not {given}", ""),
    "int_from_float": ("this should be a whole number, not {given}", ""),
    "bool_type": ("this should be true or false, not {given}", ""),
    "bool_parsing": ("this should be true or false, not {given}", ""),
    "list_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "tuple_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "dict_type": ("this should be a mapping of keys and values", ""),
    "model_type": ("this should be a mapping of keys and values, not {given}", ""),
    "model_attributes_type": ("this should be a mapping of keys and values, not {given}", ""),
    "date_from_datetime_parsing": ("this should be a day", "write it as 2026-11-20"),
    "date_type": ("this should be a day", "write it as 2026-11-20"),
    "date_parsing": ("this should be a day", "write it as 2026-11-20"),
}

_CODES = {"missing": "SHAPE02", "extra_forbidden": "SHAPE01", "year": "FACT16"}


def records(document: Document, kind: Any, problems: Problems) -> Any:
    """The document's data as `kind`, or None after telling `problems` every error.

    Args:
        kind: a record type, or a list of them, as for `TypeAdapter`.
    """
    try:
        return _adapter(kind).validate_python(document.data, context={"written": True})
    except ValidationError as error:
        _tell(document, error, problems)
        return None


@lru_cache(maxsize=64)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _tell(document: Document, error: ValidationError, problems: Problems) -> None:
    """Each pydantic error as a problem; of a choice of types, one error a place."""
    told: set[Place] = set()
    for one in error.errors(include_url=False):
        if problems.full(document.file):
            return
        loc, kind = one["loc"], one["type"]
        place = _written_place(document, loc)
        key = str(loc[-1]) if loc else ""
        if kind == "missing":
            where, message = place, (*place, key)
        elif kind == "extra_forbidden":
            where, message = (*place, key) if place[-1:] != (key,) else place, place
        else:
            where, message = place, place
        if message in told:
            continue
        told.add(message)
        line, col = document.at(where, key=kind == "extra_forbidden")
        code = _CODES.get(kind, "SHAPE03")
        said, hint = _say(one, key)
        if kind == "extra_forbidden":
            hint = _known_keys(key)
        problems.add(Problem(document.file, line, col, code, said, hint))


def _written_place(document: Document, loc: Iterable[str | int]) -> Place:
    """The part of a pydantic location that stands in the document.

    Locations hold tags and type names that nobody wrote (`choice`, `int`): they are skipped.
    """
    place: Place = ()
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


def _say(one: Any, key: str) -> tuple[str, str]:
    kind = one["type"]
    given = one.get("input")
    simple = isinstance(given, str | int | float | bool | None)
    shown = repr(given) if simple else "a list" if isinstance(given, list) else "a mapping"
    if len(shown) > 60:
        shown = shown[:57] + "…"
    if kind in _SAYINGS:
        said, hint = _SAYINGS[kind]
        return said.format(key=key, given=shown), hint
    context = one.get("ctx", {})
    if kind == "year":
        return context["said"], context["hint"]
    if kind == "literal_error":
        return f"{shown} is not one of the values this can have", f"write {context['expected']}"
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        if kind == "union_tag_not_found":
            return f"the key {context['discriminator']} is missing", "it says which kind this is"
        return f"there is no kind {context['tag']!r}", f"write one of {context['expected_tags']}"
    if kind == "string_pattern_mismatch":
        if "[a-z]" in str(context.get("pattern", "")):
            return (
                f"{shown} is not an id",
                "ids are lower-case Latin words joined by dots or hyphens, e.g. s40.deadline",
            )
        return f"{shown} does not have the form wanted here", f"it must match {context['pattern']}"
    if kind == "value_error":
        return str(context.get("error", one["msg"])), ""
    if kind in ("too_short", "too_long"):
        word = "few" if kind == "too_short" else "many"
        bound = context.get("min_length", context.get("max_length"))
        return f"too {word} items: {context.get('actual_length')}", f"the bound is {bound}"
    return str(one["msg"][:1].lower() + one["msg"][1:]), ""


def _known_keys(key: str) -> str:
    """The key that was probably meant."""
    close = nearest(key, _all_keys(), cutoff=0.7)
    return f"did you mean {close}?" if close else "remove it; `rusit schema` lists the keys"


@lru_cache(maxsize=1)
def _all_keys() -> frozenset[str]:
    """Every key that any record knows."""
    keys: set[str] = set()
    kinds: list[type[BaseModel]] = [BaseModel]
    while kinds:
        for kind in kinds.pop().__subclasses__():
            kinds.append(kind)
            if kind.__module__.startswith("engine.model"):
                keys.update(f.alias or name for name, f in kind.model_fields.items())
    return frozenset(keys)
