"""The ledger: every change of every purse, with the facts it rests on."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.log import Log, replay_events
from games.rules.model import events as ev
from games.rules.model.tables import Tables


class LedgerEntry(NamedTuple):
    """One change of a purse.

    Attributes:
        at: number of the move in the log.
        money: in the purse after it; the entries of a seat add up to it.
    """

    at: int
    chapter: int
    seat: int
    baht: int
    reason: ev.PurseReason
    ref: str
    money: int
    facts: tuple[str, ...]


def ledger(tables: Tables, log: Log) -> tuple[LedgerEntry, ...]:
    """Return every change of every purse, in order."""
    entries = []
    for at, (_, _, state, events) in enumerate(replay_events(tables, log)):
        for event in events:
            if isinstance(event, ev.Purse):
                facts = event.facts
                if event.reason in ("right", "later") and event.ref in tables.benefits:
                    grounds = tables.benefits[event.ref].grounds
                    facts = tuple(dict.fromkeys((*facts, *grounds)))
                entries.append(
                    LedgerEntry(
                        at,
                        state.chapter,
                        event.seat,
                        event.baht,
                        event.reason,
                        event.ref,
                        event.money,
                        facts,
                    )
                )
    return tuple(entries)
