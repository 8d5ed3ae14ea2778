"""Every text of the content: walked, checked, filled and broken into words.

One pass turns each written `Text` into the text that readers see and reports each problem in
it at its place; a second one, for a build alone, adds break points and syllables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems, Severity
from engine.languages import SOURCE
from engine.loading.similar_names import closest_name
from engine.loading.source_map import SourceMap
from engine.loading.yaml_loader import MOST_TEXT
from engine.resolving.facts import ResolvedFact
from engine.resolving.markdown import (
    MOST_SIGNS,
    MOST_SIGNS_IN_FILE,
    RichText,
    link,
    raw_html,
    signs,
)
from engine.resolving.placeholders import (
    LONE_BRACE,
    PLACE,
    Filled,
    FillError,
    UnfitValueError,
    UnknownFactError,
    fill_placeholders,
    is_fact_place,
    place_value,
)
from engine.resolving.value_words import ValueWords
from engine.schema.record import RecordPath
from engine.schema.shared_content import Word
from engine.schema.text import Language, Text
from engine.schema.traversal import map_texts, texts_in
from engine.scripts.syllables import syllables as estimated
from engine.scripts.text_breaker import TextBreaker
from engine.thai.lint import Damage, damages, is_sound, word_around
from engine.thai.syllables import syllables

T = TypeVar("T")

_LITERAL = re.compile(
    r"(?<![\d.,])\d[\d,.]*(?:\s*(?:ถึง|–|-)\s*\d[\d,.]*)?\s*(?:บาท|ปี|วัน|เดือน|ครั้ง|ชั่วโมง|เปอร์เซ็นต์|%)|ร้อยละ\s*\d[\d,.]*"
)
_FACT_OK = re.compile(r"#\s*fact-ok:\s*\S")


class TextPass:
    """Checks and fills the texts of one document after the other.

    Args:
        facts: all facts on the day, by id.
        avoided: words of respect: what not to write.
        phones: numbers that belong to a helpline, not into prose.
        may_be: whether a fact of that name may stand in a file that is broken.
        words: of the language of the texts; Thai without them.
        thai: facts in Thai, for the texts of another language that stay Thai.
        look: whether to report what is wrong with the texts; else they are filled alone.
    """

    def __init__(
        self,
        facts: Mapping[str, ResolvedFact],
        avoided: list[Word],
        phones: frozenset[str],
        problems: Problems,
        may_be: Callable[[str], bool],
        words: ValueWords | None = None,
        thai: Mapping[str, ResolvedFact] | None = None,
        look: bool = True,
    ) -> None:
        self._facts = facts
        self._may_be = may_be
        self._words = words
        self._thai = facts if thai is None else thai
        self._looks = look
        self._avoided = [word for word in avoided if word.language == SOURCE]
        self._phones = [(p, re.compile(rf"(?<!\d){re.escape(p)}(?!\d)")) for p in sorted(phones)]
        self._problems = problems
        self._prose = RichText()
        self._filled: set[str] = set()
        self._silenced: frozenset[int] = frozenset()
        self._is_sound = False
        self._to_avoid: list[Word] = []
        self._signs = 0
        self._own_places = False

    def apply(
        self,
        value: T,
        document: SourceMap,
        *,
        story: Callable[[RecordPath], bool],
        own_places: bool = False,
    ) -> T:
        """Return the value with each text filled.

        Args:
            story: whether the numbers at a place are a story's own, not law's.
            own_places: whether a screen fills further places, e.g. {team}.
        """
        self._signs = 0
        self._own_places = own_places
        self._silenced = frozenset(
            number
            for number, line in enumerate(document.text.split("\n"), start=1)
            if "fact-ok" in line and _FACT_OK.search(line)
        )

        # Nearly every document is sound, and holds few words to avoid: asked of all its texts
        # at once, that costs far less than asked of each.
        together = "\n".join(words for text in texts_in(value) for _, words in text.written)
        self._is_sound = is_sound(together)
        self._to_avoid = [word for word in self._avoided if word.avoid in together]

        def change(text: Text, place: RecordPath) -> Text:
            return self._one(text, document, place, is_story=story(place))

        return map_texts(value, change)

    def _one(self, text: Text, document: SourceMap, place: RecordPath, *, is_story: bool) -> Text:
        if self._problems.full(document.file):
            return text
        for language, source in text.written if self._looks else ():
            self._look(source, document, _language_place(document, place, language), is_story)
        try:
            filled = (
                fill_placeholders(text, self._thai)
                if text.untranslated
                else fill_placeholders(text, self._facts, self._words)
            )
        except FillError:
            return text
        if not self._bearable(filled, document, place):
            return text
        plain, blocks = self._prose.render(filled.shown)
        return Text(
            shown=plain or text.shown,
            blocks=blocks,
            facts=filled.facts,
            untranslated=text.untranslated,
            unconfirmed=filled.unconfirmed,
        )

    def _bearable(self, filled: Filled, document: SourceMap, place: RecordPath) -> bool:
        """Return True if Markdown is done with the text soon.

        With facts in it, it may be any length.
        """
        longest = len(filled.shown)
        found = 0 if longest > MOST_TEXT else signs(filled.shown)
        self._signs += found
        if longest > MOST_TEXT:
            said = Message(
                "with its facts this text has {longest:,} characters; the most is {most_text:,}",
                longest=longest,
                most_text=MOST_TEXT,
            )
        elif found > MOST_SIGNS:
            said = Message(
                "{found:,} signs of Markdown are in one text; the most is {most_signs:,}",
                found=found,
                most_signs=MOST_SIGNS,
            )
        elif self._signs > MOST_SIGNS_IN_FILE:
            said = Message(
                "up to here, this file has over {most_signs_in_file:,} signs of Markdown",
                most_signs_in_file=MOST_SIGNS_IN_FILE,
            )
        else:
            return True
        line, col = document.at(place)
        hint = "a text is a few sentences, with a list at most"
        self._problems.add(Problem(document.file, line, col, "TEXT05", said, hint))
        return False

    def _look(self, source: str, document: SourceMap, place: RecordPath, is_story: bool) -> None:
        """Tell everything wrong with a text as it was written."""

        def report(
            needle: str,
            code: str,
            message: str,
            hint: str,
            severity: Severity = "error",
            nth: int = 0,
        ) -> None:
            if self._problems.full(document.file, severity):
                return
            line, col = document.within(place, needle, nth)
            self._problems.add(Problem(document.file, line, col, code, message, hint, severity))

        if tag := raw_html(source):
            report(
                tag[0],
                "TEXT01",
                Message("HTML is not allowed: {tag}", tag=tag[0]),
                "write plain text, **bold**",
            )
        if found := link(source):
            report(
                found[0],
                "TEXT02",
                "links and pictures are not allowed in texts",
                "addresses belong to sources.yaml and helplines.yaml",
            )
        seen: dict[str, int] = {}
        for match in PLACE.finditer(source):
            if match[1] in self._filled:
                continue
            nth = seen.get(match[0], 0)
            seen[match[0]] = nth + 1
            if is_fact_place(match[1]):
                try:
                    place_value(match[1], self._facts)
                    self._filled.add(match[1])
                except UnfitValueError:
                    continue  # Told where the fact's value stands.
                except FillError as error:
                    if isinstance(error, UnknownFactError) and self._may_be(error.name):
                        continue
                    if not self._problems.full(document.file):
                        report(match[0], error.code, error.message, error.hint, nth=nth)
            elif not self._own_places:
                close = closest_name(match[1].lower(), self._facts, cutoff=0.6)
                report(
                    match[0],
                    "FACT01",
                    Message("{match} is not a fact's id", match=match[0]),
                    Message("did you mean {{{close}}}?", close=close)
                    if close
                    else "ids look like {s40.inpatient}",
                    nth=nth,
                )
        outside = PLACE.sub(lambda m: " " * len(m[0]), source)
        if brace := LONE_BRACE.search(outside):
            report(
                brace[0],
                "TEXT06",
                Message(
                    "the brace {brace} has no partner and is shown as it stands", brace=brace[0]
                ),
                "write a fact's place as {s40.inpatient}, with both braces",
                nth=source.count(brace[0], 0, brace.start()),
            )
        for damage in () if self._is_sound else damages(source):
            if damage.code == "THAI10" and damage.broken in document.text:
                continue  # Told where the file is read, in texts and elsewhere alike.
            if self._problems.full(document.file, damage.severity):
                continue
            word = word_around(source, damage.offset, len(damage.broken))
            fixed = damage.repaired
            hint = (
                Message("write {fixed!r} for {broken!r}", fixed=fixed, broken=damage.broken)
                if fixed is not None
                else "type it anew"
            )
            where = source.count(damage.broken, 0, damage.offset)
            report(
                damage.broken,
                damage.code,
                _damage_message(damage, word),
                hint,
                damage.severity,
                nth=where,
            )
        if self._problems.full(document.file, "warning"):
            return
        self._look_for_words(source, report)
        if not is_story:
            self._look_for_numbers(source, document, place, report)

    def _look_for_words(self, source: str, report: Callable[..., None]) -> None:
        for word in self._to_avoid:
            for nth, match in enumerate(re.finditer(re.escape(word.avoid), source)):
                allowed = any(_stands_in(longer, source, match) for longer in word.allow_in)
                if not allowed:
                    message = Message(
                        "{avoid!r} is a word to avoid: {because}",
                        avoid=word.avoid,
                        because=word.because,
                    )
                    hint = Message("write {use}", use=word.use)
                    report(word.avoid, "TEXT04", message, hint, "warning", nth)

    def _look_for_numbers(
        self, source: str, document: SourceMap, place: RecordPath, report: Callable[..., None]
    ) -> None:
        if not self._silenced.isdisjoint(document.lines_of(place)):
            return
        bare = PLACE.sub(lambda m: " " * len(m[0]), source)
        literals = [m[0] for m in _LITERAL.finditer(bare)]
        literals += [phone for phone, alone in self._phones if phone in bare and alone.search(bare)]
        for literal in literals:
            message = Message("{literal!r}: is this a fact?", literal=literal)
            hint = "refer to it as {fact.id}, or end the line with `# fact-ok: reason`"
            report(literal, "FACT05", message, hint, "warning")


def _damage_message(damage: Damage, word: str) -> Message:
    """Return what is wrong with a word, with the code points of what cannot be seen."""
    if damage.code == "THAI10":
        points = " ".join(f"U+{ord(sign):04X}" for sign in damage.broken)
        return Message("{points} cannot be seen, in {word!r}", points=points, word=word)
    return Message("{kind} in {word!r}", kind=damage.kind, word=word)


def _stands_in(longer: str, source: str, match: re.Match[str]) -> bool:
    """Return True if that very match is part of the longer expression."""
    within = longer.find(match[0])
    while within >= 0:
        if source.startswith(longer, match.start() - within):
            return True
        within = longer.find(match[0], within + 1)
    return False


def _language_place(document: SourceMap, place: RecordPath, language: str) -> RecordPath:
    inner = (*place, language)
    return inner if document.as_written(inner) in document.starts else place


def with_breaks(value: T, breaker: TextBreaker, language: Language) -> T:
    """Return the records with break points and syllables of every text, in one language."""

    def change(text: Text, place: RecordPath) -> Text:
        del place
        breaks = breaker.breaks(text.shown)
        is_thai = language == SOURCE or bool(text.untranslated)
        spoken = syllables(text.shown, breaks) if is_thai else estimated(text.shown)
        return text.model_copy(update={"beside": (), "breaks": breaks, "syllables": spoken})

    return map_texts(value, change)
