"""What if: the same years and the same luck, lived with other decisions.

Three lives beside the one played: bare (no protection), claimed (the protection the team
had, every right claimed at once) and best (the lawful plan that ends highest, as far as the
purse allowed each year, every right claimed). Exact: each life is the game itself, replayed
with some moves exchanged and every move lawful; its events trace every baht.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from games.rules import events as ev
from games.rules import moves as mv
from games.rules.ending import old_age, score
from games.rules.game import Log, new_game, replay_steps
from games.rules.legal import why_not
from games.rules.mutable_state import EventSink, MutableState, TeamDraft
from games.rules.protection import acts, cost, too_young_or_old
from games.rules.state import State, TeamState
from games.rules.tables import ProtectionPlan, Tables
from games.rules.turn import step
from games.rules.year import FULL_HEART

Exchange = Callable[[Tables, MutableState, mv.Move | None], mv.Move]
"""Gives the move to make now, from the one recorded for this moment (None: there is none).

A recorded hint comes only where the rules allow it; every other move may be unlawful here.
"""


class LifeLine(NamedTuple):
    """How one life ended for a team.

    Attributes:
        hold: the plan of the best life; what was held at the end in the others.
        rights: baht that rights paid or covered over the years.
        account: savings with the state's share; `lump` single payments of old age.
        score: security score in points.
        events: everything that moved the team's purse, hearts or savings.
    """

    hold: tuple[str, ...]
    money: int
    debt: int
    hearts: int
    rights: int
    account: int
    lump: int
    score: int
    events: tuple[ev.Event, ...]


class WhatIf(NamedTuple):
    """The page of one team.

    Attributes:
        used: baht of rights used in the game as played.
        missed: what every right claimed would have brought beyond that.
    """

    team: int
    played: LifeLine
    bare: LifeLine
    claimed: LifeLine
    best: LifeLine
    used: int
    missed: int


def what_if(tables: Tables, log: Log) -> tuple[WhatIf, ...]:
    """The page for every team of a game played to its end."""
    seats = range(log.setup.teams)
    played = lives(tables, log)
    record = _record(tables, log)
    bare = replay_with(tables, log, record, _bare)
    claimed = replay_with(tables, log, record, _claimed)
    best = _best(tables, log, record)
    pages = []
    for seat in seats:
        own, full = played[seat], claimed[seat]
        pages.append(
            WhatIf(
                team=seat,
                played=own,
                bare=bare[seat],
                claimed=full,
                best=_higher(_higher(full, own), best[seat]),
                used=own.rights,
                missed=max(0, full.rights - own.rights),
            )
        )
    return tuple(pages)


# --- living again -------------------------------------------------------------------------

_Moment = tuple[int, int, str]
_Record = dict[_Moment, list[mv.Move]]


def _record(tables: Tables, log: Log) -> _Record:
    """The moves of the log by the moment (year, seat, phase) they were made in."""
    record: _Record = defaultdict(list)
    state: State = new_game(tables, log.setup, log.seed)
    for after, move, _ in replay_steps(tables, log):
        record[(state.round, state.turn, state.phase)].append(move)
        state = after
    return record


def lives(tables: Tables, log: Log) -> tuple[LifeLine, ...]:
    """How the life that the log tells ended for every team."""
    state = new_game(tables, log.setup, log.seed)
    told: list[ev.Event] = []
    for after, _, events in replay_steps(tables, log):
        state = after
        told.extend(events)
    return _lines(tables, state.teams, told)


def replay_with(
    tables: Tables, log: Log, record: _Record, exchange: Exchange
) -> tuple[LifeLine, ...]:
    """The game again, each move passed through `exchange`; how it ended for every team."""
    told: list[ev.Event] = []
    draft = _relived(tables, log, record, exchange, told)
    return _lines(tables, draft.teams, told)


def _relived(
    tables: Tables, log: Log, record: _Record, exchange: Exchange, told: EventSink
) -> MutableState:
    """The game again to its end; without `told` nobody listens, which is quicker."""
    draft = MutableState(new_game(tables, log.setup, log.seed))
    left = {moment: iter(moves) for moment, moves in record.items()}
    while draft.phase != "over":
        written = left.get((draft.round, draft.turn, draft.phase))
        move = exchange(tables, draft, _next(tables, draft, written) if written else None)
        step(tables, draft, move, told)
    return draft


def _next(tables: Tables, draft: MutableState, written: Iterator[mv.Move]) -> mv.Move | None:
    """The next move written down for this moment, without the hints the rules refuse here.

    The hint alone falls away: what the team answered or picked after it still stands.
    """
    for move in written:
        if not isinstance(move, mv.UseHint) or why_not(tables, draft, move) is None:
            return move
    return None


def as_recorded(tables: Tables, draft: MutableState, move: mv.Move | None) -> mv.Move:
    """The recorded move where it is still legal, else the plainest one."""
    if move is not None and why_not(tables, draft, move) is None:
        return move
    match draft.phase:
        case "ready":
            return mv.Begin()
        case "protect":
            wanted = move.hold if isinstance(move, mv.Protect) else draft.team.hold
            return mv.Protect(affordable(tables, draft, wanted))
        case "throw":
            return mv.Throw()
        case "event":
            return mv.Pick(())
        case "rumour":
            return mv.AnswerRumour((None,) * draft.seats)
        case "unit":
            return mv.Mend() if draft.team.hearts < FULL_HEART else mv.Greet()
        case "community":
            gives = move.gives if isinstance(move, mv.Contribute) else (False,) * draft.seats
            share = tables.amounts.share
            return mv.Contribute(
                tuple(
                    gave and team.money >= share
                    for gave, team in zip(gives, draft.teams, strict=True)
                )
            )
        case "shortfall":
            return mv.Borrow()
        case _:
            return mv.Answer(None)


def affordable(tables: Tables, draft: MutableState, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The dearest part of what is wanted that law, age and purse allow this year."""
    team = draft.team
    done = set(acts(tables, team.hold))
    wish = set(wanted) | done
    purse = max(0, team.money)
    whole = tables.plans.get(tuple(sorted(wish)))
    if whole and cost(whole, team, draft.round) <= purse and _may_hold(tables, whole, team):
        return whole.hold
    fitting = [
        plan
        for plan in tables.plans.values()
        if done <= set(plan.hold) <= wish and _may_hold(tables, plan, team)
    ]
    fitting.sort(key=lambda plan: (-plan.year, -len(plan.hold), plan.hold))
    for plan in fitting:
        if cost(plan, team, draft.round) <= purse:
            return plan.hold
    return tuple(sorted(done))


