"""The end: old age, the security score, and whether the community won."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from games.rules.events import Event, GameOver, OldAge, OldAgeLine, Score
from games.rules.tables import NOMINATION, BenefitRow, Tables


class Life(Protocol):
    """What the end reads of a team; `TeamState` and the draft both have it."""

    @property
    def money(self) -> int: ...
    @property
    def debt(self) -> int: ...
    @property
    def hearts(self) -> int: ...
    @property
    def stars(self) -> int: ...
    @property
    def hold(self) -> tuple[str, ...]: ...
    @property
    def paid(self) -> tuple[int, ...]: ...
    @property
    def months(self) -> tuple[int, ...]: ...
    @property
    def saved(self) -> int: ...
    @property
    def matched(self) -> int: ...


def old_age(tables: Tables, team: Life) -> tuple[OldAgeLine, ...]:
    """What each right of old age comes to, from the months paid in the game alone."""
    lines = []
    for benefit in tables.old_age:
        if benefit.ended or benefit.scheme in tables.matches:
            continue
        lines.extend(_lines(tables, benefit, team))
    return tuple(lines)


def _lines(tables: Tables, benefit: BenefitRow, team: Life) -> list[OldAgeLine]:
    if not benefit.options:
        return [_line(benefit, "", 1)] if benefit.automatic and benefit.each else []
    lines = []
    for name in benefit.options:
        months = team.months[tables.options[name].index]
        if months:
            lines.append(_line(benefit, name, months if benefit.shape == "per_unit" else 1))
    return lines


def _line(benefit: BenefitRow, option: str, times: int) -> OldAgeLine:
    each = benefit.each.get(option, 0)
    monthly = benefit.shape == "monthly"
    return OldAgeLine(
        benefit=benefit.id,
        option=option,
        each=each,
        times=times,
        baht=0 if monthly else each * times,
        monthly=each if monthly else 0,
        facts=benefit.rests_on(option),
    )


def score(tables: Tables, seat: int, team: Life) -> Score:
    """The security score of a team as it stands."""
    amounts = tables.amounts
    laid_aside = sum(line.baht for line in old_age(tables, team)) + team.saved + team.matched
    full = min(team.money, amounts.purse_full)
    beyond = (team.money - full) * amounts.purse_beyond // 100
    months = sum(paid.bit_count() for paid in team.paid)
    purse = (full + beyond) // amounts.point
    aside = laid_aside * amounts.old_age_counts // (100 * amounts.point)
    cover = months * amounts.cover_points // 12
    hearts = team.hearts * amounts.heart_points
    stars = team.stars * amounts.star_points
    debt = -(-team.debt // amounts.point)
    total = purse + aside + cover + hearts + stars - debt
    # Who receives is written down for nothing where nothing is held.
    protected = any(name != NOMINATION for name in team.hold)
    return Score(seat, purse, aside, cover, hearts, stars, debt, total, protected)


def over(tables: Tables, teams: Sequence[Life], together: bool = False) -> GameOver:
    """Scores, ranking and the community's result. Equal scores: more hearts, then stars."""
    scores = tuple(score(tables, seat, team) for seat, team in enumerate(teams))
    ranking = list(range(len(teams)))
    if not together:
        ranking.sort(
            key=lambda seat: (-scores[seat].total, -teams[seat].hearts, -teams[seat].stars, seat)
        )
    community = all(
        team.hearts > 0 and team.debt == 0 and line.protected
        for team, line in zip(teams, scores, strict=True)
    )
    village = min(line.total for line in scores)
    return GameOver(scores, tuple(ranking), community, together, village)


def finish(tables: Tables, teams: Sequence[Life], together: bool) -> list[Event]:
    """The events that close a game."""
    told: list[Event] = []
    for seat, team in enumerate(teams):
        lines = old_age(tables, team)
        account = team.saved + team.matched
        told.append(
            OldAge(
                team=seat,
                lines=lines,
                saved=team.saved,
                matched=team.matched,
                pension=account // tables.amounts.pension_months,
                pension_months=tables.amounts.pension_months,
                lump=sum(line.baht for line in lines),
            )
        )
    told.append(over(tables, teams, together))
    return told
