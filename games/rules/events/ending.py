"""The end: old age and the security score."""

from __future__ import annotations

from typing import NamedTuple


class OldAgeLine(NamedTuple):
    """A right of old age: `each × times = baht`, once, or `monthly` baht a month."""

    benefit: str
    option: str
    each: int
    times: int
    baht: int
    monthly: int
    facts: tuple[str, ...]


class OldAge(NamedTuple):
    """What the years have laid aside.

    Attributes:
        saved, matched: the savings account; `pension` a month is the game's estimate,
            account ÷ `pension_months`.
        lump: all single payments of old age.
    """

    team: int
    lines: tuple[OldAgeLine, ...]
    saved: int
    matched: int
    pension: int
    pension_months: int
    lump: int


class Score(NamedTuple):
    """The security score and its parts, in points.

    Attributes:
        purse, old_age, cover, hearts, stars: points added; `debt` points taken away.
            `cover` is for the months of contributions paid: a year under cover is security.
        protected: holds at least one protection at the end; a nomination alone is none.
    """

    team: int
    purse: int
    old_age: int
    cover: int
    hearts: int
    stars: int
    debt: int
    total: int
    protected: bool


class GameOver(NamedTuple):
    """The end.

    Attributes:
        ranking: seats from the highest score down; in seat order when playing together.
        community: everyone has a heart, no informal debt and a protection.
        together: nobody is ranked: the community's result is the only one.
        village: the lowest score: a village is as secure as its least secure team.
    """

    scores: tuple[Score, ...]
    ranking: tuple[int, ...]
    community: bool
    together: bool = False
    village: int = 0
