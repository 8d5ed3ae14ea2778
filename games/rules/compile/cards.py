"""Compiling what is met on the way: questions, life events, occupations, spaces.

Weights are fitted here, so that over many games every card comes about equally often.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.catalogue import Catalogue
from engine.schema.benefit import Covers
from engine.schema.game import Board, Occupation
from engine.schema.module import Module
from engine.schema.question import Choice, Number, Order, Question, Several, TrueFalse
from engine.schema.situation import Situation
from games.rules.tables import (
    BenefitRow,
    CardDeck,
    OccupationRow,
    Pile,
    QuestionRow,
    SituationRow,
    SpaceRow,
)

_WEIGHT = 1 << 20
_OWN = 40.0
_NEAR = 4.0
"""How much an event prefers its own claim question, and those of the same objective, to
others of its module. Others come only where the same question would come too often."""

_Piles = dict[str, list[QuestionRow]]
"""A module's questions by objective."""


def question_rows(modules: Sequence[Module]) -> tuple[dict[str, QuestionRow], list[_Piles]]:
    """Every question by id, and each module's questions by objective."""
    rows: dict[str, QuestionRow] = {}
    modules_piles: list[_Piles] = []
    for number, module in enumerate(modules):
        piles: _Piles = {}
        for question in module.questions:
            row = _question(question, len(rows), number)
            rows[row.id] = row
            piles.setdefault(question.objective, []).append(row)
        modules_piles.append(piles)
    return rows, modules_piles


def deck_of(piles: _Piles, weights: Mapping[str, int]) -> CardDeck:
    """A module's deck."""
    made = tuple(
        Pile(
            mask=sum(1 << q.index for q in pile),
            questions=tuple(pile),
            weights={q.id: weights[q.id] for q in pile},
        )
        for pile in piles.values()
    )
    return CardDeck(
        size=sum(len(pile.questions) for pile in made),
        mask=sum(pile.mask for pile in made),
        piles=made,
    )


def _claim_pools(
    modules: Sequence[Module], rows: Mapping[str, QuestionRow], piles: list[_Piles]
) -> dict[str, list[tuple[QuestionRow, float]]]:
    """For each situation its claim question, and what may stand in for it."""
    pools: dict[str, list[tuple[QuestionRow, float]]] = {}
    for module in modules:
        for situation in module.situations:
            own = rows.get(situation.claim or "")
            pools[situation.id] = []
            if own is None:
                continue
            for pile in piles[own.module].values():
                near = _NEAR if own in pile else 1.0
                pools[situation.id].extend((q, _OWN if q is own else near) for q in pile)
    return pools


def question_weights(
    rows: Mapping[str, QuestionRow], piles: list[_Piles], modules: Sequence[Module], board: Board
) -> dict[str, int]:
    """Weights under which every question comes about equally often over many games.

    A question is met on right spaces and as a claim; those that many events would ask weigh
    less elsewhere. Fitted by proportional scaling.
    """
    pools = _claim_pools(modules, rows, piles)
    events = sum(space.kind == "event" for space in board.spaces) / max(1, len(pools))
    rights = sum(space.kind == "right" for space in board.spaces) / max(1, len(rows))
    weights = dict.fromkeys(rows, 1.0)
    for _ in range(80):
        share = dict.fromkeys(rows, 0.0)
        for pool in pools.values():
            total = sum(weights[q.id] * prefer for q, prefer in pool)
            for q, prefer in pool:
                share[q.id] += events * weights[q.id] * prefer / total
        for own in piles:
            for pile in own.values():
                total = sum(weights[q.id] for q in pile)
                for q in pile:
                    share[q.id] += rights * len(pile) * weights[q.id] / total
        mean = sum(share.values()) / max(1, len(share))
        for name, got in share.items():
            weights[name] = min(20.0, max(0.02, weights[name] * (mean / got) ** 0.7))
    return {name: max(1, round(weight * 1000)) for name, weight in weights.items()}


def claim_weights(
    modules: Sequence[Module],
    rows: Mapping[str, QuestionRow],
    piles: list[_Piles],
    weights: Mapping[str, int],
) -> dict[str, tuple[tuple[QuestionRow, int], ...]]:
    """For each situation the questions that may decide its claim, with weights."""
    return {
        name: tuple((q, max(1, round(weights[q.id] * prefer))) for q, prefer in pool)
        for name, pool in _claim_pools(modules, rows, piles).items()
    }


