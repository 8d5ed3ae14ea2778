"""WeasyPrint, or an error that says which library is missing and how to get it."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO

from printables.pdf.libraries import missing_libraries

try:
    # What it prints about a missing library stands in the error as well.
    with redirect_stdout(StringIO()):
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse
except OSError:
    raise missing_libraries() from None

__all__ = ["CSS", "HTML", "FatalURLFetchingError", "FontConfiguration", "URLFetcherResponse"]
