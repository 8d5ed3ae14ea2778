"""Content as it lies in the page: a language in an element, JSON deflated and in base64.

The texts of one language are 1.4 MB, deflated 0.3 MB. Browsers unpack it by themselves
(`DecompressionStream`, which the code that moves a memory needs as well), in less time than
reading the plain JSON from a slow disk would take.
"""

from __future__ import annotations

import base64
import json
import re
import unicodedata
import zlib
from html import escape
from typing import Any, Literal

_ELEMENT = re.compile(r'<script type="text/plain" lang="([^"]+)"[^>]*>([^<]*)</script>')


def packed_element(written: str) -> str:
    """Return the element that holds the content of one language.

    Args:
        written: the content as JSON.
    """
    content = json.loads(written)
    data = base64.b64encode(zlib.compress(written.encode(), 9)).decode()
    language, name = escape(content["language"]), escape(content["language_name"])
    return (
        f'<script type="text/plain" lang="{language}" title="{name}" dir="{direction(content)}">'
        f"{data}</script>"
    )


def unpacked(html: str) -> dict[str, str]:
    """Return the content in each language of a page, as JSON by the language's code."""
    return {
        language: zlib.decompress(base64.b64decode(data)).decode()
        for language, data in _ELEMENT.findall(html)
    }


def direction(content: dict[str, Any]) -> Literal["ltr", "rtl"]:
    """Return in which direction the language is written: that of its name's first letter."""
    kinds = map(unicodedata.bidirectional, content["language_name"])
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"
