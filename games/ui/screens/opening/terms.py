"""Terms of a protection: what it costs and gives, in a few words with a picture."""

from __future__ import annotations

from dataclasses import dataclass

from engine.schema.text import Text
from games.rules import FUND, ProtectionChoice
from games.rules.model.tables import BenefitRow, OptionRow
from games.rules.phases.saving import share
from games.ui.shell.game_screens import GameScreens

OLD_PERSON = "face-bun-old"
_UNIT_ICONS = {"paid_month": OLD_PERSON}
_ACT_ICONS = {"gold_card": "stethoscope", "nomination": "heart-hands", FUND: "bed"}
_FIRST = ("hospital_day", "match")
"""Units that are named first when an option gives several things."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One thing that comes back, with its picture.

    Attributes:
        text: in a few words, for a cell; `full` in so many as a row holds.
    """

    icon: str
    text: Text
    full: Text


def pay_words(game: GameScreens, choice: ProtectionChoice) -> Text:
    """Return what is paid: so much a month or a year, or nothing."""
    if not choice.each:
        return game.words("pay.free")
    return game.words("pay.month" if choice.times > 1 else "pay.year", baht=choice.each)


def option_row(game: GameScreens, option: str) -> OptionRow:
    """Return the option as the rules know it."""
    return game.tables.options[option]


def siblings(game: GameScreens, scheme: str) -> list[OptionRow]:
    """Return the options of a scheme, in their order."""
    return [row for row in game.tables.options.values() if row.scheme == scheme]


def number_of(game: GameScreens, option: str) -> int:
    """Return which option of its scheme it is, from 1; 0 where there is only one."""
    ids = [row.id for row in siblings(game, option_row(game, option).scheme)]
    return ids.index(option) + 1 if len(ids) > 1 else 0


def gains(game: GameScreens, option: str) -> tuple[Gain, ...]:
    """Return what comes back; what the option has and the one before it has not is last."""
    row = option_row(game, option)
    if row.id in _ACT_ICONS:
        baht = game.tables.amounts.fund_night
        return (_named(game, _ACT_ICONS[row.id], row.id, baht),)
    seen: set[str] = set()
    found: list[Gain] = []
    for step in siblings(game, row.scheme):
        new = [b for b in _benefits(game, step) if b.unit or b.shape == "match"]
        new = [b for b in new if b.id not in seen or b.shape == "match"]
        seen.update(b.id for b in new)
        if new:
            best = min(new, key=lambda b: _rank(b))
            if best.shape == "match":
                found.clear()
            found.append(_gain(game, best, step))
        if step.id == row.id:
            break
    return tuple(found)


def gain_of(game: GameScreens, option: str) -> Gain | None:
    """Return the one thing by which an option is told from the others."""
    found = gains(game, option)
    return found[-1] if found else None


def _rank(benefit: BenefitRow) -> int:
    word = benefit.unit or benefit.shape
    return _FIRST.index(word) if word in _FIRST else len(_FIRST)


def _benefits(game: GameScreens, option: OptionRow) -> list[BenefitRow]:
    return [b for b in game.tables.benefits.values() if option.id in b.options]


def _gain(game: GameScreens, benefit: BenefitRow, option: OptionRow) -> Gain:
    if benefit.shape == "match":
        baht = share(game.tables, option, game.age)[0]
        return _named(game, "bank", "match", baht)
    each = benefit.each.get(option.id, benefit.each.get("", 0))
    shown = _UNIT_ICONS.get(benefit.unit, game.benefit(benefit.id).icon)
    return _named(game, shown, benefit.unit, each)


def _named(game: GameScreens, shown: str, kind: str, baht: int) -> Gain:
    text = game.words(f"gain.{kind}", baht=baht)
    return Gain(shown, text, game.words(f"gain.full.{kind}", baht=baht))


def facts_behind(game: GameScreens, schemes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the facts on which price and gains of these schemes rest."""
    found: list[str] = []
    for scheme in schemes:
        for row in siblings(game, scheme):
            found += [row.fact, *row.age_facts]
            for benefit in _benefits(game, row):
                if benefit.unit or benefit.shape == "match":
                    found += benefit.rests_on(row.id)
    return tuple(dict.fromkeys(fact for fact in found if fact))


def refusal_words(game: GameScreens, choice: ProtectionChoice) -> Text | None:
    """Return why the choice cannot be made now; None when it can."""
    match choice.refusal:
        case "":
            return None
        case "excluded":
            beside = option_row(game, choice.beside)
            other = game.scheme_short(beside.scheme)
            if beside.contributory >= 0:
                scheme = game.catalogue.schemes[beside.scheme]
                other = next(o.short for o in scheme.options if f"{scheme.id}.{o.id}" == beside.id)
            return game.words("why.excluded", other=other)
        case "age":
            return game.words("why.age")
        case "money":
            return game.words("why.money")
