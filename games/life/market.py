"""The market: a step of the dream, or the tool of the work."""

from __future__ import annotations

from typing import NamedTuple

from games.life import events as ev
from games.life import moves as mv
from games.life.mutable import EventSink, Game, MutableState, pay
from games.life.tables import Tables

STEPS = 3


class Offer(NamedTuple):
    """Something a household can buy.

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
    amounts = tables.amounts
    unit = amounts.price_round
    per = unit * amounts.price_chapters
    return tuple(
        max(1, (price * game.chapters + per // 2) // per) * unit
        for price in tables.dreams[dream].prices
    )


def offers(tables: Tables, game: Game, seat: int) -> tuple[Offer, ...]:
    """Return what the household could buy, and what is missing for it. Debts come first."""
    household = game.households[seat]
    purse = household.money - household.debt
    found = []
    if household.steps < STEPS and household.dream:
        price = dream_prices(tables, game, household.dream)[household.steps]
        found.append(Offer("step", household.steps + 1, price, 0, max(0, price - purse)))
    work = tables.occupations[household.occupation]
    if work.tool_price and not household.tool:
        short = max(0, work.tool_price - purse)
        found.append(Offer("tool", 0, work.tool_price, work.tool_income, short))
    return tuple(found)


def can_buy(tables: Tables, game: Game, seat: int) -> bool:
    """Return whether the household can buy anything."""
    return any(not offer.short for offer in offers(tables, game, seat))


def open_market(tables: Tables, game: MutableState, events: EventSink) -> bool:
    """Open the market for the household on turn, or for all; False when nobody can buy."""
    seats = range(game.seats) if game.turn < 0 else (game.turn,)
    if not any(can_buy(tables, game, seat) for seat in seats):
        return False
    game.phase = "market"
    if events is not None:
        events.append(ev.MarketOpened(game.turn))
    return True


def buy(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Sell what was chosen."""
    for seat, what in enumerate(move.answers):
        if not what:
            continue
        offer = next(o for o in offers(tables, game, seat) if o.what == what)
        household = game.open(seat)
        if offer.what == "step":
            household.steps += 1
        else:
            household.tool = True
        pay(game, seat, -offer.baht, "bought", offer.what, events)
        if events is not None:
            kind: ev.Ware = "step" if offer.what == "step" else "tool"
            events.append(ev.Bought(seat, kind, offer.baht, household.steps, household.money))
    return True
