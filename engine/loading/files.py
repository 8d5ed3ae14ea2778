"""The bytes and the text of one content file, or the reason why there are none."""

from __future__ import annotations

from pathlib import Path

from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import Problem, Problems

MOST_BYTES = 1_000_000
"""What is longer is refused before it is read. The largest module has 200 kB."""


def read_bytes(path: Path, shown: str, problems: Problems) -> bytes | None:
    """Return the bytes of a file; None after reporting why it cannot be read."""

    def fail(code: str, message: str, hint: str) -> None:
        problems.add(Problem(shown, 1, 1, code, message, hint))

    try:
        # Opening a pipe or a device would wait, or never end.
        if path.exists() and not path.is_file():
            fail("FILE01", "this is not a file", "name the file itself")
            return None
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            # What it leads to may be no content, and errors quote what they stand in.
            fail("FILE06", "this is a link that leads out of its folder", "put the file here")
            return None
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except RuntimeError:
        fail("FILE01", "this is a link that leads to itself", "put the file here")
        return None
    except OSError as error:
        fail(
            "FILE01",
            Message("cannot read the file: {why}", why=reason(error)),
            "check the name",
        )
        return None
    if len(raw) > MOST_BYTES:
        fail(
            "YAML06",
            Message(
                "the file is too large: {st_size:,} bytes, the most is {most_bytes:,}",
                st_size=path.stat().st_size,
                most_bytes=MOST_BYTES,
            ),
            "a module is text; split it, or remove what does not belong",
        )
        return None
    return raw


def decode(raw: bytes, shown: str, problems: Problems) -> str | None:
    """Return the text of those bytes with line feeds alone; None after reporting why not."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8 (in a text editor: Save as, encoding UTF-8)"
        problems.add(Problem(shown, line, 1, "YAML09", "the file is not UTF-8 text", hint))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path, shown: str, problems: Problems) -> str | None:
    """Return the text of that file, or None after reporting why not."""
    raw = read_bytes(path, shown, problems)
    return None if raw is None else decode(raw, shown, problems)


def shown_path(path: Path) -> str:
    """Return the path as the user would type it: from the working folder when it is below it.

    A name may hold what no terminal can show, or what would write over the line.
    """
    try:
        shown = str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, RuntimeError):  # elsewhere, or a link to itself
        shown = str(path)
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)
