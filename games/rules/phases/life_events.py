"""Life events: drawn, claimed, uncovered, settled. For one household or for all alike."""

from __future__ import annotations

from typing import cast

from games.rules.model import events as ev
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, MutableHousehold, MutableState, pay
from games.rules.model.tables import FUND, SituationRow, Tables
from games.rules.phases.ages import age_of
from games.rules.phases.decks import claim_question, next_situation, next_village_event
from games.rules.phases.judging import Judgement, judge
from games.rules.phases.questions import ask, ask_any, judge_answers

FULL_HEART = 3
Waiting = tuple[tuple[str, int], ...]
"""(benefit, baht) that a right will pay."""


def draw_village_event(tables: Tables, game: MutableState, events: EventSink) -> None:
    """Put the event that befalls every household on the table."""
    game.phase = "village"
    _lay(tables, game, next_village_event(tables, game), events)


def draw_event(tables: Tables, game: MutableState, space: int, events: EventSink) -> None:
    """Put a life event of that place on the table; a question when none can happen there."""
    occupation = game.household(game.turn).occupation
    situation = next_situation(tables, game, occupation, space)
    if situation is None:
        ask_any(tables, game, -1, events)
        return
    game.phase = "event"
    _lay(tables, game, situation, events)


def _lay(tables: Tables, game: MutableState, situation: SituationRow, events: EventSink) -> None:
    first = tables.amounts.first_month
    game.situation = situation.id
    game.month = first + luck.below(13 - first, game.seed, luck.MONTH, game.chapter, game.turn)
    game.cards = situation.cards
    game.hinted = ()
    if events is not None:
        events.append(ev.EventDrawn(game.turn, situation.id, game.month, game.cards))


def claim_together(
    tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink
) -> bool:
    """Uncover what every household asked for in the village's event, and pay it."""
    for seat, answer in enumerate(move.answers):
        picks = cast(tuple[str, ...], answer or ())
        _, waiting = _uncover(tables, game, seat, picks, False, events)
        for benefit, baht in waiting:
            _pay_right(tables, game, seat, benefit, baht, events)
    _clear(game)
    return True


