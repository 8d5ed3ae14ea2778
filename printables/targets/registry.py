"""All targets that can be printed from a catalogue, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from engine.catalogue import Catalogue
from engine.resolving.sign_off import draft_mark, professions_awaited
from engine.schema.module import Module
from engine.schema.text import Text
from printables.cards.deck import PrintedDeck
from printables.cards.household_cards import (
    CHAPTERS,
    dream_card,
    goal_card,
    occupation_card,
    protection_cards,
)
from printables.cards.play_cards import event_card, right_card, rumour_card
from printables.cards.quiz_cards import quiz_card
from printables.print_target import PrintOptions, PrintTarget, edition_of, make_target
from printables.sheets.board import board_sheet, pocket_cards
from printables.sheets.comparison import comparison_sheet
from printables.sheets.household_mat import blank_mats
from printables.sheets.onepager import one_pager
from printables.sheets.printer_aids import Calibration, Paddles
from printables.sheets.rules_sheet import rules_sheet
from printables.sheets.session_papers import (
    checklist_sheet,
    forms,
    guide_sheet,
    helplines_sheet,
    routes_sheet,
    tests_of,
)
from printables.sheets.tokens import tokens_sheet
from printables.text.sheet_text import words_of

LARGE_KINDS = ("event", "protection")
"""Kinds of card that need the larger size."""


class TargetMaker:
    """Makes the targets of one catalogue, with the same words, day and options.

    Args:
        places: where records were written, ``file:line`` by id, for the messages.
    """

    def __init__(
        self, catalogue: Catalogue, options: PrintOptions, places: Mapping[str, str]
    ) -> None:
        self.catalogue = catalogue
        self.options = options
        self.words = words_of(catalogue)
        self._places = places

    def sheet(self, name: str, kind: str, title: Text, content: Any, mark: str) -> PrintTarget:
        """Return the target of a sheet that is made whole."""
        return make_target(
            f"print/{name}.pdf",
            kind,
            title.shown,
            content,
            mark=mark,
            as_of=self.catalogue.as_of,
            options=self.options,
            words=self.words,
            places=self._places,
            draft=self._draft,
        )

    def deck(self, name: str, title: Text, cards: Sequence[Any], mark: str) -> PrintTarget:
        """Return the target of a deck, bound from its cards."""
        large = all(card.kind in LARGE_KINDS for card in cards)
        full_name = f"print/{name}.pdf"
        editions = tuple((card.id, edition_of("", card)[1:]) for card in cards)
        # How a printer turns its paper is no matter of a card's, and costs none of them.
        options = PrintOptions(size=self.options.size, filled=self.options.filled)
        pieces = tuple(
            make_target(
                f"{full_name}/{card.id}",
                "large-card" if large else "card",
                "",
                card,
                mark="",
                as_of=self.catalogue.as_of,
                options=options,
                words=self.words,
                parts=(part,),
                places={card.id: self._places[card.id]} if card.id in self._places else {},
                draft=self._draft,
            )
            for card, part in zip(cards, editions, strict=True)
        )
        return make_target(
            full_name,
            "large-deck" if large else "deck",
            title.shown,
            PrintedDeck(tuple(cards), tuple(f for card in cards for f in card.facts)),
            mark=mark,
            as_of=self.catalogue.as_of,
            options=self.options,
            words=self.words,
            parts=editions,
            pieces=pieces,
            draft=self._draft,
        )

    def _draft(self, facts: Iterable[str]) -> Text | None:
        """Return the mark of a sheet that shows these facts; None when none awaits anybody."""
        known = (self.catalogue.facts[f] for f in facts if f in self.catalogue.facts)
        return draft_mark(self.catalogue.words, professions_awaited(known))


def targets(
    catalogue: Catalogue,
    options: PrintOptions | None = None,
    places: Mapping[str, str] | None = None,
) -> Iterator[PrintTarget]:
    """Yield every sheet of the catalogue, in a fixed order, what takes longest first.

    Args:
        options: address of the QR code, duplex edge and offsets.
        places: where records were written, ``file:line`` by id, for the messages.
    """
    make = TargetMaker(catalogue, options or PrintOptions(), places or {})
    words = make.words
    for module in catalogue.modules:
        content = one_pager(catalogue, module)
        yield make.sheet(f"{module.id}/onepager", "onepager", module.title, content, module.id)
        large = one_pager(catalogue, module, large=True)
        yield make.sheet(f"{module.id}/onepager-large", "onepager", module.title, large, module.id)
    compared = comparison_sheet(catalogue)
    if compared is not None:
        yield make.sheet("comparison", "comparison", compared.title, compared, "compare")
    rules = rules_sheet(catalogue)
    if rules is not None:
        yield make.sheet("rules", "rules", words["rules"], rules, "rules")
    yield make.sheet("calibration", "calibration", words["calibration"], Calibration(), "calibrate")
    yield make.sheet("paddles", "paddles", words["paddles"], Paddles(words.letters[:4]), "paddles")
    for module in catalogue.modules:
        for kind, cards in module_cards(make, module).items():
            if cards:
                title = words.put(f"{kind}_deck", module=module.short)
                yield make.deck(f"{module.id}/{kind}-cards", title, cards, module.id)
    yield from _game_sheets(make)
    yield from _session_papers(make)


def _session_papers(make: TargetMaker) -> Iterator[PrintTarget]:
    """Yield the papers around a session."""
    catalogue, words = make.catalogue, make.words
    for module in catalogue.modules:
        guide = guide_sheet(catalogue, module, words)
        title = words.put("guide_of", module=module.short)
        yield make.sheet(f"{module.id}/guide", "fixed", title, guide, module.id)
        for name, test in tests_of(catalogue, module, words):
            yield make.sheet(f"{module.id}/{name}-test", "fixed", test.form, test, module.id)
    if catalogue.routes:
        yield make.sheet(
            "session/routes", "fixed", words["routes"], routes_sheet(catalogue), "route"
        )
    lines = helplines_sheet(catalogue)
    yield make.sheet("session/helplines", "fixed", words["helplines"], lines, "phones")
    checklist = checklist_sheet(catalogue)
    yield make.sheet("session/checklist", "fixed", words["checklist"], checklist, "check")
    for name, form in forms(catalogue).items():
        title = words[name.replace("-", "_")]
        yield make.sheet(f"session/{name}", "fixed", title, form, name)


def _game_sheets(make: TargetMaker) -> Iterator[PrintTarget]:
    """Yield what lies on the table beside the modules' cards; nothing without a game."""
    catalogue, words = make.catalogue, make.words
    if catalogue.board is None or catalogue.village is None or not catalogue.tuning:
        return
    mats = blank_mats(catalogue, words, CHAPTERS)
    yield make.sheet("game/household-mat", "fixed", words["house_mat"], mats, "mat")
    tokens = tokens_sheet(catalogue, len(catalogue.teams))
    yield make.sheet("game/tokens", "fixed", words["tokens"], tokens, "tokens")
    yield make.sheet("game/pocket", "fixed", words["pocket"], pocket_cards(words), "pocket")
    for name, tiled in (("board", False), ("board_a4", True)):
        board = board_sheet(catalogue, words, tiled=tiled)
        yield make.sheet(f"game/{name.replace('_', '-')}", "board", words[name], board, "board")
    for kind, cards in household_decks(make, CHAPTERS).items():
        if cards:
            yield make.deck(f"game/{kind}-cards", words[f"{kind}_deck"], cards, kind)


