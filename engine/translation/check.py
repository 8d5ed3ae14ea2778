"""Translations: the same facts and places as the Thai, once each, in letters that can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems, Severity
from engine.languages import SOURCE
from engine.loading.content import LANGUAGES, TRANSLATIONS, Content
from engine.loading.files import shown_path
from engine.resolving.markdown import link, raw_html
from engine.resolving.placeholders import LONE_BRACE, PLACE, places_in
from engine.schema.language import ContentLanguage
from engine.schema.text import Language
from engine.thai.lint import INVISIBLE
from engine.translation.fonts import missing_letters
from engine.translation.keys import Part, SourceText, parts_of, texts_of
from engine.translation.po_files import Entry, PoFile, languages_with_files
from engine.translation.translations import Translations

_NUMBER = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?:[.:]\d+)?")
_WORD = re.compile(r"[a-z]+")
_IN_WORDS: dict[str, tuple[str, ...]] = {
    "1": ("one", "a", "an", "each", "once", "first"),
    "2": ("two", "twice", "both", "second"),
    "3": ("three", "third"),
    "4": ("four", "fourth"),
    "5": ("five", "fifth"),
    "6": ("six", "sixth"),
    "7": ("seven",),
    "8": ("eight",),
    "9": ("nine",),
    "10": ("ten",),
}
"""How small numbers may stand in an English sentence."""
NUMBERS_OK = "numbers-ok"
"""In a comment of the translator: the numbers differ on purpose."""
_JOINERS = "\u200b\u200c\u200d"
"""Zero-width marks that scripts without spaces are written with."""
_BUDDHIST_AHEAD = 543


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault of a translation; `needle` is the part of it to point at."""

    code: str
    message: str
    hint: str
    severity: Severity = "error"
    needle: str = ""


def check_translations(content: Content, translations: Translations, problems: Problems) -> None:
    """Report everything wrong with the translations of the content into one language.

    What is stale or missing is counted, a line for each file.
    """
    language = translations.language
    is_listed = any(one.id == language.id for one in content.languages)
    known: set[str] = set()
    for part in parts_of(content):
        known.add(part.name)
        file = translations.files.get(part.name)
        texts = list(texts_of(part))
        stale, missing = 0, 0
        for text in texts:
            found = translations.of(text)
            stale += found.state == "stale"
            missing += found.state == "missing"
            beside = dict(text.text.beside).get(language.id)
            if beside and file is not None and text.key in file.entries:
                problems.add(_stands_twice(text, file))
            if found.state == "done":
                _report(text, found.text, found.entry, file, content, language, problems)
        if file is not None:
            _report_unknown(file, {text.key for text in texts}, problems)
        if is_listed:
            _count(part, file, stale, missing, len(texts), language.id, problems)
    for name, file in translations.files.items():
        if name not in known:
            message = "there is no file of the content that it translates"
            hint = "name it after one: translations/en/modules/section40.po"
            problems.add(Problem(file.file, 1, 1, "LANG11", message, hint, "warning"))


def report_unlisted(content: Content, problems: Problems) -> None:
    """Report folders of translations into languages that the content does not list."""
    listed = {language.id for language in content.languages}
    for code in languages_with_files(content.root):
        if code not in listed and code != SOURCE:
            message = Message("these translations are not read: {file} lists no {code}",
                           file=LANGUAGES, code=code)  # fmt: skip
            hint = Message("add a line there: - {{id: {code}, name: …, script: Latn}}", code=code)
            folder = shown_path(content.root / TRANSLATIONS / code)
            problems.add(Problem(folder, 0, 0, "LANG11", message, hint, "warning"))


def faults(
    thai: str, translation: str, content: Content, language: ContentLanguage
) -> Iterator[_Fault]:
    """Yield what is wrong with a translation of that Thai, whatever file it stands in."""
    yield from _place_faults(thai, translation)
    yield from _sign_faults(translation, language)
    if tag := raw_html(translation):
        message = Message("HTML is not allowed: {tag}", tag=tag[0])
        yield _Fault("TEXT01", message, "write plain text, **bold**", needle=tag[0])
    if found := link(translation):
        message = Message("links and pictures are not allowed in texts")
        hint = "addresses belong to sources.yaml and helplines.yaml"
        yield _Fault("TEXT02", message, hint, needle=found[0])
    outside = PLACE.sub("", translation)
    if brace := LONE_BRACE.search(outside):
        message = Message(
            "the brace {brace} has no partner and is shown as it stands", brace=brace[0]
        )
        hint = "write a fact's place as {s40.inpatient}, with both braces"
        yield _Fault("TEXT06", message, hint, needle=brace[0])
    if thai.count("**") != translation.count("**"):
        message = Message(
            "the Thai has {count} bold parts, the translation {other}",
            count=thai.count("**") // 2,
            other=translation.count("**") // 2,
        )
        yield _Fault("LANG12", message, "make the same words **bold**", "warning")
    yield from _word_faults(translation, content, language.id)
    if lost := _lost_number(thai, translation):
        message = Message("the number {lost} of the Thai is not in the translation", lost=lost)
        hint = "write the same numbers, years of the Common Era (2569 is 2026)"
        yield _Fault("LANG13", message, hint, "warning")


