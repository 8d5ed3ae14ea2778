"""What a household must have for a right to be its own, in words for the backs of paper cards."""

from __future__ import annotations

from engine.catalogue import Catalogue
from engine.schema.benefit import AgeLimits, Benefit, Contributed, Scheme
from engine.schema.situation import Situation
from engine.schema.text import Text
from printables.text.html_text import joined
from printables.text.sheet_text import SheetText


def condition(
    catalogue: Catalogue, situation: Situation, benefit: Benefit, words: SheetText
) -> Text:
    """Return who has the right in that event: the scheme, months paid, nomination, age."""
    scheme = catalogue.schemes.get(benefit.scheme or "")
    needs = benefit.needs
    if scheme is None or scheme.automatic:
        registered = scheme is not None and scheme.register_at is not None
        held = scheme.short if scheme is not None and registered else words["need_nothing"]
    else:
        held = _held(scheme, benefit, words)
        test = needs.contributed
        if situation.harm.accident and needs.accident is not None:
            test = needs.accident
        if test is not None:
            held = _paid(catalogue, test, held, words)
    if needs.named:
        held = words.put("need_named", held=held)
    # Another person's age stands in the story.
    return _aged(catalogue, needs.age, held, words) if situation.about == "self" else held


def _held(scheme: Scheme, benefit: Benefit, words: SheetText) -> Text:
    """Return the scheme's name, with the options that carry the right where not all do."""
    carrying = [o for o in scheme.options if not benefit.options or o.id in benefit.options]
    name = scheme.short
    if len(carrying) < len(scheme.options):
        options = joined(tuple(option.short for option in carrying))
        name = words.put("need_option", scheme=scheme.short, option=options)
    return words.put("need_held", held=name)


def _paid(catalogue: Catalogue, test: Contributed, held: Text, words: SheetText) -> Text:
    months = catalogue.facts[test.months].value
    if test.of_last is None:
        return words.put("need_paid", held=held, months=str(months))
    window = catalogue.facts[test.of_last].value
    return words.put("need_paid_of", held=held, months=str(months), window=str(window))


def _aged(catalogue: Catalogue, limits: AgeLimits | None, held: Text, words: SheetText) -> Text:
    """Return the condition with the age from which it holds, where a young household has not."""
    first, last = (catalogue.tuning.get(f"life_{name}_age") for name in ("first", "last"))
    if limits is None or first is None or last is None:
        return held
    lowest, highest = (
        catalogue.facts[fact].value if fact is not None else None
        for fact in (limits.lowest, limits.highest)
    )
    if isinstance(lowest, int | float) and lowest > first.value:
        held = words.put("need_from_age", held=held, age=str(lowest))
    if isinstance(highest, int | float) and highest < last.value:
        held = words.put("need_to_age", held=held, age=str(highest))
    return held
