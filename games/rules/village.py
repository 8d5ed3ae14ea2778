"""Together: rumours, the service unit, village projects."""

from __future__ import annotations

from games.rules import events as ev
from games.rules import moves as mv
from games.rules.decks import next_project, next_rumour
from games.rules.mutable_state import EventSink, MutableState
from games.rules.protection import HALF, help_due
from games.rules.questions import ask_any
from games.rules.tables import Tables
from games.rules.year import FULL_HEART, close_year, enter, has_project


def hear_rumour(tables: Tables, draft: MutableState, out: EventSink) -> None:
    """Tell the next rumour; a question when the modules hold none."""
    myth = next_rumour(tables, draft)
    if myth is None:
        ask_any(tables, draft, out)
        return
    draft.phase = "rumour"
    draft.myth = myth
    if out is not None:
        out.append(ev.RumourHeard(draft.turn, myth))


def answer_rumour(
    tables: Tables, draft: MutableState, move: mv.AnswerRumour, out: EventSink
) -> None:
    """A star for each team that was right."""
    truth = tables.truths[draft.myth]
    each = 2 if has_project(tables, draft, "more_stars") else 1
    stars = tuple(each if answer is truth else 0 for answer in move.answers)
    for seat, won in enumerate(stars):
        if won:
            draft.open(seat).stars += won
    if out is not None:
        out.append(ev.RumourAnswered(draft.myth, truth, move.answers, stars))
    draft.myth = ""
    close_year(tables, draft, out)


def mend(tables: Tables, draft: MutableState, _: mv.Mend, out: EventSink) -> None:
    """Mend hearts at the service unit."""
    team = draft.open(draft.turn)
    hearts = min(tables.amounts.mend_hearts, FULL_HEART - team.hearts)
    team.hearts += hearts
    if out is not None:
        out.append(ev.Mended(draft.turn, hearts, "unit"))
    close_year(tables, draft, out)


def ask_mentor(tables: Tables, draft: MutableState, move: mv.AskMentor, out: EventSink) -> None:
    """A star for an explanation and hints."""
    team = draft.open(draft.turn)
    team.stars -= 1
    team.hints += tables.amounts.mentor_hints
    if out is not None:
        out.append(ev.MentorAsked(draft.turn, move.scheme, team.hints))
    close_year(tables, draft, out)


def help_join(tables: Tables, draft: MutableState, move: mv.HelpJoin, out: EventSink) -> None:
    """Another team joins and pays from the half-year on; both gain."""
    helper = draft.open(draft.turn)
    other = draft.open(move.team)
    option = tables.options[move.option]
    each, times = help_due(option, other, draft.round)
    matched: list[ev.Event] = []
    enter(tables, draft, move.team, option, each, matched if out is not None else None, HALF)
    other.money -= each * times
    other.hold = tuple(sorted((*other.hold, option.id)))
    stars = tables.amounts.help_stars
    helper.stars += stars
    other.stars += stars
    if out is not None:
        out.append(
            ev.HelpedJoin(draft.turn, move.team, option.id, each, times, each * times, stars)
        )
        out.extend(matched)
    close_year(tables, draft, out)


def greet(tables: Tables, draft: MutableState, _: mv.Greet, out: EventSink) -> None:
    """Nothing is needed today."""
    close_year(tables, draft, out)


def offer_project(tables: Tables, draft: MutableState, out: EventSink) -> None:
    """Offer what the village does not have yet; a question when it has all."""
    project = next_project(tables, draft)
    if project is None:
        ask_any(tables, draft, out)
        return
    draft.phase = "community"
    draft.project = project
    if out is not None:
        needed = givers_needed(draft.seats)
        out.append(ev.ProjectOffered(draft.turn, project, tables.amounts.share, needed))


def givers_needed(teams: int) -> int:
    """How many teams must give to bring a project: more than half."""
    return teams // 2 + 1


def contribute(tables: Tables, draft: MutableState, move: mv.Contribute, out: EventSink) -> None:
    """Bring the project if enough give; otherwise everyone keeps the share."""
    share = tables.amounts.share
    brought = sum(move.gives) >= givers_needed(draft.seats)
    if brought:
        draft.projects += (draft.project,)
        for seat, gave in enumerate(move.gives):
            if gave:
                draft.open(seat).money -= share
    if out is not None:
        out.append(ev.ProjectDecided(draft.project, move.gives, brought, share))
    draft.project = ""
    close_year(tables, draft, out)
