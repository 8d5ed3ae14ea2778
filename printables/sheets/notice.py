"""A notice for the table: what changed, which sheets to take away, whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from engine.catalogue import Catalogue
from engine.catalogue.changes import Changes, FactChange
from engine.schema.module import AskBlock, Module
from engine.schema.text import Text
from printables.layout.fitting import largest
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintOptions, PrintTarget, make_target
from printables.sheets.onepager import figure_and_unit
from printables.text import html_text
from printables.text.sheet_text import SheetText, words_of

if TYPE_CHECKING:
    from weasyprint.document import Document

ROOM = 297.0 - 8.0
SIZES = (16.0, 15.0, 14.0, 13.0, 12.2, 11.5, 10.9, 10.4)
"""Points of the running text: the largest that fits one page; the smallest may take more."""
USUAL = 11.5
HELPLINES = 3


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is shown: its figure large, its unit beside it; or words."""

    figure: Text
    unit: Text | None
    mark: str
    word: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A fact, before and now; without a new value it has ended."""

    label: Text
    old: Value
    new: Value | None


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one module that began on one day."""

    module: Text
    icon: str
    colour: str
    since: Text | None
    sources: Text | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """A sheet to take off the table, and how to know it."""

    title: Text
    edition: Text


@dataclass(frozen=True, slots=True)
class Touched:
    """A question whose right answer is another one now; its id stands on the card's back."""

    id: str
    ask: Text


@dataclass(frozen=True, slots=True)
class Line:
    """The office to ask."""

    phone: str
    title: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """The whole notice."""

    between: Text
    groups: tuple[Group, ...]
    recalls: tuple[Recall, ...]
    questions: tuple[Touched, ...]
    lines: tuple[Line, ...]
    facts: tuple[str, ...]


def notice_target(
    changes: Changes,
    catalogue: Catalogue,
    titles: Mapping[str, str],
    breaks: Callable[[str], tuple[int, ...]],
) -> PrintTarget:
    """Return the target of the notice on these changes.

    What had no value before is left out: nothing on the table can show it.

    Args:
        catalogue: for words, modules, sources and helplines.
        titles: how people call each printed file.
        breaks: where a line of a Thai text may begin.
    """
    words = words_of(catalogue)

    def text(thai: str) -> Text:
        return Text(shown=thai, breaks=breaks(thai))

    changed = [f for f in changes.facts if f.kind not in ("began", "added")]
    before = words.put("notice_before", date=words.day(changes.new_as_of))
    content = Notice(
        between=words.put(
            "notice_between",
            old=words.day(changes.old_as_of),
            new=words.day(changes.new_as_of),
        ),
        groups=tuple(_groups(changed, catalogue, words, text)),
        recalls=tuple(
            Recall(
                text(titles.get(sheet.name, sheet.name)),
                words.put("edition", edition=sheet.edition) if sheet.edition else before,
            )
            for sheet in changes.sheets
        ),
        questions=tuple(Touched(q.id, text(q.ask)) for q in changes.answers),
        lines=tuple(_lines(changed, catalogue))[:HELPLINES],
        facts=tuple(f.id for f in changed),
    )
    return make_target(
        "notice.pdf",
        "notice",
        words["notice"].shown,
        content,
        mark="notice",
        as_of=changes.new_as_of,
        options=PrintOptions(),
        words=words,
    )


def _groups(
    changed: Iterable[FactChange],
    catalogue: Catalogue,
    words: SheetText,
    text: Callable[[str], Text],
) -> Iterable[Group]:
    def ground(fact: FactChange) -> tuple[str, str]:
        return fact.module, fact.since.isoformat() if fact.since else ""

    for (name, _), facts in groupby(sorted(changed, key=ground), ground):
        rows = tuple(facts)
        module = catalogue.module_by_id.get(name)
        since = rows[0].since
        named = dict.fromkeys(row.source for row in rows if row.source in catalogue.sources)
        shown = html_text.joined(tuple(catalogue.sources[source].short for source in named))
        yield Group(
            module=module.title if module else text(name),
            icon=module.icon if module else "warning",
            colour=module.colour if module else "indigo",
            since=words.put("notice_since", date=words.day(since)) if since else None,
            sources=words.put("sources", sources=shown) if named else None,
            changes=tuple(_change(row, text) for row in rows),
        )


def _change(fact: FactChange, text: Callable[[str], Text]) -> Change:
    return Change(
        text(fact.label),
        _value(text(fact.old)),
        _value(text(fact.new)) if fact.new else None,
    )


def _value(text: Text) -> Value:
    figure, unit, mark = figure_and_unit(text)
    if not figure.shown[:1].isdigit() or (unit and any(map(str.isdigit, unit.shown))):
        return Value(text, None, "", word=True)
    return Value(figure, unit, mark, word=False)


def _lines(changed: Iterable[FactChange], catalogue: Catalogue) -> Iterable[Line]:
    """Yield the helplines that the touched modules' one-pagers name, each once."""
    names = dict.fromkeys(fact.module for fact in changed)
    modules = (catalogue.module_by_id[name] for name in names if name in catalogue.module_by_id)
    for name in dict.fromkeys(h for module in modules for h in _asked(module)):
        line = catalogue.helplines[name]
        if line.phone:
            yield Line(line.phone, line.title)


def _asked(module: Module) -> Iterable[str]:
    for block in module.one_pager:
        if isinstance(block, AskBlock):
            yield from block.helplines


def print_notice(target: PrintTarget) -> bytes:
    """Return the PDF of a notice: one page, or as many as the changes take."""

    def endless(size: float) -> tuple[Document, float]:
        document = _document(target, size, 3000)
        return document, weasyprint_adapter.bottom_of(document.pages[0], "end")

    fit = largest(SIZES, USUAL, ROOM, endless)
    return weasyprint_adapter.write(_document(target, fit.size, 297), target, tagged=True)


def _document(target: PrintTarget, size: float, height: float) -> Document:
    words, stamp = target.words, target.stamp
    dated = words.put("as_of", date=words.day(stamp.as_of))
    return weasyprint_adapter.sheet_pages(
        target,
        "notice",
        "notice",
        notice=target.content,
        arrow=weasyprint_adapter.drawn(ARROW),
        size=f"{size:g}",
        height=f"{height:g}",
        stamp=html_text.joined((dated, words.put("edition", edition=stamp.edition))),
    )


ARROW = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 16">'
    b'<path d="M1 8h19M14 2l7 6-7 6" fill="none" stroke="#1f1b16" stroke-width="2.6"/></svg>'
)
