"""The year of a team: payday, protection, and the close."""

from __future__ import annotations

from games.rules import events as ev
from games.rules import luck
from games.rules import moves as mv
from games.rules.ending import finish
from games.rules.mutable_state import EventSink, Game, MutableState, TeamDraft
from games.rules.protection import YEAR, acts, due
from games.rules.tables import OptionRow, Tables

FULL_HEART = 3


def begin(tables: Tables, draft: MutableState, _: mv.Begin, out: EventSink) -> None:
    """The first payday."""
    _payday(tables, draft, out)


def _payday(tables: Tables, draft: MutableState, out: EventSink) -> None:
    seat = draft.turn
    team = draft.open(seat)
    amounts = tables.amounts
    if draft.round > 1:
        team.age += 1
    if out is not None:
        out.append(ev.TurnBegan(seat, draft.round, team.age))
    work = tables.occupations[team.occupation]
    swing = luck.below(2 * work.swing + 1, draft.seed, luck.SEASON, draft.round, seat) - work.swing
    if draft.luck != "ordinary":
        share = amounts.calm_swing if draft.luck == "calm" else amounts.storm_swing
        swing = int(swing * share / 100)
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


def _pay_later(seat: int, team: TeamDraft, out: EventSink) -> None:
    for benefit, baht in team.later:
        team.money += baht
        if out is not None:
            out.append(ev.LaterPaid(seat, benefit, baht))
    team.later = ()


def _pay_standing(seat: int, team: TeamDraft, out: EventSink) -> None:
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


def protect(tables: Tables, draft: MutableState, move: mv.Protect, out: EventSink) -> None:
    """Hold this from now on, pay for it, and receive the state's share."""
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
        enter(tables, draft, seat, option, each, matched if out is not None else None)
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


def enter(
    tables: Tables,
    draft: MutableState,
    seat: int,
    option: OptionRow,
    each: int,
    out: EventSink,
    first: int = 0,
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
    tables: Tables, seat: int, team: TeamDraft, option: OptionRow, baht: int, out: EventSink
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


def close_year(tables: Tables, draft: MutableState, out: EventSink) -> None:
    """Close the team's year: short of money is a choice while a heart is left."""
    team = draft.open(draft.turn)
    if team.money < 0:
        if out is not None:
            out.append(ev.ShortOfMoney(draft.turn, -team.money))
        if team.hearts:
            draft.phase = "shortfall"
            return
        _take_loan(tables, draft.turn, team, out)
    _end_year(tables, draft, out)


def borrow(tables: Tables, draft: MutableState, _: mv.Borrow, out: EventSink) -> None:
    """Borrow what is missing."""
    _take_loan(tables, draft.turn, draft.open(draft.turn), out)
    _end_year(tables, draft, out)


def give_heart(tables: Tables, draft: MutableState, _: mv.GiveHeart, out: EventSink) -> None:
    """A heart stands for part of what is missing; the rest is borrowed."""
    team = draft.open(draft.turn)
    team.hearts -= 1
    baht = min(-team.money, tables.amounts.heart_covers)
    team.money += baht
    if out is not None:
        out.append(ev.HeartGiven(draft.turn, baht, team.hearts))
    if team.money < 0:
        _take_loan(tables, draft.turn, team, out)
    _end_year(tables, draft, out)


def ask_neighbours(
    tables: Tables, draft: MutableState, _: mv.AskNeighbours, out: EventSink
) -> None:
    """The other teams pay what is missing."""
    gives = neighbours_give(draft)
    for seat, baht in enumerate(gives):
        if baht:
            draft.open(seat).money -= baht
    team = draft.open(draft.turn)
    missing = -team.money
    team.money = 0
    if out is not None:
        out.append(ev.NeighboursPaid(draft.turn, gives, missing))
    _end_year(tables, draft, out)


def neighbours_give(game: Game) -> tuple[int, ...]:
    """What each other team would give, as evenly as their purses allow; () when short."""
    missing = -game.team.money
    purses = sorted((team.money, seat) for seat, team in enumerate(game.teams) if seat != game.turn)
    gives = [0] * len(game.teams)
    for place, (money, seat) in enumerate(purses):
        others = len(purses) - place
        gives[seat] = min(max(0, money), -(-missing // others))
        missing -= gives[seat]
    return () if missing else tuple(gives)


def _take_loan(tables: Tables, seat: int, team: TeamDraft, out: EventSink) -> None:
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


def _repay(seat: int, team: TeamDraft, out: EventSink) -> None:
    baht = min(team.debt, team.money)
    if baht > 0:
        team.debt -= baht
        team.money -= baht
        if out is not None:
            out.append(ev.DebtRepaid(seat, baht, team.debt))


def _end_year(tables: Tables, draft: MutableState, out: EventSink) -> None:
    seat = draft.turn
    team = draft.open(seat)
    if team.debt:
        _repay(seat, team, out)
    if not team.event_now and team.hearts < FULL_HEART:
        by_project = has_project(tables, draft, "mend")
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


def _end_game(tables: Tables, draft: MutableState, out: EventSink) -> None:
    draft.round = draft.rounds
    draft.phase = "over"
    for seat in range(draft.seats):
        team = draft.open(seat)
        if team.later:
            _pay_later(seat, team, out)
            if team.debt:
                _repay(seat, team, out)
    if out is not None:
        teams = [draft.open(seat) for seat in range(draft.seats)]
        out.extend(finish(tables, teams, draft.together))


def has_project(tables: Tables, game: Game, effect: str) -> bool:
    """Whether the village has a project with that effect."""
    return any(tables.projects[name] == effect for name in game.projects)
