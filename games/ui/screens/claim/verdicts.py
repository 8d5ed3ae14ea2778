"""Verdicts on a judged card, in words: asked, held, paid, and why."""

from __future__ import annotations

from dataclasses import dataclass

from engine.schema.text import Text
from games.rules import Verdict
from games.rules.model.events import Revealed
from games.ui.screens.common.stamps import StampKind
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.interface_text import number, plain

_UNITS = {
    "hospital_day": "day",
    "rest_day": "day",
    "visit": "visit",
    "child_month": "month",
    "paid_month": "month",
}

Stamped = tuple[Text, StampKind]


@dataclass(frozen=True, slots=True)
class CardOutcome:
    """The outcome of one card for one household.

    Attributes:
        stamps: held or not, paid or not yet; none where the law gives nothing.
        icon: what the sum is; `amount` the sum with its sign, None where only
            the picture is shown; `coins` it comes to the purse.
        good: it came to something; `bad`: a trip for nothing.
    """

    asked: bool
    stamps: tuple[Stamped, ...]
    icon: str
    amount: Text | None
    why: Text
    coins: bool
    good: bool
    bad: bool


def outcome(game: GameScreens, revealed: Revealed, verdict: Verdict) -> CardOutcome:
    """Return what the card comes to for the household of `revealed`."""
    words = game.words
    comes = (verdict.picked and verdict.helps) or verdict.outcome == "automatic"
    stamps: tuple[Stamped, ...] = ()
    if verdict.applies:
        held: Stamped = (
            (words("reveal.held"), "yes") if verdict.held else (words("reveal.not-held"), "no")
        )
        stamps = (held, (words("reveal.pays"), "yes" if comes else "ghost"))
    sign, amount = "", 0
    if comes and verdict.outcome == "pays":
        sign, amount = "coin", verdict.baht
    elif comes and verdict.outcome == "covers":
        sign, amount = "hospital", verdict.baht
    elif comes and verdict.outcome == "mends":
        sign, amount = "red-heart", verdict.baht
    elif comes:
        sign, amount = "seedling", verdict.baht
    elif verdict.trip:
        sign, amount = "motor-scooter", -verdict.trip
    text = ("+" if amount > 0 and sign != "hospital" else "") + number(amount)
    return CardOutcome(
        asked=verdict.picked,
        stamps=stamps,
        icon=sign,
        amount=None if sign in ("red-heart", "hospital") and not amount else plain(text),
        why=_why(game, revealed, verdict, comes),
        coins=comes and verdict.outcome == "pays" and verdict.baht > 0,
        good=comes,
        bad=verdict.trip > 0 and not comes,
    )


def _why(game: GameScreens, revealed: Revealed, verdict: Verdict, comes: bool) -> Text:
    words = game.words
    if comes:
        if verdict.outcome == "pays":
            if revealed.waits:
                return words("reveal.why.waits")
            return times_words(game, verdict) or words("reveal.why.pays")
        if verdict.outcome == "covers" and not verdict.baht:
            return words("reveal.why.covered")
        return words(f"reveal.why.{verdict.outcome}")
    if not verdict.applies:
        return words("reveal.why.not_in_law" if verdict.picked else "reveal.why.wise")
    if verdict.missed:
        return words("reveal.why.missed")
    if not verdict.held and not verdict.picked and verdict.outcome == "not_held":
        return words("reveal.why.neither")
    if verdict.outcome == "wrong_option":
        return words("reveal.why.wrong_option", option=_option(game, verdict.option))
    if verdict.outcome == "contributions":
        return words("reveal.why.contributions", have=verdict.have, need=verdict.need)
    return words(f"reveal.why.{verdict.outcome}")


def times_words(game: GameScreens, verdict: Verdict) -> Text | None:
    """Return "300 × 4 days"; None where the sum is not so made."""
    unit = _UNITS.get(getattr(game.benefit(verdict.benefit).pays, "unit", ""), "")
    if not unit or not verdict.times:
        return None
    return game.words(f"reveal.times.{unit}", each=verdict.each, times=verdict.times)


def _option(game: GameScreens, hold: str) -> Text:
    """Return the short words of an option, for the narrow panel."""
    scheme, _, option = hold.rpartition(".")
    record = game.catalogue.schemes.get(scheme)
    if record is None:
        return game.option_title(hold)
    return next(o.short for o in record.options if o.id == option)
