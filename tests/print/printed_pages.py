"""What a reader sees and copies out of a PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from printed_sample import sample

from printables.pdf import weasyprint_adapter
from printables.print_target import PrintOptions, PrintTarget, Stamp


def words_of(pdf: bytes) -> list[str]:
    """The text of each page as PDFium reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def poppler_text(pdf: bytes, folder: Path) -> str:
    """The text as poppler reads it; skips the test where poppler is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not installed")
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    read = subprocess.run([tool, "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return read.stdout.decode()


def picture(pdf: bytes, page: int = 0, dots_per_mm: float = 4.0) -> Image.Image:
    """A page as a grey picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        scale = dots_per_mm * 25.4 / 72
        return document[page].render(scale=scale).to_pil().convert("L")


def set_in_column(paragraphs: list[str], millimetres: float, *, style: str = "") -> bytes:
    """Paragraphs of HTML in one narrow, endless column."""
    page = f"@page {{ size: {millimetres}mm 3000mm; margin: 1mm }} body {{ {style} }}"
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    document = weasyprint_adapter.lay_out(
        f'<html lang="th"><style>{page}</style><body>{body}</body></html>'
    )
    return weasyprint_adapter.write(document, _TARGET, tagged=False)


_TARGET = PrintTarget(
    name="column.pdf",
    kind="column",
    title="column",
    content=None,
    stamp=Stamp("column-0000", sample().as_of),
    options=PrintOptions(),
    facts=(),
    inputs={},
    key="0" * 64,
)
