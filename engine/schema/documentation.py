"""Descriptions of fields from the docstrings of records, for editors and for the docs."""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc

from engine.schema.record import Record

_ENTRY = re.compile(r"([a-z_][a-z_, ]*): (.*)", re.DOTALL)

COMMON = {
    "id": "lower-case words joined by dots or hyphens; stable for ever",
    "title": "what readers see as its name",
    "short": "its name where there is little room",
    "icon": "the name of an icon in engine/assets/icons",
    "kind": "which kind this is; it decides the other keys",
    "shape": "how it pays; it decides the other keys",
    "url": "its address on the web",
    "module": "the module it belongs to",
    "scheme": "the scheme it belongs to",
    "option": "an option of a scheme",
    "options": "options of the scheme; empty: all",
    "facts": "facts it rests on beside those in its texts",
    "fact": "the fact whose value is shown",
    "source": "the source that says so, by its id",
    "place": "where to go, by its id",
    "price": "in baht",
    "text": "what readers see",
    "because": "why not",
    "helpline": "whom to ask, by its id",
    "helplines": "whom to ask, by their ids",
    "items": "one line each",
    "minutes": "how long it takes",
    "steps": "in order",
    "rows": "from top to bottom",
    "columns": "from left to right",
    "amount": "the fact with the amount; or one for each option",
    "questions": "by their ids",
    "grade": "A official text seen, B two sources, C one source, D unconfirmed",
    "checked": "the day a person last compared it with its source",
    "colour": "a name of the shared palette",
    "level": "1 easy, 2 middle, 3 hard",
    "explain": "why the right answer is right",
    "note": "what a reader must know",
    "bring": "papers to bring, by their ids",
    "schemes": "what people can hold, with its options",
    "benefits": "rights as data: the game pays and the sheets print from them",
    "objective": "what it checks, by the id of an objective",
    "ask": "the question, in one sentence",
    "why": "what the mistaken person is probably thinking, and what is so",
    "objectives": "what a person can do afterwards: `id` and `can`",
    "can": "a sentence that begins with can",
    "opening": "question ids of the test before",
    "closing": "question ids of the test after; as many, of the same objectives and levels",
    "audience": "for whom it is",
    "summary": "one sentence",
    "lesson": "the ten-minute lesson",
    "one_pager": "the blocks of the sheet to take home, in order",
    "myths": "rumours",
    "situations": "life events",
    "forms": "the two parallel tests",
    "head": "what stands in the first column",
    "cells": "one for each column after the first",
    "papers": "papers to bring, by their ids",
    "caption": "a line below the number",
    "numbers": "up to four big numbers",
    "pairs": "three or more: what belongs together",
    "left": "what stands left",
    "right": "in an option: true for a right one; in a pair: what belongs to the left",
    "answer": "what is right",
    "times": "how many times the fact",
    "tuning": "numbers of the game that no law gives",
    "hearts": "hearts it gives or costs",
    "lowest": "from this age or amount on",
    "highest": "up to this age or amount",
    "pays": "how it pays, see the shapes",
    "needs": "what must hold before it pays",
    "claim": "where, until when and with which papers it is claimed",
    "at": "the place, by its id",
    "within": "the fact with the days or years to claim in",
    "months": "how many months",
    "of_last": "of how many last months",
    "of": "what is paid for",
    "at_most": "the fact with the most that is paid",
    "age": "from which and to which age",
    "to_age": "up to which age",
    "percent": "the fact with the percentage",
    "up_to": "the fact with how long or how much at most",
    "bands": "one for each range of ages",
    "contributed": "how many months must be paid in",
    "unit": "what it is counted in",
    "at_most_children": "the fact with how many children count",
    "register_at": "where to join, by the ids of places",
    "join": "who may join, and what excludes it",
    "covers": "what it protects from",
    "label": "what it is called in tables",
    "values": "dated values, oldest first",
    "where": "page, section or article",
    "review_by": "the day after which the check fails until someone looks again",
    "local": "true for a local rule",
    "also": "further sources",
    "spaces": "the spaces of the board, in order",
    "effect": "what it changes in the game",
    "risk": "what happens more often in it",
    "value": "the number",
    "repair": "what repairs cost, in baht",
    "yearly": "what it earns more in a year, in baht",
    "goals": "what the village can build",
    "storm": "what the storm costs",
    "intro": "what stands above",
    "choose": "lines that help to choose",
    "notes": "lines below",
    "avoid": "the word to avoid",
    "use": "what to write",
    "other": "further costs in baht",
    "story": "two sentences, no names",
    "harm": "what it costs: days, money, hearts",
    "tempting": "rights that look right and do not apply, each with its why",
    "care": "a word of care before a heavy story",
    "benefit": "the right, by its id",
    "online": "pages and accounts",
    "for_what": "what it is for",
    "hours": "when it answers",
    "tip": "what to mind",
    "need": "what a person needs",
    "publisher": "who published it",
    "term": "the word",
    "means": "what it means",
    "start": "first character",
    "end": "behind the last character",
    "mark": "how it is set",
    "spans": "marked parts",
    "amount_of": "the amount",
}
"""Fields that mean the same in every record."""


@cache
def summary(record: type[Record]) -> str:
    """Return the first paragraph of a record's docstring."""
    return " ".join(cleandoc(record.__doc__ or "").split("\n\n")[0].split())


@cache
def field_description(record: type[Record], name: str) -> str:
    """Return what the docstrings say of a field; else what it means in every record."""
    for kind in record.__mro__:
        if issubclass(kind, Record) and name in (described := _attributes(kind)):
            return described[name]
    return COMMON.get(name, "")


@cache
def _attributes(record: type[Record]) -> dict[str, str]:
    """Return the entries below `Attributes:` by the fields they name."""
    _, _, below = cleandoc(record.__doc__ or "").partition("Attributes:\n")
    entries: list[str] = []
    for line in below.split("\n"):
        if re.match(r"    \S", line):
            entries.append(line.strip())
        elif entries and line.strip():
            entries[-1] += f" {line.strip()}"
    found: dict[str, str] = {}
    for entry in entries:
        if match := _ENTRY.fullmatch(entry):
            found.update(dict.fromkeys(re.split(r", ", match[1]), match[2].rstrip(".")))
    return found
