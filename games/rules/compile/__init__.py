"""From the catalogue to the tables of one choice of modules.

Rights are always all of them: a household is protected by whatever the law offers. The chosen
modules give the questions, the life events and the rumours.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.catalogue import Catalogue
from engine.schema.module import Module
from games.rules.compile.cards import deck_of, myth_rows, question_rows
from games.rules.compile.household import (
    dream_rows,
    first_purse,
    goal_rows,
    occupation_rows,
    space_rows,
    storm_row,
    title_rows,
)
from games.rules.compile.rights import benefit_rows, lawful_plans, option_rows
from games.rules.compile.situations import paying_rows, situation_rows
from games.rules.model.amounts import amounts_of
from games.rules.model.tables import Tables
from games.rules.unplayable import Unplayable


def compile_tables(catalogue: Catalogue, modules: Sequence[str] = ()) -> Tables:
    """Return the tables for these modules, or for all of them.

    Raises:
        Unplayable: GAME01 an unknown module, GAME02 a number of the game is missing,
            GAME03 no board, occupations, teams, dreams or life events.
    """
    chosen = _chosen(catalogue, modules)
    if catalogue.board is None or not catalogue.occupations or not catalogue.teams:
        hint = "content/board.yaml, occupations.yaml and teams.yaml are needed to play"
        raise Unplayable("GAME03", "the catalogue holds no board, occupations or teams", hint=hint)
    amounts = amounts_of(catalogue)
    options = option_rows(catalogue, amounts)
    benefits = benefit_rows(catalogue, options, amounts.first_age)
    questions, piles = question_rows(chosen)
    places = {space.id: index for index, space in enumerate(catalogue.board.spaces)}
    spaces = space_rows(catalogue.board, chosen)
    situations = situation_rows(chosen, benefits, questions, piles, places)
    village = tuple(s for s in situations if s.village)
    paying = paying_rows(catalogue.modules, village, situations, benefits, questions, piles)
    dreams = dream_rows(catalogue)
    if not village or not dreams:
        hint = "a game needs `situations` in its modules, and content/dreams.yaml"
        raise Unplayable("GAME03", "there are no life events or no dreams", hint=hint)
    needed = first_purse(options.values(), amounts.first_age) - amounts.start_money
    myths = myth_rows(chosen)
    return Tables(
        edition=catalogue.edition,
        modules=tuple(m.id for m in chosen),
        amounts=amounts,
        occupations=occupation_rows(catalogue, situations, spaces, [s.id for s in paying], needed),
        names=tuple(team.id for team in catalogue.teams),
        spaces=spaces,
        corners=tuple(i for i, s in enumerate(spaces) if s.item == "unit"),
        options=options,
        plans=lawful_plans(options),
        contributory=len({o.contributory for o in options.values() if o.contributory >= 0}),
        asks=tuple(catalogue.schemes),
        joinable=tuple(o for o in options.values() if not o.act),
        benefits=benefits,
        old_age=tuple(b for b in benefits.values() if b.old_age),
        matches={b.scheme: b for b in benefits.values() if b.shape == "match"},
        questions=questions,
        decks=tuple(deck_of(own) for own in piles),
        situations={s.id: s for s in (*situations, *paying)},
        village=village,
        paying=paying,
        myths=myths,
        truths={myth.id: myth.true for myth in myths},
        true_myths=tuple(i for i, myth in enumerate(myths) if myth.true),
        false_myths=tuple(i for i, myth in enumerate(myths) if not myth.true),
        dreams=dreams,
        goals=goal_rows(catalogue),
        storm=storm_row(catalogue),
        titles=title_rows(catalogue),
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
