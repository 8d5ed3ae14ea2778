"""Messages for mistakes of shape: pydantic's words become ours, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.diagnostics.messages import Message
from engine.loading.similar_names import closest_name
from engine.loading.suggestions import first_invisible, suggest_date, suggest_id, suggest_number

# What pydantic calls a mistake, and how we say it. `{given}` is what was written.
_MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("the key {key!r} is missing", "add it"),
    "extra_forbidden": ("the key {key!r} is not known here", ""),
    "string_too_short": ("this text is empty", "write it, or leave the key out"),
    "string_too_long": ("this text has {count} characters", "write at most {max_length}"),
    "bool_type": ("this should be true or false, not {given}", ""),
    "bool_parsing": ("this should be true or false, not {given}", ""),
    "list_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "tuple_type": ("this should be a list", "begin each item with `- `, or use [a, b]"),
    "dict_type": ("this should be a mapping of keys and values", ""),
    "model_type": ("this should be a mapping of keys and values, not {given}", ""),
    "model_attributes_type": ("this should be a mapping of keys and values, not {given}", ""),
    "greater_than": ("{given} is too small", "write more than {gt}"),
    "greater_than_equal": ("{given} is too small", "write at least {ge}"),
    "less_than": ("{given} is too large", "write less than {lt}"),
    "less_than_equal": ("{given} is too large", "write at most {le}"),
    "too_short": ("this list has {actual_length} items", "write at least {min_length}"),
    "too_long": ("this list has {actual_length} items", "write at most {max_length}"),
    "union_tag_not_found": ("the key {discriminator} is missing", "it says which kind this is"),
}
_YES = {"yes", "y", "on", "ใช่", "จริง", "ถูก", "1"}
_NO = {"no", "n", "off", "ไม่", "ไม่ใช่", "ไม่จริง", "ผิด", "0"}
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
    if given is None and kind not in ("missing", "union_tag_not_found", "union_tag_invalid"):
        one_of = _expected_values(context["expected"]) if kind == "literal_error" else ""
        hint = _write(one_of) or "write it; where nothing belongs, no key stands"
        return "nothing is written here", hint
    shown = _shorten(given)
    if is_text:
        return Message("this should be text, not {shown}", shown=shown), _text_hint(given)
    if kind in _WHOLE or kind in _NUMBER:
        message = Message("this should be a number, not {shown}", shown=shown)
        if kind in _WHOLE:
            message = Message("this should be a whole number, not {shown}", shown=shown)
        return message, _write(suggest_number(given) if isinstance(given, str) else None)
    if kind.startswith("date"):
        return Message("this should be a day, not {shown}", shown=shown), _day_hint(given)
    if kind in ("year", "value"):
        return context["said"], context["hint"]
    if kind in _MESSAGES:
        template, hint = _MESSAGES[kind]
        count = len(given) if isinstance(given, str) else 0
        values = {**context, "key": key, "given": shown, "count": count}
        if kind.startswith("bool"):
            return Message(template, **values), _true_or_false(given)
        return Message(template, **values), Message(hint, **values) if hint else ""
    if kind == "literal_error":
        message = Message("{shown} is not one of the values this can have", shown=shown)
        return message, _one_of(given, _expected_values(context["expected"]))
    if kind == "union_tag_invalid":
        message = Message("there is no kind {kind}", kind=_shorten(context["tag"]))
        return message, _one_of(context["tag"], _expected_values(context["expected_tags"]))
    if kind == "string_pattern_mismatch":
        return _pattern(given, shown, str(context.get("pattern", "")))
    if kind == "value_error":
        return context["error"].args[0], ""
    return Message("{shown} cannot stand here", shown=shown), "`rusit schema` lists what can"


def _write(value: object) -> str:
    """Return the hint to write that value; empty when there is none."""
    return Message("write {value}", value=value) if value else ""


def _true_or_false(given: Any) -> str:
    """Return the hint for a yes or a no in other words."""
    word = str(given).strip().lower()
    return _write("true" if word in _YES else "false" if word in _NO else "true / false")


def _shorten(given: Any) -> str:
    """Return what was written, shortened for a message."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, str | int | float):
        shown = repr(given)
        return shown if len(shown) <= 60 else f"{shown[:57]}…"
    if isinstance(given, date):
        return Message("the day {day}", day=given.isoformat())
    return Message("a list") if isinstance(given, list) else Message("a mapping")


def _day_hint(given: Any) -> str:
    meant = suggest_date(given) if isinstance(given, str) else None
    if meant is None and isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        return "no calendar has that day"
    return Message("write it as {form}", form=str(meant or "2026-11-20"))


def _text_hint(given: Any) -> str:
    if isinstance(given, int | float) and not isinstance(given, bool):
        return "put it in quotes; where an amount is wanted, name its fact by its id"
    return "write it as one text" if isinstance(given, list | dict) else "put it in quotes"


def _expected_values(expected: str) -> str:
    """Return the values as people write them: without the quotes of Python."""
    return expected.replace("'", "")


def _one_of(given: Any, values: str) -> str:
    names = values.replace(" or ", ", ").split(", ")
    values = ", ".join(names)
    if isinstance(given, str):
        if sign := first_invisible(given):
            return Message("it holds {sign}, which cannot be seen: type it anew", sign=sign)
        close = closest_name(given.strip().lower(), names, cutoff=0.6)
        if close and close == given:
            return Message(
                "did you mean {close} without quotes? There are {values}",
                close=close,
                values=values,
            )
        if close:
            return Message("did you mean {close}? There are {values}", close=close, values=values)
    return _write(values)


def _pattern(given: Any, shown: str, pattern: str) -> tuple[str, str]:
    if "[a-z]" not in pattern:  # The date of a source: the only form but that of ids.
        message = Message("this should be a year, a month or a day, not {shown}", shown=shown)
        form = suggest_date(str(given)) or "2025, 2025-03, 2025-03-14"
        return message, Message("write it as {form}", form=str(form))
    message = Message("{shown} is not an id", shown=shown)
    if likely := suggest_id(str(given)):
        return message, Message("did you mean {close}?", close=likely)
    return message, "ids are lower-case Latin words joined by dots or hyphens, e.g. s40.deadline"
