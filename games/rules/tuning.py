"""The game's own numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amounts:
    """By their ids in the content's `tuning`. Baht unless said.

    Attributes:
        seconds_a_turn: how long a turn takes in a room.
        youngest, oldest: ages at the start; `last_age` the oldest in the last year.
        work_days: days of a year over which the income is earned.
        debt_rate: percent a year on informal debt; `debt_most` where lenders stop.
        heart_covers: what giving a heart stands for at the close of a year.
        weary: percent of income lost in a year without a heart.
        share: of a team in a village project; `care_spared` percent of other costs it spares.
        fund_year, fund_night, fund_nights: the welfare fund's cost, help, most nights;
            `fund_hearts` its visit mends.
        trip: what a day in town costs: who has not registered a unit before falling ill pays it.
        point: baht for one point of the score; the others in points each.
        purse_full: baht of the purse that count in full in the score (three months'
            living, the usual emergency fund); `purse_beyond` percent of what is beyond.
        old_age_counts: percent of laid-aside money that counts in the score.
        cover_points: points for twelve months of contributions: being covered is security.
        calm_swing, storm_swing: percent of the season's swing in those modes.
        calm_passes: in calm years an event passes by when a die shows this or less.
        storm_strikes: in stormy years life strikes on a right space when a die does.
    """

    seconds_a_turn: int
    start_money: int
    youngest: int
    oldest: int
    last_age: int
    work_days: int
    debt_rate: int
    debt_most: int
    heart_covers: int
    weary: int
    mend_hearts: int
    mentor_hints: int
    help_stars: int
    share: int
    care_spared: int
    fund_year: int
    fund_night: int
    fund_nights: int
    fund_hearts: int
    trip: int
    pension_months: int
    point: int
    purse_full: int
    purse_beyond: int
    old_age_counts: int
    cover_points: int
    heart_points: int
    star_points: int
    # Catalogues of games saved before these modes existed lack them: nothing changes there.
    calm_swing: int = 100
    calm_passes: int = 0
    storm_swing: int = 100
    storm_strikes: int = 0
