"""Hints: what the mentor may still give away about the card on the table."""

from __future__ import annotations

from typing import Protocol

from games.rules import luck
from games.rules.tables import Tables

MOST_HINTS = 2
"""Hints on one card."""


class OnTable(Protocol):
    """What hints read of a game; `State` and the draft both have it."""

    @property
    def seed(self) -> int: ...
    @property
    def round(self) -> int: ...
    @property
    def phase(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def situation(self) -> str: ...
    @property
    def cards(self) -> tuple[str, ...]: ...
    @property
    def hinted(self) -> tuple[int, ...]: ...


def hint_places(tables: Tables, game: OnTable) -> tuple[int, ...]:
    """What may be given away next, in the order the mentor would: wrong options to strike
    out (at least one wrong one stays), or places of cards that apply."""
    if len(game.hinted) >= MOST_HINTS:
        return ()
    if game.phase == "event":
        helps = tables.situations[game.situation].helps
        open_places = [
            place
            for place, card in enumerate(game.cards)
            if card in helps and place not in game.hinted
        ]
    else:
        strike = tables.questions[game.question].strike
        open_places = [option for option in strike if option not in game.hinted]
        if len(open_places) < 2:
            return ()
    if not open_places:
        return ()
    first = luck.below(len(open_places), game.seed, luck.HINT, game.round, len(game.hinted))
    return (*open_places[first:], *open_places[:first])
