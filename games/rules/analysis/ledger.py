"""The ledger: every payment of a game, with the right, the facts and the sum it rests on.

    for line in ledger(tables, log):
        line.benefit, line.facts, [catalogue.facts[f].sources for f in line.facts]

Baht of kinds ``now``, ``later``, ``monthly`` and ``covered`` are what `TeamState.received` and
`covered` count; ``matched`` is what the state added to savings; ``old_age`` comes at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from games.rules import events as ev
from games.rules.game import Log, replay_steps
from games.rules.tables import Tables

Kind = Literal["now", "later", "monthly", "covered", "matched", "old_age"]


class LedgerEntry(NamedTuple):
    """One thing a right paid, took over or added.

    Attributes:
        year: of the game, from 1; old age comes in the last.
        option: the option that carried the right, or "".
        each, times: the sum behind it: `each × times`, as far as the yearly limit; 0 × 0
            where the right covers a cost or adds a share.
        facts: the facts the sum rests on, then those of the right itself, each with its
            sources in the catalogue.
    """

    team: int
    year: int
    benefit: str
    option: str
    kind: Kind
    each: int
    times: int
    baht: int
    facts: tuple[str, ...]


def ledger(tables: Tables, log: Log) -> tuple[LedgerEntry, ...]:
    """Every payment of the game, in order."""
    lines: list[LedgerEntry] = []
    verdicts: dict[str, ev.Verdict] = {}
    begun: dict[tuple[int, str, int], ev.Verdict] = {}
    year = 1
    for _, _, told in replay_steps(tables, log):
        for event in told:
            match event:
                case ev.TurnBegan(round=year):
                    pass
                case ev.Judged(team=team):
                    verdicts = {v.benefit: v for v in event.verdicts if v.gained}
                    begun |= {(team, v.benefit, v.each): v for v in verdicts.values() if v.monthly}
                    lines.extend(_covered(team, year, verdicts.values()))
                case ev.ClaimSettled(team=team, now=now, payments=payments):
                    kind: Kind = "now" if now else "later"
                    lines.extend(_line(team, year, kind, verdicts[name]) for name, _ in payments)
                case ev.StandingPaid(team=team, benefit=benefit, monthly=monthly):
                    lines.append(_standing(year, event, begun[team, benefit, monthly]))
                case ev.Matched(team=team, benefit=benefit, baht=baht, facts=facts):
                    lines.append(LedgerEntry(team, year, benefit, "", "matched", 0, 0, baht, facts))
                case ev.OldAge(team=team, lines=found):
                    lines.extend(_line(team, year, "old_age", line) for line in found)
    return tuple(_grounded(tables, line) for line in lines)


def _line(team: int, year: int, kind: Kind, paid: ev.Verdict | ev.OldAgeLine) -> LedgerEntry:
    sums = (paid.each, paid.times, paid.baht)
    return LedgerEntry(team, year, paid.benefit, paid.option, kind, *sums, paid.facts)


def _covered(team: int, year: int, verdicts: Iterable[ev.Verdict]) -> list[LedgerEntry]:
    """The treatment that rights took over, or that access to them spared."""
    return [
        _line(team, year, "covered", v)
        for v in verdicts
        if v.baht and v.outcome in ("covers", "mends")
    ]


def _standing(year: int, paid: ev.StandingPaid, begun: ev.Verdict) -> LedgerEntry:
    """A monthly payment, under the option and the facts it was granted by."""
    sums = (paid.monthly, paid.months, paid.baht)
    return LedgerEntry(paid.team, year, paid.benefit, begun.option, "monthly", *sums, begun.facts)


def _grounded(tables: Tables, line: LedgerEntry) -> LedgerEntry:
    """The payment with what the right itself rests on."""
    grounds = tables.benefits[line.benefit].grounds
    return line._replace(facts=tuple(dict.fromkeys((*line.facts, *grounds))))
