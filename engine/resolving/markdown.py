"""Markdown to clean HTML and to plain text. No raw HTML, no links, no pictures."""

from __future__ import annotations

import re
from html import unescape
from itertools import count

import nh3
from markdown import Markdown

_TAGS = {"p", "strong", "em", "ul", "ol", "li", "br"}
_RAW_HTML = re.compile(r"</?[a-zA-Z][^<>]*>?|<!--")
# Up to the bracket that makes it one: looking for its end, too, takes ages in a row of `[](`.
_LINK = re.compile(r"!?\[[^\[\]]*\]\(|(?:javascript|data|file):", re.IGNORECASE)
_MARKED_UP = re.compile(r"[*_`\\]|^\s*(?:[-+]|\d+\.)\s|^#|\n", re.MULTILINE)

_SIGN = re.compile(r"[*_`\\\n>#]|[-+.]\s")

MOST_SIGNS = 200
MOST_SIGNS_IN_FILE = 3_000
"""Python-Markdown works 20 µs on a sign, 70 µs on a text with any, and calls itself for each list
in a list. The richest of our texts has 31 signs, the richest file 145."""


def signs(text: str) -> int:
    """Return the number of signs Markdown has to look at; 0 for a text without markup."""
    return len(_SIGN.findall(text)) if _MARKED_UP.search(text) else 0


def raw_html(text: str) -> re.Match[str] | None:
    """Return the first HTML tag or comment in the text, if any."""
    return _RAW_HTML.search(text)


def link(text: str) -> re.Match[str] | None:
    """Return the first Markdown link or picture, or a risky address, if any."""
    return _LINK.search(text)


class RichText:
    """Renders texts; keeps one Markdown converter for all of them."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html", extensions=["sane_lists"])

    def render(self, text: str) -> tuple[str, str]:
        """Return (plain text, HTML). The HTML is empty when the text holds no Markdown."""
        if not _MARKED_UP.search(text):
            return text, ""
        self._markdown.reset()
        html = nh3.clean(self._markdown.convert(text.strip()), tags=_TAGS, attributes={})
        plain = _plain(html)
        if html == f"<p>{plain}</p>":
            html = ""
        return plain, html


def _plain(html: str) -> str:
    """Return the words of our own small HTML: one line a paragraph, a bullet before each item."""
    numbered = count(1)
    lines = (line.strip() for line in html.replace("<br>", "\v").split("\n"))
    text = " ".join(line for line in lines if line)
    if "<ol>" in text:
        text = re.sub(r"<li>", lambda _: f"\v{next(numbered)}. ", text)
    text = text.replace("<li>", "\v• ").replace("</p>", "\v").replace("</ul>", "\v")
    text = text.replace("</ol>", "\v")
    text = unescape(re.sub(r"<[^>]+>", "", text))
    paragraphs = (re.sub(r" +", " ", line).strip() for line in text.split("\v"))
    return "\n".join(line for line in paragraphs if line)
