"""A life event: drawn, claimed, settled."""

from __future__ import annotations

from games.rules import events as ev
from games.rules import luck
from games.rules import moves as mv
from games.rules.claims import judge
from games.rules.decks import claim_question, lay_cards, next_situation
from games.rules.mutable_state import EventSink, MutableState, TeamDraft
from games.rules.questions import ask, ask_any
from games.rules.tables import FUND, Tables
from games.rules.year import FULL_HEART, close_year, has_project


def draw_event(tables: Tables, draft: MutableState, out: EventSink) -> None:
    """A life event for the team on turn; a question when none can befall it."""
    seat = draft.turn
    team = draft.open(seat)
    situation = next_situation(tables, draft, team.occupation)
    if situation is None:
        ask_any(tables, draft, out)
        return
    draft.phase = "event"
    draft.situation = situation.id
    draft.month = 1 + luck.below(12, draft.seed, luck.MONTH, draft.round, seat)
    draft.cards = lay_cards(draft, situation)
    draft.hinted = ()
    team.event_now = True
    if out is not None:
        out.append(
            ev.EventDrawn(
                seat,
                situation.id,
                draft.month,
                draft.cards,
                _day_income(tables, team),
                situation.days,
            )
        )


def _day_income(tables: Tables, team: TeamDraft) -> int:
    return tables.occupations[team.occupation].income // tables.amounts.work_days


def pick(tables: Tables, draft: MutableState, move: mv.Pick, out: EventSink) -> None:
    """Judge the cards, take what the event costs, and ask the claim question if there is one."""
    seat = draft.turn
    team = draft.open(seat)
    situation = tables.situations[draft.situation]
    result = judge(tables, team, situation, draft.round, draft.month, draft.cards, move.cards)
    day_income = _day_income(tables, team)
    lost_income = situation.days * day_income
    spared = (
        situation.other * tables.amounts.care_spared // 100
        if has_project(tables, draft, "cheaper_care")
        else 0
    )
    cost = lost_income + situation.treatment - result.covered + situation.other - spared
    lost = min(team.hearts, situation.hearts)
    mended = min(FULL_HEART - (team.hearts - lost), result.hearts)
    team.hearts += mended - lost
    team.money -= cost
    team.covered += result.covered
    team.missed += result.missed
    team.standing += result.standing
    draft.waiting = result.waiting
    if out is not None:
        out.append(
            ev.Judged(
                seat,
                situation.id,
                result.verdicts,
                day_income,
                situation.days,
                lost_income,
                situation.treatment,
                result.covered,
                situation.other,
                spared,
                cost,
                lost,
                mended,
                sum(baht for _, baht in result.waiting),
            )
        )
    for scheme in result.unregistered:
        team.hold = tuple(sorted((*team.hold, scheme)))
        team.money -= tables.amounts.trip
        if out is not None:
            out.append(ev.RegisteredLate(seat, scheme, tables.amounts.trip))
    if FUND in team.hold and situation.hospital_days:
        nights = min(situation.hospital_days, tables.amounts.fund_nights)
        baht = nights * tables.amounts.fund_night
        hearts = min(FULL_HEART - team.hearts, tables.amounts.fund_hearts)
        team.money += baht
        team.hearts += hearts
        if out is not None:
            out.append(ev.FundPaid(seat, nights, tables.amounts.fund_night, baht, hearts))
    if situation.claims:
        ask(draft, claim_question(tables, draft, situation), True, out)
        return
    settle(tables, draft, True, out)
    close_year(tables, draft, out)


def settle(tables: Tables, draft: MutableState, right: bool, out: EventSink) -> None:
    """Pay what waits now, or at the next payday; the event is over."""
    team = draft.open(draft.turn)
    waiting = draft.waiting
    draft.waiting = ()
    draft.situation = ""
    draft.month = 0
    draft.cards = ()
    draft.hinted = ()
    if not waiting:
        return
    helped = not right and has_project(tables, draft, "claim_help")
    baht = sum(amount for _, amount in waiting)
    team.received += baht
    if right or helped:
        team.money += baht
    else:
        team.later += waiting
    if out is not None:
        out.append(ev.ClaimSettled(draft.turn, right or helped, waiting, baht, helped))
