"""Life events of the second edition: cards to lay, days of rest, the whole village."""

from __future__ import annotations

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.schema.record import RecordPath
from engine.schema.situation import Situation

CARDS = 6
"""Right-cards on the table."""


def check_events(context: LintContext) -> None:
    """Check every life event as written, those that the day leaves out among them."""
    for module in context.whole.modules:
        if module.id in context.written.documents:
            for i, situation in enumerate(module.situations):
                _check_event(context, module.id, ("situations", i), situation)


def _check_event(context: LintContext, part: str, here: RecordPath, situation: Situation) -> None:
    if situation.cards and (message := _wrong_cards(situation)):
        hint = "six rights of any module: all of `helps`, and some that do not apply"
        context.report(part, (*here, "cards"), "SIT03", message, hint)
    harm = situation.harm
    if harm.hospital_days and harm.lost_days and not harm.rest_days:
        message = Message(
            "{lost_days} days are lost after the hospital without a doctor's order",
            lost_days=harm.lost_days,
        )
        hint = "write them as rest_days: a right pays for days of rest that a doctor ordered"
        context.report(part, (*here, "harm"), "SIT04", message, hint, warning=True)
    if situation.village and situation.jobs:
        message = "it befalls every household, but names kinds of work"
        hint = "take `for` away, or `village`"
        context.report(part, (*here, "for"), "SIT05", message, hint, warning=True)


def _wrong_cards(situation: Situation) -> str:
    """Return what is wrong with the cards to lay; empty if nothing is."""
    cards = set(situation.cards)
    if len(situation.cards) != CARDS or len(cards) != CARDS:
        return Message(
            "{count} different cards are named; {cards} lie on the table",
            count=len(cards),
            cards=CARDS,
        )
    if missing := [name for name in situation.helps if name not in cards]:
        return Message("{missing!r} helps, but is not among the cards", missing=missing[0])
    if not cards - set(situation.helps):
        return "every card helps, so that nothing is to be chosen"
    return ""
