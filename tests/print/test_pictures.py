"""Pictures that are worked out once: the same drawing as WeasyPrint's own, first or second."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from printables.pdf import weasyprint_adapter
from printables.pdf.pictures import Pictures

ICONS = "".join(
    f'<img src="asset:{address}.svg" style="width: {width}mm; height: {height}mm">'
    for address in ("icons/bed", "patterns/gold", "patterns/cloud", "icons/umbrella")
    for width, height in ((8, 8), (8, 8), (5, 9))
)


def drawn(pictures: dict[str, object]) -> bytes:
    html = f"<p style='opacity: .5; color: red'>{ICONS}</p>{ICONS}"
    page = HTML(string=html, base_url="asset:", url_fetcher=weasyprint_adapter._fetch)
    return page.render(cache=pictures).write_pdf(pdf_identifier=b"0")


@pytest.fixture(scope="module")
def own() -> bytes:
    return drawn({})


def test_they_are_drawn_as_weasyprint_draws_them(own: bytes) -> None:
    pictures = Pictures()

    assert drawn(pictures) == own
    assert drawn(pictures) == own, "a picture that is known is drawn in another way"
