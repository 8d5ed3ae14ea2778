"""Events: what a move brought about, with every figure the screen needs to tell it.

`team` is a seat (0 is the first). Baht are whole. Every change of a purse is in an event:
`purse_changes` says which event moved how much.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from games.rules.moves import Response


class TurnBegan(NamedTuple):
    """A team's year begins."""

    team: int
    round: int
    age: int


class Payday(NamedTuple):
    """Income less living: `net` goes to the purse.

    Attributes:
        swing: percent the season moved the ordinary income, e.g. -7.
        weary: baht of income lost because the team had no heart left.
        money: the purse afterwards.
    """

    team: int
    ordinary: int
    swing: int
    weary: int
    income: int
    living: int
    net: int
    money: int


class LaterPaid(NamedTuple):
    """A payment put off to this year by last year's claim."""

    team: int
    benefit: str
    baht: int


class StandingPaid(NamedTuple):
    """A monthly right: `monthly × months = baht`."""

    team: int
    benefit: str
    monthly: int
    months: int
    baht: int


class Paid(NamedTuple):
    """What one protection cost this year: `each × times = baht` (months, or 1)."""

    option: str
    each: int
    times: int
    baht: int
    fact: str


class Protected(NamedTuple):
    """The team's protection this year.

    Attributes:
        acts: ``gold_card`` or ``nomination`` when done now.
    """

    team: int
    hold: tuple[str, ...]
    joined: tuple[str, ...]
    stopped: tuple[str, ...]
    acts: tuple[str, ...]
    paid: tuple[Paid, ...]
    baht: int
    money: int


class Matched(NamedTuple):
    """The state's share on savings: `saved × percent`, at most `at_most` a year."""

    team: int
    benefit: str
    saved: int
    percent: int
    at_most: int
    baht: int
    facts: tuple[str, ...]


class Thrown(NamedTuple):
    """The die, and the walk from space to space (indexes on the board)."""

    team: int
    die: int
    start: int
    end: int


class SpaceReached(NamedTuple):
    """Where the team stands."""

    team: int
    space: str
    kind: str


class LuckTurned(NamedTuple):
    """Calm or storm: an event passed the team by, or struck it on a right space.

    Attributes:
        die: what was thrown for it.
        struck: False when an event passed by.
    """

    team: int
    die: int
    struck: bool


class QuestionAsked(NamedTuple):
    """A question on the table; `claim` when it decides an event's payment."""

    team: int
    question: str
    shown: tuple[int, ...]
    claim: bool


class Answered(NamedTuple):
    """How the question went. `silent`: nobody answered."""

    team: int
    question: str
    response: Response
    right: bool
    silent: bool
    stars: int
    claim: bool


class HintGiven(NamedTuple):
    """The mentor's hint.

    Attributes:
        hinted: written option indexes struck out, or card places that apply in law.
        star: whether a star was spent for it.
    """

    team: int
    hinted: tuple[int, ...]
    star: bool


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


class RumourHeard(NamedTuple):
    """A rumour for every team."""

    team: int
    myth: str


class RumourAnswered(NamedTuple):
    """Who was right; `stars` for each team in seat order."""

    myth: str
    true: bool
    answers: tuple[bool | None, ...]
    stars: tuple[int, ...]


class UnitReached(NamedTuple):
    """The community service unit opens its door."""

    team: int


class Mended(NamedTuple):
    """Hearts mended, and by what: ``unit``, ``project``, ``quiet_year`` or ``right``."""

    team: int
    hearts: int
    by: str


class MentorAsked(NamedTuple):
    """The mentor explained a scheme for a star and owes `hints` hints."""

    team: int
    scheme: str
    hints: int


class HelpedJoin(NamedTuple):
    """Another team joined with this team's help; both gain `stars`."""

    team: int
    other: int
    option: str
    each: int
    times: int
    baht: int
    stars: int


