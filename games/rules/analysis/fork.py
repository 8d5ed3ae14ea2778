"""Forks: a game taken up again at any of its moves, with another decision.

"What if we had joined option 3 in chapter two?":

    choice = decisions(tables, log, seat=0)[1]
    branch = fork(log, choice.at, other_reply(log, choice.at, 0, ("section40.option3",)))
    other  = continue_branch(tables, branch, log)      # the rest as it was decided then
    two_lives(tables, other)

A branch is a log like any other: it can be played on by hand, saved, undone, forked again.
"""

from __future__ import annotations

from typing import NamedTuple

from games.rules.analysis.counterfactual import MovesByMoment, as_recorded, next_move
from games.rules.log import Log, replay_events
from games.rules.model import moves as mv
from games.rules.model.mutable import MutableState
from games.rules.model.tables import Tables
from games.rules.play import apply, new_game

DECIDED = ("opening", "village", "event", "market")
"""The phases whose decisions can be taken again."""


class Decision(NamedTuple):
    """A household's decision; `at` moves stand before it in the log."""

    chapter: int
    phase: str
    at: int
    reply: mv.Reply
    situation: str


def decisions(tables: Tables, log: Log, seat: int) -> tuple[Decision, ...]:
    """Return what that household decided about protection, claims and purchases."""
    found = []
    for at, (before, move, _, _) in enumerate(replay_events(tables, log)):
        if not isinstance(move, mv.AnswersIn) or before.phase not in DECIDED:
            continue
        if before.turn in (-1, seat):
            reply = move.answers[seat]
            found.append(Decision(before.chapter, before.phase, at, reply, before.situation))
    return tuple(found)


def other_reply(log: Log, at: int, seat: int, reply: mv.Reply) -> mv.AnswersIn:
    """Return the answers recorded there, with another reply of that seat.

    Raises:
        ValueError: the log holds no answers there.
    """
    move = log.moves[at]
    if not isinstance(move, mv.AnswersIn):
        raise ValueError(f"move {at} of the log holds no answers")
    return mv.AnswersIn((*move.answers[:seat], reply, *move.answers[seat + 1 :]))


def fork(log: Log, at: int, *moves: mv.Move) -> Log:
    """Return the log's first `at` moves, and then these.

    Whether these are legal there is told by whoever replays the branch.

    Raises:
        ValueError: the log has fewer moves, or `at` is below zero.
    """
    if not 0 <= at <= len(log.moves):
        raise ValueError(f"a log of {len(log.moves)} moves cannot be forked at {at}")
    return log._replace(moves=(*log.moves[:at], *moves))


def continue_branch(tables: Tables, branch: Log, log: Log) -> Log:
    """Return the branch carried on as the log was decided, up to the same point of the game.

    The luck is the same. Where a recorded move is no longer legal the plainest one is made.
    Protection is carried on as it was changed: what a household joined or stopped in a later
    chapter it joins or stops here too, and keeps what else it holds.

    Raises:
        IllegalMove: the branch's own moves are not legal.
    """
    record = MovesByMoment(tables, log)
    left = record.left()
    state = new_game(tables, branch.setup, branch.seed)
    for before, _, after, _ in replay_events(tables, branch):
        taken = left[(before.chapter, before.turn, before.phase)]
        if taken:
            taken.popleft()
        state = after
    last = record.last
    while state.phase != "over":
        beyond = (state.chapter, state.phase, state.turn) == (last.chapter, last.phase, last.turn)
        if state.chapter > last.chapter or (beyond and last.phase != "over"):
            break
        waiting = left[(state.chapter, state.turn, state.phase)]
        game = MutableState(state)
        move = next_move(tables, game, waiting, record, as_recorded)
        branch = branch.with_move(move)
        state, _ = apply(tables, state, move)
    return branch
