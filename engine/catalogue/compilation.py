"""Content in, catalogue out: the stages in the order the data passes them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from engine.catalogue import Catalogue
from engine.catalogue.availability.leave_out import leave_out
from engine.catalogue.clock import day_to_use, words_for_wrong_clock
from engine.catalogue.editor_remarks import without_remarks
from engine.diagnostics.problems import Problems
from engine.garbage_collection import uncollected
from engine.languages import SOURCE
from engine.linting import LintContext, check_records
from engine.loading.content import Content, written_places
from engine.loading.content_loader import ParseCache, read_content
from engine.resolving.benefit_format import benefit_cells
from engine.resolving.facts import ResolvedFact, fact_today, resolve_fact
from engine.resolving.sign_off import awaited
from engine.resolving.texts import TextPass, with_breaks
from engine.resolving.units import number_of
from engine.resolving.value_words import ValueWords, thai_words
from engine.schema.fact import FactToday
from engine.schema.module import Module
from engine.schema.question import Amount, Number
from engine.schema.record import RecordPath
from engine.schema.source import Source
from engine.schema.supplement import Rights, Supplement
from engine.schema.text import Language
from engine.scripts.text_breaker import TextBreaker
from engine.thai.word_breaks import WordBreaker
from engine.translation.check import check_translations, report_unlisted
from engine.translation.translate import translated, value_words
from engine.translation.translations import Translations, read_translations

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Checked:
    """Content whose texts are filled in and whose problems are known.

    Attributes:
        written: the content as people wrote it, with its documents.
        filled: the records available on the day, with facts in their texts.
        ground: what the checks stood on; the report measures on it.
        facts: every fact on the day.
        clock: the day that the computer's clock told, if it was too early to be true.
        language: of the texts in `filled` and of the values in `facts`; `words` say these.
        translated: the content as people wrote it in that language.
        translations: where they wrote it; None for Thai.
    """

    written: Content
    filled: Content
    context: LintContext
    facts: dict[str, ResolvedFact]
    as_of: date
    problems: Problems
    translated: Content
    words: ValueWords
    language: Language = SOURCE
    clock: date | None = None
    translations: Translations | None = None

    def places(self) -> dict[str, str]:
        """Return the place of each record with an id, ``file:line``, by id.

        A record that is translated stands in its PO file.
        """
        written = written_places(self.written)
        return written if self.translations is None else self.translations.places(written)


def check_content(
    root: Path,
    as_of: date,
    parse_cache: ParseCache | None = None,
    *,
    by_clock: bool = False,
    language: Language = SOURCE,
) -> Checked:
    """Read, type, resolve, leave out, fill and check all content under `root`.

    Args:
        parse_cache: what an earlier reading left, when there was one.
        by_clock: `as_of` is what the computer's clock says. A day before the content was
            written is wrong; then the content's newest day is used.
        language: of the filled texts. Checked are the Thai and that language.

    Raises:
        RusitError: FILE02 when there is no content there.
    """
    with uncollected():
        return _checked(root, as_of, parse_cache, by_clock, language)


def _checked(
    root: Path, today: date, parse_cache: ParseCache | None, by_clock: bool, language: Language
) -> Checked:
    problems = Problems()
    written = read_content(root, problems, parse_cache)
    as_of = day_to_use(written, today) if by_clock else today
    facts = resolved_facts(written, as_of)
    available = leave_out(written, facts, as_of, problems)
    filled = _fill(available, facts, problems)
    context = check_records(available, filled, facts, as_of, problems, written)
    clock = None if as_of == today else today
    if language == SOURCE:
        return Checked(
            written, filled, context, facts, as_of, problems, written, thai_words(), clock=clock
        )
    translations = read_translations(written, language, problems)
    check_translations(written, translations, problems)
    content, words = translated(written, translations), value_words(translations)
    in_language = resolved_facts(content, as_of)
    known = Problems()  # The same as those of the Thai.
    available = leave_out(content, in_language, as_of, known)
    filled = _fill(available, in_language, known, words, facts)
    return Checked(
        written,
        filled,
        context,
        in_language,
        as_of,
        problems,
        content,
        words,
        language,
        clock,
        translations,
    )


def resolved_facts(content: Content, as_of: date) -> dict[str, ResolvedFact]:
    """Return every fact on the day, by id; of two with one id the first."""
    facts: dict[str, ResolvedFact] = {}
    for holder, _, fact in content.facts():
        facts.setdefault(fact.id, resolve_fact(fact, holder.id, as_of))
    return facts


def check_languages(checked: Checked) -> None:
    """Check the translations into every language that the content lists."""
    content, problems = checked.written, checked.problems
    for language in content.languages:
        if language.id != SOURCE:
            translations = read_translations(content, language.id, problems)
            check_translations(content, translations, problems)
    report_unlisted(content, problems)


def compile_catalogue(checked: Checked, memory: Path | None = None) -> Catalogue:
    """Return the catalogue of content that has no errors.

    Args:
        memory: a file that remembers word boundaries between builds; may be lost.
    """
    with uncollected():
        return _compiled(checked, memory)


def _compiled(checked: Checked, memory: Path | None) -> Catalogue:
    content, facts = checked.filled, checked.facts
    breaker = text_breaker(content, checked.language, memory)
    signed = {holder.id: holder.signed for holder in content.rights()}
    sources = _by_id(content.sources)
    shown = {
        name: _official_first(
            fact_today(resolved, awaited(resolved, signed.get(resolved.module, ())), checked.words),
            sources,
        )
        for name, resolved in sorted(facts.items())
    }
    modules = tuple(_without_facts(m, facts) for m in content.modules)
    supplements = tuple(s.model_copy(update={"facts": ()}) for s in content.supplements)
    schemes = {s.id: s for h in content.rights() for s in h.schemes}
    cells = {
        b.id: benefit_cells(b, schemes.get(b.scheme or ""), facts, checked.words)
        for h in content.rights()
        for b in h.benefits
    }
    catalogue = Catalogue(
        as_of=checked.as_of,
        language=checked.language,
        languages=tuple(content.languages),
        edition="",
        modules=modules,
        supplements=supplements,
        facts=shown,
        sources=sources,
        helplines=_by_id(content.helplines),
        places=_by_id(content.places),
        papers=_by_id(content.papers),
        glossary=tuple(content.glossary),
        routes=tuple(content.routes),
        comparison=content.comparison,
        mixed_forms=tuple(content.mixed_forms),
        occupations=tuple(content.occupations),
        board=content.board,
        teams=tuple(content.teams),
        dreams=tuple(content.dreams),
        tools=tuple(content.tools),
        village=content.village,
        titles=tuple(content.titles),
        tuning=_by_id(content.game.tuning),
        benefit_cells=cells,
        words=dict(sorted(content.words.items())),
    )
    broken = with_breaks(without_remarks(catalogue), breaker, checked.language)
    breaker.remember()
    stamped = broken.model_copy(update={"edition": edition_of(broken.to_json())})
    if checked.clock is None:
        return stamped
    # The same edition: the facts are those of the content, only the clock is wrong.
    words = words_for_wrong_clock(broken.words)
    return stamped.model_copy(update={"clock": checked.clock, "words": words})


def _official_first(fact: FactToday, sources: Mapping[str, Source]) -> FactToday:
    """Return the fact with laws and offices before its other sources: the one order for all."""
    named = sorted(fact.sources, key=lambda name: not sources[name].official)
    return fact.model_copy(update={"sources": tuple(named)})


def text_breaker(
    content: Content, language: Language = SOURCE, memory: Path | None = None
) -> TextBreaker:
    """Find where lines may begin, with the names that this content keeps whole.

    Args:
        memory: a file for Thai; other languages have one beside it.
    """
    names = [*content.keep_together, *(w for m in content.modules for w in m.keep_together)]
    if memory is not None and language != SOURCE:
        memory = memory.with_stem(f"{memory.stem}-{language}")
    return TextBreaker(WordBreaker(names, memory), language)


def edition_of(text: str) -> str:
    """Return the edition stamp of that text: six hex digits, the same for the same text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def _fill(
    written: Content,
    facts: dict[str, ResolvedFact],
    problems: Problems,
    words: ValueWords | None = None,
    thai: dict[str, ResolvedFact] | None = None,
) -> Content:
    """Return a content whose texts are filled; their problems are collected."""
    elsewhere = written.broken_ids()
    texts = TextPass(
        facts,
        written.avoided,
        frozenset(h.phone for h in written.helplines if h.phone),
        problems,
        may_be=lambda name: "modules" in written.unread or name in elsewhere,
        words=words,
        thai=thai,
        look=thai is None,
    )
    filled = replace(written, modules=[], supplements=[])
    for document, part in written.parts():
        if isinstance(part, Module):
            filled.modules.append(texts.apply(part, document, story=partial(_is_story, part)))
        elif isinstance(part, Supplement):
            filled.supplements.append(texts.apply(part, document, story=partial(_is_story, part)))
        else:
            name = next(n for n, d in written.documents.items() if d is document)
            setattr(
                filled,
                name,
                texts.apply(part, document, story=_nowhere if name in _LAWFUL else _everywhere),
            )
    filled.words = {}
    for name, document in written.documents.items():
        if name.startswith("locale."):
            stem = name.removeprefix("locale.")
            own = {
                key.removeprefix(f"{stem}."): text
                for key, text in written.words.items()
                if key.startswith(f"{stem}.")
            }
            done = texts.apply(own, document, story=_everywhere, own_places=True)
            filled.words.update({f"{stem}.{key}": text for key, text in done.items()})
    return filled


