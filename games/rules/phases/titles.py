"""Titles: one for every household at the end, for what it did best."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.rules.model.tables import Tables
from games.rules.phases.protection import Holder

FALLBACK = "neighbour"
"""Earned by whoever has no other title; more than one household may."""

_MEASURES: dict[str, Callable[[Holder, int], int]] = {
    "dream_reached": lambda h, _: int(h.steps == 3),
    "helped_most": lambda h, _: h.helped,
    "never_in_vain": lambda h, _: h.paid if not h.trips else 0,
    "rumour_judge": lambda h, _: h.rumours,
    "most_stars": lambda h, _: h.stars,
    "gave_most": lambda h, _: h.coins,
    "judged_others": lambda h, _: h.judged,
    "no_debt": lambda h, _: int(not h.borrowed),
    "came_back": lambda h, _: int(h.borrowed > 0 and not h.debt),
    "always_protected": lambda h, _: int(not h.bare),
    "largest_basket": lambda _, basket: basket,
    "most_hearts": lambda h, _: h.hearts,
}
"""How much of it a household has: the most of all earns the title, 0 never does."""


def give_titles(
    tables: Tables, households: Sequence[Holder], baskets: Sequence[int]
) -> tuple[str, ...]:
    """Return a title for each household, each given once but the neighbour's.

    The title whose holder stands out most is given first.
    """
    given = [""] * len(households)
    offered = []
    for order, title in enumerate(tables.titles):
        measure = _MEASURES.get(title.earned_by)
        if measure is None:
            continue
        values = [measure(h, b) for h, b in zip(households, baskets, strict=True)]
        most = max(values)
        holders = [seat for seat, value in enumerate(values) if value == most > 0]
        offered.append((len(holders), order, title.id, holders))
    for _, _, name, holders in sorted(offered):
        free = [seat for seat in holders if not given[seat]]
        if free:
            given[free[0]] = name
    fallback = next((t.id for t in tables.titles if t.earned_by == FALLBACK), "")
    return tuple(name or fallback for name in given)
