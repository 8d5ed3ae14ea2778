"""WeasyPrint, tamed: vendored fonts only, no network, the same bytes every time."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.garbage_collection import uncollected
from engine.languages import SOURCE, Script
from printables.pdf.decoration import hide_decoration
from printables.pdf.line_ends import (
    kept_whole,
    leave_out_last_dots,
    split_stretches,
    text_blocks,
    texts_of,
    words_lost,
)
from printables.pdf.pictures import Pictures
from printables.pdf.text_layer import true_letters
from printables.print_target import ASSETS, OWN, PrintTarget
from printables.text import html_text
from printables.text.typefaces import DISPLAY, THAI, TYPEFACES, font_faces, style_for

if TYPE_CHECKING:
    from weasyprint.document import Document, Page

_ASSET_FOLDERS = {
    "fonts": ASSETS / "fonts",
    "icons": ASSETS / "icons",
    "patterns": OWN / "patterns",
}

DRAWN = "data:image/svg+xml;base64,"

MM = 96 / 25.4
"""CSS pixels in a millimetre."""

RELAYS = 3
"""Layouts of one sheet at most: keeping one word whole may split another."""


@dataclass(frozen=True, slots=True)
class _RenderCache:
    """The cache of one process between sheets: fonts, parsed styles, pictures."""

    fonts: Any
    pictures: Pictures
    styles: dict[tuple[str, Script], Any]
    advances: dict[str, dict[str, float]]


@cache
def _render_cache() -> _RenderCache:
    from multiprocessing.util import Finalize

    from fontTools.ttLib import TTFont

    from printables.pdf.weasyprint_loading import FontConfiguration

    advances: dict[str, dict[str, float]] = {}
    for path in sorted(_ASSET_FOLDERS["fonts"].glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            signs = font.getBestCmap()
            widths, em = font["hmtx"], font["head"].unitsPerEm
            advances[path.stem] = {chr(c): widths[glyph][0] / em for c, glyph in signs.items()}
    # The fonts lie in a temporary folder until they are let go, in build workers too,
    # which end without the usual clean-up.
    Finalize(None, _close, exitpriority=10)
    return _RenderCache(FontConfiguration(), Pictures(), {}, advances)


def _close() -> None:
    # Collecting garbage would let them go too, and take as long as two cards.
    fonts = _render_cache().fonts
    fonts.__del__()
    # Nothing is left to do when Python, at its end, lets go of all that is left.
    fonts._folder = None


def warm_up() -> None:
    """Load all that every sheet needs: what is loaded with the first one, too."""
    with uncollected():
        import pikepdf  # noqa: F401

        for style in (OWN / "styles").glob("*.css"):
            _style(style.stem, "Thai")
        for template in _templates().list_templates():
            _templates().get_template(template)
        lay_out('<html lang="th"><body>ก</body></html>').write_pdf()


def line_width(words: str, face: str = THAI.reading) -> float:
    """Return the width of words in a face, named by its file, in ems, without kerning."""
    known = _render_cache().advances
    advances, other = known.get(face, {}), known[THAI.reading]
    return sum(advances.get(sign) or other.get(sign, 0.0) for sign in words)


@cache
def _letters(script: Script) -> frozenset[str]:
    """Return the signs that a text of that script may hold."""
    faces = (THAI.reading, DISPLAY, TYPEFACES[script].reading)
    advances = _render_cache().advances
    return frozenset("\n\t\u200b").union(*(advances.get(face, {}) for face in faces))


def asset(url: str) -> Path:
    """Return the file behind ``asset:folder/name``.

    Raises:
        ValueError: anything else, a path that climbs included.
    """
    scheme, _, path = url.partition(":")
    folder, _, name = path.partition("/")
    if scheme != "asset" or folder not in _ASSET_FOLDERS or not name or Path(name).name != name:
        raise ValueError(f"a sheet may only use its own assets, not {url!r}")
    return _ASSET_FOLDERS[folder] / name


def _fetch(url: str) -> Any:
    from printables.pdf.weasyprint_loading import FatalURLFetchingError, URLFetcherResponse

    try:
        body = _drawn(url) or asset(url).read_bytes()
        if url.startswith("asset:icons/"):
            body = _outlined(body)
    except (ValueError, OSError) as error:
        raise FatalURLFetchingError(str(error)) from error
    kind = "font/ttf" if url.endswith(".ttf") else "image/svg+xml"
    return URLFetcherResponse(url, body, {"Content-Type": kind})


def _outlined(icon: bytes) -> bytes:
    """Return the icon with a line of ink around its shapes, so that pale ones survive copying."""
    head, start, rest = icon.partition(b">")
    inner, end, tail = rest.rpartition(b"</svg>")
    line = b'<g stroke="#1f1b16" stroke-width="1.9" stroke-linejoin="round">'
    return b"".join((head, start, line, inner, b"</g><g>", inner, b"</g>", end, tail))


def _drawn(url: str) -> bytes:
    """Return the picture inside a ``data:`` address that this package made; empty for others."""
    if not url.startswith(DRAWN):
        return b""
    return b64decode(url.removeprefix(DRAWN))


def drawn(svg: bytes) -> str:
    """Return a picture made on the spot, as an address that templates can use."""
    return DRAWN + b64encode(svg).decode()


def _style(name: str, script: Script) -> Any:
    from printables.pdf.weasyprint_loading import CSS

    cached = _render_cache()
    if (name, script) not in cached.styles:
        sheet = style_for((OWN / "styles" / f"{name}.css").read_text(encoding="utf-8"), script)
        sheet = font_faces(script) * (name == "base") + sheet
        cached.styles[name, script] = CSS(
            string=sheet, font_config=cached.fonts, url_fetcher=_fetch, base_url="asset:"
        )
    return cached.styles[name, script]


@cache
def _templates() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(OWN / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["thai"] = lambda text: Markup(html_text.html_of(text))
    environment.filters["phrases"] = lambda text: Markup(html_text.title_html(text))
    environment.globals["joined"] = html_text.joined
    environment.filters["signs"] = html_text.for_drawing
    return environment


def page_html(template: str, **values: Any) -> str:
    """Return the template filled in; texts go through the filter ``thai``."""
    language = getattr(values.get("words"), "language", SOURCE)
    return str(_templates().get_template(template).render(language=language, **values))


def sheet_pages(target: PrintTarget, template: str, style: str, **values: Any) -> Document:
    """Return the pages of a target: the template filled in, with the style sheet of that name.

    Args:
        values: for the template, beside the target's title, words, day and editions.
    """
    words, stamp = target.words, target.stamp
    html = page_html(
        f"{template}.html",
        title=target.title,
        words=words,
        draft=target.draft,
        as_of=stamp.as_of.isoformat(),
        as_of_line=words.put("as_of", date=words.day(stamp.as_of)),
        edition=words.put("edition", edition=stamp.edition),
        **values,
    )
    return lay_out(html, style, script=words.script)


def lay_out(html: str, *styles: str, script: Script = "Thai") -> Document:
    """Return the pages of the HTML, with no line that ends inside a word.

    Args:
        styles: names of style sheets, beside `base`.
        script: of its texts.

    Raises:
        RusitError: PRINT03 when a sign is in none of our fonts.
    """
    from printables.pdf.weasyprint_loading import HTML

    cached = _render_cache()
    strange = sorted(set(html) - _letters(script))
    if strange:
        where = html.index(strange[0])
        message = Message(
            "no font of ours has the sign {sign!r} (U+{code:04X}), near {words!r}",
            sign=strange[0],
            code=ord(strange[0]),
            words=html_text.words_in(html[max(0, where - 200) : where + 200]),
        )
        hint = "write it in words, or with a sign that the fonts have"
        raise RusitError("PRINT03", message, hint=hint)
    for _ in range(RELAYS):
        document = HTML(string=html, base_url="asset:", url_fetcher=_fetch).render(
            stylesheets=[_style(name, script) for name in ("base", *styles)],
            font_config=cached.fonts,
            cache=cached.pictures,
        )
        split = split_stretches(document.pages)
        if not split:
            break
        html = kept_whole(html, split)
    return document


def write(document: Document, target: PrintTarget, *, tagged: bool) -> bytes:
    """Return the PDF of these pages; tagged as PDF/UA when asked."""
    leave_out_last_dots(document.pages)
    variant = {"pdf_variant": "pdf/ua-1"} if tagged else {}
    data = document.write_pdf(
        finisher=_finish,
        pdf_identifier=bytes.fromhex(target.key[:32]),
        **variant,
    )
    assert isinstance(data, bytes)
    return data


def _finish(document: Any, pdf: Any) -> None:
    true_letters(document, pdf)
    hide_decoration(pdf)


def bottom_of(page: Page, anchor: str) -> float:
    """Return how far down the page an element with that id begins, in millimetres."""
    return float(page.anchors[anchor][1]) / MM


def lower(page: Page, tag: str, millimetres: float) -> None:
    """Move the first element with that tag down, with all that it holds."""
    box = next(box for box in page._page_box.descendants() if box.element_tag == tag)
    box.translate(0, millimetres * MM)


def without_spare(document: Document, margin: float) -> Document:
    """Return the document with as many spare lines (class ``spare``) as its pages have room for.

    Pages after the one on which an element ``rest`` begins hold spare lines only.

    Args:
        margin: millimetres below the last of them, at least.
    """
    for place, page in enumerate(document.pages):
        _drop_spare(page._page_box, page.height - margin * MM)
        if "rest" in page.anchors:
            return document.copy(document.pages[: place + 1])
    return document


def _drop_spare(box: Any, limit: float) -> None:
    for child in getattr(box, "children", ()):
        _drop_spare(child, limit)
    if hasattr(box, "children"):
        box.children = [child for child in box.children if not _is_beyond(child, limit)]


def _is_beyond(box: Any, limit: float) -> bool:
    spare = box.element is not None and box.element.get("class") == "spare"
    return spare and float(box.position_y + box.margin_height()) > limit


def words_without_room(document: Document, html: str, margin: float) -> Iterator[str]:
    """Yield words of the HTML that the document leaves out or sets too near to a page's edge.

    Args:
        margin: millimetres below the last line of a page, at least.
    """
    pages = document.pages
    yield from map(html_text.from_drawing, words_lost(pages, html))
    for page in pages:
        for block in text_blocks(page._page_box):
            for line in block.children:
                if line.position_y + line.height > page.height - margin * MM:
                    yield html_text.from_drawing("".join(texts_of(line)))


def words_sticking_out(pages: Iterable[Page]) -> Iterator[str]:
    """Yield words that reach beyond the box they stand in: too long for their column."""
    for page in pages:
        yield from _sticking_out(page._page_box)


def _sticking_out(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            edge = box.content_box_x() + box.width
            for part in child.descendants():
                words = getattr(part, "text", "").strip()
                if words and part.position_x + part.width > edge + 1:
                    yield html_text.from_drawing(words)
        else:
            yield from _sticking_out(child)


def qr(address: str, module: str, edition: str) -> str:
    """Return a QR code's picture for that module and edition; empty without an address."""
    if not address:
        return ""
    import segno

    joint = "&" if "?" in address else "?"
    code = segno.make(f"{address}{joint}m={module}&e={edition}", error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", border=2, xmldecl=False, dark="#1f1b16", light="#fff")
    return drawn(picture.getvalue())
