"""The frame of a chapter: dreams, payday, protection, the close, and the years carried."""

from __future__ import annotations

from typing import cast

from games.rules.model import events as ev
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, Game, MutableHousehold, MutableState, pay
from games.rules.model.tables import OptionRow, Tables
from games.rules.phases.ages import age_of, years_to_next
from games.rules.phases.decks import dreams_offered
from games.rules.phases.life_events import FULL_HEART, goal_figure
from games.rules.phases.market import dream_prices
from games.rules.phases.protection import affordable, due, whole_hold
from games.rules.phases.saving import count_saving, share


def choose_dreams(
    tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink
) -> bool:
    """Give every household its dream."""
    for seat, answer in enumerate(move.answers):
        dream = cast(str, answer or dreams_offered(tables, game, seat)[0])
        game.open(seat).dream = dream
        if events is not None:
            prices = dream_prices(tables, game, dream)
            events.append(ev.DreamChosen(seat, dream, prices))
    return True


def open_chapter(tables: Tables, game: MutableState, events: EventSink) -> None:
    """Begin the chapter with everybody's payday."""
    game.phase = "opening"
    game.turn = -1
    if events is not None:
        years = years_to_next(tables, game, False)
        age = age_of(tables, game)
        events.append(ev.ChapterBegan(game.chapter, game.chapters, age, years))
    for seat in range(game.seats):
        household = game.open(seat)
        _pay_later(game, seat, household, events)
        _payday(tables, game, seat, household, events)


def _pay_later(
    game: MutableState, seat: int, household: MutableHousehold, events: EventSink
) -> None:
    later = household.later
    household.later = ()
    for benefit, baht in later:
        if events is not None:
            events.append(ev.LaterPaid(seat, benefit, baht))
        pay(game, seat, baht, "later", benefit, events)


def _payday(
    tables: Tables, game: MutableState, seat: int, household: MutableHousehold, events: EventSink
) -> None:
    amounts = tables.amounts
    work = tables.occupations[household.occupation]
    moment = luck.below(2 * work.swing + 1, game.seed, luck.SEASON, game.chapter, seat)
    swing = moment - work.swing
    if game.luck != "ordinary":
        percent = amounts.calm_swing if game.luck == "calm" else amounts.storm_swing
        swing = int(swing * percent / 100)
    if game.chapter == 1:
        swing = max(swing, work.first_swing)
    income = work.income * (100 + swing) // 100
    weary = income * amounts.weary * (FULL_HEART - household.hearts) // 100
    tool = work.tool_income if household.tool else 0
    net = income + tool - weary - work.living
    if events is not None:
        events.append(
            ev.Payday(seat, income, swing, weary, tool, work.living, net, household.money + net)
        )
    pay(game, seat, net, "income", household.occupation, events)


