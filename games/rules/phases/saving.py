"""Saving with the state's share, for the year played and for the years carried."""

from __future__ import annotations

from games.rules.model import events as ev
from games.rules.model.mutable import EventSink, MutableHousehold
from games.rules.model.tables import OptionRow, Tables

Share = tuple[int, int, int, tuple[str, ...]]
"""Baht added, the percent for the age, the most baht a year, and the facts."""


def share(tables: Tables, option: OptionRow, age: int) -> Share:
    """Return what the state adds to a year's saving at that age."""
    key = (option.id, age)
    known = tables.shares.get(key)
    if known is None:
        known = tables.shares[key] = _share(tables, option, age)
    return known


def _share(tables: Tables, option: OptionRow, age: int) -> Share:
    match = tables.matches.get(option.scheme)
    if match is None or match.ended:
        return 0, 0, 0, ()
    for to_age, percent, facts in match.bands:
        if age <= to_age:
            most = match.each[option.id]
            named = tuple(dict.fromkeys((*facts, *match.facts[option.id])))
            return min(most, option.yearly * percent // 100), percent, most, named
    return 0, 0, 0, ()


def count_saving(
    tables: Tables,
    household: MutableHousehold,
    seat: int,
    option: OptionRow,
    age: int,
    events: EventSink,
) -> None:
    """Put this year's saving aside, and the state's share with it."""
    baht, percent, most, facts = share(tables, option, age)
    household.saved += option.yearly
    household.saved_now += option.yearly
    household.matched += baht
    household.matched_now += baht
    match = tables.matches.get(option.scheme)
    if events is not None and match is not None:
        events.append(ev.Matched(seat, match.id, option.yearly, percent, most, baht, facts))
