"""The preview's server: this machine alone, a few addresses, nothing outside the build folder."""

from __future__ import annotations

import json
import socket
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import RusitError
from printables.cli.preview.pages import index_page, sheet_page
from printables.cli.preview.state import PRACTICE, PreviewState

HOST = "127.0.0.1"
FIRST_PORT = 8040
_PORTS_TRIED = 20
_MOST_CONNECTIONS = 64
_IDLE_SECONDS = 30
"""A connection that sends nothing for so long is closed."""

_STATIC = Path(__file__).with_name("static")
_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_HTML = "text/html; charset=utf-8"


def serve(state: PreviewState, port: int | None = None) -> ThreadingHTTPServer:
    """Return a server, ready to run: at that port, or at the first free one from 8040 on.

    Raises:
        RusitError: SERVE01 when the port that was asked for is taken.
    """

    class Handler(_Handler):
        shown = state

    tried = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED), 0]
    for number in tried:
        try:
            return _Server((HOST, number), Handler)
        except OSError as error:
            refused = error
    message = Message("cannot serve on port {port}: {why}", port=port, why=reason(refused))
    hint = Message("this one is free: --port {port}", port=_free_port())
    raise RusitError("SERVE01", message, hint=hint)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class _Server(ThreadingHTTPServer):
    """A server of so many connections at once; a browser that goes away is no news."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, *arguments: Any) -> None:
        self._room = threading.BoundedSemaphore(_MOST_CONNECTIONS)
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report a mistake of ours; a closed tab or a silent connection is none."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    shown: PreviewState
    timeout = _IDLE_SECONDS

    def do_GET(self) -> None:
        """Answer with a page, a picture, a PDF, the practice page or the bell."""
        if not self._is_ours():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            address = urlsplit(self.path)
            query = parse_qs(address.query, strict_parsing=bool(address.query), max_num_fields=8)
            path = unquote(address.path, errors="strict")
            numbers = {key: int(values[0]) for key, values in query.items()}
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        kind, _, name = path[1:].partition("/")
        if path == "/":
            self._send(index_page(self.shown).encode(), _HTML)
        elif path == "/bell":
            version = self.shown.wait(numbers.get("seen", 0))
            self._send(json.dumps({"version": version}).encode(), "application/json")
        elif path == "/practice":
            self._send_file(self.shown.out / PRACTICE, _HTML, policy="")
        elif kind == "static" and (_STATIC / name) in _STATIC.iterdir():
            self._send_file(_STATIC / name, _TYPES[Path(name).suffix])
        elif name in self.shown.sheets():
            self._send_sheet(kind, name, numbers.get("page", 0))
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _is_ours(self) -> bool:
        """Return whether a page of ours asks: a foreign name may have been led to this machine."""
        host = self.headers.get("Host", "").rpartition(":")
        port = self.connection.getsockname()[1]
        return host[0] in (HOST, "localhost") and host[2] == str(port)

    def _send_sheet(self, kind: str, name: str, page: int) -> None:
        if kind == "sheet":
            self._send(sheet_page(self.shown, name).encode(), _HTML)
        elif kind == "pdf":
            self._send_file(self.shown.out / "print" / name, "application/pdf", policy="")
        elif kind == "picture" and (picture := self.shown.picture(name, page)) is not None:
            self._send(picture, "image/png")
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _send_file(self, path: Path, kind: str, policy: str = _POLICY) -> None:
        try:
            body = path.read_bytes()
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        self._send(body, kind, policy)

    def _send(self, body: bytes, kind: str, policy: str = _POLICY) -> None:
        """Answer. The practice page brings its own policy; a PDF viewer needs none of ours."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_error(status)

    def log_message(self, format: str, *arguments: object) -> None:
        """Log nothing: requests are no news."""