def protect(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Let every household hold what it chose this year, and take what it costs."""
    age = age_of(tables, game)
    for seat, answer in enumerate(move.answers):
        household = game.open(seat)
        if answer is None:
            hold = affordable(tables, household, household.hold, age)
        else:
            hold = whole_hold(tables, household, cast(tuple[str, ...], answer))
        _hold(tables, game, seat, household, hold, age, events)
    return True


def _hold(
    tables: Tables,
    game: MutableState,
    seat: int,
    household: MutableHousehold,
    hold: tuple[str, ...],
    age: int,
    events: EventSink,
) -> None:
    before = household.hold
    plan = tables.plans[hold]
    lines = []
    spent = 0
    for option in plan.options:
        each, times = due(option, household)
        if each and times:
            spent += each * times
            lines.append(ev.Paid(option.id, each, times, each * times, option.fact))
    household.hold = hold
    household.bare += not any(not option.act for option in plan.options)
    if hold != before:
        held = {row.contributory for row in plan.options}
        household.before = tuple(
            months if place in held else 0 for place, months in enumerate(household.before)
        )
    if events is not None:
        events.append(
            ev.Protected(
                seat,
                hold,
                tuple(name for name in hold if name not in before),
                tuple(name for name in before if name not in hold),
                tuple(lines),
                spent,
                household.money - spent,
            )
        )
    for line in lines:
        facts = (line.fact,) if line.fact else ()
        pay(game, seat, -line.baht, "protection", line.option, events, facts)
    for option in plan.options:
        if option.saves:
            count_saving(tables, household, seat, option, age, events)


def close_chapter(tables: Tables, game: MutableState, events: EventSink) -> None:
    """Settle purses and debts, and wait for the leader."""
    game.phase = "close"
    game.turn = -1
    amounts = tables.amounts
    for seat in range(game.seats):
        if game.household(seat).money < 0:
            _fall_short(tables, game, seat, events)
    for seat in range(game.seats):
        household = game.open(seat)
        if household.debt and household.money > 0:
            _repay(game, seat, household, events)
        mended = min(FULL_HEART - household.hearts, goal_figure(tables, game, "mend"))
        household.hearts += mended
        if mended and events is not None:
            events.append(ev.HeartMended(seat, mended, "goal"))
        household.no_heart += household.hearts == 0
        if events is not None:
            events.append(
                ev.ChapterClosed(
                    seat,
                    household.money,
                    household.debt,
                    _grown(household.debt, amounts.debt_grows, amounts.debt_most),
                    household.hearts,
                    household.stars,
                    household.steps,
                )
            )


def _fall_short(tables: Tables, game: MutableState, seat: int, events: EventSink) -> None:
    """Turn what is missing into debt; playing together, the others pay it if they can."""
    missing = -game.household(seat).money
    gives = neighbours_give(game, seat) if game.together else ()
    if gives:
        if events is not None:
            events.append(ev.NeighboursPaid(seat, gives, missing))
        for other, baht in enumerate(gives):
            if baht:
                pay(game, other, -baht, "village", "", events)
        pay(game, seat, missing, "village", "", events)
        return
    household = game.open(seat)
    lent = max(0, min(missing, tables.amounts.debt_most - household.debt))
    household.debt += lent
    household.borrowed += lent
    if lent < missing and household.hearts:
        household.hearts -= 1
    if events is not None:
        events.append(ev.Borrowed(seat, lent, missing - lent, household.debt))
    pay(game, seat, lent, "loan", "", events)
    # What nobody lends is gone without: the purse is empty, not below zero.
    pay(game, seat, missing - lent, "without", "", events)


def neighbours_give(game: Game, seat: int) -> tuple[int, ...]:
    """Return what each other household would give, as evenly as purses allow; () when short."""
    missing = -game.households[seat].money
    purses = sorted((h.money, other) for other, h in enumerate(game.households) if other != seat)
    gives = [0] * len(game.households)
    for place, (money, other) in enumerate(purses):
        left = len(purses) - place
        gives[other] = min(max(0, money), -(-missing // left))
        missing -= gives[other]
    return () if missing else tuple(gives)


def _repay(game: MutableState, seat: int, household: MutableHousehold, events: EventSink) -> None:
    baht = min(household.debt, household.money)
    household.debt -= baht
    if events is not None:
        events.append(ev.Repaid(seat, baht, household.debt))
    pay(game, seat, -baht, "repaid", "", events)


def _grown(debt: int, percent: int, most: int) -> int:
    return max(debt, min(debt + debt * percent // 100, most))


def next_chapter(tables: Tables, game: MutableState, _: mv.NextChapter, events: EventSink) -> bool:
    """Let the years pass, and open the next chapter."""
    _pass_years(tables, game, False, events)
    game.chapter += 1
    open_chapter(tables, game, events)
    return False


def _pass_years(tables: Tables, game: MutableState, to_end: bool, events: EventSink) -> None:
    """Count what is held for all the years that the chapter stands for."""
    amounts = tables.amounts
    years = years_to_next(tables, game, to_end)
    age = age_of(tables, game)
    for seat in range(game.seats):
        household = game.open(seat)
        counted = []
        for option in tables.plans[household.hold].options:
            if option.contributory >= 0:
                months = 12 * years - household.joined[option.contributory]
                _count_months(household, option, months)
                counted.append((option.id, months))
            elif option.saves:
                _carry_saving(tables, household, option, age, years)
        if household.debt:
            household.debt = _grown(household.debt, amounts.debt_grows, amounts.debt_most)
        elif household.hearts < FULL_HEART and amounts.years_hearts:
            mended = min(amounts.years_hearts, FULL_HEART - household.hearts)
            household.hearts += mended
            if events is not None:
                events.append(ev.HeartMended(seat, mended, "years"))
        if events is not None:
            events.append(
                ev.YearsPassed(
                    seat,
                    years,
                    age + years,
                    tuple(counted),
                    household.saved_now,
                    household.matched_now,
                    household.debt,
                )
            )
        household.saved_now = household.matched_now = 0
        if any(household.joined):
            household.joined = (0,) * len(household.joined)


def _count_months(household: MutableHousehold, option: OptionRow, months: int) -> None:
    place, at = option.contributory, option.index
    before, sums = household.before, household.months
    household.before = (*before[:place], before[place] + months, *before[place + 1 :])
    household.months = (*sums[:at], sums[at] + months, *sums[at + 1 :])


def _carry_saving(
    tables: Tables, household: MutableHousehold, option: OptionRow, age: int, years: int
) -> None:
    """Save in the other years as in the one played, with the state's share for each age."""
    saved = option.yearly * (years - 1)
    matched = sum(share(tables, option, age + later)[0] for later in range(1, years))
    household.saved += saved
    household.saved_now += saved
    household.matched += matched
    household.matched_now += matched


def go_to_old_age(tables: Tables, game: MutableState, _: mv.GoToOldAge, events: EventSink) -> bool:
    """Let the years pass to old age; what rights still owe is paid."""
    _pass_years(tables, game, True, events)
    for seat in range(game.seats):
        household = game.open(seat)
        _pay_later(game, seat, household, events)
        if household.debt and household.money > 0:
            _repay(game, seat, household, events)
    game.phase = "over"
    return True
