"""A life event: what befalls the team, what each right comes to, and what it cost."""

from __future__ import annotations

from typing import Literal, NamedTuple


class EventDrawn(NamedTuple):
    """A life event, before the team picks.

    Attributes:
        day_income: baht the team earns on an ordinary day.
        lost_days: all days without income, in hospital and at home.
    """

    team: int
    situation: str
    month: int
    cards: tuple[str, ...]
    day_income: int
    lost_days: int


Outcome = Literal[
    "pays",
    "covers",
    "mends",
    "automatic",
    "not_in_law",
    "not_held",
    "wrong_option",
    "contributions",
    "age",
    "not_registered",
    "not_named",
    "limit",
    "nothing",
    "ended",
]
"""What a right comes to for this team, picked or not.

pays money · covers a cost · mends a heart · automatic (already came by itself) ·
not_in_law it does not answer this story · not_held nothing enrolled ("could have had") ·
wrong_option enrolled, but this option does not carry it · contributions not enough months ·
age · not_registered no regular unit · not_named no written nomination · limit the year's
most is used up · nothing the story has nothing for it to pay · ended the law has ended it.
"""


class Verdict(NamedTuple):
    """One right-card, judged.

    Attributes:
        picked: the team picked it.
        applies: it answers the story in law.
        held: the team holds it, contributions, age and papers included.
        option: the held (or, when not held, the cheapest fitting) option id, or "".
        each, times, baht: the sum, `each × times = baht`; for a card not held, what it
            would have paid. `most` when a yearly limit cut the times, else 0.
        have, need, window: contribution months: has `have`, needs `need` of the last
            `window` (0: of all).
        facts: the facts the sum and the test rest on.
        monthly: `each` comes every month from now on.
    """

    benefit: str
    picked: bool
    applies: bool
    held: bool
    outcome: Outcome
    option: str
    each: int
    times: int
    baht: int
    most: int
    have: int
    need: int
    window: int
    facts: tuple[str, ...]
    monthly: bool

    @property
    def gained(self) -> bool:
        """Picked, applies and held: it pays, covers or mends."""
        return self.picked and self.held and self.applies

    @property
    def missed(self) -> bool:
        """It would have helped, and the team held it, but did not pick it."""
        return not self.picked and self.held and self.applies and self.outcome != "automatic"


class Judged(NamedTuple):
    """The verdict on the six cards, and what the event cost.

    Attributes:
        lost_income: `lost_days × day_income`.
        treatment: the story's cost of treatment; `covered` of it taken over by rights.
        other: what nobody pays back (`saved_care` of it spared by a village project).
        cost: what leaves the purse now.
        hearts_lost, hearts_mended: change of hearts.
        coming: baht waiting for the claim question (or paid at once without one).
    """

    team: int
    situation: str
    verdicts: tuple[Verdict, ...]
    day_income: int
    lost_days: int
    lost_income: int
    treatment: int
    covered: int
    other: int
    saved_care: int
    cost: int
    hearts_lost: int
    hearts_mended: int
    coming: int


class RegisteredLate(NamedTuple):
    """The unit registers the team on its first visit, which takes a day in town: `trip` baht."""

    team: int
    scheme: str
    trip: int


class FundPaid(NamedTuple):
    """The community welfare fund (the game's example) visits: money for nights in hospital."""

    team: int
    nights: int
    each: int
    baht: int
    hearts: int


class ClaimSettled(NamedTuple):
    """When the money comes: now, or at the next payday."""

    team: int
    now: bool
    payments: tuple[tuple[str, int], ...]
    baht: int
    helped: bool
