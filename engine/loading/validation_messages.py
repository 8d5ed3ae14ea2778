"""How a mistake of shape is said: from pydantic's words to ours, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.loading.similar_names import closest_name
from engine.loading.suggestions import first_invisible, suggest_date, suggest_id, suggest_number

# What pydantic calls a mistake, and how we say it. `{given}` is what was written.
_SAYINGS: dict[str, tuple[str, str]] = {
    "missing": ("the key {key!r} is missing", "add it"),
    "extra_forbidden": ("the key {key!r} is not known here", ""),
    "string_too_short": ("this text is empty", "write it, or leave the key out"),
    "bool_type": ("this should be true or false, not {given}", ""),
    "bool_parsing": ("this should be true or false, not {given}", ""),
    "list_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "tuple_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "dict_type": ("this should be a mapping of keys and values", ""),
    "model_type": ("this should be a mapping of keys and values, not {given}", ""),
    "model_attributes_type": ("this should be a mapping of keys and values, not {given}", ""),
}
_WHOLE = frozenset({"int_type", "int_parsing", "int_from_float", "int_parsing_size"})
_NUMBER = frozenset({"float_type", "float_parsing", "finite_number"})


def message_and_hint(one: Mapping[str, Any], key: str) -> tuple[str, str]:
    """Return the message and the hint for one of pydantic's errors.

    Args:
        key: the last part of its place.
    """
    kind, given, context = str(one["type"]), one.get("input"), one.get("ctx", {})
    is_text = kind == "string_type" or (
        kind.startswith("model") and context.get("class_name") == "Text"
    )
    if kind == "missing" or kind == "extra_forbidden":
        said, hint = _SAYINGS[kind]
        return said.format(key=key), hint
    if given is None and not kind.startswith("union_tag"):
        values = f"write {_expected_values(context['expected'])}" if kind == "literal_error" else ""
        return "nothing is written here", values or "write it; where nothing belongs, no key stands"
    shown = _shorten(given)
    if is_text:
        return f"this should be text, not {shown}", _text_hint(given)
    if kind in _WHOLE or kind in _NUMBER:
        what = "a whole number" if kind in _WHOLE else "a number"
        meant = suggest_number(given) if isinstance(given, str) else None
        return f"this should be {what}, not {shown}", f"write {meant}" if meant else ""
    if kind.startswith("date"):
        return f"this should be a day, not {shown}", _day_hint(given)
    if kind in ("year", "value"):
        return context["said"], context["hint"]
    if kind in _SAYINGS:
        said, hint = _SAYINGS[kind]
        return said.format(given=shown), hint
    if kind == "literal_error":
        values = _expected_values(context["expected"])
        return f"{shown} is not one of the values this can have", _one_of(given, values)
    if kind == "union_tag_not_found":
        return f"the key {context['discriminator']} is missing", "it says which kind this is"
    if kind == "union_tag_invalid":
        values = _expected_values(context["expected_tags"])
        return f"there is no kind {_shorten(context['tag'])}", _one_of(context["tag"], values)
    if kind == "string_pattern_mismatch":
        return _pattern(given, shown, str(context.get("pattern", "")))
    if kind == "value_error":
        return str(context.get("error", one["msg"])), ""
    if kind in ("too_short", "too_long"):
        least = context.get("min_length")
        bound = f"at least {least}" if kind == "too_short" else f"at most {context['max_length']}"
        return f"this list has {context.get('actual_length')} items", f"write {bound}"
    said = str(one["msg"]).replace("Input should", "this should")
    return f"{said[:1].lower()}{said[1:]}, not {shown}", ""


def _shorten(given: Any) -> str:
    """Return what was written, shortened for a message."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, str | int | float):
        shown = repr(given)
        return shown if len(shown) <= 60 else f"{shown[:57]}…"
    if isinstance(given, date):
        return f"the day {given.isoformat()}"
    return "a list" if isinstance(given, list) else "a mapping"


def _day_hint(given: Any) -> str:
    meant = suggest_date(given) if isinstance(given, str) else None
    if meant is None and isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        return "no calendar has that day"
    return f"write it as {meant or '2026-11-20'}"


def _text_hint(given: Any) -> str:
    if isinstance(given, int | float) and not isinstance(given, bool):
        return "put it in quotes; where an amount is wanted, name its fact by its id"
    return "write it as one text" if isinstance(given, list | dict) else "put it in quotes"


def _expected_values(expected: str) -> str:
    """Return the values as people write them: without the quotes of Python."""
    return expected.replace("'", "")


def _one_of(given: Any, values: str) -> str:
    names = values.replace(" or ", ", ").split(", ")
    if isinstance(given, str):
        if sign := first_invisible(given):
            return f"it holds {sign}, which cannot be seen: type it anew"
        if close := closest_name(given.strip().lower(), names, cutoff=0.6):
            alone = " without quotes" if given == close else ""
            return f"did you mean {close}{alone}? There are {values}"
    return f"write {values}"


def _pattern(given: Any, shown: str, pattern: str) -> tuple[str, str]:
    if "[a-z]" not in pattern:  # The date of a source: the only form but that of ids.
        hint = f"write it as {suggest_date(str(given)) or '2025, 2025-03 or 2025-03-14'}"
        return f"this should be a year, a month or a day, not {shown}", hint
    likely = suggest_id(str(given))
    if likely:
        return f"{shown} is not an id", f"did you mean {likely}?"
    hint = "ids are lower-case Latin words joined by dots or hyphens, e.g. s40.deadline"
    return f"{shown} is not an id", hint
