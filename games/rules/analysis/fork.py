"""Forks: a game taken up again at any of its moves, with other decisions.

"What if we had joined option 3 in year two?":

    at     = moment(tables, log, year=2, seat=0, phase="protect")
    branch = fork(log, at, Protect(("gold_card", "section40.option3")))
    other  = lived_on(tables, branch, log)      # the rest as it was decided then
    replay(tables, other).teams[0], what_if(tables, other)

A branch is a log like any other: it can be played on by hand, saved, undone, forked again.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import NamedTuple

from games.rules import moves as mv
from games.rules.analysis.counterfactual import affordable, as_recorded
from games.rules.game import Log, apply, new_game, replay_steps
from games.rules.legal import why_not
from games.rules.mutable_state import MutableState
from games.rules.state import Phase, State
from games.rules.tables import Tables

_Moment = tuple[int, int, Phase]


class _Recorded(NamedTuple):
    """A move of the log, and what its team held before it."""

    move: mv.Move
    hold: tuple[str, ...]


def fork(log: Log, at: int, *moves: mv.Move) -> Log:
    """The log's first `at` moves, and then these.

    Whether these are legal there is told by whoever replays the branch.

    Raises:
        ValueError: the log has fewer moves, or `at` is below zero.
    """
    if not 0 <= at <= len(log.moves):
        raise ValueError(f"a log of {len(log.moves)} moves cannot be forked at {at}")
    return log._replace(moves=(*log.moves[:at], *moves))


def moment(tables: Tables, log: Log, *, year: int, seat: int, phase: Phase) -> int:
    """How many moves stand before the first one made by that seat, in that year and phase.

    Args:
        year: counted from 1; `seat` from 0.

    Raises:
        ValueError: the log holds no such move.
    """
    state = new_game(tables, log.setup, log.seed)
    for place, (after, _, _) in enumerate(replay_steps(tables, log)):
        if (state.round, state.turn, state.phase) == (year, seat, phase):
            return place
        state = after
    raise ValueError(f"no move of seat {seat} in the phase {phase} of year {year}")


class Decision(NamedTuple):
    """What a team decided to hold in a year; `at` moves stand before it in the log."""

    year: int
    at: int
    hold: tuple[str, ...]


def decisions(tables: Tables, log: Log, seat: int) -> tuple[Decision, ...]:
    """What that team decided to hold, year by year."""
    found = []
    state = new_game(tables, log.setup, log.seed)
    for at, (after, move, _) in enumerate(replay_steps(tables, log)):
        if isinstance(move, mv.Protect) and state.turn == seat:
            found.append(Decision(state.round, at, move.hold))
        state = after
    return tuple(found)


def continue_branch(tables: Tables, branch: Log, log: Log) -> Log:
    """The branch carried on as the log was decided, up to the same point of the game.

    The luck is the same. Where a recorded move is no longer legal the plainest one is made.
    Protection is carried on as it was changed: what a team joined or stopped in a later
    year it joins or stops here too, and keeps what else it holds.

    Raises:
        IllegalMove: the branch's own moves are not legal.
    """
    left: dict[_Moment, deque[_Recorded]] = defaultdict(deque)
    state = new_game(tables, log.setup, log.seed)
    for after, move, _ in replay_steps(tables, log):
        left[_moment(state)].append(_Recorded(move, state.team.hold))
        state = after
    last = state
    state = new_game(tables, branch.setup, branch.seed)
    for after, move, _ in replay_steps(tables, branch):
        _take_off(left[_moment(state)], move)
        state = after
    while state.phase != "over" and _before(state, last):
        move = _carried_on(tables, state, _next(tables, state, left[_moment(state)]))
        branch = branch.with_move(move)
        state, _ = apply(tables, state, move)
    return branch


def _take_off(left: deque[_Recorded], made: mv.Move) -> None:
    """Takes off the recorded move in whose place another was made. A hint stands for itself."""
    if isinstance(made, mv.UseHint):
        if left and isinstance(left[0].move, mv.UseHint):
            left.popleft()
        return
    while left and isinstance(left.popleft().move, mv.UseHint):
        pass


def _next(tables: Tables, state: State, left: deque[_Recorded]) -> _Recorded | None:
    """The next recorded move, without the hints the rules refuse here."""
    while left:
        recorded = left.popleft()
        if (
            not isinstance(recorded.move, mv.UseHint)
            or why_not(tables, state, recorded.move) is None
        ):
            return recorded
    return None


def _carried_on(tables: Tables, state: State, recorded: _Recorded | None) -> mv.Move:
    """What the recorded move comes to here."""
    draft = MutableState(state)
    if recorded is None or not isinstance(recorded.move, mv.Protect):
        return as_recorded(tables, draft, recorded.move if recorded else None)
    wanted = _changed(tables, state.team.hold, recorded.hold, recorded.move.hold)
    return mv.Protect(affordable(tables, draft, wanted))


def _moment(state: State) -> _Moment:
    return (state.round, state.turn, state.phase)


def _before(state: State, last: State) -> bool:
    """Whether the turn is one that the log has played to its end."""
    return last.phase == "over" or (state.round, state.turn) < (last.round, last.turn)


def _changed(
    tables: Tables, hold: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[str, ...]:
    """What is held here, changed as the record changed from `before` to `after`."""
    joined = set(after) - set(before)
    schemes = {tables.options[name].scheme for name in joined}
    kept = {name for name in hold if tables.options[name].scheme not in schemes}
    stopped = set(before) - set(after)
    return tuple(sorted((kept - stopped) | joined))
