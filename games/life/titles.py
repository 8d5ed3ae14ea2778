"""Titles: one for every household at the end, for what it did best."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.life.protection import Holder
from games.life.tables import Tables

EARNED_BY: dict[str, Callable[[Holder, int], int]] = {
    "dream": lambda h, _: h.steps,
    "basket": lambda _, basket: basket,
    "helped": lambda h, _: 3 * h.helped + h.coins,
    "no_trips": lambda h, _: h.paid - 3 * h.trips,
    "rumours": lambda h, _: h.rumours,
    "stars": lambda h, _: h.stars,
    "judged": lambda h, _: h.judged,
    "hearts": lambda h, _: h.hearts,
    "rights": lambda h, _: h.received + h.covered,
    "gave": lambda h, _: h.coins,
    "saved": lambda h, _: h.saved,
    "protected": lambda h, _: len(h.hold),
    "endured": lambda h, _: h.events - h.hearts,
}
"""What a title can be earned by: the more, the better."""


def give_titles(
    tables: Tables, households: Sequence[Holder], baskets: Sequence[int]
) -> tuple[str, ...]:
    """Return a title for each household, all different while there are enough.

    The title whose best household leads the others most clearly is given first.
    """
    given = [""] * len(households)
    titles = [title for title in tables.titles if title.earned_by in EARNED_BY]
    while titles and not all(given):
        best: tuple[float, int, int] | None = None
        for place, title in enumerate(titles):
            measure = EARNED_BY[title.earned_by]
            values = [measure(h, b) for h, b in zip(households, baskets, strict=True)]
            free = [seat for seat, name in enumerate(given) if not name]
            seat = max(free, key=lambda s: (values[s], -s))
            mean = sum(values) / len(values)
            lead = (values[seat] - mean) / (1 + abs(mean))
            if best is None or lead > best[0]:
                best = (lead, place, seat)
        if best is None:
            break
        _, place, seat = best
        given[seat] = titles.pop(place).id
    return tuple(given)
