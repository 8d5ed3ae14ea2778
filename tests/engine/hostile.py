"""Content made to break the reader: each kind once, as small or as large as asked for.

`hostile(size)` gives folders that differ from a good one in one file of about `size` bytes. Some
are not YAML at all; others are good YAML whose one list or text is absurd, so that they reach the
later stages: shapes, references, filling, Thai lint, Markdown, the report.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.engine.small import MODULE

MODULE_FILE = "modules/tiny.yaml"


class Hostile(NamedTuple):
    """One hostile file: what it is, where in the content folder it lies, and its bytes."""

    name: str
    file: str
    raw: bytes


def hostile(size: int, most_text: int) -> Iterator[Hostile]:
    """All of them.

    Args:
        size: of each file, in bytes, about.
        most_text: the longest text that the reader takes: the worst a good module can hold.
    """
    for name, raw in _not_content(size):
        yield Hostile(name, "modules/broken.yaml", raw)
    for name, unit in TEXTS.items():
        yield Hostile(f"one text: {name}", MODULE_FILE, _one_text(unit, size))
        yield Hostile(f"long texts: {name}", MODULE_FILE, _texts(unit, size, most_text))
    for name, unit in SHORT_TEXTS.items():
        yield Hostile(f"short texts: {name}", MODULE_FILE, _texts(unit, size, len(unit)))
    for name, raw in _modules(size):
        yield Hostile(name, MODULE_FILE, raw)
    yield from _shared(size)


def filled(unit: str, size: int) -> str:
    """The unit again and again, up to so many bytes."""
    return unit * max(1, size // len(unit.encode()))


def numbered(pattern: str, size: int) -> str:
    """The pattern with 0, 1, 2… in the place of `#`, up to so many bytes."""
    pieces: list[str] = []
    for number in count():
        pieces.append(pattern.replace("#", str(number)))
        size -= len(pieces[-1].encode())
        if size <= 0:
            return "".join(pieces)
    raise AssertionError


def _not_content(size: int) -> Iterator[tuple[str, bytes]]:
    """Bytes that a reader of YAML chokes on."""
    for name, unit in {
        "brackets": "[",
        "braces": "{",
        "braces that hold": "{a: ",
        "closing brackets": "]",
        "lists in one line": "- ",
        "asked keys": "? ",
        "colons": ": ",
        "quotes": '"',
        "commas": ",",
        "dashes": "-",
        "bars": "|",
        "percent signs": "%",
        "letters without an end of line": "a",
        "Thai marks alone": "่",
        "spaces": " ",
        "empty lines": "\n",
        "old Macintosh lines": "a\r",
        "next-line characters": "\x85",
        "tabs": "\t",
        "NULs": "\0",
        "bells": "a: \x07\n",
        "byte order marks": "\ufeff",
        "directives": "%YAML 1.1\n",
        "documents": "--- 1\n",
        "ends of documents": "...\n",
        "one key": "a: 1\n",
        "one key in one line": "a: ",
        "aliases": "- *a\n",
        "tags": "- !!python/name:os.system x\n",
        "ones": "- 1\n",
        "tildes": "- ~\n",
        "infinities": "- 1e999\n",
        "impossible days": "- 9999-99-99\n",
        "far days": "- 0001-01-01\n",
    }.items():
        yield name, filled(unit, size).encode()
    half = filled("[", size // 2)
    yield "brackets in pairs", (half + "]" * len(half)).encode()
    deep = range(1, int((size * 2) ** 0.5))
    yield "blocks in blocks", "".join(f"{' ' * i}a:\n" for i in deep).encode()
    yield "lists in lists", "".join(f"{' ' * i}- \n" for i in deep).encode()
    yield "ones in one line", f"[{filled('1,', size - 2)}]".encode()
    yield "many keys", numbered("k#: 1\n", size).encode()
    yield "keys without values", ("{" + numbered("k#, ", size) + "}").encode()
    yield "anchors", numbered("- &a# 1\n", size).encode()
    laughs = "a0: &a0 [ha]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)
    )
    yield "a billion laughs", laughs.encode()
    yield "a long key", f"{filled('k', size)}: 1\n".encode()
    yield "a long asked key", f"? {filled('k', size)}\n: 1\n".encode()
    yield "a long text", f"id: {filled('ก', size)}\n".encode()
    yield "a long single-quoted text", f"id: '{filled('ก', size)}'\n".encode()
    yield "a long double-quoted text", f'id: "{filled("x", size)}"\n'.encode()
    yield "a long text of escapes", f'id: "{filled(chr(92) + "u0e01", size)}"\n'.encode()
    yield "a long folded text", f"id: >-\n{filled('  ก' + chr(10), size)}".encode()
    yield "a long literal text", f"id: |\n{filled('  ก' + chr(10), size)}".encode()
    yield "escaped NULs", f'id: "{filled(chr(92) + "0", size)}"\n'.encode()
    yield "escaped halves of characters", f'id: "{filled(chr(92) + "ud800", size)}"\n'.encode()
    yield "digits", f"id: {filled('9', size)}\n".encode()
    yield "digits and a dot", f"id: 1.{filled('9', size)}\n".encode()
    yield "a comment in one line", f"# {filled('ก', size)}\nid: x\n".encode()
    yield "comments", (filled("# fact-ok:\n", size) + "id: x\n").encode()
    yield "a quote never closed", ('id: "' + filled("ก\n", size)).encode()
    yield "UTF-16", filled("id: tiny\n", size // 2).encode("utf-16")
    yield "Latin-1", ("a: é\n" * (size // 5)).encode("latin-1")
    yield "cut in a character", filled("ก", size).encode()[:-1]
    yield "random bytes", random.Random(1).randbytes(size)
    signs = "ab:-[]{}&*!'\"\n\t #|>?%@,กำ่้"
    yield "random signs", "".join(random.Random(2).choices(signs, k=size // 2)).encode()


# What a text is made of, again and again.
TEXTS: dict[str, str] = {
    "spaces": "ก" + " " * 200,
    "empty lines": "\n",
    "lines": "ก\n",
    "a consonant": "ก",
    "leading vowels": "เ",
    "syllables of many readings": "ตากลม",
    "consonants of many readings": "กรรมกร",
    "sara am": "ำ",
    "sara am in two": "ํา",
    "sara am twice": "กำา",
    "tone marks": "่",
    "vowels and tones": "กี่ี่",
    "marks in wrong order": "ท่ี",
    "marks after spaces": "ก ้ ",
    "lost sara am": "จ ำ ก า",
    "lost characters": "\ufffd",
    "invisible": "\u200b",
    "invisible between": "ก\u200b",
    "right to left": "\u202e",
    "two sorts of digits": "๑1",
    "digits": "1",
    "digits and commas": "1,",
    "amounts": "1 บาท ",
    "percents": "ร้อยละ ",
    "abbreviations": "ก.",
    "braces": "{",
    "closing braces": "}",
    "empty places": "{}",
    "facts": "{tiny.daily}",
    "facts with filters": "{tiny.daily|times 4}",
    "unknown facts": "{tiny.dailly}",
    "screen places": "{team}",
    "bars": "|",
    "stars": "*",
    "stars and letters": "*a",
    "emphasis": "*a* ",
    "strong": "**a** ",
    "underscores": "_",
    "underscored": "_a_ ",
    "underscores in words": "a_",
    "stars and underscores": "**_a",
    "backticks": "`",
    "more backticks": "`a``b",
    "backslashes": "\\",
    "quotes": ">",
    "quotes with spaces": "> ",
    "open brackets": "[",
    "open links": "[a](",
    "open pictures": "![",
    "links": "[a](b)",
    "brackets in pairs": "[]",
    "definitions": "[a]: b\n",
    "references": "[a][b] ",
    "open tags": "<a",
    "open signs": "<",
    "tags": "<b>a</b>",
    "comments": "<!--",
    "closed comments": "<!-- -->",
    "processing": "<?",
    "declarations": "<![",
    "entities": "&amp;",
    "numbered entities": "&#99999999;",
    "headings": "# a\n",
    "hashes": "#",
    "underlines": "a\n===\n",
    "rules": "---\n",
    "bullets": "- a\n",
    "bullets in one line": "- ",
    "numbers": "1. a\n",
    "numbers in one line": "1. ",
    "code": "\n\n    a\n",
    "quoted bullets": "> - a\n\n",
    "words to avoid": "เบี่ยงเบน",
    "emoji": "👩‍👩‍👧",
    "addresses": "http://a.",
    "scripts": "javascript:",
}

SHORT_TEXTS: dict[str, str] = {
    "an unknown fact": "{tiny.dailly}",
    "a fact": "{tiny.daily}",
    "an amount": "300 บาท",
    "a tag": "<b>",
    "a damage": "ท่ี",
    "a bold letter": "**ก**",
    "a letter": "ก",
    "filters without end": "{tiny.daily" + "|times 9999" * 300 + "}",
    "bullets in bullets": "".join(f"{'    ' * i}- a\n" for i in range(40)),
    "quotes in quotes": ">" * 900 + " a",
}


def _quoted(text: str) -> str:
    """A text in quotes, so that YAML does not mind what is in it."""
    return json.dumps(text, ensure_ascii=False)


def _put(old: str, new: str) -> bytes:
    """The good module with one of its lines replaced."""
    assert old in MODULE, old
    return MODULE.replace(old, new, 1).encode()


def _one_text(unit: str, size: int) -> bytes:
    long = filled(_quoted(unit)[1:-1], size - len(MODULE.encode()))
    return _put("summary: สิทธิสำหรับทดสอบ", f'summary: "{long}"')


def _texts(unit: str, size: int, most_text: int) -> bytes:
    """A list of texts, each as long as a text may be."""
    item = f"      - {_quoted((unit * most_text)[:most_text])}\n"
    items = filled(item, size - len(MODULE.encode()))
    return _put("questions:\n", f"  - kind: papers\n    title: ก\n    items:\n{items}questions:\n")


def _modules(size: int) -> Iterator[tuple[str, bytes]]:
    """Good modules with one list that is too much."""
    lists: dict[str, tuple[str, Callable[[int], str]]] = {
        "unknown questions in a form": (
            "myths:\n",
            lambda n: f"forms:\n  opening: [{numbered('tiny.q.day#, ', n)}]\nmyths:\n",
        ),
        "one unknown question in a form": (
            "myths:\n",
            lambda n: f"forms:\n  opening: [{filled('tiny.q.day, ', n)}]\nmyths:\n",
        ),
        "unknown helplines": (
            "myths:\n",
            lambda n: f"helplines: [{numbered('line-#, ', n)}]\nmyths:\n",
        ),
        "unknown sources": (
            "value: 200, source: leaflet}",
            lambda n: f"value: 200, source: leaflet, also: [{numbered('leaflet#, ', n)}]}}",
        ),
        "names kept together": (
            "myths:\n",
            lambda n: f"keep_together: [{numbered('ชื่อ#, ', n)}]\nmyths:\n",
        ),
        "empty names kept together": (
            "myths:\n",
            lambda n: "keep_together: [" + filled("'', ", n) + "]\nmyths:\n",
        ),
        "objectives alike": (
            "facts:\n",
            lambda n: filled("  - {id: tiny.know, can: บอกได้}\n", n) + "facts:\n",
        ),
        "objectives": (
            "facts:\n",
            lambda n: numbered("  - {id: tiny.know#, can: บอกได้}\n", n) + "facts:\n",
        ),
        "rumours alike": (
            "myths:\n",
            lambda n: "myths:\n" + filled("  - {id: tiny.m.a, said: ก, really: ข, why: ค}\n", n),
        ),
        "rumours of unknown facts": (
            "myths:\n",
            lambda n: (
                "myths:\n"
                + numbered("  - {id: tiny.m.a#, said: ก, really: ข, why: ค, facts: [a.b#]}\n", n)
            ),
        ),
        "questions": ("myths:\n", lambda n: numbered(_QUESTION, n) + "myths:\n"),
        "facts": ("schemes:\n", lambda n: numbered(_FACT, n) + "schemes:\n"),
        "values of a fact": (
            "      - {from: 2026-01-01, value: 300, source: leaflet, where: หน้า 4}\n",
            lambda n: filled("      - {from: 2026-01-01, value: 300, source: leaflet}\n", n),
        ),
        "options of a scheme": (
            "benefits:\n",
            lambda n: (
                numbered("      - {id: a#, title: ก, short: ก}\n", n // 2)
                + "benefits:\n"
                + numbered(_BENEFIT, n // 2)
            ),
        ),
        "unknown options": (
            "    when: ใช้เมื่อนอนโรงพยาบาล\n",
            lambda n: f"    when: ก\n    options: [{numbered('o#, ', n)}]\n",
        ),
        "amounts for unknown options": (
            "amount: tiny.daily,",
            lambda n: f"amount: {{{numbered('o#: tiny.daily, ', n)}}},",
        ),
        "age bands": (
            "pays: {shape: per_unit, unit: hospital_day, amount: tiny.daily, at_most: tiny.most}",
            lambda n: (
                "pays: {shape: match, at_most: tiny.most, bands: ["
                + filled("{to_age: tiny.most, percent: tiny.most}, ", n)
                + "]}"
            ),
        ),
        "rows of benefits": (
            "rows: [tiny.benefit]",
            lambda n: f"rows: [{filled('tiny.benefit, ', n)}]",
        ),
        "life events": ("myths:\n", lambda n: f"situations:\n{numbered(_SITUATION, n)}myths:\n"),
        "lesson steps": (
            "one_pager:\n",
            lambda n: (
                filled("    - {kind: act, title: ก, minutes: 1, say: ก}\n", n) + "one_pager:\n"
            ),
        ),
        "unknown keys": ("myths:\n", lambda n: numbered("summry#: ก\n", n) + "myths:\n"),
        "unknown keys in records": (
            "myths:\n",
            lambda n: (
                "myths:\n" + numbered("  - {id: m#, said: ก, realy#: ข, really: ข, why: ค}\n", n)
            ),
        ),
        "missing keys": ("myths:\n", lambda n: "myths:\n" + filled("  - {}\n", n)),
        "lists for records": ("myths:\n", lambda n: "myths:\n" + filled("  - []\n", n)),
        "lists for texts": (
            "title: {th: สิทธิเล็ก, en: Tiny right}",
            lambda n: f"title: [{filled('[], ', n)}]",
        ),
        "a text of many languages": (
            "title: {th: สิทธิเล็ก, en: Tiny right}",
            lambda n: f"title: {{th: ก, {numbered('x#: ก, ', n)}}}",
        ),
        "wrong kinds of questions": (
            "myths:\n",
            lambda n: numbered("  - {id: tiny.q.a#, kind: essay#}\n", n) + "myths:\n",
        ),
        "a long id": ("id: tiny\n", lambda n: f"id: {filled('a', n)}\n"),
        "a long icon": ("icon: umbrella\n", lambda n: f"icon: {filled('umbrela', n)}\n"),
        "unknown icons": (
            "benefits:\n",
            lambda n: numbered(_SCHEME, n) + "benefits:\n",
        ),
        "a huge number": ("value: 200,", lambda n: f"value: {filled('9', n)},"),
        "a number too large for a float": ("value: 200,", lambda _: "value: 1e999,"),
        "the last day": ("review_by: 2027-05-20", lambda _: "review_by: 9999-12-31"),
        "the first day": ("{from: 2018-01-01,", lambda _: "{from: 0001-01-01,"),
        "a day there is not": ("{from: 2018-01-01,", lambda _: "{from: 2018-02-30,"),
    }
    for name, (old, written) in lists.items():
        yield name, _put(old, written(size - len(MODULE.encode())))


_QUESTION = """\
  - id: tiny.q.q#
    kind: choice
    objective: tiny.know
    level: 1
    ask: ก
    options: [{text: ก, right: true}, {text: ก}, {text: ก}]
    explain: ก
