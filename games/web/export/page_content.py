"""Cuts the catalogue to what the page holds: the chosen modules and what they refer to."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from engine.catalogue import Catalogue
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.languages import SOURCE
from engine.schema.fact import FactToday
from engine.schema.module import (
    AskBlock,
    BenefitsBlock,
    Block,
    LessonStep,
    ListBlock,
    Module,
    NumbersBlock,
    PapersBlock,
    TableBlock,
)
from engine.schema.question import Question, QuestionCore
from engine.schema.source import Source, Term
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from games.practice.animals import ANIMALS
from games.practice.scheduler import RULES
from games.web.export.one_life import facts_of, one_life_content
from games.web.export.search_index import SearchEntry, search_index, spelling
from games.web.export.text_encoding import compact

FORMAT = 1
"""Version of this shape. The page refuses a newer one."""

WORDS = "web."

_PICTURED = ("occupations", "options", "benefits", "situations")
"""Rows of One life that are shown with an icon."""


def page_content(
    catalogue: Catalogue,
    chosen: Sequence[str],
    name: str = "",
    events: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return the content of a page about the chosen modules, as plain JSON values.

    Args:
        name: what the readers of its language call it; without one its code.
        events: of One life, see `one_life_content`.

    Raises:
        RusitError: WEB01 for a module that the catalogue does not have, WEB02 when the
            page's own words are missing.
    """
    modules = [_module(catalogue, name) for name in chosen]
    facts = {f.id: f for f in catalogue.facts.values() if f.module in set(chosen)}
    life = one_life_content(catalogue, chosen, events)
    if life is not None:
        facts |= {name: catalogue.facts[name] for name in sorted(facts_of(life))}
    for text in texts_in(modules):
        facts |= {name: catalogue.facts[name] for name in text.facts}
    helplines = {q.helpline for m in modules for q in m.questions if q.helpline}
    helplines |= {h for m in modules for h in m.helplines}
    for module in modules:
        for block in module.one_pager:
            helplines |= set(block.helplines) if isinstance(block, AskBlock) else set()
    terms = [t for t in catalogue.glossary if t.module is None or t.module in chosen]
    sources = sorted({s for f in facts.values() for s in f.sources})
    return {
        "format": FORMAT,
        "language": catalogue.language,
        "language_name": name or catalogue.language,
        "edition": catalogue.edition,
        "as_of": catalogue.as_of.isoformat(),
        "words": _words(catalogue),
        "animals": list(ANIMALS),
        "schedule": RULES,
        "spelling": spelling(catalogue.language),
        "modules": [_module_content(catalogue, m) for m in modules],
        "facts": {name: _fact(fact) for name, fact in sorted(facts.items())},
        "sources": {s: _source(catalogue.sources[s]) for s in sources},
        "helplines": {h: compact(catalogue.helplines[h]) for h in sorted(helplines)},
        "glossary": [_term(t, catalogue.language) for t in terms],
        "life": life,
        "search": search_index(
            [
                *_fact_entries(catalogue, sorted(facts)),
                *(f for m in modules for f in _block_entries(catalogue, m)),
                *(
                    SearchEntry("term", str(i), (t.term, *map(_plain, t.also)), (t.means,))
                    for i, t in enumerate(terms)
                ),
            ]
        ),
    }


def as_json(content: dict[str, Any]) -> str:
    """Return stable JSON that can stand inside a script element."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.replace("<", "\\u003c")


def icons_in(content: dict[str, Any]) -> list[str]:
    """Return the icons that the content names, sorted."""
    life = content["life"] or {}
    shown = [row for kind in _PICTURED for row in life.get(kind, {}).values()]
    rows = (*content["modules"], *shown)
    basket = life.get("basket", ())
    return sorted({*content["animals"], *basket, *(row["icon"] for row in rows)})


def _module(catalogue: Catalogue, name: str) -> Module:
    try:
        return catalogue.module_by_id[name]
    except KeyError:
        known = ", ".join(catalogue.module_by_id)
        message = Message("there is no module {name!r} for the practice page", name=name)
        raise RusitError("WEB01", message, hint=Message("there are {names}", names=known)) from None


def _words(catalogue: Catalogue) -> dict[str, Any]:
    found = {
        key.removeprefix(WORDS): compact(text)
        for key, text in sorted(catalogue.words.items())
        if key.startswith(WORDS)
    }
    missing = sorted(_needed_words() - set(found))
    if missing:
        message = Message(
            "the practice page needs the words {words}, "
            "and content/locale/web.yaml does not have them",
            words=", ".join(missing),
        )
        hint = Message("write `{key}:` there, with its Thai and English", key=missing[0])
        raise RusitError("WEB02", message, hint=hint)
    return found


_FRAME_WORDS = ("title", "app", "loading", "loading.late", "no-script")
"""Keys of words that stand in the page before any program runs, and on a home screen."""

_APP = Path(__file__).parents[1] / "app"
_ASKED_FOR = re.compile(r"\b(?:word|hint)\(([^,){`]*)")


@cache
def _needed_words() -> set[str]:
    """Return the keys that the page is sure to need: those its scripts name, animals' names."""
    written = (path.read_text("utf-8") for path in _APP.rglob("*.js"))
    asked = (ask for code in written for ask in _ASKED_FOR.findall(code))
    keys = {key for ask in asked for key in re.findall(r'"([^"]+)"', ask)}
    return {*_FRAME_WORDS, *keys, *(f"animal.{animal}" for animal in ANIMALS)}


