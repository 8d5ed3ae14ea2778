"""Dreams, tools, village goals and titles of the game's households."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.schema.record import Id, OccupationId, Record
from engine.schema.text import Text

DREAM_STEPS = 3
MOST_HOUSEHOLDS = 6


class DreamStep(Record):
    """One step towards a dream: its price in baht, and the sentence read when it is bought."""

    price: int = Field(gt=0)
    text: Text


class Dream(Record):
    """A dream a household saves for. Prices are for a game of four chapters.

    Attributes:
        why: where the prices come from.
    """

    id: Id
    title: Text
    icon: str
    why: str
    steps: tuple[DreamStep, ...] = Field(min_length=DREAM_STEPS, max_length=DREAM_STEPS)


class Tool(Record):
    """A thing that makes the work of an occupation pay more.

    Attributes:
        occupation: who can use it.
        price: baht, once; `yearly` baht that it adds to each year's income.
        why: where the figures come from.
    """

    id: Id
    title: Text
    icon: str
    occupation: OccupationId
    price: int = Field(gt=0)
    yearly: int = Field(gt=0)
    text: Text
    why: str


GoalEffect = Literal["claim_help", "mend", "cheaper_care", "more_stars", "storm"]


class VillageGoal(Record):
    """A goal that the households build together.

    Attributes:
        coins: what it needs with 1, 2 … 6 households.
        effect: `claim_help` a wrong answer at the counter costs no waiting · `mend` hearts
            mended after each chapter · `cheaper_care` percent by which costs that nobody pays
            back fall · `more_stars` further stars for a right judgement of a rumour · `storm`
            percent by which the storm's harm falls.
        figure: how many, or how many percent; it stands in `text`. `claim_help` has none.
        text: the effect in a sentence.
        why: where the figures come from.
    """

    id: Id
    title: Text
    icon: str
    coins: tuple[int, ...] = Field(min_length=MOST_HOUSEHOLDS, max_length=MOST_HOUSEHOLDS)
    effect: GoalEffect
    figure: int | None = Field(default=None, gt=0, le=100)
    text: Text
    why: str


class Storm(Record):
    """The storm that befalls the whole village when its track is full.

    Attributes:
        steps: length of the track.
        lost_days: days without income; `repair` baht for the house; `hearts` lost by who holds
            no protection.
        why: where the figures come from.
    """

    title: Text
    icon: str
    steps: int = Field(gt=0, le=12)
    lost_days: int = Field(ge=0, le=60)
    repair: int = Field(ge=0)
    hearts: int = Field(ge=0, le=2)
    text: Text
    why: str

    @property
    def figures(self) -> dict[str, int]:
        """Return what the storm takes, by the names that lines of the rules use."""
        return {
            "storm_days": self.lost_days,
            "storm_repair": self.repair,
            "storm_hearts": self.hearts,
        }


class Village(Record):
    """`content/village.yaml`."""

    goals: tuple[VillageGoal, ...] = Field(min_length=1)
    storm: Storm


Earned = Literal[
    "dream_reached",
    "helped_most",
    "never_in_vain",
    "rumour_judge",
    "most_stars",
    "gave_most",
    "judged_others",
    "no_debt",
    "came_back",
    "always_protected",
    "largest_basket",
    "most_hearts",
    "neighbour",
]


class Title(Record):
    """An honour at the game's end.

    Attributes:
        earned_by: `dream_reached` all steps of the dream · `helped_most` households that joined
            on its invitation · `never_in_vain` no card laid that did not apply · `rumour_judge`
            rumours judged rightly · `most_stars` · `gave_most` coins for the village ·
            `judged_others` agreed or disagreed rightly with the one on turn · `no_debt` never
            borrowed · `came_back` paid back all it had borrowed · `always_protected` in every
            chapter · `largest_basket` in old age · `most_hearts` · `neighbour` whoever has no
            other title.
    """

    id: Id
    title: Text
    icon: str
    earned_by: Earned
    text: Text