def module_cards(make: TargetMaker, module: Module) -> dict[str, tuple[Any, ...]]:
    """Return a module's cards by kind."""
    catalogue, words = make.catalogue, make.words
    return {
        "quiz": tuple(quiz_card(catalogue, module, q, words) for q in module.questions),
        "event": tuple(event_card(catalogue, module, s, words) for s in module.situations),
        "right": tuple(right_card(catalogue, module, b, words) for b in module.benefits),
        "rumour": tuple(rumour_card(catalogue, module, m, words) for m in module.myths),
    }


def household_decks(make: TargetMaker, chapters: int) -> dict[str, tuple[Any, ...]]:
    """Return the cards of a household's life by kind, for a game of so many chapters."""
    catalogue, words = make.catalogue, make.words
    goals = catalogue.village.goals if catalogue.village else ()
    return {
        "dream": tuple(dream_card(catalogue, d, words, chapters) for d in catalogue.dreams),
        "occupation": tuple(
            occupation_card(catalogue, work, words, chapters) for work in catalogue.occupations
        ),
        "protection": tuple(protection_cards(catalogue, words)),
        "goal": tuple(goal_card(catalogue, goal, words) for goal in goals),
        "supplement": tuple(
            right_card(catalogue, holder, benefit, words)
            for holder in catalogue.supplements
            for benefit in holder.benefits
        ),
    }


def titles(catalogue: Catalogue) -> dict[str, str]:
    """Return the title of each printed file, by its name."""
    words = words_of(catalogue)
    return {
        r.name: words.put("onepager_of", module=r.title).shown if r.kind == "onepager" else r.title
        for r in targets(catalogue)
    }
