"""WeasyPrint, loaded without its search for libraries.

It asks for each library under the names it has on other systems first, and on Linux Python
starts a compiler and a linker for every such name: two thirds of the time of the import. The
name that Linux knows a library by needs no search.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without_a_search() -> Iterator[None]:
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _not_found(name: str) -> str | None:
    del name
    return None


with _without_a_search():
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

__all__ = ["CSS", "HTML", "FatalURLFetchingError", "FontConfiguration", "URLFetcherResponse"]
