"""The content of a page, taken out of it again."""

from __future__ import annotations

import base64
import re
import zlib

_ELEMENT = re.compile(r'<script type="text/plain" lang="([^"]+)"[^>]*>([^<]*)</script>')


def unpacked(html: str) -> dict[str, str]:
    """Return the content in each language of a page, as JSON by the language's code."""
    return {
        language: zlib.decompress(base64.b64decode(data)).decode()
        for language, data in _ELEMENT.findall(html)
    }
