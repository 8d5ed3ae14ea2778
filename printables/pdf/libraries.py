"""The system's libraries that WeasyPrint draws with, and the line that installs them."""

from __future__ import annotations

import ctypes
import shutil
import sys

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError

_LINUX = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", "libgobject-2.0.so.0")

_LINES = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "sudo dnf install pango",
    "pacman": "sudo pacman -S pango",
    "brew": "brew install pango",
}
"""The line to type, by the program that installs packages on this machine."""

_WINDOWS = "winget install MSYS2.MSYS2; C:\\msys64\\usr\\bin\\pacman -S mingw-w64-ucrt-x86_64-pango"


def installing_line() -> str:
    """Return the line that installs Pango on this machine."""
    if sys.platform == "win32":
        return _WINDOWS
    found = (line for name, line in _LINES.items() if shutil.which(name))
    return next(found, _LINES["brew" if sys.platform == "darwin" else "apt-get"])


def missing_libraries() -> RusitError:
    """Return what to say when WeasyPrint cannot load its libraries."""
    message = Message("PDFs are not made: Pango, which draws them, is not on this machine")
    hint = Message("type this line, then the same command again: {line}", line=installing_line())
    return RusitError("PRINT09", message, hint=hint)


def require_libraries() -> None:
    """Load the libraries.

    Raises:
        RusitError: PRINT09 when one is not there.
    """
    if sys.platform != "linux":
        # Their names and folders differ; WeasyPrint knows them.
        import printables.pdf.weasyprint_loading  # noqa: F401

        return
    try:
        for name in _LINUX:
            ctypes.CDLL(name)
    except OSError:
        raise missing_libraries() from None
