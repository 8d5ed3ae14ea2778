"""How long a module's sheets take on one core. Issue: a cold build under 6 s on two."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "print"))

import pytest
from printed_sample import QUESTIONS, catalogue_of, module

from printables import sheets

FORTY = [{**QUESTIONS[n % len(QUESTIONS)], "id": f"s40.q.n{n}"} for n in range(40)]


@pytest.mark.parametrize("name", ["onepager", "quiz-cards"])
def test_a_module_of_forty_questions(name: str, benchmark: Any) -> None:
    catalogue = catalogue_of(module(questions=FORTY))
    recipe = next(r for r in sheets.recipes(catalogue) if r.name == f"print/section40/{name}.pdf")

    pdf = benchmark.pedantic(sheets.render, args=(recipe,), rounds=3, warmup_rounds=1)

    assert pdf.startswith(b"%PDF-")


def test_listing_recipes(benchmark: Any) -> None:
    catalogue = catalogue_of(module(questions=FORTY))

    recipes = benchmark(sheets.recipes, catalogue)

    assert len({recipe.name for recipe in recipes}) == len(recipes)
