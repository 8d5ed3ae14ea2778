"""Recipes: keys that tell when to print again, editions that tell when to recall."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from printed_sample import ROOT, catalogue_of, module, sample, text

from engine.catalogue import Catalogue
from printables.print_target import PrintOptions, PrintTarget
from printables.targets import registry

ONE = "print/section40/onepager.pdf"
DECK = "print/section40/quiz-cards.pdf"
EVENTS = "print/section40/event-cards.pdf"


def recipe_of(catalogue: Catalogue, name: str = ONE, **options: Any) -> PrintTarget:
    return next(r for r in registry.targets(catalogue, PrintOptions(**options)) if r.name == name)


def test_the_same_catalogue_gives_the_same_keys() -> None:
    first = [(r.name, r.key, r.edition) for r in registry.targets(sample())]
    again = catalogue_of(module(), comparison=None)

    assert (ONE, *first[0][1:]) == first[0]
    assert recipe_of(again).key == first[0][1]
    assert len({name for name, *_ in first}) == len(first)


def test_a_later_day_prints_again_under_the_same_edition() -> None:
    today = recipe_of(sample())
    later = recipe_of(sample().model_copy(update={"as_of": date(2026, 12, 1)}))

    assert later.key != today.key
    assert later.edition == today.edition


def test_a_changed_sheet_word_prints_again_under_the_same_edition() -> None:
    words = {**sample().words, "print.series": text("ชุดใหม่")}
    changed = recipe_of(sample().model_copy(update={"words": words}))

    assert changed.key != recipe_of(sample()).key
    assert changed.edition == recipe_of(sample()).edition


def test_a_changed_text_gives_a_new_edition_to_its_card_alone() -> None:
    questions = module()["questions"]
    changed = [{**questions[0], "explain": "t:คำอธิบายใหม่"}, *questions[1:]]

    before = dict(recipe_of(sample(), DECK).parts)
    after = dict(recipe_of(catalogue_of(module(questions=changed)), DECK).parts)

    assert {card for card in before if before[card] != after[card]} == {questions[0]["id"]}
    assert (
        recipe_of(sample(), DECK).edition
        != recipe_of(catalogue_of(module(questions=changed)), DECK).edition
    )


def test_printer_options_count_for_the_key() -> None:
    keys = {
        recipe_of(sample(), DECK, **options).key
        for options in (
            {},
            {"flip": "short"},
            {"offset_x": 1.5},
            {"offset_y": -0.5},
            {"address": "https://example.org"},
        )
    }

    assert len(keys) == 5


def test_a_recipe_tells_the_facts_it_shows() -> None:
    assert {"s40.pay1", "s40.pay2", "s40.pay3"} <= set(recipe_of(sample()).facts)
    assert {"s40.inpatient", "s40.rest"} <= set(recipe_of(sample(), DECK).facts)


def test_another_process_elsewhere_prints_the_same_bytes_in_another_order(
    pdf: Any, tmp_path: Path
) -> None:
    names = (ONE, EVENTS)
    program = (
        "import pickle, sys\n"
        "from pathlib import Path\n"
        "recipes = pickle.loads(Path(sys.argv[1]).read_bytes())\n"
        "printed = [recipe.render() for recipe in reversed(recipes)]\n"
        "Path(sys.argv[2]).write_bytes(pickle.dumps(printed[::-1]))\n"
    )
    packed, printed = tmp_path / "recipes", tmp_path / "printed"
    packed.write_bytes(pickle.dumps([recipe_of(sample(), name) for name in names]))

    subprocess.run(
        [sys.executable, "-c", program, packed, printed],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"},
        check=True,
    )

    assert pickle.loads(printed.read_bytes()) == [pdf(name) for name in names]


def test_listing_recipes_loads_no_press() -> None:
    program = (
        "import sys; from printables.targets import registry as sheets; "
        "heavy = {'weasyprint', 'pikepdf', 'jinja2', 'fontTools', 'segno'} & set(sys.modules); "
        "sys.exit(', '.join(heavy) or 0)"
    )

    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