def _may_hold(tables: Tables, plan: ProtectionPlan, team: TeamState | TeamDraft) -> bool:
    return not any(too_young_or_old(tables, option, team) for option in plan.options)


def _bare(tables: Tables, draft: MutableState, move: mv.Move | None) -> mv.Move:
    if draft.phase == "protect":
        return mv.Protect(())
    if isinstance(move, mv.HelpJoin):
        return mv.Greet()
    return as_recorded(tables, draft, move)


def _claimed(tables: Tables, draft: MutableState, move: mv.Move | None) -> mv.Move:
    if isinstance(move, mv.UseHint):
        return move
    if draft.phase == "event":
        helps = tables.situations[draft.situation].helps
        return mv.Pick(tuple(card for card in draft.cards if card in helps))
    if draft.phase == "claim":
        return mv.Answer(tables.questions[draft.question].answer)
    return as_recorded(tables, draft, move)


def _best(tables: Tables, log: Log, record: _Record) -> tuple[LifeLine, ...]:
    """For each team the life of its best plan; each plan is lived by all teams at once.

    Every plan is lived unheard first; only those that are best for a team are told.
    """
    every_act = {option.id for option in tables.options.values() if option.act}
    best: list[tuple[int, tuple[str, ...]]] = []
    for plan in tables.plans.values():
        if not every_act <= set(plan.hold):
            continue
        draft = _relived(tables, log, record, holding_always(plan.hold), None)
        lived = [
            (score(tables, seat, team).total, plan.hold) for seat, team in enumerate(draft.teams)
        ]
        best = [max(pair, key=_points) for pair in zip(best or lived, lived, strict=True)]
    told = {
        hold: replay_with(tables, log, record, holding_always(hold))
        for hold in dict.fromkeys(hold for _, hold in best)
    }
    return tuple(told[hold][seat]._replace(hold=hold) for seat, (_, hold) in enumerate(best))


def _points(life: tuple[int, tuple[str, ...]]) -> int:
    return life[0]


def _higher(one: LifeLine, other: LifeLine) -> LifeLine:
    return other if other.score > one.score else one


def holding_always(hold: tuple[str, ...]) -> Exchange:
    """Hold this plan every year, as far as the purse allows, and claim every right."""

    def exchange(tables: Tables, draft: MutableState, move: mv.Move | None) -> mv.Move:
        if draft.phase == "protect":
            return mv.Protect(affordable(tables, draft, hold))
        if isinstance(move, mv.HelpJoin):
            return mv.Mend() if draft.team.hearts < FULL_HEART else mv.Greet()
        return _claimed(tables, draft, move)

    return exchange


def _lines(tables: Tables, teams: Any, told: list[ev.Event]) -> tuple[LifeLine, ...]:
    own: list[list[ev.Event]] = [[] for _ in teams]
    for event in told:
        seat = getattr(event, "team", None)
        concerned = {seat} if isinstance(seat, int) else set()
        for seat in sorted(concerned | {team for team, _ in ev.purse_changes(event)}):
            own[seat].append(event)
    return tuple(
        LifeLine(
            hold=team.hold,
            money=team.money,
            debt=team.debt,
            hearts=team.hearts,
            rights=team.received + team.covered,
            account=team.saved + team.matched,
            lump=sum(line.baht for line in old_age(tables, team)),
            score=score(tables, seat, team).total,
            events=tuple(own[seat]),
        )
        for seat, team in enumerate(teams)
    )
