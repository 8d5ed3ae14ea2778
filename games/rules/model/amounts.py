"""The game's own numbers, from the content's tuning; amounts of law come from facts alone."""

from __future__ import annotations

from dataclasses import dataclass, fields

from engine.catalogue import Catalogue
from games.rules.unplayable import Unplayable

PREFIX = "life_"
"""What stands before a field's name in the content's `tuning`."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """By their names in the content's `tuning`, after ``life_``. Baht unless said.

    Attributes:
        first_age, last_age: ages in the first chapter and in old age.
        work_days: days of a year over which the income is earned.
        debt_grows: percent by which debt grows from chapter to chapter; `debt_most` where
            lenders stop.
        weary: percent of income lost in a year for each heart that is missing.
        early_hearts: hearts lost by who is ill and gets nothing for the lost days: it goes
            back to work too early.
        trip: a trip for nothing: a day's earnings.
        treatment_most: the most of a treatment's cost that a household bears itself.
        disagree_stars: stars for rightly disagreeing with a wrong answer.
        mentor_hints: hints for a star; `mend_hearts` hearts mended at the unit.
        help_stars: stars for both when an invited household joins.
        years_hearts: hearts that come back with years without debt.
        coin: a coin for the village; `most_coins` that a household gives at once.
        fund_year, fund_night, fund_nights, fund_storm: the welfare fund's cost, its help for a
            night in hospital, most nights, and its help after the storm.
        pension_months: months over which sums of old age are spread.
        piece: what one thing in the basket's picture costs.
        price_chapters: chapters that the prices of dreams are written for; `price_round` they
            are rounded to.
        calm_swing, storm_swing: percent of the season's swing in those modes.
        first_month: the earliest month in which life events befall.
        syllables: read aloud in a minute.
        set_up, debrief: seconds before the first and after the last chapter.
        opening_first, opening, opening_each: seconds of an opening: added in the first
            chapter, for all, and for each household.
        throw, answer, card, result, close, market, unit, goal: seconds of a throw, of taking
            one answer in, of uncovering a card, of a result, and of those items.
    """

    start_money: int
    first_age: int
    last_age: int
    work_days: int
    debt_grows: int
    debt_most: int
    weary: int
    early_hearts: int
    trip: int
    treatment_most: int
    disagree_stars: int
    mentor_hints: int
    mend_hearts: int
    help_stars: int
    years_hearts: int
    coin: int
    most_coins: int
    fund_year: int
    fund_night: int
    fund_nights: int
    fund_storm: int
    pension_months: int
    piece: int
    price_chapters: int
    price_round: int
    calm_swing: int
    storm_swing: int
    first_month: int
    syllables: int
    set_up: int
    debrief: int
    opening_first: int
    opening: int
    opening_each: int
    throw: int
    answer: int
    card: int
    result: int
    close: int
    market: int
    unit: int
    goal: int


def amounts_of(catalogue: Catalogue) -> Amounts:
    """Return the numbers of the game.

    Raises:
        Unplayable: GAME02 when one is missing.
    """
    values: dict[str, int] = {}
    missing = []
    for field in fields(Amounts):
        name = PREFIX + field.name
        if name in catalogue.tuning:
            values[field.name] = catalogue.tuning[name].value
        else:
            missing.append(name)
    if missing:
        raise Unplayable(
            "GAME02",
            "numbers of the game are missing: " + ", ".join(missing),
            hint="add them under `tuning:` in content/game.yaml",
        )
    return Amounts(**values)
