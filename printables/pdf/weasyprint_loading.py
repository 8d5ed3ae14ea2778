"""WeasyPrint, loaded without its search for libraries.

It asks for each library under the names it has on other systems first, and on Linux Python
starts a compiler and a linker for every such name: two thirds of the time of the import. The
name that Linux knows a library by needs no search.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO

from printables.pdf.libraries import missing_libraries


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


try:
    # What it prints about a missing library stands in the error as well.
    with _without_a_search(), redirect_stdout(StringIO()):
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse
except OSError:
    raise missing_libraries() from None

__all__ = ["CSS", "HTML", "FatalURLFetchingError", "FontConfiguration", "URLFetcherResponse"]
