"""`{fact.id}` in texts becomes the fact's value on the day.

Filters stand behind a bar: ``{s40.inpatient|times 4|number}``. docs/content.md lists what
each gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.diagnostics.messages import Message
from engine.loading.similar_names import closest_name
from engine.resolving.facts import MARK, ResolvedFact
from engine.resolving.units import UNITS, bare, number_of, with_unit
from engine.resolving.value_words import ValueWords
from engine.schema.fact import Unit, Value
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from engine.scripts.capitals import begins_sentence, with_capital

PLACE = re.compile(r"\{([^{}]*)\}")
LONE_BRACE = re.compile(r"[{}\uff5b\uff5d]")
"""A brace outside every place: its partner was forgotten, or it is a full-width one."""
MOST_FILTERS = 4
"""There are four kinds; a chain of `times` would outgrow every number."""
_FACT = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+")


class FillError(Exception):
    """A place that cannot be filled: code, message and hint for its `Problem`."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self._hint = code, message, hint

    @property
    def hint(self) -> str:
        """The text to write instead."""
        return self._hint


class UnknownFactError(FillError):
    """A place that names a fact there is not. The nearest name is searched only for the message."""

    def __init__(self, name: str, facts: Mapping[str, ResolvedFact]) -> None:
        super().__init__("FACT01", Message("there is no fact {name!r}", name=name))
        self.name, self._facts = name, facts

    @property
    def hint(self) -> str:
        """The fact that was probably meant."""
        close = closest_name(self.name, self._facts, cutoff=0.6)
        return (
            Message("did you mean {close}?", close=close)
            if close
            else "`rusit facts` lists all facts"
        )


class UnfitValueError(FillError):
    """A place needs a number from a fact whose value is none, against its own unit.

    The check reports it once, where the value stands.
    """

    def __init__(self, resolved: ResolvedFact) -> None:
        super().__init__(
            "FACT08",
            Message(
                "the value of {fact!r} does not fit its unit {unit}",
                fact=resolved.fact.id,
                unit=resolved.fact.unit,
            ),
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its places filled."""

    shown: str
    facts: tuple[str, ...]
    unconfirmed: bool


def is_fact_place(inner: str) -> bool:
    """Return True if `{inner}` refers to a fact; a screen's own places ({team}) have no dot."""
    return _FACT.fullmatch(inner.split("|")[0].strip()) is not None


def places_in(text: str) -> tuple[Counter[str], frozenset[str]]:
    """Return the facts' places of a text, counted, and the names of those a screen fills."""
    inner = [match[1].strip() for match in PLACE.finditer(text)]
    facts = Counter(place for place in inner if is_fact_place(place))
    return facts, frozenset(place_name(place) for place in inner if not is_fact_place(place))


def place_name(inner: str) -> str:
    """Return the name in a place that a screen fills: `n` of ``{n|one:year|other:years}``."""
    return inner.partition("|")[0].strip()


def same_places(source: str, translation: str) -> bool:
    """Return True if both texts have the same places: the facts equally often."""
    return ("{" not in source and "{" not in translation) or (
        places_in(source) == places_in(translation)
    )


def facts_named(value: Any) -> Iterator[str]:
    """Yield ids of the facts in braces in the texts of records as people wrote them."""
    for text in texts_in(value):
        for match in PLACE.finditer(text.shown):
            if is_fact_place(match[1]):
                yield match[1].split("|")[0].strip()


def fill_placeholders(
    text: Text, facts: Mapping[str, ResolvedFact], words: ValueWords | None = None
) -> Filled:
    """Return the text with every fact's value in place; in Thai unless other words are given.

    Raises:
        FillError: for the first place that cannot be filled.
    """
    used: list[str] = []
    marked = False

    def one(match: re.Match[str]) -> str:
        nonlocal marked
        inner = match[1]
        if not is_fact_place(inner):
            return match[0]
        value, resolved = place_value(inner, facts, words)
        used.append(resolved.fact.id)
        mark = MARK if resolved.unconfirmed else ""
        shown = value.shown
        if words is not None and begins_sentence(text.shown, match.start()):
            shown = with_capital(shown)
        marked = marked or bool(mark)
        # Markdown must not read the mark as emphasis.
        return shown + ("\\" + mark if mark else "")

    shown = PLACE.sub(one, text.shown)
    return Filled(shown, tuple(dict.fromkeys(used)), marked)


def place_value(
    inner: str, facts: Mapping[str, ResolvedFact], words: ValueWords | None = None
) -> tuple[Text, ResolvedFact]:
    """Return the text that `{inner}` prints, and the fact it comes from.

    Raises:
        FillError: FACT01 unknown fact, FACT02 no value on the day, FACT04 wrong filter, FACT08
            `times` of a value that does not fit its unit.
    """
    name, *filters = (part.strip() for part in inner.split("|"))
    resolved = facts.get(name)
    if resolved is None:
        raise UnknownFactError(name, facts)
    if len(filters) > MOST_FILTERS:
        message = Message(
            "{count} filters stand behind the fact {name!r}", count=len(filters), name=name
        )
        hint: str = Message("at most {most_filters}, each once", most_filters=MOST_FILTERS)
        raise FillError("FACT04", message, hint)
    value: Value | None = resolved.now.value if resolved.now else None
    unit: Unit = resolved.fact.unit
    since: Text | None = None
    only_number = False
    for step in filters:
        if step == "number":
            only_number = True
        elif step == "before":
            if resolved.before is None or resolved.before.value is None:
                message = Message("the fact {name!r} has no value before today's", name=name)
                hint = "write the old value into the fact's `values`, with its date and source"
                raise FillError("FACT04", message, hint)
            value = resolved.before.value
        elif step == "since":
            if resolved.now is None:
                raise FillError(
                    "FACT02", Message("the fact {name!r} has no value yet on this day", name=name)
                )
            if resolved.now.or_earlier:
                message = Message("nobody knows since when the value of {name!r} holds", name=name)
                hint = "it says `or_earlier`, so its `from` is only the day of the source"
                raise FillError("FACT04", message, hint)
            since = bare(resolved.now.since, words)
        elif match := re.fullmatch(r"times (\d{1,4})", step):
            value, unit = _multiplied(resolved, value, unit, int(match[1]))
        else:
            message = Message("there is no filter {step!r}", step=step)
            raise FillError("FACT04", message, "filters are number, times N, since, before")
    if since is not None:
        return since, resolved
    if value is None:
        raise _no_value(resolved)
    written = bare(value, words) if only_number else with_unit(value, unit, words)
    return written, resolved


def _multiplied(
    resolved: ResolvedFact, value: Value | None, unit: Unit, times: int
) -> tuple[Value, Unit]:
    """Return the value multiplied, and the unit of the product."""
    number, total = number_of(value), UNITS.get(unit)
    if number is not None and total is not None:
        return number * times, total
    if value is None:
        raise _no_value(resolved)
    if number is None and unit in UNITS:
        raise UnfitValueError(resolved)
    message = Message(
        "`times` does not fit the fact {fact!r} with the unit {unit}",
        fact=resolved.fact.id,
        unit=unit,
    )
    raise FillError("FACT04", message, "it multiplies amounts of money, days and months")


def _no_value(resolved: ResolvedFact) -> FillError:
    message = Message(
        "the fact {fact!r} has no value on {as_of}",
        fact=resolved.fact.id,
        as_of=resolved.as_of.isoformat(),
    )
    hint = "it has not begun or has ended: change the text, or the fact's dates"
    return FillError("FACT02", message, hint)
