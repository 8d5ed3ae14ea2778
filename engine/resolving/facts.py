"""Facts in time: which value holds on a day, and how it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.resolving.units import number_of, with_unit
from engine.resolving.value_words import ValueWords, thai_words
from engine.schema.fact import Fact, FactToday, FactValue, Grade, Profession
from engine.schema.text import Text

MARK = "*"
"""Stands beside every value that no checked source supports."""


@dataclass(frozen=True, slots=True)
class ResolvedFact:
    """A fact on a day: the value that holds and the one before it."""

    fact: Fact
    module: str
    now: FactValue | None
    before: FactValue | None
    as_of: date

    @property
    def assumed(self) -> bool:
        """The day is older than the value's first source: it held then as far as we know."""
        return self.now is not None and self.now.since > self.as_of

    @property
    def grade(self) -> Grade:
        """The grade on that day: nobody has confirmed what is assumed."""
        return "D" if self.assumed else self.fact.grade

    @property
    def unconfirmed(self) -> bool:
        """Grade D or no source: a mark must be seen with the value."""
        return self.grade == "D" or (self.now is not None and self.now.source is None)

    @property
    def stale(self) -> bool:
        """Its review day has passed."""
        return self.fact.review_by < self.as_of

    @property
    def as_checked(self) -> bool:
        """True if it holds the value it had when last checked: the one that the words describe."""
        checked = max(self.fact.checked, self.as_of)
        return self.now is resolve_fact(self.fact, self.module, checked).now


def resolve_fact(fact: Fact, module: str, as_of: date) -> ResolvedFact:
    """Return the fact on that day: the last value that has begun, and the one it replaced.

    On a day before all of them the first value stands, if it may be older than its `from`.
    """
    begun = [v for v in fact.values if v.since <= as_of]
    if not begun and fact.values[0].or_earlier:
        begun = [fact.values[0]]
    now = begun[-1] if begun else None
    before = begun[-2] if len(begun) > 1 else None
    return ResolvedFact(fact, module, now, before, as_of)


def fact_today(
    resolved: ResolvedFact, awaits: Profession | None = None, words: ValueWords | None = None
) -> FactToday:
    """Return the fact as games and printables read it.

    Args:
        words: of the language; Thai without them.
        awaits: the profession whose sign-off it still needs, see `sign_off.awaited`.
    """
    fact, now = resolved.fact, resolved.now
    value = now.value if now is not None else None
    ended = now is not None and now.value is None
    words = words or thai_words()
    text = (
        with_unit(value, fact.unit, words)
        if value is not None
        else Text(shown=words.say("ended" if ended else "not_begun"))
    )
    number = number_of(value)
    earlier = resolved.before
    return FactToday(
        id=fact.id,
        module=resolved.module,
        label=fact.label,
        unit=fact.unit,
        value=number if number is not None else (text.shown if value is not None else None),
        text=text,
        since=now.since if now and not resolved.assumed else None,
        before=with_unit(earlier.value, fact.unit, words)
        if earlier is not None and earlier.value is not None
        else None,
        sources=tuple(_sources(now)),
        where=now.where if now else "",
        grade=resolved.grade,
        checked=fact.checked,
        review_by=fact.review_by,
        note=fact.note or (now.note if now else None),
        unconfirmed=resolved.unconfirmed,
        stale=resolved.stale,
        awaits=awaits,
        local=fact.scope == "unit",
    )


def _sources(value: FactValue | None) -> Iterable[str]:
    if value is not None and value.source:
        yield value.source
        yield from value.also
