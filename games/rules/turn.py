"""The steps of a turn: each takes the draft through one move. Legality is checked before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from games.rules import events as ev
from games.rules import luck
from games.rules import moves as mv
from games.rules.claims import judge
from games.rules.decks import (
    claim_question,
    lay_cards,
    next_project,
    next_question,
    next_rumour,
    next_situation,
    shown,
)
from games.rules.draft import Draft, TeamDraft
from games.rules.ending import finish
from games.rules.hints import hint_places
from games.rules.protection import HALF, YEAR, acts, due, help_due
from games.rules.tables import FUND, OptionRow, QuestionRow, Tables

Out = list[ev.Event] | None
"""Where events go; None when nobody listens."""

FULL_HEART = 3


def step(tables: Tables, draft: Draft, move: mv.Move, out: Out) -> None:
    """Take a legal move; everything that follows by itself follows."""
    _STEPS[type(move)](tables, draft, move, out)


# --- payday and protection ------------------------------------------------------------------


def _begin(tables: Tables, draft: Draft, _: mv.Begin, out: Out) -> None:
    _payday(tables, draft, out)


def _payday(tables: Tables, draft: Draft, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    amounts = tables.amounts
    if draft.round > 1:
        team.age += 1
    if out is not None:
        out.append(ev.TurnBegan(seat, draft.round, team.age))
    work = tables.occupations[team.occupation]
    swing = luck.below(2 * work.swing + 1, draft.seed, luck.SEASON, draft.round, seat) - work.swing
    income = work.income * (100 + swing) // 100
    weary = income * amounts.weary // 100 if team.hearts == 0 else 0
    net = income - weary - work.living
    team.money += net
    if out is not None:
        out.append(
            ev.Payday(
                seat,
                work.income,
                swing,
                weary,
                income - weary,
                work.living,
                net,
                team.money,
            )
        )
    if 0 < team.debt < amounts.debt_most:
        interest = min(team.debt * amounts.debt_rate // 100, amounts.debt_most - team.debt)
        team.debt += interest
        if out is not None:
            out.append(ev.Interest(seat, amounts.debt_rate, interest, team.debt))
    _pay_later(seat, team, out)
    if team.standing:
        _pay_standing(seat, team, out)
    draft.phase = "protect"


def _pay_later(seat: int, team: TeamDraft, out: Out) -> None:
    for benefit, baht in team.later:
        team.money += baht
        if out is not None:
            out.append(ev.LaterPaid(seat, benefit, baht))
    team.later = ()


def _pay_standing(seat: int, team: TeamDraft, out: Out) -> None:
    still = []
    for benefit, monthly, left in team.standing:
        months = 12 if left < 0 else min(12, left)
        if not months:
            continue
        baht = monthly * months
        team.money += baht
        team.received += baht
        if out is not None:
            out.append(ev.StandingPaid(seat, benefit, monthly, months, baht))
        if left != months:
            still.append((benefit, monthly, left if left < 0 else left - months))
    team.standing = tuple(still)


def _protect(tables: Tables, draft: Draft, move: mv.Protect, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    before = team.hold
    hold = tuple(sorted({*move.hold, *acts(tables, before)}))
    plan = tables.plans[hold]
    spent = 0
    paid: list[ev.Paid] = []
    matched: list[ev.Event] = []
    for option in plan.options:
        each, times = due(option, team, draft.round)
        if times and (each or not option.act):
            spent += each * times
            if out is not None:
                paid.append(ev.Paid(option.id, each, times, each * times, option.fact))
        _enter(tables, draft, seat, option, each, matched if out is not None else None)
    team.money -= spent
    team.hold = hold
    draft.phase = "throw"
    if out is not None:
        out.append(
            ev.Protected(
                seat,
                hold,
                tuple(name for name in hold if name not in before and not tables.options[name].act),
                tuple(name for name in before if name not in hold),
                tuple(name for name in hold if name not in before and tables.options[name].act),
                tuple(paid),
                spent,
                team.money,
            )
        )
        out.extend(matched)


def _enter(
    tables: Tables, draft: Draft, seat: int, option: OptionRow, each: int, out: Out, first: int = 0
) -> int:
    """Count the months from `first` (0 is the year's first), or the saving; the months paid."""
    team = draft.open(seat)
    if option.contributory >= 0:
        base = 12 * (draft.round - 1)
        wanted = ((YEAR >> first) << first) << base
        place = option.contributory
        old = team.paid[place]
        new = (old | wanted).bit_count() - old.bit_count()
        if new:
            team.paid = (*team.paid[:place], old | wanted, *team.paid[place + 1 :])
            at = option.index
            team.months = (*team.months[:at], team.months[at] + new, *team.months[at + 1 :])
        return new
    if option.saves and each:
        _save(tables, seat, team, option, each, out)
    return 1


def _save(
    tables: Tables, seat: int, team: TeamDraft, option: OptionRow, baht: int, out: Out
) -> None:
    """Put savings aside; the state's share follows, by age and up to the year's most."""
    before = team.saved_now
    team.saved += baht
    team.saved_now += baht
    match = tables.matches.get(option.scheme)
    if match is None or match.ended:
        return
    percent = 0
    facts: tuple[str, ...] = ()
    for to_age, share, band_facts in match.bands:
        if team.age <= to_age:
            percent, facts = share, band_facts
            break
    most = match.each[option.id]
    share_now = min(most, team.saved_now * percent // 100) - min(most, before * percent // 100)
    team.matched += share_now
    if out is not None:
        named = tuple(dict.fromkeys((*facts, *match.facts[option.id])))
        out.append(ev.Matched(seat, match.id, baht, percent, most, share_now, named))


# --- walking, and what the spaces do --------------------------------------------------------


def _throw(tables: Tables, draft: Draft, _: mv.Throw, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    start = team.position
    draft.die = 1 + luck.below(6, draft.seed, luck.DIE, draft.round, seat)
    team.position = (start + draft.die) % len(tables.spaces)
    space = tables.spaces[team.position]
    if out is not None:
        out.append(ev.Thrown(seat, draft.die, start, team.position))
        out.append(ev.SpaceReached(seat, space.id, space.kind))
    match space.kind:
        case "event":
            _draw_event(tables, draft, out)
        case "rumour":
            _hear_rumour(tables, draft, out)
        case "unit":
            draft.phase = "unit"
            if out is not None:
                out.append(ev.UnitReached(seat))
        case "community":
            _offer_project(tables, draft, out)
        case _:
            _ask(draft, next_question(tables, draft, space.module), False, out)


def _ask(draft: Draft, question: QuestionRow, claim: bool, out: Out) -> None:
    draft.phase = "claim" if claim else "question"
    draft.question = question.id
    draft.shown = shown(question, draft.seed)
    draft.hinted = ()
    if out is not None:
        out.append(ev.QuestionAsked(draft.turn, question.id, draft.shown, claim))


def is_right(question: QuestionRow, response: mv.Response) -> bool:
    """Whether the response is right: exact, but for a number's tolerance."""
    if response is None:
        return False
    if question.kind == "number":
        answer = question.answer
        return (
            isinstance(response, (int, float))
            and isinstance(answer, (int, float))
            and abs(response - answer) <= question.tolerance
        )
    if question.kind == "several" and isinstance(response, tuple):
        return tuple(sorted(response)) == question.answer
    return response == question.answer


def _answer(tables: Tables, draft: Draft, move: mv.Answer, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    claim = draft.phase == "claim"
    right = is_right(tables.questions[draft.question], move.response)
    if right:
        team.stars += 1
    if out is not None:
        out.append(
            ev.Answered(
                seat,
                draft.question,
                move.response,
                right,
                move.response is None,
                int(right),
                claim,
            )
        )
    draft.question = ""
    draft.shown = ()
    draft.hinted = ()
    if claim:
        _settle(tables, draft, right, out)
    _close_year(tables, draft, out)


def _hint(tables: Tables, draft: Draft, _: mv.UseHint, out: Out) -> None:
    team = draft.open(draft.turn)
    star = team.hints == 0
    if star:
        team.stars -= 1
    else:
        team.hints -= 1
    draft.hinted += hint_places(tables, draft)[:1]
    if out is not None:
        out.append(ev.HintGiven(draft.turn, draft.hinted, star))


def _draw_event(tables: Tables, draft: Draft, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    situation = next_situation(tables, draft, team.occupation)
    if situation is None:
        _ask(draft, next_question(tables, draft, -1), False, out)
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


def _pick(tables: Tables, draft: Draft, move: mv.Pick, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    situation = tables.situations[draft.situation]
    result = judge(tables, team, situation, draft.round, draft.month, draft.cards, move.cards)
    day_income = _day_income(tables, team)
    lost_income = situation.days * day_income
    spared = (
        situation.other * tables.amounts.care_spared // 100
        if _has(tables, draft, "cheaper_care")
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
        _ask(draft, claim_question(tables, draft, situation), True, out)
        return
    _settle(tables, draft, True, out)
    _close_year(tables, draft, out)


def _settle(tables: Tables, draft: Draft, right: bool, out: Out) -> None:
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
    helped = not right and _has(tables, draft, "claim_help")
    baht = sum(amount for _, amount in waiting)
    team.received += baht
    if right or helped:
        team.money += baht
    else:
        team.later += waiting
    if out is not None:
        out.append(ev.ClaimSettled(draft.turn, right or helped, waiting, baht, helped))


def _has(tables: Tables, draft: Draft, effect: str) -> bool:
    return any(tables.projects[name] == effect for name in draft.projects)


def _hear_rumour(tables: Tables, draft: Draft, out: Out) -> None:
    myth = next_rumour(tables, draft)
    if myth is None:
        _ask(draft, next_question(tables, draft, -1), False, out)
        return
    draft.phase = "rumour"
    draft.myth = myth
    if out is not None:
        out.append(ev.RumourHeard(draft.turn, myth))


def _rumour(tables: Tables, draft: Draft, move: mv.AnswerRumour, out: Out) -> None:
    truth = tables.truths[draft.myth]
    each = 2 if _has(tables, draft, "more_stars") else 1
    stars = tuple(each if answer is truth else 0 for answer in move.answers)
    for seat, won in enumerate(stars):
        if won:
            draft.open(seat).stars += won
    if out is not None:
        out.append(ev.RumourAnswered(draft.myth, truth, move.answers, stars))
    draft.myth = ""
    _close_year(tables, draft, out)


# --- service unit and community -----------------------------------------------------------


def _mend(tables: Tables, draft: Draft, _: mv.Mend, out: Out) -> None:
    team = draft.open(draft.turn)
    hearts = min(tables.amounts.mend_hearts, FULL_HEART - team.hearts)
    team.hearts += hearts
    if out is not None:
        out.append(ev.Mended(draft.turn, hearts, "unit"))
    _close_year(tables, draft, out)


def _mentor(tables: Tables, draft: Draft, move: mv.AskMentor, out: Out) -> None:
    team = draft.open(draft.turn)
    team.stars -= 1
    team.hints += tables.amounts.mentor_hints
    if out is not None:
        out.append(ev.MentorAsked(draft.turn, move.scheme, team.hints))
    _close_year(tables, draft, out)


def _help(tables: Tables, draft: Draft, move: mv.HelpJoin, out: Out) -> None:
    helper = draft.open(draft.turn)
    other = draft.open(move.team)
    option = tables.options[move.option]
    each, times = help_due(option, other, draft.round)
    matched: list[ev.Event] = []
    _enter(tables, draft, move.team, option, each, matched if out is not None else None, HALF)
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
    _close_year(tables, draft, out)


def _greet(tables: Tables, draft: Draft, _: mv.Greet, out: Out) -> None:
    _close_year(tables, draft, out)


def _offer_project(tables: Tables, draft: Draft, out: Out) -> None:
    project = next_project(tables, draft)
    if project is None:
        _ask(draft, next_question(tables, draft, -1), False, out)
        return
    draft.phase = "community"
    draft.project = project
    if out is not None:
        needed = givers_needed(draft.seats)
        out.append(ev.ProjectOffered(draft.turn, project, tables.amounts.share, needed))


def givers_needed(teams: int) -> int:
    """How many teams must give to bring a project: more than half."""
    return teams // 2 + 1


def _contribute(tables: Tables, draft: Draft, move: mv.Contribute, out: Out) -> None:
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
    _close_year(tables, draft, out)


# --- the close of the year ------------------------------------------------------------------


def _close_year(tables: Tables, draft: Draft, out: Out) -> None:
    team = draft.open(draft.turn)
    if team.money < 0:
        if out is not None:
            out.append(ev.ShortOfMoney(draft.turn, -team.money))
        if team.hearts:
            draft.phase = "shortfall"
            return
        _take_loan(tables, draft.turn, team, out)
    _end_year(tables, draft, out)


def _borrow(tables: Tables, draft: Draft, _: mv.Borrow, out: Out) -> None:
    _take_loan(tables, draft.turn, draft.open(draft.turn), out)
    _end_year(tables, draft, out)


def _heart(tables: Tables, draft: Draft, _: mv.GiveHeart, out: Out) -> None:
    team = draft.open(draft.turn)
    team.hearts -= 1
    baht = min(-team.money, tables.amounts.heart_covers)
    team.money += baht
    if out is not None:
        out.append(ev.HeartGiven(draft.turn, baht, team.hearts))
    if team.money < 0:
        _take_loan(tables, draft.turn, team, out)
    _end_year(tables, draft, out)


def _take_loan(tables: Tables, seat: int, team: TeamDraft, out: Out) -> None:
    """Borrow what is missing; beyond what anyone lends, go without, which costs a heart."""
    missing = -team.money
    lent = min(missing, tables.amounts.debt_most - team.debt)
    team.money = 0
    team.debt += lent
    if lent and out is not None:
        out.append(ev.Borrowed(seat, lent, team.debt))
    if lent < missing:
        lost = min(1, team.hearts)
        team.hearts -= lost
        if out is not None:
            out.append(ev.WentWithout(seat, missing - lent, lost))


def _repay(seat: int, team: TeamDraft, out: Out) -> None:
    baht = min(team.debt, team.money)
    if baht > 0:
        team.debt -= baht
        team.money -= baht
        if out is not None:
            out.append(ev.DebtRepaid(seat, baht, team.debt))


def _end_year(tables: Tables, draft: Draft, out: Out) -> None:
    seat = draft.turn
    team = draft.open(seat)
    if team.debt:
        _repay(seat, team, out)
    if not team.event_now and team.hearts < FULL_HEART:
        by_project = _has(tables, draft, "mend")
        if team.hearts == 0 or by_project:
            team.hearts += 1
            if out is not None:
                out.append(ev.Mended(seat, 1, "project" if by_project else "quiet_year"))
    if team.hearts == 0:
        team.empty_years += 1
    team.event_now = False
    team.saved_now = 0
    if out is not None:
        out.append(ev.YearClosed(seat, draft.round, team.money, team.debt, team.hearts, team.stars))
    draft.turn += 1
    if draft.turn == draft.seats:
        draft.turn = 0
        draft.round += 1
    if draft.round > draft.rounds:
        _end_game(tables, draft, out)
    else:
        _payday(tables, draft, out)


def _end_game(tables: Tables, draft: Draft, out: Out) -> None:
    draft.round = draft.rounds
    draft.phase = "over"
    for seat in range(draft.seats):
        team = draft.open(seat)
        if team.later:
            _pay_later(seat, team, out)
            if team.debt:
                _repay(seat, team, out)
    if out is not None:
        out.extend(finish(tables, [draft.open(seat) for seat in range(draft.seats)]))


_STEPS: dict[type[Any], Callable[[Tables, Draft, Any, Out], None]] = {
    mv.Begin: _begin,
    mv.Protect: _protect,
    mv.Throw: _throw,
    mv.Answer: _answer,
    mv.Pick: _pick,
    mv.UseHint: _hint,
    mv.AnswerRumour: _rumour,
    mv.Mend: _mend,
    mv.AskMentor: _mentor,
    mv.HelpJoin: _help,
    mv.Greet: _greet,
    mv.Contribute: _contribute,
    mv.Borrow: _borrow,
    mv.GiveHeart: _heart,
}
