"""From the catalogue to the tables of one choice of modules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace

from engine.catalogue import Catalogue
from engine.schema.module import Module
from games.rules.compile.cards import (
    claim_weights,
    deck_of,
    occupation_rows,
    question_rows,
    question_weights,
    situation_rows,
    space_rows,
)
from games.rules.compile.errors import Unplayable
from games.rules.compile.rights import benefit_rows, lawful_plans, option_rows
from games.rules.tables import Tables
from games.rules.tuning import Amounts


def compile_tables(catalogue: Catalogue, modules: Sequence[str] = ()) -> Tables:
    """The tables for these modules, or for all of them.

    Raises:
        Unplayable: GAME01 an unknown module, GAME02 a number of the game is missing,
            GAME03 no board, occupations, teams or projects.
    """
    chosen = _chosen(catalogue, modules)
    if catalogue.board is None or not catalogue.occupations or not catalogue.teams:
        raise Unplayable(
            "GAME03",
            "the catalogue holds no board, occupations or teams",
            hint="content/board.yaml, occupations.yaml and teams.yaml are needed to play",
        )
    amounts = amounts_of(catalogue)
    named = any(b.needs.named for m in chosen for b in m.benefits)
    options = option_rows(catalogue, chosen, amounts, named)
    benefits = benefit_rows(catalogue, chosen, options)
    questions, piles = question_rows(chosen)
    situations = situation_rows(catalogue, chosen, benefits)
    weights = question_weights(questions, piles, chosen, catalogue.board)
    claims = claim_weights(chosen, questions, piles, weights)
    situations = tuple(replace(s, claims=claims[s.id]) for s in situations)
    contributory = len({o.contributory for o in options.values() if o.contributory >= 0})
    return Tables(
        edition=catalogue.edition,
        modules=tuple(m.id for m in chosen),
        amounts=amounts,
        occupations=occupation_rows(catalogue.occupations, situations),
        names=tuple(team.id for team in catalogue.teams),
        spaces=space_rows(catalogue.board, chosen),
        corners=tuple(i for i, s in enumerate(catalogue.board.spaces) if s.kind == "unit"),
        options=options,
        plans=lawful_plans(options),
        contributory=contributory,
        asks=tuple(s.id for m in chosen for s in m.schemes),
        joinable=tuple(o for o in options.values() if not o.act),
        benefits=benefits,
        old_age=tuple(b for b in benefits.values() if b.old_age),
        matches={b.scheme: b for b in benefits.values() if b.shape == "match"},
        questions=questions,
        decks=tuple(deck_of(own, weights) for own in piles),
        situations={s.id: s for s in situations},
        myths=tuple(y.id for m in chosen for y in m.myths),
        truths={y.id: y.true for m in chosen for y in m.myths},
        projects={p.id: p.effect for p in catalogue.projects},
    )


def _chosen(catalogue: Catalogue, modules: Sequence[str]) -> tuple[Module, ...]:
    for wanted in modules:
        if wanted not in catalogue.module_by_id:
            raise Unplayable(
                "GAME01",
                f"there is no module {wanted!r}",
                hint="modules here: " + ", ".join(catalogue.module_by_id),
            )
    return tuple(m for m in catalogue.modules if not modules or m.id in modules)


def amounts_of(catalogue: Catalogue) -> Amounts:
    """The numbers of the game.

    Raises:
        Unplayable: GAME02 when one is missing.
    """
    values: dict[str, int] = {}
    missing = []
    for field in fields(Amounts):
        if field.name in catalogue.tuning:
            values[field.name] = catalogue.tuning[field.name].value
        elif field.default is MISSING:
            missing.append(field.name)
    if missing:
        raise Unplayable(
            "GAME02",
            "numbers of the game are missing: " + ", ".join(missing),
            hint="add them under `tuning:` in content/game.yaml",
        )
    return Amounts(**values)
