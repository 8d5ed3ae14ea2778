"""From the catalogue to the tables of one choice of modules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from engine.catalogue import Catalogue
from engine.model.benefit import (
    Access,
    AgeLimits,
    Benefit,
    ByOption,
    Contributed,
    Covers,
    LumpSum,
    Match,
    Monthly,
    PerUnit,
)
from engine.model.game import Board, Occupation
from engine.model.module import Module
from engine.model.question import Choice, Number, Order, Question, Several, TrueFalse
from engine.model.situation import Situation
from engine.problems import RusitError
from games.rules.tables import (
    FUND,
    NO_LIMIT,
    NOMINATION,
    Amounts,
    BenefitRow,
    Deck,
    OccupationRow,
    OptionRow,
    Pile,
    Plan,
    QuestionRow,
    SituationRow,
    SpaceRow,
    Tables,
    Test,
)

OLD_AGE = 55
"""A right that begins at this age or later is one of old age: it comes at the end."""
_WEIGHT = 1 << 20
_OWN = 40.0
_NEAR = 4.0
"""How much an event prefers its own claim question, and those of the same objective, to
others of its module. Others come only where the same question would come too often."""


def compile_tables(catalogue: Catalogue, modules: Sequence[str] = ()) -> Tables:
    """The tables for these modules, or for all of them.

    Raises:
        RusitError: GAME01 an unknown module, GAME02 a number of the game is missing,
            GAME03 no board, occupations, teams or projects.
    """
    chosen = _chosen(catalogue, modules)
    if catalogue.board is None or not catalogue.occupations or not catalogue.teams:
        raise RusitError(
            "GAME03",
            "the catalogue holds no board, occupations or teams",
            hint="content/board.yaml, occupations.yaml and teams.yaml are needed to play",
        )
    amounts = _amounts(catalogue)
    named = any(b.needs.named for m in chosen for b in m.benefits)
    options = _options(catalogue, chosen, amounts, named)
    benefits = _benefits(catalogue, chosen, options)
    questions, piles = _questions(chosen)
    situations = _situations(catalogue, chosen, benefits)
    weights = question_weights(questions, piles, chosen, catalogue.board)
    claims = _claims(chosen, questions, piles, weights)
    situations = tuple(replace(s, claims=claims[s.id]) for s in situations)
    contributory = len({o.contributory for o in options.values() if o.contributory >= 0})
    return Tables(
        edition=catalogue.edition,
        modules=tuple(m.id for m in chosen),
        amounts=amounts,
        occupations=_occupations(catalogue.occupations, situations),
        names=tuple(team.id for team in catalogue.teams),
        spaces=_spaces(catalogue.board, chosen),
        corners=tuple(i for i, s in enumerate(catalogue.board.spaces) if s.kind == "unit"),
        options=options,
        plans=_plans(options),
        contributory=contributory,
        asks=tuple(s.id for m in chosen for s in m.schemes),
        joinable=tuple(o for o in options.values() if not o.act),
        benefits=benefits,
        old_age=tuple(b for b in benefits.values() if b.old_age),
        matches={b.scheme: b for b in benefits.values() if b.shape == "match"},
        questions=questions,
        decks=tuple(_deck(own, weights) for own in piles),
        situations={s.id: s for s in situations},
        myths=tuple(y.id for m in chosen for y in m.myths),
        truths={y.id: y.true for m in chosen for y in m.myths},
        projects={p.id: p.effect for p in catalogue.projects},
    )


def _chosen(catalogue: Catalogue, modules: Sequence[str]) -> tuple[Module, ...]:
    for wanted in modules:
        if wanted not in catalogue.module_by_id:
            raise RusitError(
                "GAME01",
                f"there is no module {wanted!r}",
                hint="modules here: " + ", ".join(catalogue.module_by_id),
            )
    return tuple(m for m in catalogue.modules if not modules or m.id in modules)


def _amounts(catalogue: Catalogue) -> Amounts:
    values: dict[str, int] = {}
    missing = []
    for name in Amounts.__dataclass_fields__:
        if name in catalogue.tuning:
            values[name] = catalogue.tuning[name].value
        else:
            missing.append(name)
    if missing:
        raise RusitError(
            "GAME02",
            "numbers of the game are missing: " + ", ".join(missing),
            hint="add them under `tuning:` in content/game.yaml",
        )
    return Amounts(**values)


# --- what can be held -------------------------------------------------------------------


def _number(catalogue: Catalogue, fact: str | None) -> int | None:
    """The fact's value as a whole number, or None when it has none today."""
    if fact is None:
        return None
    value = catalogue.facts[fact].value
    return round(value) if isinstance(value, (int, float)) else None


