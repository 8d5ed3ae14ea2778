"""The market: a step of the dream, or the tool of the work."""

from __future__ import annotations

from typing import NamedTuple, cast

from games.rules.model import events as ev
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, Game, MutableState, pay
from games.rules.model.state import EVERYBODY
from games.rules.model.tables import Tables
from games.rules.phases.questions import ask_any

STEPS = 3


class Offer(NamedTuple):
    """An offer of the market to a household.

    Attributes:
        what: ``step`` or ``tool``; `number` of the step, 1 to 3.
        yearly: baht a year that the tool brings.
        short: baht missing from the purse after debts; 0: it can be bought.
    """

    what: str
    number: int
    baht: int
    yearly: int
    short: int


def dream_prices(tables: Tables, game: Game, dream: str) -> tuple[int, ...]:
    """Return the prices of a dream's steps in a game of so many chapters."""
    return tuple(_price(tables, game, price) for price in tables.dreams[dream].prices)


def _price(tables: Tables, game: Game, written: int) -> int:
    """Return a price in proportion to the chapters that there are to earn it in."""
    unit = tables.amounts.price_round
    per = unit * tables.amounts.price_chapters
    return max(1, (written * game.chapters + per // 2) // per) * unit


def open_steps(game: Game) -> int:
    """Return how many steps of a dream can be owned by now: a dream takes a life.

    They open evenly over the chapters, the last one with the last third of them.
    """
    return min(STEPS, -(-STEPS * game.chapter // game.chapters))


def offers(tables: Tables, game: Game, seat: int) -> tuple[Offer, ...]:
    """Return what the household could buy, and what is missing for it. Debts come first."""
    household = game.households[seat]
    purse = household.money - household.debt
    found = []
    if household.steps < open_steps(game) and household.dream:
        price = _price(tables, game, tables.dreams[household.dream].prices[household.steps])
        found.append(Offer("step", household.steps + 1, price, 0, max(0, price - purse)))
    work = tables.occupations[household.occupation]
    if work.tool_price and not household.tool:
        price = _price(tables, game, work.tool_price)
        found.append(Offer("tool", 0, price, work.tool_income, max(0, price - purse)))
    return tuple(found)


def can_buy(tables: Tables, game: Game, seat: int) -> bool:
    """Return whether the household can buy anything."""
    return any(not offer.short for offer in offers(tables, game, seat))


def price_of(tables: Tables, game: Game, seat: int, wares: tuple[str, ...]) -> int | None:
    """Return what these cost together: the tool, and so many steps; None: not for sale."""
    household = game.households[seat]
    steps = wares.count("step")
    tools = wares.count("tool")
    if steps + tools != len(wares) or household.steps + steps > open_steps(game):
        return None
    work = tables.occupations[household.occupation]
    if tools > (0 if household.tool or not work.tool_price else 1):
        return None
    prices = dream_prices(tables, game, household.dream)
    cost = sum(prices[household.steps : household.steps + steps])
    return cost + tools * _price(tables, game, work.tool_price)


def open_market(tables: Tables, game: MutableState, events: EventSink) -> bool:
    """Open the market for everybody; False when nobody can buy."""
    if not any(can_buy(tables, game, seat) for seat in range(game.seats)):
        return False
    game.phase = "market"
    if events is not None:
        events.append(ev.MarketOpened(game.turn))
    return True


def buy(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Sell what was chosen, one thing after another."""
    for seat, wares in enumerate(move.answers):
        for what in cast(tuple[ev.Ware, ...], wares or ()):
            offer = next(o for o in offers(tables, game, seat) if o.what == what)
            household = game.open(seat)
            if what == "step":
                household.steps += 1
            else:
                household.tool = True
            ref = household.dream if what == "step" else "tool"
            pay(game, seat, -offer.baht, "bought", ref, events)
            if events is not None:
                events.append(ev.Bought(seat, what, offer.baht, household.steps, household.money))
    if game.turn == EVERYBODY:
        return True
    # In a turn a question follows, so that nobody only looks on.
    ask_any(tables, game, -1, events)
    return False
