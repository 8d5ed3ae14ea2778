"""Questions about weak facts, by the office that can answer them: a letter ready to send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from engine.diagnostics.messages import Message, MessageLanguage, read
from engine.loading.content import Content
from engine.resolving.placeholders import facts_named
from engine.schema.fact import FactToday
from engine.schema.question import Number
from engine.schema.source import Helpline
from engine.schema.text import Text
from engine.thai.dates import english_date, thai_date

_TITLE = Message("Questions to offices")
_NO_OFFICE = Message("Office not known yet")
_INTRO = (
    "We make materials on rights for communities and want them to be right. This is what we "
    "say as of {day}. Please check it and write your answer in the box."
)
_WE_SAY = Message("We say")
_FROM = Message("From")
_NO_SOURCE = Message("no document yet")
_NOTE = Message("What we are unsure of")
_BOX = Message("☐ right ☐ not right; it is ____________________ since ______________")
_ANSWERED = Message(
    "Document ____________________ answered by (office) ______________ on __________"
)


def is_weak(fact: FactToday) -> bool:
    """Return whether the fact rests on one source or none: grade C or D, or no source."""
    return fact.grade in ("C", "D") or fact.unconfirmed


def questions_to_offices(
    content: Content, facts: Iterable[FactToday], as_of: date, language: MessageLanguage
) -> str:
    """Return Markdown: a section for each office, and in it a question for each fact.

    Args:
        content: in the language of the letter; names of sources and offices, and which office
            is asked about what.
        facts: what to ask about.
    """
    offices = {helpline.id: helpline for helpline in content.helplines}
    whom = _whom_to_ask(content)
    by_office: dict[str, list[FactToday]] = {}
    for fact in facts:
        office = whom.get(fact.id, "")
        by_office.setdefault(office if office in offices else "", []).append(fact)
    day = thai_date(as_of) if language == "th" else english_date(as_of)
    lines = [f"# {read(_TITLE, language)}", "", read(Message(_INTRO, day=day), language)]
    sources = {source.id: source.short.shown for source in content.sources}
    for name in (name for name in (*offices, "") if name in by_office):
        lines += ["", f"## {_office(offices.get(name), language)}"]
        for number, fact in enumerate(by_office[name], start=1):
            lines += ["", *_question(number, fact, sources, language)]
    return "\n".join(lines)


def _office(helpline: Helpline | None, language: MessageLanguage) -> str:
    if helpline is None:
        return read(_NO_OFFICE, language)
    return " · ".join(
        part for part in (helpline.title.shown, helpline.phone, *helpline.online) if part
    )


def _question(
    number: int, fact: FactToday, sources: Mapping[str, str], language: MessageLanguage
) -> Iterator[str]:
    """Yield the fact, what we say, where from, and a box for the answer."""
    known = ", ".join(sources.get(s, s) for s in fact.sources) or read(_NO_SOURCE, language)
    where = f" ({fact.where})" if fact.where else ""
    yield f"{number}. **{_line(fact.label)}**"
    yield f"   - {read(_WE_SAY, language)}: {_line(fact.text)}"
    yield f"   - {read(_FROM, language)}: {known}{where}"
    if fact.note:
        yield f"   - {read(_NOTE, language)}: {_line(fact.note)}"
    yield f"   - {read(_BOX, language)}"
    yield f"   - {read(_ANSWERED, language)}"
    yield f"   - `{fact.id}` ({fact.grade})"


def _line(text: Text) -> str:
    return " ".join(text.shown.split())


def _whom_to_ask(content: Content) -> dict[str, str]:
    """Return the helpline for each fact.

    It is its own, that of most questions about it, or its module's first.
    """
    asked: dict[str, Counter[str]] = {}
    for module in content.modules:
        for question in module.questions:
            named = {*question.facts, *facts_named(question)}
            if isinstance(question, Number):
                named.add(question.answer.fact)
            for name in named if question.helpline else ():
                asked.setdefault(name, Counter())[str(question.helpline)] += 1
    found: dict[str, str] = {}
    for holder, _, fact in content.facts():
        first = holder.helplines[0] if holder.helplines else ""
        common = asked[fact.id].most_common(1)[0][0] if fact.id in asked else first
        found.setdefault(fact.id, fact.ask or common)
    return found