def claim_own(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Uncover what the household on turn asked for, and whom the others backed."""
    seat = game.turn
    situation = tables.situations[game.situation]
    picks = cast(tuple[str, ...], move.answers[seat] or ())
    result, waiting = _uncover(tables, game, seat, picks, bool(situation.claims), events)
    for other, card in enumerate(move.answers):
        if other == seat:
            continue
        right = card in result.best
        if right:
            backer = game.open(other)
            backer.stars += 1
            backer.judged += 1
        if events is not None:
            events.append(ev.Backed(other, str(card or ""), right, int(right)))
    if situation.claims and result.helped:
        game.waiting = waiting
        ask(game, claim_question(tables, game, situation), True, events)
        return False
    for benefit, baht in waiting:
        _pay_right(tables, game, seat, benefit, baht, events)
    _clear(game)
    return True


def settle_claim(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Pay what the claim step decides: now, or with the next chapter."""
    seat = game.turn
    right = judge_answers(tables, game, move.answers, events)
    helped = not right and goal_figure(tables, game, "claim_help") > 0
    waiting = game.waiting
    if events is not None:
        baht = sum(amount for _, amount in waiting)
        events.append(ev.ClaimSettled(seat, right or helped, waiting, baht, helped))
    if right or helped:
        for benefit, amount in waiting:
            _pay_right(tables, game, seat, benefit, amount, events)
    else:
        household = game.open(seat)
        household.later += waiting
        household.received += sum(amount for _, amount in waiting)
    _clear(game)
    return True


def _clear(game: MutableState) -> None:
    game.situation = ""
    game.month = 0
    game.cards = ()
    game.waiting = ()
    game.hinted = ()


def _uncover(
    tables: Tables,
    game: MutableState,
    seat: int,
    picks: tuple[str, ...],
    claim: bool,
    events: EventSink,
) -> tuple[Judgement, Waiting]:
    """Judge the picks, and take what the event costs.

    Returns:
        The judgement, and the (benefit, baht) that come to the purse once claimed.
    """
    household = game.open(seat)
    amounts = tables.amounts
    situation = tables.situations[game.situation]
    result = judge(tables, household, situation, age_of(tables, game), game.month, picks)
    day_income = tables.occupations[household.occupation].income // amounts.work_days
    lost_income = situation.days * day_income
    unpaid = situation.treatment - result.covered
    waived = max(0, unpaid - amounts.treatment_most)
    spared = situation.other * min(100, goal_figure(tables, game, "cheaper_care")) // 100
    cost = lost_income + unpaid - waived + situation.other - spared
    # Who is ill and gets nothing for the lost days goes back to work too early.
    early = amounts.early_hearts if situation.ill and not result.waiting else 0
    lost = min(household.hearts, situation.hearts + early)
    mended = min(FULL_HEART - (household.hearts - lost), result.hearts)
    household.hearts += mended - lost
    household.events += 1
    household.paid += result.helped
    household.covered += result.covered
    household.missed += result.missed
    household.not_joined += result.not_joined
    pays = sum(baht for _, baht in result.waiting)
    if events is not None:
        events.append(
            ev.Revealed(
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
                result.trips,
                pays,
                claim and result.helped,
                result.missed,
                result.not_joined,
                waived,
            )
        )
    pay(game, seat, -cost, "harm", situation.id, events)
    if result.trips:
        household.trips += sum(v.trip > 0 and not v.helps for v in result.verdicts)
        pay(game, seat, -result.trips, "trip", situation.id, events)
    if result.register:
        household.hold = tuple(sorted((*household.hold, *result.register)))
    if FUND in household.hold and situation.hospital_days:
        _pay_fund(tables, game, household, seat, situation, events)
    if situation.keeps:
        return result, _keep_aside(household, seat, result.waiting, max(0, cost), events)
    return result, result.waiting


def _keep_aside(
    household: MutableHousehold, seat: int, waiting: Waiting, cost: int, events: EventSink
) -> Waiting:
    """Leave what rights pay beyond the event's costs to those it is for; return the rest."""
    rest = []
    for benefit, baht in waiting:
        now = min(baht, cost)
        cost -= now
        if now:
            rest.append((benefit, now))
        if baht > now:
            household.received += baht - now
            if events is not None:
                events.append(ev.KeptAside(seat, benefit, baht - now))
    return tuple(rest)


def _pay_fund(
    tables: Tables,
    game: MutableState,
    household: MutableHousehold,
    seat: int,
    situation: SituationRow,
    events: EventSink,
) -> None:
    nights = min(situation.hospital_days, tables.amounts.fund_nights)
    baht = nights * tables.amounts.fund_night
    hearts = min(1, FULL_HEART - household.hearts)
    household.hearts += hearts
    if events is not None:
        events.append(ev.FundPaid(seat, nights, tables.amounts.fund_night, baht, hearts))
    pay(game, seat, baht, "fund", situation.id, events)


def _pay_right(
    tables: Tables, game: MutableState, seat: int, benefit: str, baht: int, events: EventSink
) -> None:
    household = game.open(seat)
    household.received += baht
    facts: tuple[str, ...] = ()
    if events is not None:
        row = tables.benefits[benefit]
        held = tables.plans[household.hold].schemes.get(row.scheme)
        facts = row.rests_on(held.id if held is not None else "")
    pay(game, seat, baht, "right", benefit, events, facts)


def goal_figure(tables: Tables, game: MutableState, effect: str) -> int:
    """Return what the goals that the village has built with that effect come to; 0: none."""
    if not game.built:
        return 0
    goals = [tables.goals[name] for name in game.built]
    return sum(goal.figure for goal in goals if goal.effect == effect)
