"""The live preview: sheets as pictures, problems at the file they belong to, a bell."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pikepdf
import pytest

from engine.diagnostics.problems import Problem, RusitError
from printables.cli.preview.pages import index_page, sheet_page
from printables.cli.preview.server import HOST, serve
from printables.cli.preview.state import PreviewState


@pytest.fixture
def board(tmp_path: Path) -> PreviewState:
    """A build folder with one sheet of two pages."""
    sheet = tmp_path / "print" / "nsf" / "onepager.pdf"
    sheet.parent.mkdir(parents=True)
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 100))
        pdf.add_blank_page(page_size=(200, 100))
        pdf.save(sheet)
    return PreviewState(tmp_path, "en", modules={"nsf": "NSF"})


@pytest.fixture
def address(board: PreviewState) -> Iterator[str]:
    server = serve(board, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://{HOST}:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_page_of_every_sheet_is_shown(board: PreviewState) -> None:
    shown = index_page(board)
    assert "<h2>NSF</h2>" in shown
    assert '<a href="/sheet/nsf/onepager.pdf">' in shown
    assert sheet_page(board, "nsf/onepager.pdf").count("<img") == 2


def test_problems_stand_with_their_module_and_show_the_line(
    board: PreviewState, tmp_path: Path
) -> None:
    module = tmp_path / "nsf.yaml"
    module.write_text("id: nsf\nicon: bedd\nshort: กอช.\n", encoding="utf-8")
    board.post(
        [
            Problem(str(module), 2, 7, "ICON01", "there is no icon <bedd>", "did you mean bed?"),
            Problem("sources.yaml", 1, 1, "YAML10", "the file is empty"),
        ]
    )
    shown = index_page(board)
    assert shown.index("YAML10") < shown.index("<h2>NSF</h2>") < shown.index("ICON01")
    assert "→     2 icon: bedd" in shown
    assert "there is no icon &lt;bedd&gt;" in shown


def test_pictures_are_served_and_nothing_outside_the_build(address: str) -> None:
    with urlopen(f"{address}/picture/nsf/onepager.pdf?page=1") as answer:
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.read(4) == b"\x89PNG"
    for wrong in ("nsf/onepager.pdf?page=2", "../manifest.json", "x"):
        with pytest.raises(HTTPError) as error:
            urlopen(f"{address}/picture/{wrong}")
        error.value.close()
        assert error.value.code == 404


def test_the_bell_rings_when_a_build_ends(address: str, board: PreviewState) -> None:
    heard: list[int] = []

    def listen() -> None:
        with urlopen(f"{address}/bell?seen=0") as answer:
            heard.append(json.loads(answer.read())["version"])

    waiting = threading.Thread(target=listen)
    waiting.start()
    board.post([])
    waiting.join(timeout=20)
    assert heard == [1]


def test_a_taken_port_is_told(board: PreviewState) -> None:
    with serve(board, 0) as first, pytest.raises(RusitError) as error:
        serve(board, first.server_port)
    assert error.value.problem.code == "SERVE01"


def test_a_line_nobody_can_read_is_shown_shortened(board: PreviewState, tmp_path: Path) -> None:
    module = tmp_path / "nsf.yaml"
    module.write_text("id: " + "x" * 900_000, encoding="utf-8")
    board.post([Problem(str(module), 1, 5, "ID01", "too long", "")])
    assert "xxx …" in index_page(board)
    assert len(index_page(board)) < 12_000


def test_a_file_that_is_gone_shows_its_problem_without_a_line(
    board: PreviewState, tmp_path: Path
) -> None:
    board.post([Problem(str(tmp_path / "nsf.yaml"), 1, 1, "FILE01", "cannot read the file", "")])
    assert "cannot read the file" in index_page(board)
    assert "<pre>" not in index_page(board)


def status(address: str, path: str, **headers: str) -> int:
    """Return the status that a request is answered with."""
    try:
        with urlopen(Request(f"{address}{path}", headers=headers)) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def test_a_foreign_host_is_refused_and_a_bad_question_too(address: str) -> None:
    assert status(address, "/") == 200
    assert status(address, "/", Host="evil.example") == 421
    assert status(address, "/", Host=f"evil.example:{address.rpartition(':')[2]}") == 421
    for wrong in ("/bell?seen=x", "/bell?seen", "/picture/nsf/onepager.pdf?page=1e3", "/%ff"):
        assert status(address, wrong) == 400
    for path in ("/static/../server.py", "/static/preview.py", "/pdf/../../manifest.json"):
        assert status(address, path) == 404


def test_pages_allow_nothing_but_themselves(address: str) -> None:
    with urlopen(f"{address}/") as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert b"<script>" not in answer.read()
    with urlopen(f"{address}/static/preview.js") as answer:
        assert answer.headers["Content-Type"].startswith("text/javascript")
    with urlopen(f"{address}/pdf/nsf/onepager.pdf") as answer:
        assert answer.read(5) == b"%PDF-"


def test_a_damaged_pdf_is_shown_as_such(address: str, board: PreviewState) -> None:
    (board.out / "print" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    with urlopen(f"{address}/sheet/torn.pdf") as answer:
        assert b"damaged" in answer.read()
    assert status(address, "/picture/torn.pdf?page=0") == 404


def test_a_tab_that_closes_is_no_news(
    address: str, board: PreviewState, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(address.rpartition(":")[2])
    for _ in range(3):
        with socket.create_connection((HOST, port)) as tab:
            tab.sendall(f"GET /bell?seen=0 HTTP/1.1\r\nHost: {HOST}:{port}\r\n\r\n".encode())
            tab.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    board.post([])
    assert status(address, "/") == 200
    assert "Traceback" not in capfd.readouterr().err


def test_without_a_port_a_free_one_is_taken(board: PreviewState) -> None:
    with serve(board) as first, serve(board) as second:
        assert first.server_port != second.server_port


def test_the_preview_speaks_thai(board: PreviewState) -> None:
    thai = PreviewState(board.out)
    assert "แผ่นทั้งหมด" in sheet_page(thai, "nsf/onepager.pdf")
    assert 'lang="th"' in index_page(thai)