def _module_content(catalogue: Catalogue, module: Module) -> dict[str, Any]:
    return {
        "id": module.id,
        "title": compact(module.title),
        "short": compact(module.short),
        "icon": module.icon,
        "colour": module.colour,
        "tagline": compact(module.tagline),
        "objectives": {o.id: compact(o.can) for o in module.objectives},
        "lesson": {"steps": [_with_facts(step) for step in module.lesson.steps]},
        "one_pager": [_block(catalogue, block) for block in module.one_pager],
        "questions": [_question(catalogue, question) for question in module.questions],
        "helplines": list(module.helplines),
    }


def _with_facts(record: Question | LessonStep) -> dict[str, Any]:
    """Return the record with every fact that it rests on or names."""
    if isinstance(record, QuestionCore):
        return {**compact(record), "facts": list(record.rests_on())}
    named = {fact for text in texts_in(record) for fact in text.facts}
    return {**compact(record), "facts": sorted({*record.facts, *named})}


def _question(catalogue: Catalogue, question: Question) -> dict[str, Any]:
    """Return a question with the hard words whose meaning tells its answer."""
    answer = set(question.named_in_answer)
    telling = [t.term.shown for t in catalogue.glossary if not answer.isdisjoint(t.means.facts)]
    return _with_facts(question) | ({"telling": telling} if telling else {})


def _block(catalogue: Catalogue, block: Block) -> dict[str, Any]:
    """Return a block with what it refers to put in place, and the facts it shows."""
    shown: dict[str, Any] = compact(block)
    match block:
        case NumbersBlock():
            for number, written in zip(block.numbers, shown["numbers"], strict=True):
                written["text"] = compact(catalogue.facts[number.fact].text)
        case BenefitsBlock():
            cells = catalogue.benefit_cells
            shown["rows"] = [
                {
                    "head": compact(catalogue.benefits[row].title),
                    "cells": [compact(_cell(cells[row], c.option)) for c in block.columns],
                }
                for row in block.rows
            ]
            shown["columns"] = [compact(c.title) for c in block.columns]
        case PapersBlock():
            shown["papers"] = [compact(catalogue.papers[p].title) for p in block.papers]
        case _:
            pass
    shown["facts"] = sorted(_facts_of(catalogue, block))
    return shown


def _cell(cells: dict[str, Text], option: str) -> Text:
    """Return what the benefit pays under that option; a dash when it pays nothing."""
    return cells.get(option) or cells.get("*") or Text(shown="–")


def _facts_of(catalogue: Catalogue, block: Block) -> set[str]:
    found = {name for text in texts_in(block) for name in text.facts}
    match block:
        case NumbersBlock():
            found |= {number.fact for number in block.numbers}
        case BenefitsBlock():
            cells = (c for row in block.rows for c in catalogue.benefit_cells[row].values())
            found |= {name for cell in cells for name in cell.facts}
        case _:
            pass
    return found


_OF_FACT = ("module", "label", "text", "note", "checked", "review_by", "unconfirmed", "local")
"""What the page shows or asks of a fact, beside its sources."""


def _fact(fact: FactToday) -> dict[str, Any]:
    known = {key: value for key, value in compact(fact).items() if key in _OF_FACT}
    days = {key: known[key].isoformat() for key in ("checked", "review_by")}
    return known | days | {"sources": list(fact.sources)}


def _term(term: Term, language: str) -> dict[str, Any]:
    """Return a hard word; its other names are Thai or Latin and are not translated."""
    also = [name for name in term.also if language == SOURCE or not _THAI.search(name)]
    return {**compact(term), "also": also}


_THAI = re.compile(r"[\u0e00-\u0e7f]")


def _source(source: Source) -> dict[str, Any]:
    return {"short": compact(source.short), "official": source.official}


def _fact_entries(catalogue: Catalogue, names: Sequence[str]) -> Iterator[SearchEntry]:
    for name in names:
        fact = catalogue.facts[name]
        note = (fact.note,) if fact.note else ()
        # Who names the programme (อายุสมัคร กอช.) means its facts and no other's.
        programme = catalogue.holder_by_id[fact.module].short
        yield SearchEntry("fact", name, (fact.label,), (fact.text, *note, programme))


def _block_entries(catalogue: Catalogue, module: Module) -> Iterator[SearchEntry]:
    for number, block in enumerate(module.one_pager):
        body: list[Text] = [t for t in texts_in(block) if t is not block.title]
        match block:
            case ListBlock() | TableBlock() | NumbersBlock():
                pass
            case BenefitsBlock():
                body += [catalogue.benefits[row].title for row in block.rows]
            case PapersBlock():
                body += [catalogue.papers[p].title for p in block.papers]
            case AskBlock():
                body += [catalogue.helplines[h].title for h in block.helplines]
        yield SearchEntry(
            "sheet", f"{module.id}/{number}", (block.title, module.short), tuple(body)
        )


def _plain(written: str) -> Text:
    return Text(shown=written)
