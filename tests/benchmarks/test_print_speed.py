"""How long the sheets take, against WeasyPrint's own time for the same pages in the same run.

Processor seconds of one process, so that other work on the machine counts little. Run with
``pytest tests/benchmarks/test_print_speed.py -s``.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, process_time
from typing import Any

import pytest

from engine.catalogue import Catalogue
from engine.compiling import check_content, compile_catalogue
from engine.content import default_root
from printables import press, sheets
from printables.recipe import Recipe
from printables.textlayer import keep_marks_in_order

DAY = date(2026, 11, 20)
SIDE = re.compile(r'<section class="side .*?id="([^"]+)".*?</section>', re.DOTALL)

Pages = tuple[str, tuple[str, ...]]
"""The HTML of a document that was written, and its styles."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), DAY))


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    press.get_ready()


def parts_of(recipes: Sequence[Recipe]) -> list[Recipe]:
    return [part for recipe in recipes for part in recipe.pieces or (recipe,)]


def final_pages(parts: Sequence[Recipe], monkeypatch: pytest.MonkeyPatch) -> list[Pages]:
    """What was laid out last for each part; cards of one sheet put together from their tries."""
    tries: list[Pages] = []
    lay_out = press.lay_out

    def noted(html: str, *styles: str) -> Any:
        tries.append((html, styles))
        return lay_out(html, *styles)

    def final() -> Pages:
        html, styles = tries[-1]
        if styles != ("cards",):
            return html, styles
        sides = {m[1]: m[0] for html, _ in tries for m in SIDE.finditer(html)}
        head, _, _ = tries[0][0].partition("<section")
        return f"{head}{''.join(sides.values())}</body></html>", styles

    found = []
    with monkeypatch.context() as patched:
        patched.setattr(press, "lay_out", noted)
        for part in parts:
            tries.clear()
            sheets.render(part)
            found.append(final())
    return found


def weasyprint_alone(pages: Sequence[Pages], parts: Sequence[Recipe]) -> float:
    """Processor seconds of WeasyPrint for these pages: laid out once, written once."""
    from weasyprint import HTML

    shop = press._workshop()
    begin = process_time()
    for (html, styles), part in zip(pages, parts, strict=True):
        document = HTML(string=html, base_url="asset:", url_fetcher=press._fetch).render(
            stylesheets=[press._style("base"), *map(press._style, styles)],
            font_config=shop.fonts,
            cache=shop.pictures,
        )
        tagged = {} if part.kind == "card-sheet" else {"pdf_variant": "pdf/ua-1"}
        document.write_pdf(finisher=keep_marks_in_order, **tagged)
    return process_time() - begin


def ours(recipes: Sequence[Recipe]) -> float:
    """Processor seconds from recipes to finished files."""
    begin = process_time()
    for recipe in recipes:
        sheets.render(recipe)
    return process_time() - begin


@pytest.mark.parametrize("module", ["section40", ""], ids=["section40", "five modules"])
def test_within_the_time_of_weasyprint(
    module: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bar: 1.3 times WeasyPrint's own time, retries, imposing and binding included."""
    recipes = [r for r in sheets.recipes(catalogue) if module in r.name]
    parts = parts_of(recipes)
    pages = final_pages(parts, monkeypatch)

    alone = weasyprint_alone(pages, parts)
    mine = ours(recipes)
    gc.disable()
    swift = weasyprint_alone(pages, parts)
    gc.enable()

    print(
        f"\n{module or 'five modules'}: {mine:.1f} s; WeasyPrint alone {alone:.1f} s, ratio "
        f"{mine / alone:.2f}; WeasyPrint without garbage collection {swift:.1f} s, ratio "
        f"{mine / swift:.2f}"
    )
    assert mine < 1.3 * alone


def spent() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command(content: Path, out: Path) -> tuple[float, float]:
    """Wall and processor seconds of a whole ``rusit build``."""
    line = [sys.executable, "-m", "rusit", "build", "--as-of", DAY.isoformat()]
    before, begin = spent(), perf_counter()
    subprocess.run(
        [*line, "--content", str(content), "--out", str(out)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(default_root().parent)},
    )
    return perf_counter() - begin, spent() - before


def test_whole_builds(tmp_path: Path) -> None:
    """Everything from nothing, with nothing changed, and with one amount changed."""
    content = tmp_path / "content"
    shutil.copytree(default_root(), content)
    module = content / "modules" / "section40.yaml"
    out = tmp_path / "out"
    cold = command(content, out)
    still = command(content, out)
    text = module.read_text(encoding="utf-8")
    before, fact, rest = text.partition("- id: s40.rest\n")
    module.write_text(before + fact + rest.replace("value: 200", "value: 250", 1), "utf-8")
    changed = command(content, out)

    for name, (wall, processor) in (("cold", cold), ("still", still), ("changed", changed)):
        print(f"\n{name}: {wall:.2f} s on the clock, {processor:.2f} s of processors")
    assert changed[1] < cold[1] / 4
