"""Every sheet of the content we ship can be printed, and its words can be copied out of it."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO

import pypdfium2
import pytest

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from engine.schema.traversal import texts_in
from printables.cards.deck import PrintedDeck
from printables.pdf.text_layer import as_written
from printables.print_target import PrintTarget
from printables.targets import registry
from tests.content.test_modules import DAY, MODULES

SHEETS = (
    *("onepager", "onepager-large", "guide", "opening-test", "closing-test"),
    *("quiz-cards", "event-cards", "right-cards", "rumour-cards"),
)
SHARED = (
    *("comparison", "rules", "calibration", "paddles"),
    *("game/board", "game/board-a4", "game/household-mat", "game/tokens", "game/pocket"),
    *("game/dream-cards", "game/occupation-cards", "game/protection-cards"),
    *("game/goal-cards", "game/supplement-cards"),
    *("session/routes", "session/helplines", "session/checklist", "session/certificate"),
    *("session/feedback", "session/unanswered", "session/unit-record"),
)


@cache
def targets(day: date) -> dict[str, PrintTarget]:
    catalogue = compile_catalogue(check_content(default_root(), day))
    return {r.name.removeprefix("print/"): r for r in registry.targets(catalogue)}


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return as_written("".join(p.get_textpage().get_text_range() for p in document))


def test_no_sheet_is_forgotten_here() -> None:
    names = {f"{module}/{sheet}.pdf" for module in MODULES for sheet in SHEETS}
    assert set(targets(DAY)) == names | {f"{sheet}.pdf" for sheet in SHARED}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("module", MODULES)
def test_the_sheets_of_a_module_can_be_printed(module: str, sheet: str) -> None:
    target = targets(DAY)[f"{module}/{sheet}.pdf"]
    words = words_of(target.render())
    if isinstance(target.content, PrintedDeck):
        # A card names as many sources as its last line holds.
        lost = [
            (card.id, text.shown)
            for card in target.content.cards
            for text in texts_in(card)
            if as_written(text.shown) not in words and text not in card.sources
        ]
        assert lost == []


@pytest.mark.parametrize("sheet", SHARED)
def test_the_sheets_for_all_can_be_printed(sheet: str) -> None:
    assert words_of(targets(DAY)[f"{sheet}.pdf"].render())
