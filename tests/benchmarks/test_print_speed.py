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
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from printables.layout.fit_memory import remember_in
from printables.pdf import weasyprint_adapter
from printables.pdf.text_layer import true_letters
from printables.print_target import PrintTarget
from printables.targets import registry

DAY = date(2026, 11, 20)

Pages = tuple[str, tuple[str, ...]]
"""The HTML of a document that was written, and its styles."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), DAY))


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    weasyprint_adapter.warm_up()


def final_pages(targets: Sequence[PrintTarget], monkeypatch: pytest.MonkeyPatch) -> list[Pages]:
    """Return what was laid out last for each file; each side of a card is a document."""
    tries: list[Pages] = []
    lay_out = weasyprint_adapter.lay_out

    def noted(html: str, *styles: str, **script: Any) -> Any:
        tries.append((html, styles))
        return lay_out(html, *styles, **script)

    found = []
    with monkeypatch.context() as patched:
        patched.setattr(weasyprint_adapter, "lay_out", noted)
        for target in targets:
            for part in target.pieces or (target,):
                tries.clear()
                part.render()
                last = {_face(html): (html, styles) for html, styles in tries}
                found.extend(last.values())
    return found


def _face(html: str) -> str:
    """Return which side of a card or sheet it is."""
    return "back" if 'class="side back' in html or "answers" in html else "front"


def weasyprint_alone(pages: Sequence[Pages], pictures: dict[str, Any] | None = None) -> float:
    """Processor seconds of WeasyPrint for these pages: laid out once, written once.

    Args:
        pictures: its cache of pictures; None: one of its own.
    """
    cache: dict[str, Any] = {} if pictures is None else pictures
    from weasyprint import HTML

    cached = weasyprint_adapter._render_cache()
    begin = process_time()
    for html, styles in pages:
        document = HTML(
            string=html, base_url="asset:", url_fetcher=weasyprint_adapter._fetch
        ).render(
            stylesheets=[
                weasyprint_adapter._style("base", "Thai"),
                *(weasyprint_adapter._style(name, "Thai") for name in styles),
            ],
            font_config=cached.fonts,
            cache=cache,
        )
        tagged = {} if styles == ("cards",) else {"pdf_variant": "pdf/ua-1"}
        document.write_pdf(finisher=true_letters, **tagged)
    return process_time() - begin


def ours(targets: Sequence[PrintTarget]) -> float:
    """Processor seconds from recipes to finished files."""
    begin = process_time()
    for target in targets:
        target.render()
    return process_time() - begin


@pytest.mark.parametrize(
    "module", ["nsf", "section40", ""], ids=["nsf", "section40", "five modules"]
)
def test_within_the_time_of_weasyprint(
    module: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bar: 1.3 times WeasyPrint's own time, retries, imposing and binding included."""
    targets = [r for r in registry.targets(catalogue) if module in r.name]
    pages = final_pages(targets, monkeypatch)

    alone = weasyprint_alone(pages)
    remembered = ours(targets)
    remember_in(None)
    mine = ours(targets)
    gc.disable()
    swift = weasyprint_alone(pages, weasyprint_adapter._render_cache().pictures)
    gc.enable()

    print(
        f"\n{module or 'five modules'}: {mine:.1f} s from nothing, {remembered:.1f} s with fits "
        f"remembered; WeasyPrint alone {alone:.1f} s, ratios {mine / alone:.2f} and "
        f"{remembered / alone:.2f}; WeasyPrint without garbage collection and with our pictures "
        f"{swift:.1f} s, ratios {mine / swift:.2f} and {remembered / swift:.2f}"
    )
    assert mine < 1.3 * alone


def spent() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


BUILD = [sys.executable, "-m", "rusit", "build", "--as-of", DAY.isoformat()]
OURS = {**os.environ, "PYTHONPATH": str(default_root().parent)}


def command(content: Path, out: Path, *options: str) -> tuple[float, float]:
    """Wall and processor seconds of a whole ``rusit build``."""
    before, begin = spent(), perf_counter()
    subprocess.run(
        [*BUILD, "--content", str(content), "--out", str(out), *options],
        check=True,
        capture_output=True,
        env=OURS,
    )
    return perf_counter() - begin, spent() - before


def amount(content: Path, value: int) -> None:
    """Writes another amount for a day of rest into Section 40."""
    module = content / "modules" / "section40.yaml"
    text = module.read_text(encoding="utf-8")
    before, fact, rest = text.partition("- id: s40.rest\n")
    changed = re.sub(r"value: \d+", f"value: {value}", rest, count=1)
    module.write_text(before + fact + changed, encoding="utf-8")


def test_whole_builds(tmp_path: Path) -> None:
    """Everything from nothing, with nothing changed, and with one amount changed."""
    content = tmp_path / "content"
    shutil.copytree(default_root(), content)
    out = tmp_path / "out"
    cold = command(content, out)
    still = command(content, out)
    amount(content, 250)
    changed = command(content, out)
    amount(content, 260)
    registry = command(content, out, "--only", "print")

    for name, (wall, processor) in (
        ("cold", cold),
        ("still", still),
        ("one amount changed", changed),
        ("one amount changed, sheets alone", registry),
    ):
        print(f"\n{name}: {wall:.2f} s on the clock, {processor:.2f} s of processors")
    assert changed[1] < cold[1] / 4


def test_a_session_pack(tmp_path: Path) -> None:
    """The pack of one session from nothing, again on another day's folder, and in one again."""
    line = [sys.executable, "-m", "rusit", "print", "--pack", "section40,nsf"]
    line += ["--teams", "4", "--minutes", "45", "--as-of", DAY.isoformat()]
    environment = {**OURS, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for name, out in (("from nothing", "a"), ("once more", "b"), ("the same folder", "b")):
        before, begin = spent(), perf_counter()
        subprocess.run(
            [*line, "--out", str(tmp_path / out)], check=True, capture_output=True, env=environment
        )
        wall, processor = perf_counter() - begin, spent() - before
        print(f"\nsession pack, {name}: {wall:.2f} s on the clock, {processor:.2f} s of processors")
        assert processor < 40


def made(line: str) -> int:
    """How many outputs a build says that it made."""
    found = re.search(r"(\d+) made", line)
    assert found, line
    return int(found[1])


def test_saves_while_watching(tmp_path: Path) -> None:
    """From saving one changed amount to every finished output, with `rusit build --watch`."""
    content = tmp_path / "content"
    shutil.copytree(default_root(), content)
    waits = []
    line = [*BUILD, "--watch", "--content", str(content), "--out", str(tmp_path / "out")]
    with subprocess.Popen(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=OURS
    ) as watching:
        assert watching.stderr is not None
        try:
            everything = made(watching.stderr.readline())
            for value in (250, 260, 270, 280):
                amount(content, value)
                begin = perf_counter()
                assert 0 < made(watching.stderr.readline()) < everything / 3
                waits.append(perf_counter() - begin)
        finally:
            watching.terminate()
    print(f"\nsaved while watching: {', '.join(f'{w:.2f}' for w in waits)} s")