def _ages(catalogue: Catalogue, limits: AgeLimits | None) -> tuple[int, int, tuple[str, ...]]:
    if limits is None:
        return 0, NO_LIMIT, ()
    lowest = _number(catalogue, limits.lowest)
    highest = _number(catalogue, limits.highest)
    facts = tuple(f for f in (limits.lowest, limits.highest) if f is not None)
    return lowest or 0, NO_LIMIT if highest is None else highest, facts


def _options(
    catalogue: Catalogue, modules: Iterable[Module], amounts: Amounts, named: bool
) -> dict[str, OptionRow]:
    rows: list[OptionRow] = []
    contributory: dict[str, int] = {}
    for module in modules:
        for scheme in module.schemes:
            youngest, oldest, facts = _ages(catalogue, scheme.join.age)
            if scheme.register_at is not None:
                rows.append(
                    OptionRow(
                        id=scheme.id,
                        index=len(rows),
                        scheme=scheme.id,
                        act=True,
                        place=scheme.register_at,
                    )
                )
            for option in scheme.options if not scheme.automatic else ():
                place = -1
                if option.pays_in is not None:
                    place = contributory.setdefault(scheme.id, len(contributory))
                rows.append(
                    OptionRow(
                        id=f"{scheme.id}.{option.id}",
                        index=len(rows),
                        scheme=scheme.id,
                        monthly=_number(catalogue, option.pays_in) or 0,
                        yearly=option.saves or 0,
                        saves=option.saves is not None,
                        contributory=place,
                        fact=option.pays_in or "",
                        place=scheme.join.at[0] if scheme.join.at else "",
                        youngest=youngest,
                        oldest=oldest,
                        age_facts=facts,
                        excludes=frozenset((*scheme.join.excludes, *option.excludes)),
                    )
                )
    if named:
        rows.append(OptionRow(id=NOMINATION, index=len(rows), scheme=NOMINATION, act=True))
    rows.append(OptionRow(id=FUND, index=len(rows), scheme=FUND, yearly=amounts.fund_year))
    return {row.id: row for row in rows}


def excluded_by(one: OptionRow, other: OptionRow) -> OptionRow | None:
    """Which of the two says that the law does not allow them together, if one does."""
    if one.excludes & {other.id, other.scheme}:
        return one
    if other.excludes & {one.id, one.scheme}:
        return other
    return None


def _plans(options: dict[str, OptionRow]) -> dict[tuple[str, ...], Plan]:
    """Every lawful set: one option a scheme, nothing beside what it excludes."""
    by_scheme: dict[str, list[OptionRow | None]] = {}
    for option in options.values():
        by_scheme.setdefault(option.scheme, [None]).append(option)
    plans = {}
    for choice in product(*by_scheme.values()):
        held = tuple(option for option in choice if option is not None)
        if any(excluded_by(a, b) for i, a in enumerate(held) for b in held[i + 1 :]):
            continue
        hold = tuple(sorted(option.id for option in held))
        plans[hold] = Plan(
            hold=hold,
            options=held,
            schemes={option.scheme: option for option in held},
            year=sum(12 * o.monthly + o.yearly for o in held if not o.act),
        )
    return plans


# --- rights -------------------------------------------------------------------------------


def _benefits(
    catalogue: Catalogue, modules: Iterable[Module], options: dict[str, OptionRow]
) -> dict[str, BenefitRow]:
    rows: dict[str, BenefitRow] = {}
    for module in modules:
        for benefit in module.benefits:
            rows[benefit.id] = _benefit(catalogue, module.id, len(rows), benefit, options)
    return rows


