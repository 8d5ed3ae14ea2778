"""Content of a module's one-pager: its blocks, with every id looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.module import (
    AskBlock,
    BenefitsBlock,
    Block,
    ListBlock,
    Module,
    NumbersBlock,
    PapersBlock,
    TableBlock,
)
from engine.schema.question import TrueFalse
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from printables.text.html_text import sentence
from printables.text.sheet_text import SheetText, words_of
from printables.text.source_names import sources_of

_NUMBER = re.compile(r"^\s*([\d,.]+%?)\s*(.*?)\s*(\*?)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Items:
    """A list: `kind` is who, steps, watch or note."""

    kind: str
    title: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Hero:
    """A big number: the figure apart from its unit; `mark` when it is unconfirmed.

    Attributes:
        word: the figure is words, not a number, and is set smaller.
    """

    title: Text
    figure: Text
    word: bool
    unit: Text | None
    caption: Text | None
    mark: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Big numbers side by side."""

    title: Text
    numbers: tuple[Hero, ...]
    facts: tuple[str, ...]
    kind: str = "numbers"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table; a cell is None where there is nothing to get."""

    icon: str
    head: Text
    cells: tuple[Text | None, ...]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table; the first heading stands over the row heads."""

    title: Text
    columns: tuple[Text | None, ...]
    rows: tuple[SheetRow, ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document to bring."""

    icon: str
    title: Text
    tip: Text | None


@dataclass(frozen=True, slots=True)
class Papers:
    """A block of papers to bring."""

    title: Text
    papers: tuple[PaperLine, ...]
    items: tuple[Text, ...]
    kind: str = "papers"


@dataclass(frozen=True, slots=True)
class Line:
    """The helplines to ask."""

    title: Text
    phone: str
    online: tuple[str, ...]
    for_what: Text
    hours: Text | None
    seen: int | None
    mark: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A block of helplines to ask when in doubt."""

    title: Text
    lines: tuple[Line, ...]
    kind: str = "ask"


Shown = Items | Numbers | SheetTable | Papers | Ask


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement to talk about, and its answer."""

    ask: Text
    holds: bool
    explain: Text


@dataclass(frozen=True, slots=True)
class OnePager:
    """An A4 sheet about one module.

    Attributes:
        fillers: useful blocks for what room the others leave.
        questions: on the second side.
        large: in large type, for tired eyes.
    """

    module: str
    colour: str
    icon: str
    title: Text
    tagline: Text
    blocks: tuple[Shown, ...]
    fillers: tuple[Items, ...]
    questions: tuple[Asked, ...]
    sources: tuple[Text, ...]
    facts: tuple[str, ...]
    large: bool = False


QUESTIONS = 5


def one_pager(catalogue: Catalogue, module: Module, *, large: bool = False) -> OnePager:
    """Return the module's one-pager, resolved."""
    blocks = tuple(_shown(catalogue, block) for block in module.one_pager)
    fillers = () if large else tuple(_fillers(module, words_of(catalogue)))
    facts = tuple(_facts_of(catalogue, module.one_pager))
    return OnePager(
        module=module.id,
        colour=module.colour,
        icon=module.icon,
        title=module.title,
        tagline=module.tagline,
        blocks=blocks,
        fillers=fillers,
        questions=() if large else tuple(_questions(module)),
        large=large,
        sources=sources_of(catalogue, (*facts, *_facts_in((*blocks, *fillers)))),
        facts=facts,
    )


def _fillers(module: Module, words: SheetText) -> Iterator[Items]:
    """Yield what may fill room that is left: a rumour, and one small thing to do this week."""
    untrue = [myth for myth in module.myths if not myth.true]
    for myth in untrue[:1]:
        lines = (words.put("rumour_said", said=myth.said), myth.really)
        yield Items("rumour", words["rumour_box"], lines)
    if module.deed is not None:
        yield Items("deed", words["this_week"], (module.deed,))


def _questions(module: Module) -> Iterator[Asked]:
    """Yield statements to talk about: of each level in turn, the easiest first."""
    statements = [q for q in module.questions if isinstance(q, TrueFalse)]
    statements.sort(key=lambda question: question.level)
    step = max(1, len(statements) // QUESTIONS)
    for question in statements[::step][:QUESTIONS]:
        yield Asked(question.ask, question.answer, question.explain)


def _shown(catalogue: Catalogue, block: Block) -> Shown:
    match block:
        case ListBlock():
            return Items(block.kind, block.title, block.items)
        case NumbersBlock():
            return _numbers(catalogue, block)
        case BenefitsBlock():
            return _benefits(catalogue, block)
        case TableBlock():
            return SheetTable(
                block.title,
                block.columns,
                tuple(
                    SheetRow("", row.head, tuple(map(sentence, row.cells))) for row in block.rows
                ),
            )
        case PapersBlock():
            papers = (catalogue.papers[p] for p in block.papers)
            lines = tuple(PaperLine(p.icon, p.title, p.tip) for p in papers)
            return Papers(block.title, lines, block.items)
        case AskBlock():
            return Ask(block.title, tuple(_line(catalogue, h) for h in block.helplines))


def _numbers(catalogue: Catalogue, block: NumbersBlock) -> Numbers:
    heroes = []
    for number in block.numbers:
        fact = catalogue.facts[number.fact]
        figure, unit, mark = figure_and_unit(fact.text)
        if fact.unconfirmed:
            mark = "*"
        word = not figure.shown[0].isdigit()
        heroes.append(Hero(number.title, figure, word, unit, number.caption, mark))
    return Numbers(block.title, tuple(heroes), tuple(n.fact for n in block.numbers))


def figure_and_unit(text: Text) -> tuple[Text, Text | None, str]:
    """Return ``300 บาทต่อเดือน*`` as ("300", "บาทต่อเดือน", "*"); words alone are the figure."""
    match = _NUMBER.match(text.shown)
    if match is None:
        words = text.shown.rstrip("*")
        return text.model_copy(update={"shown": words}), None, "*" if words != text.shown else ""
    digits, unit, mark = match.groups()
    figure = Text(shown=digits)
    if not unit:
        return figure, None, mark
    start = match.start(2)
    breaks = tuple(b - start for b in text.breaks if start < b < start + len(unit))
    return figure, Text(shown=unit, breaks=breaks), mark


def _benefits(catalogue: Catalogue, block: BenefitsBlock) -> SheetTable:
    rows = []
    for benefit_id in block.rows:
        benefit = catalogue.benefits[benefit_id]
        cells = catalogue.benefit_cells.get(benefit_id, {})
        rows.append(
            SheetRow(
                benefit.icon,
                benefit.short,
                tuple(cells.get(c.option, cells.get("*")) for c in block.columns),
            )
        )
    return SheetTable(
        block.title, (None, *(c.title for c in block.columns)), tuple(rows), "benefits"
    )


def _line(catalogue: Catalogue, helpline_id: str) -> Line:
    line = catalogue.helplines[helpline_id]
    mark = "*" if line.grade == "D" else ""
    return Line(line.title, line.phone, line.online, line.for_what, line.hours, line.seen, mark)


def _facts_of(catalogue: Catalogue, blocks: tuple[Block, ...]) -> list[str]:
    """Return facts that blocks name by id, beside those that stand in their texts."""
    named: list[str] = []
    for block in blocks:
        if isinstance(block, NumbersBlock):
            named.extend(n.fact for n in block.numbers)
        elif isinstance(block, BenefitsBlock):
            for benefit_id in block.rows:
                for cell in catalogue.benefit_cells.get(benefit_id, {}).values():
                    named.extend(cell.facts)
    return list(dict.fromkeys(named))


def _facts_in(blocks: tuple[Shown, ...]) -> tuple[str, ...]:
    return tuple(f for text in texts_in(blocks) for f in text.facts)
