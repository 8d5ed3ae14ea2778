"""What can be printed from a catalogue, and the press for each kind of sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.catalogue import Catalogue
from engine.schema.module import Module
from printables.cards.deck import PrintedDeck
from printables.cards.play_cards import event_card, right_card, rumour_card
from printables.cards.quiz_cards import quiz_card
from printables.print_target import PrintOptions, PrintTarget, edition_of, make_recipe
from printables.sheets.comparison import comparison_sheet
from printables.sheets.onepager import one_pager
from printables.sheets.printer_aids import Calibration, Paddles
from printables.sheets.rules_sheet import rules_sheet
from printables.text.sheet_text import SheetText, words_of


def targets(
    catalogue: Catalogue,
    options: PrintOptions | None = None,
    places: Mapping[str, str] | None = None,
) -> Iterator[PrintTarget]:
    """Every sheet of the catalogue, in a fixed order, what takes longest first.

    Args:
        options: address of the QR code, duplex edge and offsets.
        places: where records were written, ``file:line`` by id, for the messages.
    """
    options, places = options or PrintOptions(), places or {}
    words = words_of(catalogue)
    for module in catalogue.modules:
        yield make_recipe(
            f"print/{module.id}/onepager.pdf",
            "onepager",
            module.title.th,
            one_pager(catalogue, module),
            mark=module.id,
            as_of=catalogue.as_of,
            options=options,
            words=words,
            places=places,
        )
    compared = comparison_sheet(catalogue)
    if compared is not None:
        yield make_recipe(
            "print/comparison.pdf",
            "comparison",
            compared.title.th,
            compared,
            mark="compare",
            as_of=catalogue.as_of,
            options=options,
            words=words,
            places=places,
        )
    rules = rules_sheet(catalogue)
    if rules is not None:
        yield make_recipe(
            "print/rules.pdf",
            "rules",
            words["rules"].th,
            rules,
            mark="rules",
            as_of=catalogue.as_of,
            options=options,
            words=words,
        )
    for name, content in (("calibration", Calibration()), ("paddles", Paddles())):
        yield make_recipe(
            f"print/{name}.pdf",
            name,
            words[name].th,
            content,
            mark=name,
            as_of=catalogue.as_of,
            options=options,
            words=words,
        )
    for module in catalogue.modules:
        yield from _decks(catalogue, module, options, words, places)


def _decks(
    catalogue: Catalogue,
    module: Module,
    options: PrintOptions,
    words: SheetText,
    places: Mapping[str, str],
) -> Iterator[PrintTarget]:
    decks: dict[str, tuple[Any, ...]] = {
        "quiz": tuple(quiz_card(catalogue, module, q) for q in module.questions),
        "event": tuple(event_card(catalogue, module, s, words) for s in module.situations),
        "right": tuple(right_card(catalogue, module, b, words) for b in module.benefits),
        "rumour": tuple(rumour_card(catalogue, module, m, words) for m in module.myths),
    }
    for kind, cards in decks.items():
        if not cards:
            continue
        name = f"print/{module.id}/{kind}-cards.pdf"
        editions = tuple((card.id, edition_of("", card)[1:]) for card in cards)
        # How a printer turns its paper is no matter of a card's, and costs none of them.
        pieces = tuple(
            make_recipe(
                f"{name}/{card.id}",
                "card",
                "",
                card,
                mark="",
                as_of=catalogue.as_of,
                options=PrintOptions(),
                words=words,
                parts=(part,),
                places={card.id: places[card.id]} if card.id in places else {},
            )
            for card, part in zip(cards, editions, strict=True)
        )
        yield make_recipe(
            name,
            "deck",
            words.put(f"{kind}_deck", module=module.short).th,
            PrintedDeck(cards, tuple(f for card in cards for f in card.facts)),
            mark=module.id,
            as_of=catalogue.as_of,
            options=options,
            words=words,
            parts=editions,
            pieces=pieces,
        )


def titles(catalogue: Catalogue) -> dict[str, str]:
    """How people call each printed file, by its name."""
    words = words_of(catalogue)
    return {
        r.name: words.put("onepager_of", module=r.title).th if r.kind == "onepager" else r.title
        for r in targets(catalogue)
    }