class ProjectOffered(NamedTuple):
    """What the village could have; `share` baht from each team that gives."""

    team: int
    project: str
    share: int
    needed: int


class ProjectDecided(NamedTuple):
    """Brought or not; shares are given back when it is not."""

    project: str
    gives: tuple[bool, ...]
    brought: bool
    share: int


class ShortOfMoney(NamedTuple):
    """The year closes with too little: debt, or a heart."""

    team: int
    baht: int


class Borrowed(NamedTuple):
    """Informal debt taken."""

    team: int
    baht: int
    debt: int


class WentWithout(NamedTuple):
    """Nobody lends more: the household goes without for `baht`, and it costs `hearts`."""

    team: int
    baht: int
    hearts: int


class HeartGiven(NamedTuple):
    """A heart stood for `baht` of what was missing."""

    team: int
    baht: int
    hearts: int


class NeighboursPaid(NamedTuple):
    """Playing together: the other teams paid what was missing.

    Attributes:
        gives: baht from each team, in seat order; 0 from the one helped.
    """

    team: int
    gives: tuple[int, ...]
    baht: int


class DebtRepaid(NamedTuple):
    """Debt paid back from the purse."""

    team: int
    baht: int
    debt: int


class Interest(NamedTuple):
    """A year's interest on what is still owed: `percent` of the debt."""

    team: int
    percent: int
    baht: int
    debt: int


class YearClosed(NamedTuple):
    """How the team stands at the end of its year."""

    team: int
    round: int
    money: int
    debt: int
    hearts: int
    stars: int


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
        protected: holds at least one protection at the end.
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


Event = (
    TurnBegan
    | Payday
    | LaterPaid
    | StandingPaid
    | Protected
    | Matched
    | Thrown
    | SpaceReached
    | LuckTurned
    | QuestionAsked
    | Answered
    | HintGiven
    | EventDrawn
    | Judged
    | RegisteredLate
    | FundPaid
    | ClaimSettled
    | RumourHeard
    | RumourAnswered
    | UnitReached
    | Mended
    | MentorAsked
    | HelpedJoin
    | ProjectOffered
    | ProjectDecided
    | ShortOfMoney
    | Borrowed
    | WentWithout
    | HeartGiven
    | NeighboursPaid
    | DebtRepaid
    | Interest
    | YearClosed
    | OldAge
    | GameOver
)


def purse_changes(event: Event) -> tuple[tuple[int, int], ...]:
    """The purses this event moved, as (team, baht): plus into the purse, minus out."""
    match event:
        case Payday(team=team, net=net):
            return ((team, net),)
        case LaterPaid(team=team, baht=baht) | StandingPaid(team=team, baht=baht):
            return ((team, baht),)
        case FundPaid(team=team, baht=baht) | HeartGiven(team=team, baht=baht):
            return ((team, baht),)
        case Borrowed(team=team, baht=baht) | WentWithout(team=team, baht=baht):
            return ((team, baht),)
        case Protected(team=team, baht=baht) | DebtRepaid(team=team, baht=baht):
            return ((team, -baht),)
        case Judged(team=team, cost=cost) | RegisteredLate(team=team, trip=cost):
            return ((team, -cost),)
        case ClaimSettled(team=team, now=True, baht=baht):
            return ((team, baht),)
        case HelpedJoin(other=other, baht=baht):
            return ((other, -baht),)
        case ProjectDecided(brought=True, gives=gives, share=share):
            return tuple((team, -share) for team, gave in enumerate(gives) if gave)
        case NeighboursPaid(team=team, gives=gives, baht=baht):
            return ((team, baht), *((seat, -gave) for seat, gave in enumerate(gives) if gave))
    return ()


def event_to_json(event: Event) -> dict[str, Any]:
    """The event as plain data, its name under ``event``."""
    return {"event": type(event).__name__, **_plain(event)}


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {key: _plain(item) for key, item in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
