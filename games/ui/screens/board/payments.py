"""From which schemes a household has just been paid."""

from __future__ import annotations

from collections.abc import Collection

from games.rules import Event, Tables
from games.rules.model.events import ClaimSettled, LaterPaid, Revealed


def paying(tables: Tables, events: Collection[Event], seat: int) -> frozenset[str]:
    """Return the schemes that these events paid a household from."""
    benefits: list[str] = []
    for event in events:
        match event:
            case Revealed(seat=paid, verdicts=verdicts) if paid == seat:
                benefits += [v.benefit for v in verdicts if v.picked and v.held and v.helps]
            case ClaimSettled(seat=paid, now=True, paid=sums) if paid == seat:
                benefits += [benefit for benefit, _ in sums]
            case LaterPaid(seat=paid, benefit=benefit) if paid == seat:
                benefits.append(benefit)
            case _:
                pass
    known = [tables.benefits[benefit] for benefit in benefits if benefit in tables.benefits]
    return frozenset(row.scheme for row in known)
