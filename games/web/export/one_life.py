"""Data that One life needs of the game: the compiled tables of its events, and their texts.

The page plays by the same rows as the board game. Only what it can come to is taken: life
events in which protection that is joined pays for days, and none that needs a companion.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from engine.catalogue import Catalogue
from games.basket import BASKET
from games.rules import FUND, NOMINATION, compile_tables
from games.rules.model.tables import NO_LIMIT, BenefitRow, OptionRow, SituationRow, Tables
from games.rules.unplayable import Unplayable
from games.web.export.text_encoding import compact

CHAPTERS = 2
"""Chapters of a life on the page: with three, who reads every word needs more than four minutes
(tests/benchmarks/test_one_life_minutes.py)."""

MOST_SYLLABLES = 80
"""Of a story and what is remembered of it: a quarter of a minute of reading aloud."""

_AMOUNTS = (
    "start_money",
    "first_age",
    "last_age",
    "work_days",
    "debt_grows",
    "debt_most",
    "weary",
    "early_hearts",
    "trip",
    "treatment_most",
    "years_hearts",
    "fund_night",
    "fund_nights",
    "pension_months",
    "piece",
    "first_month",
)
_HARM = (
    "hospital_days",
    "rest_days",
    "lost_days",
    "visits",
    "children",
    "months",
    "treatment",
    "avoidable",
    "other",
    "hearts",
    "accident",
    "own",
    "keeps",
)
_PICTURES = {FUND: ("handshake", "lotus"), NOMINATION: ("heart-hands", "violet")}
"""Icon and colour of what is no scheme of law."""


def short_events(catalogue: Catalogue) -> frozenset[str]:
    """Return the life events that are read aloud quickly enough, in that language."""
    return frozenset(
        name
        for name, situation in catalogue.situations.items()
        if situation.story.syllables + situation.remember.syllables <= MOST_SYLLABLES
    )


def one_life_content(
    catalogue: Catalogue, chosen: Sequence[str], events: Collection[str] | None = None
) -> dict[str, Any] | None:
    """Return One life about these modules; None where the content holds no game for it.

    Args:
        events: the life events that are short enough, where another language of the page has
            decided it: a life is the same in all of them.
    """
    short = short_events(catalogue) if events is None else events
    try:
        tables = compile_tables(catalogue, chosen)
    except Unplayable:
        return None
    care = {s.id for module in catalogue.modules for s in module.situations if s.care}
    rows = [
        row
        for row in tables.situations.values()
        if row.id not in care and not row.keeps and _pays_days(row, tables) and row.id in short
    ]
    life = one_life_rules(tables, [row.id for row in rows])
    _offer_one_saving(life)
    life["basket"] = list(BASKET)
    if not all(work["events"] for work in life["occupations"].values()):
        return None
    return _with_texts(catalogue, life)


def one_life_rules(tables: Tables, situations: Collection[str]) -> dict[str, Any]:
    """Return the rows for lives that meet these events; all but the rules is left out.

    Defaults and what has no limit are left out of a row; `listed` keeps the order to show in.
    """
    rows = [tables.situations[name] for name in situations]
    cards = {card for row in rows for card in row.cards}
    old = [row.id for row in tables.old_age]
    needed = {*cards, *old, *(row.id for row in tables.matches.values())}
    benefits = [row for row in tables.benefits.values() if row.id in needed]
    asked = {row.registered for row in benefits} | {row.scheme for row in benefits}
    options = [row for row in tables.options.values() if not row.act or row.id in asked]
    if any(row.named for row in benefits):
        options = list(tables.options.values())
    return {
        "chapters": CHAPTERS,
        "amounts": {name: getattr(tables.amounts, name) for name in _AMOUNTS},
        "occupations": {
            work.id: {
                "income": work.income,
                "swing": work.swing,
                "living": work.living,
                "first_swing": work.first_swing,
                "events": [s.id for s in rows if not s.jobs or work.id in s.jobs],
            }
            for work in tables.occupations.values()
        },
        "options": {row.id: _option(row) for row in options},
        "benefits": {row.id: _benefit(row) for row in benefits},
        "listed": {"occupations": list(tables.occupations), "options": [o.id for o in options]},
        "old_age": old,
        "matches": {scheme: row.id for scheme, row in tables.matches.items()},
        "situations": {row.id: _situation(row) for row in rows},
    }


def _offer_one_saving(life: dict[str, Any]) -> None:
    """Keep the middle amount of a saving scheme alone.

    Three to read cost a slow reader a quarter of a minute and teach the same.
    """
    options = life["options"]
    for scheme in {row["scheme"] for row in options.values() if row.get("saves")}:
        amounts = [name for name, row in options.items() if row["scheme"] == scheme]
        for name in amounts:
            if name != amounts[len(amounts) // 2]:
                del options[name]
    life["listed"]["options"] = [name for name in life["listed"]["options"] if name in options]


def facts_of(life: dict[str, Any]) -> set[str]:
    """Return every fact that an amount of One life rests on."""
    found = {row["fact"] for row in life["options"].values() if "fact" in row}
    for row in life["benefits"].values():
        for facts in (*row.get("facts", {}).values(), *row.get("accident_facts", {}).values()):
            found |= set(facts)
        for _, _, facts in row.get("bands", ()):
            found |= set(facts)
    return found


def _pays_days(row: SituationRow, tables: Tables) -> bool:
    rights = [tables.benefits[name] for name in row.helps]
    return any(not right.automatic and right.shape == "per_unit" for right in rights)


def _option(row: OptionRow) -> dict[str, Any]:
    return _plain(row, "scheme", "monthly", "yearly", "saves", "act", "fact") | {
        **_limits(row, "oldest"),
        "youngest": row.youngest,
        "contributory": row.contributory >= 0,
        "excludes": sorted(row.excludes),
    }


def _benefit(row: BenefitRow) -> dict[str, Any]:
    kept = _plain(
        row,
        *("scheme", "automatic", "options", "shape", "unit", "each", "most", "fewest", "group"),
        *("bands", "hearts", "youngest", "registered", "named", "ended", "facts"),
        "accident_facts",
    )
    kept |= _limits(row, "children", "covers_most", "oldest")
    if row.for_months >= 0:
        kept["for_months"] = row.for_months
    for name in ("test", "accident_test"):
        test = getattr(row, name)
        if test is not None:
            kept[name] = {"months": test.months, "window": test.window}
    return kept


def _situation(row: SituationRow) -> dict[str, Any]:
    return _plain(row, *_HARM, "helps", "cards")


def _plain(row: object, *names: str) -> dict[str, Any]:
    """Return those fields of a row that say something."""
    return {name: getattr(row, name) for name in names if getattr(row, name)}


def _limits(row: object, *names: str) -> dict[str, int]:
    """Return those fields of a row that set a limit."""
    return {name: getattr(row, name) for name in names if getattr(row, name) != NO_LIMIT}


def _with_texts(catalogue: Catalogue, life: dict[str, Any]) -> dict[str, Any]:
    """Return the rows with what is shown of them."""
    works = {work.id: work for work in catalogue.occupations}
    for name, row in life["occupations"].items():
        row |= {"title": compact(works[name].title), "icon": works[name].icon}
    for name, row in life["options"].items():
        row |= _option_texts(catalogue, name, row["scheme"])
    life["schemes"] = {
        scheme: {"title": compact(record.title), "short": compact(record.short)}
        for scheme, record in catalogue.schemes.items()
        if any(row["scheme"] == scheme and not row.get("act") for row in life["options"].values())
    }
    for name, row in life["benefits"].items():
        benefit = catalogue.benefits[name]
        row |= {
            "title": compact(benefit.title),
            "short": compact(benefit.short),
            "icon": benefit.icon,
            "when": compact(benefit.when),
        }
    for name, row in life["situations"].items():
        situation = catalogue.situations[name]
        row |= {
            "title": compact(situation.title),
            "icon": situation.icon,
            "story": compact(situation.story),
            "remember": compact(situation.remember),
            "tempting": {t.benefit: compact(t.why) for t in situation.tempting},
        }
    return life


def _option_texts(catalogue: Catalogue, name: str, scheme: str) -> dict[str, Any]:
    """Return how a thing to hold is shown; the page has words of its own for acts and the fund."""
    record = catalogue.schemes.get(scheme)
    if record is None:
        icon, colour = _PICTURES[name]
        return {"icon": icon, "colour": colour}
    shown = {"icon": record.icon, "colour": catalogue.holder_of[scheme].colour}
    for option in record.options:
        if name == f"{scheme}.{option.id}":
            shown |= {"title": compact(option.title), "short": compact(option.short)}
    return shown
