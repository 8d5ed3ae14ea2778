"""Who names what: every id that the content has, and every place that names one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engine.loading.content import Content
from engine.schema.benefit import Benefit, ByOption, Needs
from engine.schema.module import AskBlock, BenefitsBlock, Module, NumbersBlock, PapersBlock
from engine.schema.question import Number
from engine.schema.record import RecordPath

Reference = tuple[str, str, RecordPath, str]
"""(part, kind of thing named, place, id named)."""


def known_ids(content: Content) -> dict[str, set[str]]:
    """The ids there are, by kind of thing."""
    known = {kind: {name for _, _, name in found} for kind, found in written_ids(content)}
    known["scheme or option"] = (
        known["scheme"]
        | {f"{s.id}.{o.id}" for m in content.modules for s in m.schemes for o in s.options}
        | OUTSIDE_SCHEMES
    )
    return known


# Schemes of employees that ours exclude; they have no module here.
OUTSIDE_SCHEMES = {"section33", "section39", "gpf", "provident_fund"}


def written_ids(content: Content) -> Iterator[tuple[str, list[tuple[str, RecordPath, str]]]]:
    """Every id as (part, place, id), by kind of thing."""
    shared: tuple[tuple[str, str, Iterable[Any]], ...] = (
        ("source", "sources", content.sources),
        ("helpline", "helplines", content.helplines),
        ("place", "places", content.places),
        ("paper", "papers", content.papers),
        ("occupation", "occupations", content.occupations),
        ("term", "glossary", content.glossary),
        ("route", "routes", content.routes),
        ("form", "mixed_forms", content.mixed_forms),
        ("team", "teams", content.teams),
    )
    for kind, part, items in shared:
        yield kind, [(part, (i, "id"), item.id) for i, item in enumerate(items)]
    spaces = content.board.spaces if content.board else ()
    under_a_key: tuple[tuple[str, str, str, Iterable[Any]], ...] = (
        ("tuning", "game", "tuning", content.game.tuning),
        ("project", "game", "projects", content.game.projects),
        ("space", "board", "spaces", spaces),
    )
    for kind, part, key, items in under_a_key:
        yield kind, [(part, (key, i, "id"), item.id) for i, item in enumerate(items)]
    yield (
        "option",
        [
            (module.id, ("schemes", i, "options", j, "id"), f"{scheme.id}.{option.id}")
            for module in content.modules
            for i, scheme in enumerate(module.schemes)
            for j, option in enumerate(scheme.options)
        ],
    )
    yield "module", [(m.id, ("id",), m.id) for m in content.modules]
    for kind, field in (
        ("objective", "objectives"),
        ("fact", "facts"),
        ("scheme", "schemes"),
        ("benefit", "benefits"),
        ("question", "questions"),
        ("myth", "myths"),
        ("situation", "situations"),
    ):
        yield (
            kind,
            [
                (module.id, (field, i, "id"), record.id)
                for module in content.modules
                for i, record in enumerate(getattr(module, field))
            ],
        )


def references(content: Content) -> Iterator[Reference]:
    """Every place that names something by its id."""
    for module in content.modules:
        yield from _module_references(module)
    for i, helpline in enumerate(content.helplines):
        if helpline.source:
            yield "helplines", "source", (i, "source"), helpline.source
    for i, route in enumerate(content.routes):
        yield "routes", "place", (i, "place"), route.place
        yield from (("routes", "paper", (i, "bring"), paper) for paper in route.bring)
        if route.helpline:
            yield "routes", "helpline", (i, "helpline"), route.helpline
        if route.module:
            yield "routes", "module", (i, "module"), route.module
    for i, term in enumerate(content.glossary):
        if term.module:
            yield "glossary", "module", (i, "module"), term.module
    if content.comparison:
        for i, column in enumerate(content.comparison.columns):
            name = f"{column.scheme}.{column.option}" if column.option else column.scheme
            yield "comparison", "scheme or option", ("columns", i, "scheme"), name
        for i, row in enumerate(content.comparison.rows):
            yield from (("comparison", "fact", ("rows", i, "facts"), fact) for fact in row.facts)
    for i, form in enumerate(content.mixed_forms):
        for j, name in enumerate(form.questions):
            yield "mixed_forms", "question", (i, "questions", j), name
    if content.board:
        for i, space in enumerate(content.board.spaces):
            if space.place:
                yield "board", "place", ("spaces", i, "place"), space.place
            if space.module:
                yield "board", "module", ("spaces", i, "module"), space.module


def _module_references(module: Module) -> Iterator[Reference]:
    own = module.id
    for i, fact in enumerate(module.facts):
        for j, value in enumerate(fact.values):
            if value.source:
                yield own, "source", ("facts", i, "values", j, "source"), value.source
            for k, source in enumerate(value.also):
                yield own, "source", ("facts", i, "values", j, "also", k), source
    for i, scheme in enumerate(module.schemes):
        join = ("schemes", i, "join")
        if scheme.join.age:
            yield from _ages(own, (*join, "age"), scheme.join.age.lowest, scheme.join.age.highest)
        for name in scheme.join.excludes:
            yield own, "scheme or option", (*join, "excludes"), name
        yield from ((own, "place", (*join, "at"), name) for name in scheme.join.at)
        if scheme.register_at:
            yield own, "place", ("schemes", i, "register_at"), scheme.register_at
        yield from ((own, "paper", (*join, "bring"), name) for name in scheme.join.bring)
        for j, option in enumerate(scheme.options):
            spot: RecordPath = ("schemes", i, "options", j)
            if option.pays_in:
                yield own, "fact", (*spot, "pays_in"), option.pays_in
            for name in option.excludes:
                yield own, "scheme or option", (*spot, "excludes"), name
    for i, benefit in enumerate(module.benefits):
        yield from _benefit_references(own, ("benefits", i), benefit)
    for i, step in enumerate(module.lesson.steps):
        if step.question:
            yield own, "question", ("lesson", "steps", i, "question"), step.question
        yield from ((own, "fact", ("lesson", "steps", i, "facts"), name) for name in step.facts)
    yield from _block_references(module)
    here: RecordPath
    for i, question in enumerate(module.questions):
        here = ("questions", i)
        yield own, "objective", (*here, "objective"), question.objective
        yield from ((own, "fact", (*here, "facts"), name) for name in question.facts)
        if question.helpline:
            yield own, "helpline", (*here, "helpline"), question.helpline
        if isinstance(question, Number):
            yield own, "fact", (*here, "answer", "fact"), question.answer.fact
            for j, mistake in enumerate(question.mistakes):
                yield own, "fact", (*here, "mistakes", j, "amount", "fact"), mistake.amount.fact
    for i, myth in enumerate(module.myths):
        yield from ((own, "fact", ("myths", i, "facts"), name) for name in myth.facts)
    for i, situation in enumerate(module.situations):
        here = ("situations", i)
        yield from ((own, "occupation", (*here, "for"), name) for name in situation.jobs)
        yield from ((own, "benefit", (*here, "helps"), name) for name in situation.helps)
        for j, tempting in enumerate(situation.tempting):
            yield own, "benefit", (*here, "tempting", j, "benefit"), tempting.benefit
        if situation.claim:
            yield own, "question", (*here, "claim"), situation.claim
        if situation.care:
            yield own, "helpline", (*here, "care", "helpline"), situation.care.helpline
    for form in ("opening", "closing"):
        for j, name in enumerate(getattr(module.forms, form)):
            yield own, "question", ("forms", form, j), name
    yield from ((own, "helpline", ("helplines",), name) for name in module.helplines)


def _block_references(module: Module) -> Iterator[Reference]:
    own = module.id
    for i, block in enumerate(module.one_pager):
        here: RecordPath = ("one_pager", i)
        match block:
            case NumbersBlock():
                for j, number in enumerate(block.numbers):
                    yield own, "fact", (*here, "numbers", j, "fact"), number.fact
            case BenefitsBlock():
                yield from ((own, "benefit", (*here, "rows"), name) for name in block.rows)
            case PapersBlock():
                yield from ((own, "paper", (*here, "papers"), name) for name in block.papers)
            case AskBlock():
                yield from (
                    (own, "helpline", (*here, "helplines"), name) for name in block.helplines
                )


def _benefit_references(own: str, here: RecordPath, benefit: Benefit) -> Iterator[Reference]:
    if benefit.scheme:
        yield own, "scheme", (*here, "scheme"), benefit.scheme
    for field, name in benefit_facts(benefit):
        yield own, "fact", (*here, *field), name
    if benefit.claim:
        yield own, "place", (*here, "claim", "at"), benefit.claim.at
        yield from ((own, "paper", (*here, "claim", "bring"), p) for p in benefit.claim.bring)


def benefit_facts(benefit: Benefit) -> Iterator[tuple[RecordPath, str]]:
    """Every fact a benefit rests on, with the place inside the benefit."""
    pays: Mapping[str, Any] = dict(benefit.pays)
    for field in ("amount", "at_most", "up_to"):
        amount: ByOption | None = pays.get(field)
        if isinstance(amount, str):
            yield ("pays", field), amount
        elif amount:
            yield from ((("pays", field, option), name) for option, name in amount.items())
    for field in ("from_day", "at_most_children", "until_age", "for_months"):
        if pays.get(field):
            yield ("pays", field), pays[field]
    for i, band in enumerate(pays.get("bands", ())):
        yield ("pays", "bands", i, "to_age"), band.to_age
        yield ("pays", "bands", i, "percent"), band.percent
    yield from _needs_facts(benefit.needs)
    if benefit.claim and benefit.claim.within:
        yield ("claim", "within"), benefit.claim.within
    yield from ((("facts", i), name) for i, name in enumerate(benefit.facts))


def _needs_facts(needs: Needs) -> Iterator[tuple[RecordPath, str]]:
    for field in ("contributed", "accident"):
        test = getattr(needs, field)
        if test:
            yield ("needs", field, "months"), test.months
            if test.of_last:
                yield ("needs", field, "of_last"), test.of_last
    if needs.age:
        for end, name in (("from", needs.age.lowest), ("to", needs.age.highest)):
            if name:
                yield ("needs", "age", end), name


def _ages(
    own: str, here: RecordPath, lowest: str | None, highest: str | None
) -> Iterator[Reference]:
    for end, name in (("from", lowest), ("to", highest)):
        if name:
            yield own, "fact", (*here, end), name
