"""Events: what a move did, in order, for screens, journal, ledger and debrief."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from games.rules.model.moves import Reply

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
    "ended",
    "limit",
    "nothing",
]
"""Why a card comes to what it comes to: the first four help, the others say why not."""

PurseReason = Literal[
    "income",
    "protection",
    "later",
    "harm",
    "trip",
    "right",
    "fund",
    "goal",
    "storm",
    "bought",
    "loan",
    "without",
    "repaid",
    "village",
]


class Purse(NamedTuple):
    """Money came into a purse or left it. These alone add up to every purse.

    Attributes:
        baht: above zero comes in.
        ref: what it was for: a benefit, option, situation, goal, or "".
        money: in the purse after it.
        facts: facts that the sum rests on.
    """

    seat: int
    baht: int
    reason: PurseReason
    ref: str
    money: int
    facts: tuple[str, ...] = ()


class StarterDrawn(NamedTuple):
    """The opening throw: the household of that seat begins. The die shows `seat` + 1."""

    seat: int


class DreamChosen(NamedTuple):
    """A household chose its dream; `prices` of its three steps in this game."""

    seat: int
    dream: str
    prices: tuple[int, ...]


class ChapterBegan(NamedTuple):
    """A chapter opens: everybody is `age` years old; it stands for `years` years."""

    chapter: int
    of: int
    age: int
    years: int


class Payday(NamedTuple):
    """A sample year's income less living, in one sum.

    Attributes:
        swing: percent by which the season moved the income.
        weary: baht lost because hearts are missing.
        tool: baht a year that the tool adds.
        net: what is left of the year before protection.
    """

    seat: int
    income: int
    swing: int
    weary: int
    tool: int
    living: int
    net: int
    money: int


class LaterPaid(NamedTuple):
    """A payment that a right owed from the chapter before has come."""

    seat: int
    benefit: str
    baht: int


class Paid(NamedTuple):
    """A line of protection: so much for each month (or once), so many times."""

    option: str
    each: int
    times: int
    baht: int
    fact: str


class Matched(NamedTuple):
    """The state's share of this year's saving.

    Attributes:
        percent: for the age; `most` baht a year; `baht` added this year.
    """

    seat: int
    benefit: str
    saved: int
    percent: int
    most: int
    baht: int
    facts: tuple[str, ...]


class Protected(NamedTuple):
    """The protection a household holds this year."""

    seat: int
    hold: tuple[str, ...]
    began: tuple[str, ...]
    ended: tuple[str, ...]
    lines: tuple[Paid, ...]
    spent: int
    money: int


class EventDrawn(NamedTuple):
    """A life event is on the table; `seat` -1 when it befalls every household."""

    seat: int
    situation: str
    month: int
    cards: tuple[str, ...]


class Verdict(NamedTuple):
    """A card, judged for a household.

    Attributes:
        picked: the household asked for it.
        applies: in law, in this story.
        held: the household has it, every condition met.
        outcome: what it comes to, or the first reason why not.
        option: the option held, or the cheapest one that would carry the right.
        each, times: baht for each unit, and units counted; `most` the year's limit when it cut.
        baht: each × times, or the cost covered: what it pays when asked for and held.
        have, need, window: the contribution test in months (need 0: no test).
        monthly: paid every month.
        trip: baht lost on a trip for nothing.
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
    trip: int

    @property
    def missed(self) -> bool:
        """It would have helped, was held, and was not asked for."""
        return self.applies and self.held and not self.picked and self.helps

    @property
    def helps(self) -> bool:
        """It pays, covers or mends."""
        return self.outcome in ("pays", "covers", "mends")