def _benefit(
    catalogue: Catalogue, module: str, index: int, benefit: Benefit, options: dict[str, OptionRow]
) -> BenefitRow:
    scheme = catalogue.schemes[benefit.scheme] if benefit.scheme else None
    carrying = tuple(
        o.id
        for o in sorted(options.values(), key=lambda o: (12 * o.monthly + o.yearly, o.index))
        if scheme is not None
        and not o.act
        and o.scheme == scheme.id
        and (not benefit.options or o.id.removeprefix(f"{scheme.id}.") in benefit.options)
    )
    keys = carrying or ("",)
    prefix = f"{scheme.id}." if scheme is not None else ""
    youngest, oldest, age_facts = _ages(catalogue, benefit.needs.age)
    row: dict[str, object] = {}
    facts: dict[str, list[str]] = {key: [] for key in keys}
    missing = False

    def by_option(source: ByOption | None) -> dict[str, int]:
        """The fact's value for each carrying option; notes the facts on the way."""
        nonlocal missing
        found: dict[str, int] = {}
        if source is None:
            return found
        for key in keys:
            fact = source if isinstance(source, str) else source.get(key.removeprefix(prefix))
            value = _number(catalogue, fact)
            if fact is None or value is None:
                missing = True
                continue
            found[key] = value
            facts[key].append(fact)
        return found

    def one(fact: str | None, absent: int) -> int:
        value = _number(catalogue, fact)
        if fact is None or value is None:
            return absent
        for noted in facts.values():
            noted.append(fact)
        return value

    match benefit.pays:
        case PerUnit() as pays:
            row |= {
                "unit": pays.unit,
                "each": by_option(pays.amount),
                "most": by_option(pays.at_most),
                "children": one(pays.at_most_children, NO_LIMIT),
                "group": pays.limit_group,
            }
        case LumpSum() as pays:
            row |= {"each": by_option(pays.amount)}
        case Monthly() as pays:
            row |= {"each": by_option(pays.amount), "for_months": one(pays.for_months, -1)}
        case Covers() as pays:
            row |= {"covers_most": one(pays.at_most, NO_LIMIT)}
        case Match() as pays:
            row |= {
                "each": by_option(pays.at_most),
                "bands": tuple(
                    (one(band.to_age, NO_LIMIT), one(band.percent, 0), (band.to_age, band.percent))
                    for band in pays.bands
                ),
            }
        case Access() as pays:
            row |= {"hearts": pays.hearts}
    test = _test(catalogue, benefit.needs.contributed)
    return BenefitRow(
        id=benefit.id,
        index=index,
        module=module,
        scheme=scheme.id if scheme is not None else "",
        automatic=scheme is None or scheme.automatic,
        options=carrying,
        shape=benefit.pays.shape,
        test=test,
        accident_test=_test(catalogue, benefit.needs.accident),
        youngest=youngest,
        oldest=oldest,
        registered=(
            scheme.id
            if scheme is not None and benefit.needs.registered and scheme.id in options
            else ""
        ),
        named=benefit.needs.named,
        ended=missing,
        facts={
            key: tuple(dict.fromkeys((*noted, *(test.facts if test else ()), *age_facts)))
            for key, noted in facts.items()
        },
        old_age=youngest >= OLD_AGE,
        **row,  # type: ignore[arg-type]
    )


def _test(catalogue: Catalogue, needs: Contributed | None) -> Test | None:
    if needs is None:
        return None
    facts = tuple(f for f in (needs.months, needs.of_last) if f is not None)
    return Test(
        months=_number(catalogue, needs.months) or 0,
        window=_number(catalogue, needs.of_last) or 0,
        facts=facts,
    )


# --- questions and events -----------------------------------------------------------------


_Piles = dict[str, list[QuestionRow]]
"""A module's questions by objective."""


def _questions(modules: Sequence[Module]) -> tuple[dict[str, QuestionRow], list[_Piles]]:
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


def _deck(piles: _Piles, weights: Mapping[str, int]) -> Deck:
    made = tuple(
        Pile(
            mask=sum(1 << q.index for q in pile),
            questions=tuple(pile),
            weights={q.id: weights[q.id] for q in pile},
        )
        for pile in piles.values()
    )
    return Deck(
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


def _claims(
    modules: Sequence[Module],
    rows: Mapping[str, QuestionRow],
    piles: list[_Piles],
    weights: Mapping[str, int],
) -> dict[str, tuple[tuple[QuestionRow, int], ...]]:
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
            size = len(question.pairs)
            return QuestionRow(question.id, index, module, "match", tuple(range(size)), size)


def _situations(
    catalogue: Catalogue,
    modules: Sequence[Module],
    benefits: dict[str, BenefitRow],
) -> tuple[SituationRow, ...]:
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
        treatment=0 if covered_elsewhere else harm.treatment,
        other=harm.other,
        hearts=harm.hearts,
        accident=harm.accident,
        helps=helps,
        tempting=tempting,
        fillers=tuple(b for b in benefits if b not in used),
        claims=(),
    )


def _occupations(
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


def _spaces(board: Board, modules: Sequence[Module]) -> tuple[SpaceRow, ...]:
    places = {module.id: i for i, module in enumerate(modules)}
    return tuple(
        SpaceRow(space.id, space.kind, places.get(space.module or "", -1)) for space in board.spaces
    )
