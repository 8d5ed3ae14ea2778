"""The live preview: sheets as pictures, problems at the file they belong to, a bell."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pikepdf
import pytest

from engine.diagnostics.problems import Problem, RusitError
from printables.cli.preview_server import HOST, PreviewState, page, serve


@pytest.fixture
def board(tmp_path: Path) -> PreviewState:
    """A build folder with one sheet of two pages."""
    sheet = tmp_path / "print" / "nsf" / "onepager.pdf"
    sheet.parent.mkdir(parents=True)
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 100))
        pdf.add_blank_page(page_size=(200, 100))
        pdf.save(sheet)
    return PreviewState(tmp_path)


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
    shown = page(board)
    assert "<h2>nsf</h2>" in shown
    assert shown.count("<img") == 2


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
    shown = page(board)
    assert shown.index("YAML10") < shown.index("<h2>nsf</h2>") < shown.index("ICON01")
    assert "→     2 icon: bedd" in shown
    assert "there is no icon &lt;bedd&gt;" in shown


def test_pictures_are_served_and_nothing_outside_the_build(address: str) -> None:
    with urlopen(f"{address}/sheet/nsf/onepager.pdf?page=1") as answer:
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.read(4) == b"\x89PNG"
    for wrong in ("nsf/onepager.pdf?page=2", "nsf/onepager.pdf?page=x", "../manifest.json", "x"):
        with pytest.raises(HTTPError) as error:
            urlopen(f"{address}/sheet/{wrong}")
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
    assert "xxx …" in page(board)
    assert len(page(board)) < 10_000


def test_a_file_that_is_gone_shows_its_problem_without_a_line(
    board: PreviewState, tmp_path: Path
) -> None:
    board.post([Problem(str(tmp_path / "nsf.yaml"), 1, 1, "FILE01", "cannot read the file", "")])
    assert "cannot read the file" in page(board)
    assert "<pre>" not in page(board)