class Revealed(NamedTuple):
    """A household's claim is uncovered: every card in the order it lies, and the sums.

    Attributes:
        day_income, days, lost_income: the days without work.
        treatment: what it cost; `covered` of it by rights; `spared` of other costs by the village.
        cost: lost_income + treatment - covered - waived + other - spared: what left the purse.
        trips: baht lost on trips for nothing.
        pays: baht of rights asked for and held; `waits` True if the decision at the counter
            follows.
        missed: baht of rights had and not asked for; `not_joined` baht that joining would pay.
        waived: of what nobody covers, the part beyond what a household has to bear at once.
    """

    seat: int
    situation: str
    verdicts: tuple[Verdict, ...]
    day_income: int
    days: int
    lost_income: int
    treatment: int
    covered: int
    other: int
    spared: int
    cost: int
    hearts_lost: int
    hearts_mended: int
    trips: int
    pays: int
    waits: bool
    missed: int
    not_joined: int
    waived: int


class KeptAside(NamedTuple):
    """After a death or for a lasting disability: what a right pays beyond the event's costs.

    It is kept by those it is for and never enters the purse.
    """

    seat: int
    benefit: str
    baht: int


class FundPaid(NamedTuple):
    """The welfare fund's visit: so much a night, and a heart."""

    seat: int
    nights: int
    each: int
    baht: int
    hearts: int


class Backed(NamedTuple):
    """Another household named the card that pays most; "" when it named none."""

    seat: int
    card: str
    right: bool
    stars: int


class QuestionAsked(NamedTuple):
    """A question is on the table; `claim` when it decides an event's payment.

    Attributes:
        everybody: all answer it; else the others agree or disagree.
    """

    seat: int
    question: str
    shown: tuple[int, ...]
    claim: bool
    everybody: bool


class Answered(NamedTuple):
    """All answers, in seat order, and whether each was right (None: silent).

    Attributes:
        right: of the household on turn its answer, of others their answer or judgement.
        stars: won by each.
    """

    seat: int
    question: str
    claim: bool
    answers: tuple[Reply, ...]
    right: tuple[bool | None, ...]
    stars: tuple[int, ...]


class ClaimSettled(NamedTuple):
    """The claim step is decided: the money comes now, or with the next chapter.

    Attributes:
        helped: the answer was wrong and the village's enrolment day helped.
    """

    seat: int
    now: bool
    paid: tuple[tuple[str, int], ...]
    baht: int
    helped: bool


class HintGiven(NamedTuple):
    """The mentor gave something away: a wrong option struck out, or a card that applies."""

    seat: int
    place: int
    stars: int
    hints: int


class TurnBegan(NamedTuple):
    """A household is on turn."""

    seat: int


class Thrown(NamedTuple):
    """The die, and the walk."""

    seat: int
    die: int
    start: int
    end: int
    space: str
    item: str


class HeartMended(NamedTuple):
    """Hearts came back: at the unit, through a goal of the village, or with quiet years."""

    seat: int
    hearts: int
    why: Literal["unit", "goal", "years"]


class MentorAsked(NamedTuple):
    """The mentor explained a scheme for a star."""

    seat: int
    scheme: str
    hints: int


class Invited(NamedTuple):
    """A household is invited to join; it decides itself."""

    seat: int
    guest: int
    option: str
    each: int
    times: int
    baht: int


class InviteAnswered(NamedTuple):
    """The guest decided; both win stars when it joins."""

    seat: int
    guest: int
    option: str
    joined: bool
    stars: int


class RumourHeard(NamedTuple):
    """A rumour is told; `seat` -1 when it is the chapter's own."""

    seat: int
    myth: str


class RumourAnswered(NamedTuple):
    """The answers to a rumour, and what is so."""

    myth: str
    true: bool
    answers: tuple[Reply, ...]
    stars: tuple[int, ...]


class GoalOffered(NamedTuple):
    """The village builds: coins so far and needed; a coin is `coin` baht."""

    seat: int
    goal: str
    coins: int
    need: int
    coin: int


class GoalGiven(NamedTuple):
    """The coins everybody gave, uncovered together."""

    goal: str
    gives: tuple[int, ...]
    coins: int
    need: int
    built: bool


class StormMoved(NamedTuple):
    """The storm came nearer."""

    steps: int
    of: int
    why: Literal["die", "chapter"]


