"""Events: what a move brought about, with every figure the screen needs to tell it.

`team` is a seat (0 is the first). Baht are whole. Every change of a purse is in an event:
`purse_changes` says which event moved how much. Readers take every event from here; each file
of this folder holds those of one subject:

========= ===============================================================================
year      payday, protection, and how the team stands at the close
walk      the throw, and whether luck turns
questions asked, answered, hinted
life      a life event: what befalls, what each right comes to, what it cost
village   rumours, the community service unit, village projects
shortage  an empty purse: debt and what else stands in for money
ending    old age and the score
========= ===============================================================================
"""

from __future__ import annotations

from typing import Any

from games.rules.events.ending import GameOver, OldAge, OldAgeLine, Score
from games.rules.events.life import (
    ClaimSettled,
    EventDrawn,
    FundPaid,
    Judged,
    Outcome,
    RegisteredLate,
    Verdict,
)
from games.rules.events.questions import Answered, HintGiven, QuestionAsked
from games.rules.events.shortage import (
    Borrowed,
    DebtRepaid,
    HeartGiven,
    Interest,
    NeighboursPaid,
    ShortOfMoney,
    WentWithout,
)
from games.rules.events.village import (
    HelpedJoin,
    Mended,
    MentorAsked,
    ProjectDecided,
    ProjectOffered,
    RumourAnswered,
    RumourHeard,
    UnitReached,
)
from games.rules.events.walk import LuckTurned, SpaceReached, Thrown
from games.rules.events.year import (
    LaterPaid,
    Matched,
    Paid,
    Payday,
    Protected,
    StandingPaid,
    TurnBegan,
    YearClosed,
)

__all__ = [
    "Answered",
    "Borrowed",
    "ClaimSettled",
    "DebtRepaid",
    "Event",
    "EventDrawn",
    "FundPaid",
    "GameOver",
    "HeartGiven",
    "HelpedJoin",
    "HintGiven",
    "Interest",
    "Judged",
    "LaterPaid",
    "LuckTurned",
    "Matched",
    "Mended",
    "MentorAsked",
    "NeighboursPaid",
    "OldAge",
    "OldAgeLine",
    "Outcome",
    "Paid",
    "Payday",
    "ProjectDecided",
    "ProjectOffered",
    "Protected",
    "QuestionAsked",
    "RegisteredLate",
    "RumourAnswered",
    "RumourHeard",
    "Score",
    "ShortOfMoney",
    "SpaceReached",
    "StandingPaid",
    "Thrown",
    "TurnBegan",
    "UnitReached",
    "Verdict",
    "WentWithout",
    "YearClosed",
    "event_to_json",
    "purse_changes",
]

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