def _place_faults(thai: str, translation: str) -> Iterator[_Fault]:
    if "{" not in thai and "{" not in translation:
        return
    facts, own = places_in(thai)
    facts_there, own_there = places_in(translation)
    lost = [*(facts - facts_there), *sorted(own - own_there)]
    extra = [*(facts_there - facts), *sorted(own_there - own)]
    if lost:
        message = Message("the place {place} of the Thai is missing", place=f"{{{lost[0]}}}")
        yield _Fault("LANG06", message, "write it as it stands in the Thai, as often")
    if extra:
        message = Message("the Thai has no place {place} here", place=f"{{{extra[0]}}}")
        hint = "write the places of the Thai alone, each as often"
        yield _Fault("LANG06", message, hint, needle=f"{{{extra[0]}")


def _sign_faults(translation: str, language: ContentLanguage) -> Iterator[_Fault]:
    """Yield characters that nobody sees, and letters that no font holds."""
    allowed = "" if language.script in ("Latn", "Thai") else _JOINERS
    for match in INVISIBLE.finditer(translation):
        for sign in match[0]:
            if sign not in allowed:
                message = Message("{point} cannot be seen here", point=f"U+{ord(sign):04X}")
                yield _Fault("LANG09", message, "type the words around it anew", needle=sign)
    if translation.isascii():
        return
    lacking = "".join(sorted(missing_letters(translation, language.fonts) - set(_JOINERS)))
    if lacking:
        message = Message("the fonts have no {letters}", letters=" ".join(lacking[:8]))
        hint = Message("use another sign, or name a font in {file}", file=LANGUAGES)
        yield _Fault("LANG10", message, hint, "warning", lacking[0])


def _word_faults(translation: str, content: Content, language: Language) -> Iterator[_Fault]:
    lower = translation.lower()
    for word in content.avoided:
        if word.language == language and word.avoid.lower() in lower:
            for match in _pattern(word.avoid).finditer(translation):
                if not any(_holds(long, translation, match.start()) for long in word.allow_in):
                    message = Message(
                        "{avoid!r} is a word to avoid: {because}",
                        avoid=match[0],
                        because=word.because,
                    )
                    hint = Message("write {use}", use=word.use)
                    yield _Fault("TEXT04", message, hint, "warning", match[0])


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return the word alone, not inside a longer one, with capitals or without."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def _holds(longer: str, text: str, at: int) -> bool:
    """Return True if the longer expression stands in the text around that position."""
    found = re.finditer(re.escape(longer), text, re.IGNORECASE)
    return any(match.start() <= at < match.end() for match in found)


def _lost_number(thai: str, translation: str) -> str:
    """Return a number that stands in the Thai alone; a Buddhist year may be one of ours."""
    numbers = _numbers(thai)
    if not numbers:
        return ""
    there, words = set(_numbers(translation)), set(_WORD.findall(translation.lower()))
    for number in numbers:
        is_year = re.fullmatch(r"2[45]\d\d", number)
        same = {number, str(int(number) - _BUDDHIST_AHEAD) if is_year else number}
        if there.isdisjoint(same) and words.isdisjoint(_IN_WORDS.get(number, ())):
            return number
    return ""


def _numbers(text: str) -> list[str]:
    outside = PLACE.sub("", text) if "{" in text else text
    return [number.replace(",", "").replace(":", ".") for number in _NUMBER.findall(outside)]


def _report(
    text: SourceText,
    translation: str,
    entry: Entry | None,
    file: PoFile | None,
    content: Content,
    language: ContentLanguage,
    problems: Problems,
) -> None:
    for fault in faults(text.text.shown, translation, content, language):
        if fault.code == "LANG13" and entry is not None and NUMBERS_OK in entry.comment:
            continue
        if entry is not None and file is not None:
            shown, (line, col) = file.file, file.at(entry, fault.needle)
        elif fault.code.startswith("LANG"):
            shown = text.part.document.file
            line, col = text.part.document.within((*text.place, language.id), fault.needle)
        else:
            continue  # Told with the file that it stands in.
        problems.add(
            Problem(shown, line, col, fault.code, fault.message, fault.hint, fault.severity)
        )


def _stands_twice(text: SourceText, file: PoFile) -> Problem:
    line, col = text.part.document.at((*text.place,))
    message = Message(
        "this text is translated here and in {file}:{line}",
        file=file.file,
        line=file.entries[text.key].line,
    )
    hint = "keep the one in the PO file, and write the Thai alone here"
    return Problem(text.part.document.file, line, col, "LANG02", message, hint)


def _report_unknown(file: PoFile, keys: set[str], problems: Problems) -> None:
    unknown = [e for e in file.entries.values() if e.key not in keys]
    if unknown:
        first = unknown[0]
        message = Message(
            "{count} translations are of texts that are not there, first {key!r}",
            count=len(unknown),
            key=first.key,
        )
        hint = "`rusit translate import` of this file leaves them out"
        problems.add(Problem(file.file, first.line, 1, "LANG05", message, hint, "warning"))


def _count(
    part: Part,
    file: PoFile | None,
    stale: int,
    missing: int,
    total: int,
    language: Language,
    problems: Problems,
) -> None:
    shown = part.document.file if file is None else file.file
    if stale:
        message = Message(
            "{count} of {total} texts are stale in {language!r}: the Thai has changed since",
            count=stale,
            total=total,
            language=language,
        )
        hint = Message("`rusit translate export --lang {language}` marks them", language=language)
        problems.add(Problem(shown, 1, 1, "LANG07", message, hint, "warning"))
    if missing:
        message = Message(
            "{count} of {total} texts are not translated into {language!r}",
            count=missing,
            total=total,
            language=language,
        )
        hint = Message("`rusit translate export --lang {language}` writes them", language=language)
        problems.add(Problem(shown, 1, 1, "LANG08", message, hint, "warning"))