class StormBroke(NamedTuple):
    """The storm hit everybody.

    Attributes:
        days, repair: days without work and baht of repair, before what spared them.
        losses: baht of each household; `hearts` lost by each.
        spared: goals that made it lighter.
    """

    days: int
    repair: int
    losses: tuple[int, ...]
    hearts: tuple[int, ...]
    spared: tuple[str, ...]


class MarketOpened(NamedTuple):
    """Dream steps and tools can be bought; `seat` who came to the market, or -1."""

    seat: int


WareKind = Literal["step", "tool"]


class Bought(NamedTuple):
    """A step of the dream, or the tool of the work."""

    seat: int
    what: WareKind
    baht: int
    steps: int
    money: int


class Borrowed(NamedTuple):
    """The purse was below zero: it became debt. `without` baht nobody lent."""

    seat: int
    baht: int
    without: int
    debt: int


class Repaid(NamedTuple):
    """Debt paid back from the purse."""

    seat: int
    baht: int
    debt: int


class NeighboursPaid(NamedTuple):
    """Playing together: the others paid what was missing."""

    seat: int
    gives: tuple[int, ...]
    baht: int


class ChapterClosed(NamedTuple):
    """A line of the strip at the close, for each household.

    Attributes:
        grows: what the debt grows to until the next chapter.
    """

    seat: int
    money: int
    debt: int
    grows: int
    hearts: int
    stars: int
    steps: int


class YearsPassed(NamedTuple):
    """The years of a chapter, carried: what was held counts for all of them.

    Attributes:
        months: (option, months) counted.
        saved, matched: baht of all these years, this year's own among them.
    """

    seat: int
    years: int
    age: int
    months: tuple[tuple[str, int], ...]
    saved: int
    matched: int
    debt: int


class OldAgeLine(NamedTuple):
    """A right of old age.

    Attributes:
        each, times: baht for each month paid, and months; or a monthly amount, once.
        baht: paid once; `monthly` what it is in a month.
    """

    benefit: str
    option: str
    each: int
    times: int
    baht: int
    monthly: int
    facts: tuple[str, ...]


class OldAge(NamedTuple):
    """The monthly basket of a household.

    Attributes:
        lines: rights; savings with the state's share are the line of the saving scheme.
        saved, matched: baht in the account; `spread` months over which sums paid once last.
        monthly: baht a month in all; `pieces` of the basket's picture it buys.
    """

    seat: int
    lines: tuple[OldAgeLine, ...]
    saved: int
    matched: int
    spread: int
    monthly: int
    pieces: int


class PodiumPlace(NamedTuple):
    """A household on the podium: first 1; equal households share a place.

    Attributes:
        title: id of the title it earned.
    """

    seat: int
    place: int
    steps: int
    basket: int
    hearts: int
    stars: int
    title: str


class GameOver(NamedTuple):
    """The end.

    Attributes:
        places: by place; of equal households the lower seat first. Playing together:
            by seat, all first.
        village_won: no household in debt and without a heart, and a goal was built.
    """

    places: tuple[PodiumPlace, ...]
    village_won: bool
    together: bool


Event = (
    Purse
    | StarterDrawn
    | DreamChosen
    | ChapterBegan
    | Payday
    | LaterPaid
    | Matched
    | Protected
    | EventDrawn
    | Revealed
    | KeptAside
    | FundPaid
    | Backed
    | QuestionAsked
    | Answered
    | ClaimSettled
    | HintGiven
    | TurnBegan
    | Thrown
    | HeartMended
    | MentorAsked
    | Invited
    | InviteAnswered
    | RumourHeard
    | RumourAnswered
    | GoalOffered
    | GoalGiven
    | StormMoved
    | StormBroke
    | MarketOpened
    | Bought
    | Borrowed
    | Repaid
    | NeighboursPaid
    | ChapterClosed
    | YearsPassed
    | OldAge
    | GameOver
)


def event_to_json(event: Event) -> dict[str, Any]:
    """Return the event as plain data: ``{"event": "Thrown", "seat": 0, …}``."""
    return {"event": type(event).__name__, **_plain(event)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {key: _plain(item) for key, item in value._asdict().items()}
        return [_plain(item) for item in value]
    return value
