"""Bytes that a reader of YAML chokes on."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from tests.engine.hostile.repeating import filled, numbered

# A file of nothing but this, again and again.
UNITS: dict[str, str] = {
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
}


def _escapes(code: str, n: int) -> str:
    """A text in double quotes made of one escape."""
    return f'id: "{filled(chr(92) + code, n)}"\n'


def _brackets(n: int) -> str:
    half = filled("[", n // 2)
    return half + "]" * len(half)


def _steps(line: str, n: int) -> str:
    """Each line one deeper than the one before."""
    return "".join(" " * i + line for i in range(1, int((n * 2) ** 0.5)))


def _laughs(n: int) -> str:
    lines = (f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, n // 100))
    return "a0: &a0 [ha]\n" + "".join(lines)


_SIGNS = "ab:-[]{}&*!'\"\n\t #|>?%@,กำ่้"

# Other bytes that a reader of YAML chokes on.
NOT_CONTENT: dict[str, Callable[[int], str | bytes]] = {
    "brackets in pairs": _brackets,
    "blocks in blocks": partial(_steps, "a:\n"),
    "lists in lists": partial(_steps, "- \n"),
    "ones in one line": lambda n: f"[{filled('1,', n - 2)}]",
    "many keys": partial(numbered, "k#: 1\n"),
    "keys without values": lambda n: "{" + numbered("k#, ", n) + "}",
    "anchors": partial(numbered, "- &a# 1\n"),
    "a billion laughs": _laughs,
    "a long key": lambda n: f"{filled('k', n)}: 1\n",
    "a long asked key": lambda n: f"? {filled('k', n)}\n: 1\n",
    "a long text": lambda n: f"id: {filled('ก', n)}\n",
    "a long single-quoted text": lambda n: f"id: '{filled('ก', n)}'\n",
    "a long double-quoted text": lambda n: f'id: "{filled("x", n)}"\n',
    "a long text of escapes": partial(_escapes, "u0e01"),
    "a long folded text": lambda n: "id: >-\n" + filled("  ก\n", n),
    "a long literal text": lambda n: "id: |\n" + filled("  ก\n", n),
    "escaped NULs": partial(_escapes, "0"),
    "escaped halves of characters": partial(_escapes, "ud800"),
    "digits": lambda n: f"id: {filled('9', n)}\n",
    "digits and a dot": lambda n: f"id: 1.{filled('9', n)}\n",
    "a comment in one line": lambda n: f"# {filled('ก', n)}\nid: x\n",
    "comments": lambda n: filled("# fact-ok:\n", n) + "id: x\n",
    "a quote never closed": lambda n: 'id: "' + filled("ก\n", n),
    "UTF-16": lambda n: filled("id: tiny\n", n // 2).encode("utf-16"),
    "Latin-1": lambda n: ("a: é\n" * (n // 5)).encode("latin-1"),
    "cut in a character": lambda n: filled("ก", n).encode()[:-1],
    "random bytes": lambda n: random.Random(1).randbytes(n),
    "random signs": lambda n: "".join(random.Random(2).choices(_SIGNS, k=n // 2)),
}