"""
_FACT = """\
  - id: tiny.f#
    label: ก
    unit: baht
    values: [{from: 2018-01-01, value: 1, source: none#}]
    checked: 2026-11-20
    review_by: 2026-05-20
    grade: A
"""
_BENEFIT = """\
  - id: tiny.benefit#
    title: ก
    short: ก
    icon: bed
    scheme: tiny-scheme
    when: ก
    pays: {shape: lump_sum, amount: tiny.daily}
"""
_SITUATION = """\
  - id: tiny.s.a#
    title: ก
    icon: bed
    story: ก
    harm: {}
    helps: [tiny.b#]
    remember: ก
    talk: ก
"""
_SCHEME = "  - {id: s#, title: ก, short: ก, icon: umbrela#}\n"


def _shared(size: int) -> Iterator[Hostile]:
    """Hostile files beside the modules."""
    yield Hostile(
        "a glossary of a million words",
        "glossary.yaml",
        numbered("- {id: t#, term: ก, means: ข, module: tinny}\n", size).encode(),
    )
    yield Hostile(
        "spellings of one word",
        "glossary.yaml",
        f"- {{id: t, term: ก, means: ข, also: [{numbered('ก#, ', size)}]}}\n".encode(),
    )
    yield Hostile(
        "words to avoid",
        "words.yaml",
        numbered("- {avoid: ก#, use: ข, because: ค}\n", size).encode(),
    )
    yield Hostile(
        "letters to avoid",
        "words.yaml",
        numbered("- {avoid: ก, use: ข#, because: ค}\n", size).encode(),
    )
    yield Hostile(
        "where a word is allowed",
        "words.yaml",
        f"- {{avoid: ก, use: ข, because: ค, allow_in: [{numbered('กข#, ', size)}]}}\n".encode(),
    )
    yield Hostile(
        "killers of regular expressions to avoid",
        "words.yaml",
        filled('- {avoid: "(ก+)+$", use: ข, because: ค}\n', size).encode(),
    )
    yield Hostile(
        "unknown questions over all modules",
        "forms.yaml",
        f"- {{id: f, title: ก, questions: [{numbered('tiny.q.day#, ', size)}]}}\n".encode(),
    )
    yield Hostile(
        "forms",
        "forms.yaml",
        numbered("- {id: f#, title: ก, questions: [tiny.q.days]}\n", size).encode(),
    )
    yield Hostile(
        "spaces of the board",
        "board.yaml",
        (
            "spaces:\n" + numbered("- {id: s#, title: ก, kind: unit, icon: bed, place: p#}\n", size)
        ).encode(),
    )
    yield Hostile(
        "sources",
        "sources.yaml",
        numbered(
            "- {id: s#, title: ก, short: ก, publisher: ก, dated: 2025, kind: law}\n", size
        ).encode(),
    )
    yield Hostile(
        "helplines",
        "helplines.yaml",
        numbered(
            '- {id: h#, title: ก, for_what: ข, grade: A, phone: "#", source: n#}\n', size
        ).encode(),
    )
    yield Hostile(
        "routes to nowhere",
        "routing.yaml",
        numbered("- {id: r#, need: ก, place: p#, bring: [x#]}\n", size).encode(),
    )
    yield Hostile(
        "rows to compare",
        "comparison.yaml",
        (
            "title: ก\nintro: ก\ncolumns: []\nrows:\n"
            + filled("- {head: ก, cells: [ก, ข, ค]}\n", size)
        ).encode(),
    )
    yield Hostile(
        "tuning", "game.yaml", ("tuning:\n" + numbered("- {id: t#, value: 1}\n", size)).encode()
    )
    yield Hostile(
        "occupations", "occupations.yaml", numbered("- {id: o#, income: -1}\n", size).encode()
    )
    yield Hostile("words of a screen", "locale/ui.yaml", numbered("k#: ก\n", size).encode())
    yield Hostile(
        "unknown facts in words of a screen",
        "locale/ui.yaml",
        numbered('k#: "{a.b#}"\n', size).encode(),
    )
    for name, raw in {
        "a million names": numbered("ชื่อ#\n", size).encode(),
        "a long name": filled("ก", size).encode(),
        "letters": filled("ก\n", size).encode(),
        "signs": filled("(*+?[\n", size).encode(),
        "not UTF-8": b"\xff" * size,
        "NULs": b"\0" * size,
        "lines of spaces": filled(" \n", size).encode(),
        "comments": filled("#\n", size).encode(),
    }.items():
        yield Hostile(f"kept together: {name}", "keep_together.txt", raw)


def put(content: Path, bad: Hostile) -> None:
    """Write the hostile file into a good content folder."""
    path = content / bad.file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bad.raw)
