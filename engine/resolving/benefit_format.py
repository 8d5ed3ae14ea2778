"""A benefit's payment in words, from its data: the same cell on every sheet and screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.diagnostics.messages import Message
from engine.resolving.facts import MARK, ResolvedFact
from engine.resolving.placeholders import FillError, place_value
from engine.resolving.value_words import ValueWords, thai_words
from engine.schema.benefit import (
    Access,
    Benefit,
    ByOption,
    Covers,
    LumpSum,
    Monthly,
    MonthlyByAge,
    PerUnit,
    SavingsMatch,
    Scheme,
)
from engine.schema.text import Text

ALL_OPTIONS = "*"


class _Phrases:
    """Collects a sentence, and the facts it shows."""

    def __init__(self, facts: Mapping[str, ResolvedFact], words: ValueWords) -> None:
        self._facts = facts
        self._words = words
        self.phrases: list[str] = []
        self.used: list[str] = []
        self.marked = False

    def number(self, fact: str) -> str:
        shown, resolved = place_value(f"{fact}|number", self._facts)
        self.used.append(fact)
        self.marked = self.marked or resolved.unconfirmed
        return shown.shown + (MARK if resolved.unconfirmed else "")

    def is_one(self, fact: str) -> bool:
        """Return True if that many is no condition at all."""
        return place_value(f"{fact}|number", self._facts)[0].shown == "1"

    def say(self, key: str, **facts: str) -> None:
        """Add the words of that key; each place is filled with the number of a fact."""
        numbers = {name: self.number(fact) for name, fact in facts.items()}
        self.phrases.append(self._words.say(key, **numbers))

    def say_match(self, rates: Iterable[str]) -> None:
        """Add the percentages that the state adds, by band."""
        numbers = "/".join(self.number(fact) for fact in rates)
        self.phrases.append(self._words.say("match", rates=numbers))

    def text(self) -> Text:
        whole = self.phrases[0]
        for phrase in self.phrases[1:]:
            whole = self._words.say("two", first=whole, second=phrase)
        return Text(
            shown=whole,
            facts=tuple(dict.fromkeys(self.used)),
            unconfirmed=self.marked,
        )


def fact_for(amount: ByOption, option: str) -> str | None:
    """Return the fact that holds for that option of the scheme."""
    return amount if isinstance(amount, str) else amount.get(option)


def benefit_cells(
    benefit: Benefit,
    scheme: Scheme | None,
    facts: Mapping[str, ResolvedFact],
    words: ValueWords | None = None,
) -> dict[str, Text]:
    """Return what the benefit pays, by option id; ``*`` for a scheme without options.

    An option that does not carry the benefit has no cell.

    Raises:
        FillError: a fact that is not there or has no value on the day.
    """
    carried = [o.id for o in scheme.options] if scheme else []
    if benefit.options:
        carried = [o for o in carried if o in benefit.options]
    return {
        option: _cell(benefit, option, facts, words or thai_words())
        for option in carried or [ALL_OPTIONS]
    }


def _cell(
    benefit: Benefit, option: str, facts: Mapping[str, ResolvedFact], in_words: ValueWords
) -> Text:
    words = _Phrases(facts, in_words)
    pays = benefit.pays

    def needed(amount: ByOption) -> str:
        fact = fact_for(amount, option)
        if fact is None:
            message = Message(
                "the benefit {benefit!r} says no amount for the option {option!r}",
                benefit=benefit.id,
                option=option,
            )
            hint = "add the option to the amount, or to the benefit's `options`"
            raise FillError("BEN01", message, hint)
        return fact

    match pays:
        case PerUnit():
            words.say(f"each.{pays.unit}", n=needed(pays.amount))
            if pays.at_most is not None:
                words.say(f"limit.{pays.unit}", n=needed(pays.at_most))
            if pays.from_day is not None and not words.is_one(pays.from_day):
                words.say(f"from.{pays.unit}", n=pays.from_day)
            if pays.until_age is not None:
                words.say("until_age", n=pays.until_age)
            if pays.at_most_children is not None:
                words.say("most_children", n=pays.at_most_children)
        case LumpSum():
            words.say("lump_sum", n=needed(pays.amount))
        case Monthly():
            if pays.up_to is None:
                words.say("monthly", n=needed(pays.amount))
            else:
                words.say("monthly_range", n=needed(pays.amount), most=needed(pays.up_to))
            if pays.for_months is None:
                words.say("for_life")
            else:
                words.say("for_months", n=pays.for_months)
        case MonthlyByAge():
            for band in pays.bands:
                if band.from_age is None:
                    words.say("monthly", n=band.amount)
                else:
                    words.say("from_age", age=band.from_age, n=band.amount)
        case Covers():
            if pays.at_most is None:
                words.say(f"covered.{pays.of}")
            else:
                words.say(f"covered_up_to.{pays.of}", n=pays.at_most)
        case SavingsMatch():
            words.say_match(band.percent for band in pays.bands)
            words.say("match_most", n=pays.at_most)
        case Access():
            # Some of these rights pay money in sums that no single fact holds, others none.
            words.say("access")
    return words.text()
