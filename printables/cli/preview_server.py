"""Live preview: the sheets of a build in the browser, made anew at every save.

Serves this machine alone. Each page of each PDF is shown as a picture, so that what is seen
is what the printer prints. Problems stand above the sheets of the file they belong to, with
the line that caused them.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from engine.diagnostics.problems import Problem, Problems, RusitError
from engine.loading.files import read_text

HOST = "127.0.0.1"
DPI = 90
WAIT_SECONDS = 25.0
LONGEST_LINE = 240
"""Signs of a line at fault that are shown."""

_PDFIUM = threading.Lock()
"""PDFium is not safe to call from two threads at once."""


@dataclass
class PreviewState:
    """What there is to see, and a bell that rings when it changes.

    Attributes:
        out: the build folder; its PDFs are shown.
        version: grows by one at each build.
        problems: of the last build; empty when it went well.
    """

    out: Path
    version: int = 0
    problems: tuple[Problem, ...] = ()
    changed: threading.Condition = field(default_factory=threading.Condition)

    def post(self, problems: Sequence[Problem]) -> None:
        """A build has ended: tell every browser."""
        with self.changed:
            self.problems = tuple(problems)
            self.version += 1
            self.changed.notify_all()

    def wait(self, seen: int) -> int:
        """The version now; waits a while for one that is not `seen`."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != seen, WAIT_SECONDS)
            return self.version


def serve(board: PreviewState, port: int) -> ThreadingHTTPServer:
    """A server for that board, ready to run; port 0 takes any that is free.

    Raises:
        RusitError: SERVE01 when the port is taken.
    """

    class Handler(_Handler):
        shown = board

    try:
        return ThreadingHTTPServer((HOST, port), Handler)
    except OSError as error:
        raise RusitError(
            "SERVE01",
            f"cannot serve on port {port}: {error.strerror or error}",
            hint="choose another: --port 8041",
        ) from None


class _Handler(BaseHTTPRequestHandler):
    shown: PreviewState

    def do_GET(self) -> None:
        """Three addresses: the page, the bell, a picture of a page of a sheet."""
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        if address.path == "/":
            self._send(page(self.shown).encode(), "text/html; charset=utf-8")
        elif address.path == "/bell":
            seen = int(query.get("seen", ["0"])[0]) if query.get("seen", ["0"])[0].isdigit() else 0
            answer = json.dumps({"version": self.shown.wait(seen)})
            self._send(answer.encode(), "application/json")
        elif address.path.startswith("/sheet/"):
            picture = _picture(
                self.shown.out, unquote(address.path[7:]), query.get("page", ["0"])[0]
            )
            if picture is None:
                self.send_error(HTTPStatus.NOT_FOUND)
            else:
                self._send(picture, "image/png")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are no news."""


def page(board: PreviewState) -> str:
    """The page: problems and pictures, grouped by module."""
    sheets = _sheets(board.out)
    groups = sorted({name.split("/")[0] if "/" in name else "" for name in sheets})
    known = {group: [p for p in board.problems if Path(p.file).stem == group] for group in groups}
    told = {id(p) for found in known.values() for p in found}
    parts = [_problems([p for p in board.problems if id(p) not in told])]
    for group in groups:
        own = [n for n in sheets if (n.split("/")[0] if "/" in n else "") == group]
        parts.append(f"<h2>{escape(group or 'all modules')}</h2>{_problems(known[group])}")
        for name in own:
            pictures = "".join(
                f'<img loading="lazy" src="/sheet/{escape(name)}?page={i}&v={board.version}" '
                f'alt="{escape(name)}, page {i + 1}">'
                for i in range(_pages(board.out, name))
            )
            parts.append(f"<h3>{escape(name)}</h3><div class=sheet>{pictures}</div>")
    body = "\n".join(parts) or "<p>Nothing is built yet.</p>"
    return _PAGE.replace("{body}", body).replace("{version}", str(board.version))


def _problems(problems: Sequence[Problem]) -> str:
    return "".join(
        f'<div class="problem {p.severity}"><b>{escape(p.file)}:{p.line}:{p.col} {p.code}</b> '
        f"{escape(p.message)}<br><i>{escape(p.hint)}</i>{_excerpt(p)}</div>"
        for p in problems
    )


def _excerpt(problem: Problem) -> str:
    """The line at fault, with its neighbours."""
    text = read_text(Path(problem.file), problem.file, Problems())
    if text is None:
        return ""
    lines = text.split("\n")
    first = max(problem.line - 2, 0)
    shown = "\n".join(
        f"{'→' if n == problem.line else ' '} {n:5} {_shortened(line)}"
        for n, line in enumerate(lines[first : problem.line + 1], start=first + 1)
    )
    return f"<pre>{escape(shown)}</pre>"


def _shortened(line: str) -> str:
    """A line as long as people write them; what is longer was never meant to be read."""
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …"


def _sheets(out: Path) -> list[str]:
    """Names of the PDFs of the build, below `print/`."""
    folder = out / "print"
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.pdf"))


def _pages(out: Path, name: str) -> int:
    from pypdfium2 import PdfDocument

    with _PDFIUM, PdfDocument(out / "print" / name) as document:
        return len(document)


def _picture(out: Path, name: str, written: str) -> bytes | None:
    """A page as PNG; None when there is no such sheet or page."""
    from pypdfium2 import PdfDocument

    if name not in _sheets(out) or not written.isdigit():
        return None
    with _PDFIUM, PdfDocument(out / "print" / name) as document:
        if int(written) >= len(document):
            return None
        picture = BytesIO()
        document[int(written)].render(scale=DPI / 72).to_pil().save(picture, "PNG")
    return picture.getvalue()


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Rusit preview</title>
<style>
body { background: #FBF6EC; color: #1F1B16; font: 16px/1.5 system-ui, sans-serif; margin: 2em; }
.sheet { display: flex; flex-wrap: wrap; gap: 1em; }
img { background: white; max-width: 100%; box-shadow: 0 1px 6px #0003; }
.problem { background: #FBD9E5; border-left: .5em solid #8A1446; margin: .6em 0;
  padding: .6em 1em; }
.problem.warning { background: #FFE6B0; border-color: #6B4200; }
pre { background: #fff; overflow: auto; padding: .5em; }
</style>
<h1>รู้สิทธิ</h1>
{body}
<script>
const listen = async (seen) => {
  try {
    const { version } = await (await fetch(`/bell?seen=${seen}`)).json();
    if (version !== seen) return location.reload();
  } catch { await new Promise((done) => setTimeout(done, 1000)); }
  listen(seen);
};
listen({version});
</script>
"""
