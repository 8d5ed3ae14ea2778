"""Life events of the second edition: cards to lay, days of rest, the whole village."""

from __future__ import annotations

from engine.checks.ground import Ground
from engine.document import Place
from engine.model.situation import Situation

CARDS = 6
"""Right-cards on the table."""


def check_events(ground: Ground) -> None:
    """Every life event as it was written, what the day leaves out among them."""
    for module in ground.whole.modules:
        if module.id in ground.written.documents:
            for i, situation in enumerate(module.situations):
                _check_event(ground, module.id, ("situations", i), situation)


def _check_event(ground: Ground, part: str, here: Place, situation: Situation) -> None:
    if situation.cards and (said := _wrong_cards(situation)):
        hint = "six rights of any module: all of `helps`, and some that do not apply"
        ground.tell(part, (*here, "cards"), "SIT03", said, hint)
    harm = situation.harm
    if harm.hospital_days and harm.lost_days and not harm.rest_days:
        said = f"{harm.lost_days} days are lost after the hospital without a doctor's order"
        hint = "write them as rest_days: a right pays for days of rest that a doctor ordered"
        ground.tell(part, (*here, "harm"), "SIT04", said, hint, warning=True)
    if situation.village and situation.jobs:
        said = "it befalls every household, but names kinds of work"
        hint = "take `for` away, or `village`"
        ground.tell(part, (*here, "for"), "SIT05", said, hint, warning=True)


def _wrong_cards(situation: Situation) -> str:
    """What is wrong with the cards to lay; empty when nothing is."""
    cards = set(situation.cards)
    if len(situation.cards) != CARDS or len(cards) != CARDS:
        return f"{len(cards)} different cards are named; {CARDS} lie on the table"
    if missing := [name for name in situation.helps if name not in cards]:
        return f"{missing[0]!r} helps, but is not among the cards"
    if not cards - set(situation.helps):
        return "every card helps, so that nothing is to be chosen"
    return ""
