"""Markdown to clean HTML and to plain text. No raw HTML, no links, no pictures."""

from __future__ import annotations

import re
from html import unescape

import nh3
from markdown import Markdown

_TAGS = {"p", "strong", "em", "ul", "ol", "li", "br"}
_RAW_HTML = re.compile(r"</?[a-zA-Z][^<>]*>?|<!--")
_LINK = re.compile(r"!?\[[^\]]*\]\([^)]*\)|(?:javascript|data|file):", re.IGNORECASE)
_MARKED_UP = re.compile(r"[*_`\\]|^\s*(?:[-+]|\d+\.)\s|^#|\n", re.MULTILINE)


def raw_html(text: str) -> re.Match[str] | None:
    """The first HTML tag or comment in the text, if any."""
    return _RAW_HTML.search(text)


def link(text: str) -> re.Match[str] | None:
    """The first Markdown link or picture, or a risky address, if any."""
    return _LINK.search(text)


class Prose:
    """Renders texts; keeps one Markdown converter for all of them."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html", extensions=["sane_lists"])

    def render(self, text: str) -> tuple[str, str]:
        """(plain text, HTML). The HTML is empty when the text holds no Markdown."""
        if not _MARKED_UP.search(text):
            return text, ""
        self._markdown.reset()
        html = nh3.clean(self._markdown.convert(text.strip()), tags=_TAGS, attributes={})
        plain = _plain(html)
        if html == f"<p>{plain}</p>":
            html = ""
        return plain, html


def _plain(html: str) -> str:
    """The words of our own small HTML: one line a paragraph, a bullet before each item."""
    numbered = iter(range(1, 1000))
    text = re.sub(r"\s*\n\s*", " ", html.replace("<br>", "\v"))
    if "<ol>" in text:
        text = re.sub(r"<li>", lambda _: f"\v{next(numbered)}. ", text)
    text = text.replace("<li>", "\v• ").replace("</p>", "\v").replace("</ul>", "\v")
    text = text.replace("</ol>", "\v")
    text = unescape(re.sub(r"<[^>]+>", "", text))
    lines = (re.sub(r" +", " ", line).strip() for line in text.split("\v"))
    return "\n".join(line for line in lines if line)