# Shared parts whose numbers are law's, and are asked about like a module's.
_LAWFUL = frozenset({"comparison", "glossary", "routes"})


def _nowhere(_: RecordPath) -> bool:
    return False


def _everywhere(_: RecordPath) -> bool:
    return True


def _is_story(holder: Rights, place: RecordPath) -> bool:
    """Return True if numbers at that place are a story's own figures."""
    if place[:1] == ("situations",) or place[:1] == ("facts",):
        return True
    for here, lesson in holder.lessons() if isinstance(holder, Module) else ():
        for i, step in enumerate(lesson.steps):
            if step.kind == "story" and place[: len(here) + 2] == (*here, "steps", i):
                return True
    return False


def _without_facts(module: Module, facts: dict[str, ResolvedFact]) -> Module:
    """Return the module as the catalogue holds it: facts stand apart, amounts are worked out."""
    questions = tuple(
        q.model_copy(
            update={
                "answer": _worked_out(q.answer, facts),
                "mistakes": tuple(
                    m.model_copy(update={"amount": _worked_out(m.amount, facts)})
                    for m in q.mistakes
                ),
            }
        )
        if isinstance(q, Number)
        else q
        for q in module.questions
    )
    return module.model_copy(update={"facts": (), "questions": questions})


def _worked_out(amount: Amount, facts: dict[str, ResolvedFact]) -> Amount:
    resolved = facts[amount.fact]
    number = number_of(resolved.now.value) if resolved.now else None
    value = None if number is None else number * amount.times
    return amount.model_copy(update={"value": value})


def _by_id(items: Iterable[R]) -> dict[str, R]:
    return {str(item.id): item for item in items}  # type: ignore[attr-defined]
