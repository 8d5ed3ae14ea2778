"""What a benefit pays, in words, from its data: the same cell on every sheet and screen."""

from __future__ import annotations

from collections.abc import Mapping

from engine.diagnostics.messages import Message
from engine.languages import SOURCE
from engine.resolving.facts import MARK, ResolvedFact
from engine.resolving.placeholders import FillError, place_value
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
from engine.schema.text import Language, Text

ALL_OPTIONS = "*"

_EACH = {
    "hospital_day": ("วันละ {0} บาท", "{0} baht a day"),
    "rest_day": ("วันละ {0} บาท", "{0} baht a day"),
    "visit": ("ครั้งละ {0} บาท", "{0} baht a visit"),
    "child_month": ("คนละ {0} บาทต่อเดือน", "{0} baht a child a month"),
    "paid_month": ("{0} บาท × เดือนที่ส่ง", "{0} baht × months paid"),
}
_LIMIT = {
    "hospital_day": ("ไม่เกินปีละ {0} วัน", "up to {0} days a year"),
    "rest_day": ("ไม่เกินปีละ {0} วัน", "up to {0} days a year"),
    "visit": ("ปีละไม่เกิน {0} ครั้ง", "up to {0} visits a year"),
    "child_month": ("ไม่เกิน {0} เดือน", "up to {0} months"),
    "paid_month": ("ไม่เกิน {0} เดือน", "up to {0} months"),
}
_FROM = {
    "hospital_day": ("เมื่อนอนตั้งแต่ {0} วันขึ้นไป", "from {0} days on"),
    "rest_day": ("เมื่อพักตั้งแต่ {0} วันขึ้นไป", "from {0} days on"),
    "visit": ("เมื่อไปตั้งแต่ {0} ครั้งขึ้นไป", "from {0} visits on"),
    "child_month": ("ตั้งแต่เดือนที่ {0}", "from month {0} on"),
    "paid_month": ("เมื่อส่งตั้งแต่ {0} เดือนขึ้นไป", "from {0} months on"),
}
_COVERED = {
    "treatment": ("รักษาโดยไม่ต้องจ่ายเอง", "the care is paid for"),
    "test": ("ตรวจโดยไม่ต้องจ่ายเอง", "the test is paid for"),
    "medicine": ("ได้รับโดยไม่ต้องจ่ายเอง", "given at no cost"),
    "travel": ("ค่าเดินทางไม่ต้องจ่ายเอง", "travel is paid for"),
}
_COVERED_UP_TO = {
    "treatment": ("จ่ายค่ารักษาให้ ไม่เกิน {0} บาท", "care paid for, up to {0} baht"),
    "test": ("จ่ายค่าตรวจให้ ไม่เกิน {0} บาท", "tests paid for, up to {0} baht"),
    "medicine": ("จ่ายค่ายาให้ ไม่เกิน {0} บาท", "medicine paid for, up to {0} baht"),
    "travel": ("จ่ายค่าเดินทางให้ ไม่เกิน {0} บาท", "travel paid for, up to {0} baht"),
}


class _Phrases:
    """Collects a sentence, and the facts it shows."""

    def __init__(self, facts: Mapping[str, ResolvedFact], language: Language) -> None:
        self._facts = facts
        self._is_thai = language == "th"
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

    def say(self, pattern: tuple[str, str], *facts: str) -> None:
        numbers = [self.number(fact) for fact in facts]
        self.phrases.append(pattern[0 if self._is_thai else 1].format(*numbers))

    def text(self) -> Text:
        return Text(
            shown=(" " if self._is_thai else ", ").join(self.phrases),
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
    language: Language = SOURCE,
) -> dict[str, Text]:
    """Return what the benefit pays, by option id; ``*`` for a scheme without options.

    An option that does not carry the benefit has no cell.

    Raises:
        FillError: a fact that is not there or has no value on the day.
    """
    carried = [o.id for o in scheme.options] if scheme else []
    if benefit.options:
        carried = [o for o in carried if o in benefit.options]
    return {option: _cell(benefit, option, facts, language) for option in carried or [ALL_OPTIONS]}


def _cell(
    benefit: Benefit, option: str, facts: Mapping[str, ResolvedFact], language: Language
) -> Text:
    words = _Phrases(facts, language)
    pays = benefit.pays

    def needed(amount: ByOption) -> str:
        fact = fact_for(amount, option)
        if fact is None:
            raise FillError(
                "BEN01",
                Message(
                    "the benefit {benefit!r} says no amount for the option {option!r}",
                    benefit=benefit.id,
                    option=option,
                ),
                "add the option to the amount, or to the benefit's `options`",
            )
        return fact

    match pays:
        case PerUnit():
            words.say(_EACH[pays.unit], needed(pays.amount))
            if pays.at_most is not None:
                words.say(_LIMIT[pays.unit], needed(pays.at_most))
            if pays.from_day is not None and not words.is_one(pays.from_day):
                words.say(_FROM[pays.unit], pays.from_day)
            if pays.until_age is not None:
                words.say(("จนลูกอายุ {0} ปี", "until the child is {0}"), pays.until_age)
            if pays.at_most_children is not None:
                words.say(("ไม่เกิน {0} คน", "up to {0} children"), pays.at_most_children)
        case LumpSum():
            words.say(("{0} บาท", "{0} baht"), needed(pays.amount))
        case Monthly():
            if pays.up_to is None:
                words.say(("เดือนละ {0} บาท", "{0} baht a month"), needed(pays.amount))
            else:
                words.say(
                    ("เดือนละ {0}–{1} บาท", "{0}–{1} baht a month"),
                    needed(pays.amount),
                    needed(pays.up_to),
                )
            if pays.for_months is None:
                words.say(("ตลอดชีวิต", "for life"))
            else:
                words.say(("นาน {0} เดือน", "for {0} months"), pays.for_months)
        case MonthlyByAge():
            for band in pays.bands:
                if band.from_age is None:
                    words.say(("เดือนละ {0} บาท", "{0} baht a month"), band.amount)
                else:
                    step = "ตั้งแต่อายุ {0} ปี เดือนละ {1} บาท", "from age {0}, {1} baht a month"
                    words.say(step, band.from_age, band.amount)
        case Covers():
            if pays.at_most is None:
                words.say(_COVERED[pays.of])
            else:
                words.say(_COVERED_UP_TO[pays.of], pays.at_most)
        case SavingsMatch():
            rates = [band.percent for band in pays.bands]
            places = "/".join(f"{{{i}}}" for i in range(len(rates)))
            words.say((f"รัฐเติมร้อยละ {places}", f"the state adds {places}%"), *rates)
            words.say(("ไม่เกินปีละ {0} บาท", "up to {0} baht a year"), pays.at_most)
        case Access():
            # Some of these rights pay money in sums that no single fact holds, others none.
            words.say(("ขอใช้สิทธินี้ได้", "a right to ask for"))
    return words.text()
