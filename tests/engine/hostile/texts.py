"""Texts that are hard on Markdown, on the lint, on filling or on finding words."""

from __future__ import annotations

import json

from tests.engine.hostile.repeating import filled, replaced

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


def one_text(unit: str, size: int) -> str:
    def summary(n: int) -> str:
        return f'summary: "{filled(_quoted(unit)[1:-1], n)}"\n'

    return replaced("summary: สิทธิสำหรับทดสอบ\n", summary, size)


def texts_of(unit: str, length: int, size: int) -> str:
    """A list of texts, each of so many characters."""
    item = f"      - {_quoted((unit * length)[:length])}\n"

    def items(n: int) -> str:
        return f"  - kind: papers\n    title: ก\n    items:\n{filled(item, n)}questions:\n"

    return replaced("questions:\n", items, size)
