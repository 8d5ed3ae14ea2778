"""Sheets of a fixed number of pages, each drawn by a template and a style of its own."""

from __future__ import annotations

from typing import Protocol

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget, any_unconfirmed
from printables.text import html_text

REST_MARGIN, EDGE = 14.0, 4.0
"""Millimetres below lines for notes, and below any line, to the edge of the paper."""


class FixedPage(Protocol):
    """The content of a sheet of fixed size.

    Attributes:
        template: the name of its template.
        style: the name of its style sheet.
        pages: how many it has; 0: as many as it takes.

    A sheet may offer `sizes`, falling points of its text: the first is taken that fits.
    """

    @property
    def template(self) -> str: ...
    @property
    def style(self) -> str: ...
    @property
    def pages(self) -> int: ...


def print_fixed_page(target: PrintTarget) -> bytes:
    """Return the PDF of the sheet.

    Raises:
        RusitError: PRINT10 when it takes another number of pages, or a word no line is wide
            enough for.
    """
    sheet: FixedPage = target.content
    words, stamp = target.words, target.stamp
    notes = [
        words.put("as_of", date=words.day(stamp.as_of)),
        words.put("edition", edition=stamp.edition),
    ]
    if target.draft is not None:
        notes.insert(0, target.draft)
    for size in getattr(sheet, "sizes", (0.0,)):
        html = weasyprint_adapter.page_html(
            f"{sheet.template}.html",
            title=target.title,
            sheet=sheet,
            words=words,
            draft=target.draft,
            as_of=stamp.as_of.isoformat(),
            stamp=html_text.joined(tuple(notes)),
            unconfirmed=any_unconfirmed(sheet),
            qr=weasyprint_adapter.qr(target.options.address, sheet.template, stamp.edition),
            size=size,
        )
        document = weasyprint_adapter.lay_out(html, sheet.style, script=words.script)
        document = weasyprint_adapter.without_spare(document, REST_MARGIN)
        lost = next(weasyprint_adapter.words_without_room(document, html, EDGE), "")
        if len(document.pages) == sheet.pages and not lost:
            break
    if sheet.pages and len(document.pages) != sheet.pages:
        message = Message(
            "the sheet {target} takes {count} pages, not {pages}",
            target=target.name,
            count=len(document.pages),
            pages=sheet.pages,
        )
        raise RusitError("PRINT10", message, hint="shorten the texts that stand on it")
    if lost:
        message = Message(
            "the sheet {target} has no room for {words!r}", target=target.name, words=lost
        )
        raise RusitError("PRINT10", message, hint="shorten the texts that stand on it")
    for word in weasyprint_adapter.words_sticking_out(document.pages):
        message = Message(
            "the sheet {target} has no line wide enough for {word!r}", target=target.name, word=word
        )
        hint = "write it shorter, or so that a line may break inside it"
        raise RusitError("PRINT10", message, hint=hint)
    return weasyprint_adapter.write(document, target, tagged=True)
