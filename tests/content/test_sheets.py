"""Every sheet of the content we ship can be printed, and its words can be copied out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from io import BytesIO

import pypdfium2
import pytest

from engine.schema.traversal import texts_in
from printables.cards.deck import FACES, estimated_size
from printables.print_target import PrintTarget
from printables.targets import registry
from printables.targets.fit_check import too_long
from tests.content.test_modules import MODULES
from tests.copied_text import as_written, without_dots
from tests.shipped import remember_fits, shipped_catalogue

SHEETS = ("onepager", "onepager-large", "guide", "opening-test", "closing-test", "right-cards")
DECKS = ("quiz-cards", "event-cards", "rumour-cards")
SHARED = (
    *("comparison", "rules", "calibration", "paddles"),
    *("game/board", "game/board-a4", "game/household-mat", "game/tokens", "game/pocket"),
    *("game/dream-cards", "game/occupation-cards", "game/protection-cards"),
    *("game/goal-cards", "game/supplement-cards"),
    *("session/routes", "session/helplines", "session/checklist", "session/certificate"),
    *("session/feedback", "session/unanswered", "session/unit-record"),
)


@cache
def targets() -> dict[str, PrintTarget]:
    remember_fits()
    made = registry.targets(shipped_catalogue())
    return {target.name.removeprefix("print/"): target for target in made}


@cache
def rendered(sheet: str) -> bytes:
    return targets()[f"{sheet}.pdf"].render()


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return as_written("".join(p.get_textpage().get_text_range() for p in document))


def test_no_sheet_is_forgotten_here() -> None:
    names = {f"{module}/{sheet}.pdf" for module in MODULES for sheet in (*SHEETS, *DECKS)}
    assert set(targets()) == names | {f"{sheet}.pdf" for sheet in SHARED}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("module", MODULES)
def test_the_sheets_of_a_module_can_be_printed(module: str, sheet: str) -> None:
    assert words_of(rendered(f"{module}/{sheet}"))


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("module", MODULES)
def test_every_card_fits(module: str, name: str) -> None:
    """Sides that may be too long are laid out; of the others the estimate is sure."""
    deck = targets()[f"{module}/{name}.pdf"]
    assert [str(problem) for problem in too_long([deck])] == []


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("module", MODULES)
def test_what_copies_out_of_the_fullest_cards_is_what_was_written(module: str, name: str) -> None:
    """Of each kind of card the fullest front and the fullest back; the others are easier."""
    pieces = targets()[f"{module}/{name}.pdf"].pieces
    for piece in fullest(pieces):
        card = piece.content
        words = without_dots(words_of(piece.render()))
        # A card names as many sources as its last line holds.
        lost = [
            text
            for text in texts_in(card)
            # A line's end says what a dot there would.
            if without_dots(text.shown) not in words and text not in card.sources
        ]
        assert [text.shown for text in lost] == [], card.id


def fullest(pieces: Sequence[PrintTarget]) -> Iterator[PrintTarget]:
    """Yield the pieces with the smallest type, front or back, of each kind of card."""
    kinds: dict[str, list[PrintTarget]] = {}
    for piece in pieces:
        kinds.setdefault(piece.content.kind, []).append(piece)
    for same in kinds.values():
        chosen = {min(same, key=partial(estimated_size, face)).name for face in FACES}
        yield from (piece for piece in same if piece.name in chosen)


@pytest.mark.parametrize("sheet", SHARED)
def test_the_sheets_for_all_can_be_printed(sheet: str) -> None:
    assert words_of(rendered(sheet))


def test_no_line_begins_inside_the_name_of_a_place() -> None:
    names = {space.title.shown for space in shipped_catalogue().board.spaces}
    events = [
        piece.content
        for module in MODULES
        for piece in targets()[f"{module}/event-cards.pdf"].pieces
        if piece.content.place is not None
    ]
    assert len(events) > 100
    for event in events:
        places = event.place.shown
        starts = {
            start + n
            for name in names
            if (start := places.find(name)) >= 0
            for n in range(1, len(name))
        }
        assert starts.isdisjoint(event.place.breaks), (event.id, places)
