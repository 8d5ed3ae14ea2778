"""Compiling life events: the harm, the six right-cards, the step at the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

from engine.schema.module import Module
from engine.schema.situation import Situation
from games.rules.compile.cards import Piles
from games.rules.compile.syllables import spoken
from games.rules.model.tables import CARDS, BenefitRow, QuestionRow, SituationRow

SYLLABLES_A_CARD = 5
"""What a right-card's name takes to read."""
FEWEST_VILLAGE = 6
"""With fewer events that content marks as the village's, all that can befall anyone are."""


def situation_rows(
    modules: Sequence[Module],
    benefits: Mapping[str, BenefitRow],
    questions: Mapping[str, QuestionRow],
    piles: Sequence[Piles],
    places: Mapping[str, int],
) -> tuple[SituationRow, ...]:
    """Return the life events of these modules that a right can answer."""
    found = [
        situation
        for module in modules
        for situation in module.situations
        if any(name in benefits for name in situation.helps)
    ]
    marked = {s.id for s in found if s.village}
    if len(marked) < FEWEST_VILLAGE:
        marked |= {s.id for s in found if _befalls_anyone(s)}
    if not marked:
        marked = {s.id for s in found}
    return tuple(
        _situation(situation, index, benefits, questions, piles, places, situation.id in marked)
        for index, situation in enumerate(found)
    )


def paying_rows(
    modules: Sequence[Module],
    village: Sequence[SituationRow],
    known: Sequence[SituationRow],
    benefits: Mapping[str, BenefitRow],
    questions: Mapping[str, QuestionRow],
    piles: Sequence[Piles],
) -> tuple[SituationRow, ...]:
    """Return the village's events in which protection that can be joined pays days of work.

    Where the modules played hold too few, those of the others are added: every life has them.
    """
    own = [row for row in village if _pays_days(row, benefits)]
    if len(own) < FEWEST_VILLAGE:
        ids = {row.id for row in known}
        others = [
            _situation(situation, len(ids) + place, benefits, questions, piles, {}, True)
            for place, situation in enumerate(
                s for module in modules for s in module.situations if s.village and s.id not in ids
            )
        ]
        own += [row for row in others if _pays_days(row, benefits)]
    return tuple(own) or tuple(village)


def _pays_days(row: SituationRow, benefits: Mapping[str, BenefitRow]) -> bool:
    rights = [benefits[name] for name in row.helps]
    pays = any(not right.automatic and right.shape == "per_unit" for right in rights)
    return pays and row.ill and not row.keeps


def _befalls_anyone(situation: Situation) -> bool:
    """Return whether the harm is one that a whole village can meet: sickness, not a death."""
    harm = situation.harm
    days = harm.hospital_days + harm.rest_days + harm.visits
    return days > 0 and not harm.death and not harm.disability and harm.hospital_days <= 10


def _situation(
    situation: Situation,
    index: int,
    benefits: Mapping[str, BenefitRow],
    questions: Mapping[str, QuestionRow],
    piles: Sequence[Piles],
    places: Mapping[str, int],
    village: bool,
) -> SituationRow:
    harm = situation.harm
    helps = tuple(name for name in situation.helps if name in benefits)
    cards = lay_cards(situation, helps, benefits)
    covered = any(benefits[name].shape == "covers" for name in helps)
    return SituationRow(
        id=situation.id,
        index=index,
        jobs=frozenset(situation.jobs),
        places=frozenset(places[place] for place in situation.places if place in places),
        village=village,
        hospital_days=harm.hospital_days,
        rest_days=harm.rest_days,
        lost_days=harm.lost_days,
        visits=harm.visits,
        children=harm.children,
        months=harm.months,
        treatment=harm.treatment,
        avoidable=0 if covered else harm.treatment,
        other=harm.other,
        hearts=harm.hearts,
        accident=harm.accident,
        own=situation.about == "self",
        keeps=harm.death or harm.disability,
        helps=tuple(name for name in helps if name in cards),
        cards=cards,
        claims=_claims(situation, questions, piles),
        story=spoken(situation.story) + SYLLABLES_A_CARD * CARDS,
        after=spoken(situation.remember),
    )


def lay_cards(
    situation: Situation, helps: tuple[str, ...], benefits: Mapping[str, BenefitRow]
) -> tuple[str, ...]:
    """Return the six right-cards, mixed: as content names them, filled up where it does not.

    Two of them at least do not apply. The order is the same in every game.
    """
    wanted = [
        *situation.cards,
        *helps[: CARDS - 2],
        *(temptation.benefit for temptation in situation.tempting),
    ]
    cards = list(dict.fromkeys(name for name in wanted if name in benefits))[:CARDS]
    others = sorted(
        (name for name in benefits if name not in cards and name not in helps),
        key=lambda name: crc32(f"{situation.id} {name}".encode()),
    )
    cards += others[: CARDS - len(cards)]
    return tuple(sorted(cards, key=lambda name: crc32(f"{name} {situation.id}".encode())))


def _claims(
    situation: Situation, questions: Mapping[str, QuestionRow], piles: Sequence[Piles]
) -> tuple[QuestionRow, ...]:
    """Return the situation's claim question, then others of the same objective."""
    own = questions.get(situation.claim or "")
    if own is None:
        return ()
    pile = next(rows for rows in piles[own.module].values() if own in rows)
    return (own, *(row for row in pile if row is not own))
