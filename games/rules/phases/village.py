"""Together: rumours, the village goal and the storm."""

from __future__ import annotations

from typing import Literal, cast

from games.rules.model import events as ev
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, Game, MutableState, pay
from games.rules.model.tables import FUND, Tables
from games.rules.phases.decks import next_goal, next_rumour
from games.rules.phases.life_events import goal_figure


def hear_rumour(tables: Tables, game: MutableState, events: EventSink) -> bool:
    """Tell the next rumour; False when the modules hold none."""
    myth = next_rumour(tables, game)
    if myth is None:
        return False
    game.phase = "rumour"
    game.myth = myth.id
    if events is not None:
        events.append(ev.RumourHeard(game.turn, myth.id))
    return True


def answer_rumour(
    tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink
) -> bool:
    """Give stars to each household that was right."""
    truth = tables.truths[game.myth]
    each = 1 + goal_figure(tables, game, "more_stars")
    stars = []
    for seat, answer in enumerate(move.answers):
        won = 0
        if answer is truth:
            won = each
            household = game.open(seat)
            household.stars += won
            household.rumours += 1
        stars.append(won)
    if events is not None:
        events.append(ev.RumourAnswered(game.myth, truth, move.answers, tuple(stars)))
    game.myth = ""
    return True


def offer_goal(tables: Tables, game: MutableState, events: EventSink) -> bool:
    """Ask what everybody gives to the village's goal; False when all are built."""
    if not game.goal:
        return False
    game.phase = "goal"
    if events is not None:
        need = coins_needed(tables, game)
        coin = tables.amounts.coin
        events.append(ev.GoalOffered(game.turn, game.goal, game.coins, need, coin))
    return True


def coins_needed(tables: Tables, game: Game) -> int:
    """Return the coins that the goal needs for so many households."""
    needs = tables.goals[game.goal].needs
    return needs[min(len(game.households), len(needs)) - 1]


def give_coins(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Uncover what everybody gave; build the goal when it is enough."""
    gives = tuple(cast(int, answer or 0) for answer in move.answers)
    goal = game.goal
    need = coins_needed(tables, game)
    game.coins += sum(gives)
    built = game.coins >= need
    if events is not None:
        events.append(ev.GoalGiven(goal, gives, min(game.coins, need), need, built))
    for seat, coins in enumerate(gives):
        if coins:
            game.open(seat).coins += coins
            pay(game, seat, -coins * tables.amounts.coin, "goal", goal, events)
    if built:
        game.built += (goal,)
        game.coins = 0
        game.goal = next_goal(tables, game)
    return True


def move_storm(
    tables: Tables, game: MutableState, why: Literal["die", "chapter"], events: EventSink
) -> None:
    """Let the storm come a step nearer; it waits at its last step for the chapter's end."""
    if game.storm < tables.storm.steps:
        game.storm += 1
        if events is not None:
            events.append(ev.StormMoved(game.storm, tables.storm.steps, why))


def storm_breaks(tables: Tables, game: MutableState, events: EventSink) -> None:
    """Break the storm over everybody if it has come; goals and protection soften it."""
    storm = tables.storm
    if game.storm < storm.steps:
        return
    spared = tuple(name for name in game.built if tables.goals[name].effect == "storm")
    rest = 100
    for name in spared:
        rest -= rest * tables.goals[name].figure // 100
    losses = []
    hearts = []
    for seat in range(game.seats):
        household = game.open(seat)
        day_income = tables.occupations[household.occupation].income // tables.amounts.work_days
        loss = (storm.days * day_income + storm.repair) * rest // 100
        if FUND in household.hold:
            loss -= min(loss, tables.amounts.fund_storm)
        schemes = tables.plans[household.hold].schemes.values()
        covered = any(row.contributory >= 0 or row.saves or row.id == FUND for row in schemes)
        lost = 0 if covered or spared else min(household.hearts, storm.hearts)
        household.hearts -= lost
        losses.append(loss)
        hearts.append(lost)
    if events is not None:
        events.append(ev.StormBroke(storm.days, storm.repair, tuple(losses), tuple(hearts), spared))
    for seat, loss in enumerate(losses):
        pay(game, seat, -loss, "storm", "", events)
    game.storm = 0
    game.storms += 1