def _question(question: Question, index: int, module: int) -> QuestionRow:
    match question:
        case Choice():
            right = [i for i, o in enumerate(question.options) if o.right]
            wrong = tuple(i for i, o in enumerate(question.options) if not o.right)
            return QuestionRow(
                question.id, index, module, "choice", right[0], len(question.options), wrong
            )
        case Several():
            ticked = tuple(i for i, o in enumerate(question.options) if o.right)
            wrong = tuple(i for i, o in enumerate(question.options) if not o.right)
            return QuestionRow(
                question.id, index, module, "several", ticked, len(question.options), wrong
            )
        case TrueFalse():
            return QuestionRow(question.id, index, module, "true_false", question.answer)
        case Order():
            size = len(question.steps)
            return QuestionRow(question.id, index, module, "order", tuple(range(size)), size)
        case Number():
            return QuestionRow(
                question.id,
                index,
                module,
                "number",
                question.answer.value,
                lowest=question.lowest,
                highest=question.highest,
                step=question.step,
                tolerance=question.tolerance,
            )
        case _:
            rights = [pair.right.th for pair in question.pairs]
            size = len(rights)
            alike = tuple(map(rights.index, rights))
            every = tuple(range(size))
            return QuestionRow(
                question.id,
                index,
                module,
                "match",
                every,
                size,
                alike=() if alike == every else alike,
            )


def situation_rows(
    catalogue: Catalogue,
    modules: Sequence[Module],
    benefits: dict[str, BenefitRow],
) -> tuple[SituationRow, ...]:
    """The life events of these modules."""
    rows: list[SituationRow] = []
    for module in modules:
        for situation in module.situations:
            rows.append(_situation(catalogue, situation, len(rows), benefits))
    return tuple(rows)


def _situation(
    catalogue: Catalogue,
    situation: Situation,
    index: int,
    benefits: dict[str, BenefitRow],
) -> SituationRow:
    harm = situation.harm
    helps = tuple(b for b in situation.helps if b in benefits)[:6]
    tempting = tuple(
        t.benefit
        for t in situation.tempting
        if t.benefit in benefits and t.benefit not in situation.helps
    )[: 6 - len(helps)]
    used = {*helps, *tempting}
    covered_elsewhere = any(
        isinstance(catalogue.benefits[b].pays, Covers)
        for b in situation.helps
        if b not in benefits and b in catalogue.benefits
    )
    treatment = 0 if covered_elsewhere else harm.treatment
    return SituationRow(
        id=situation.id,
        index=index,
        jobs=frozenset(situation.jobs),
        hospital_days=harm.hospital_days,
        rest_days=harm.rest_days,
        lost_days=harm.lost_days,
        visits=harm.visits,
        children=harm.children,
        months=harm.months,
        treatment=treatment,
        avoidable=0 if any(benefits[b].shape == "covers" for b in helps) else treatment,
        other=harm.other,
        hearts=harm.hearts,
        accident=harm.accident,
        helps=helps,
        tempting=tempting,
        fillers=tuple(b for b in benefits if b not in used),
        claims=(),
    )


def occupation_rows(
    occupations: Sequence[Occupation], situations: Sequence[SituationRow]
) -> dict[str, OccupationRow]:
    """Each occupation with the weights of its events.

    Cards that few occupations can draw weigh more for those, so that over many games
    every card comes about equally often: weights fitted by proportional scaling.
    """
    events = {o.id: [s for s in situations if not s.jobs or o.id in s.jobs] for o in occupations}
    weights = dict.fromkeys((s.id for s in situations), 1.0)
    for _ in range(60):
        share = dict.fromkeys(weights, 0.0)
        for eligible in events.values():
            total = sum(weights[s.id] for s in eligible)
            for s in eligible:
                share[s.id] += weights[s.id] / total
        for name, got in share.items():
            if got:
                weights[name] = min(1e6, max(1e-6, weights[name] / got))
        largest = max(weights.values(), default=1.0)
        weights = {name: weight / largest for name, weight in weights.items()}
    return {
        o.id: OccupationRow(
            id=o.id,
            income=o.income,
            swing=o.swing,
            living=o.living,
            events=tuple((s, max(1, round(weights[s.id] * _WEIGHT))) for s in events[o.id]),
        )
        for o in occupations
    }


def space_rows(board: Board, modules: Sequence[Module]) -> tuple[SpaceRow, ...]:
    """The board; spaces of modules that are not played ask any."""
    places = {module.id: i for i, module in enumerate(modules)}
    return tuple(
        SpaceRow(space.id, space.kind, places.get(space.module or "", -1)) for space in board.spaces
    )
