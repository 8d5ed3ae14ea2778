"""The end: the basket of old age, the podium, the titles, and whether the village won."""

from __future__ import annotations

from collections.abc import Sequence

from games.rules.model.events import Event, GameOver, OldAge, OldAgeLine, PodiumPlace
from games.rules.model.mutable import Game
from games.rules.model.tables import BenefitRow, Tables
from games.rules.phases.protection import Holder
from games.rules.phases.titles import give_titles


def old_age(tables: Tables, seat: int, household: Holder) -> OldAge:
    """Return the monthly basket of a household, from the months and savings of its life."""
    amounts = tables.amounts
    lines = []
    for benefit in tables.old_age:
        if not benefit.ended and benefit.scheme not in tables.matches:
            lines.extend(_lines(tables, benefit, household))
    account = household.saved + household.matched
    if account:
        for scheme, match in tables.matches.items():
            lines.append(
                OldAgeLine(
                    match.id, scheme, account, 1, account, account // amounts.pension_months, ()
                )
            )
            break
    monthly = sum(line.monthly for line in lines)
    return OldAge(
        seat,
        tuple(lines),
        household.saved,
        household.matched,
        amounts.pension_months,
        monthly,
        monthly // amounts.piece,
    )


def _lines(tables: Tables, benefit: BenefitRow, household: Holder) -> list[OldAgeLine]:
    spread = tables.amounts.pension_months
    if benefit.shape == "monthly_by_age":
        age = tables.amounts.last_age
        begun = [band for band in benefit.bands if band[0] <= age]
        if not begun:
            return []
        _, baht, facts = begun[-1]
        return [OldAgeLine(benefit.id, "", baht, 1, 0, baht, facts)]
    lines = []
    for name in benefit.options or ("",):
        each = benefit.each.get(name, 0)
        months = household.months[tables.options[name].index] if name else 1
        if not each or not months or not (name or benefit.automatic):
            continue
        facts = benefit.rests_on(name)
        if benefit.shape == "monthly":
            lines.append(OldAgeLine(benefit.id, name, each, 1, 0, each, facts))
        else:
            times = months if benefit.shape == "per_unit" else 1
            baht = each * times
            lines.append(OldAgeLine(benefit.id, name, each, times, baht, baht // spread, facts))
    return lines


def rank(household: Holder, basket: int) -> tuple[int, int, int, int]:
    """Return what the podium compares: dream, basket, hearts, stars."""
    return household.steps, basket, household.hearts, household.stars


def podium(
    tables: Tables, households: Sequence[Holder], together: bool = False
) -> tuple[tuple[int, int], ...]:
    """Return (seat, place) by place; equal households share one."""
    baskets = [old_age(tables, seat, h).monthly for seat, h in enumerate(households)]
    ranks = [rank(h, basket) for h, basket in zip(households, baskets, strict=True)]
    if together:
        return tuple((seat, 1) for seat in range(len(ranks)))
    order = sorted(range(len(ranks)), key=lambda seat: ranks[seat], reverse=True)
    return tuple((seat, 1 + sum(other > ranks[seat] for other in ranks)) for seat in order)


def village_wins(game: Game) -> bool:
    """Return whether no household is in debt and without a heart, and a goal was built."""
    return bool(game.built) and not any(h.debt and not h.hearts for h in game.households)


def finish(tables: Tables, game: Game) -> list[Event]:
    """Return the events that close a game."""
    households = game.households
    ages = [old_age(tables, seat, h) for seat, h in enumerate(households)]
    titles = give_titles(tables, households, [age.monthly for age in ages])
    places = tuple(
        PodiumPlace(
            seat,
            place,
            households[seat].steps,
            ages[seat].monthly,
            households[seat].hearts,
            households[seat].stars,
            titles[seat],
        )
        for seat, place in podium(tables, households, game.together)
    )
    return [*ages, GameOver(places, village_wins(game), game.together)]
