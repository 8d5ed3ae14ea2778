"""The PDF of a print target, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engine.diagnostics.problems import ContentError, Problem
from engine.garbage_collection import collect_seldom, uncollected
from printables.cards.deck import print_card
from printables.layout.fit_memory import remember_in
from printables.pdf.imposition import impose
from printables.pdf.weasyprint_adapter import warm_up
from printables.print_target import PrintTarget
from printables.sheets.board import print_board
from printables.sheets.comparison import print_comparison
from printables.sheets.fixed_page import print_fixed_page
from printables.sheets.notice import print_notice
from printables.sheets.onepager_layout import print_one_pager
from printables.sheets.printer_aids import print_calibration, print_paddles
from printables.sheets.rules_sheet import print_rules

_RENDERERS: dict[str, Callable[[PrintTarget], bytes]] = {
    "board": print_board,
    "calibration": print_calibration,
    "card": print_card,
    "fixed": print_fixed_page,
    "large-card": print_card,
    "comparison": print_comparison,
    "notice": print_notice,
    "onepager": print_one_pager,
    "paddles": print_paddles,
    "rules": print_rules,
}


def get_ready(fits: Path | None = None) -> None:
    """Load all that drawing needs, in a process that does nothing else.

    Args:
        fits: the file in which fits are kept; None: they are not.
    """
    remember_in(fits)
    warm_up()
    collect_seldom()


def render(target: PrintTarget) -> bytes:
    """Return the PDF of a target; the same target gives the same bytes.

    Raises:
        RusitError: PRINT01 one-pager too long, PRINT03 a sign that no font has, PRINT06
            comparison too large, PRINT08 rules too long.
        ContentError: PRINT02 for each card that is too long.
    """
    if target.pieces:
        return impose(list(_render_each(target.pieces)), target)
    with uncollected():
        return _RENDERERS[target.kind](target)


def _render_each(pieces: Sequence[PrintTarget]) -> Iterator[bytes]:
    """Yield the PDF of every piece; raise ContentError with all their problems at the end."""
    problems: list[Problem] = []
    for piece in pieces:
        try:
            yield render(piece)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
