"""The catalogue a game plays with: kept from last time, or compiled when content changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

from engine.atomic_files import sealed, unsealed, write_atomically
from engine.building.build import inputs_key
from engine.catalogue import Catalogue
from engine.catalogue.catalogue import catalogue_from_json
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, RusitError
from engine.garbage_collection import uncollected
from engine.languages import SOURCE
from engine.loading.content import content_files
from engine.schema.text import Language

_PACKAGES = (
    "fonttools",
    "jinja2",
    "markdown",
    "nh3",
    "pikepdf",
    "pydantic",
    "pydyf",
    "pythainlp",
    "segno",
    "weasyprint",
)


def kept_catalogue(
    root: Path,
    day: date,
    cache: Path,
    language: Language = SOURCE,
    *,
    by_clock: bool = False,
    postponed: list[Callable[[], None]] | None = None,
) -> Catalogue:
    """Return the catalogue of that content on that day, in that language.

    Facts overdue for review are reported on standard error, and the game goes on: a session must
    not fall through because nobody has looked at a date.

    Args:
        cache: a folder that may be lost at any time.
        by_clock: the day is what the computer's clock says, see `check_content`.
        postponed: if given, writing a compiled catalogue to the cache is added to it for the
            caller to do later; else it is written at once.

    Raises:
        ContentError: any other error in the content.
    """
    options = {"as_of": day.isoformat(), "packages": packages(), "clock": str(by_clock)}
    key = inputs_key(content_files(root, language), options, code_files("engine"))
    kept = cache / f"catalogue-{language}-{key[:20]}.json"
    found = _read_kept(kept)
    if found is not None:
        _tell_clock(found)
        return found
    # Imported late: a game that finds its catalogue kept never loads what reads YAML.
    from engine.catalogue.compilation import check_content, compile_catalogue

    with uncollected():
        checked = check_content(root, day, by_clock=by_clock, language=language)
        overdue = [p for p in checked.problems.errors if p.code == "FACT03"]
        errors = [p for p in checked.problems.errors if p.code != "FACT03"]
        if errors:
            raise ContentError(errors)
        if overdue:
            message = Message(
                "{count} facts are overdue for review; `rusit check` lists them", count=len(overdue)
            )
            print(message, file=sys.stderr)
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
        catalogue = compile_catalogue(checked, cache / "words.json")
        if postponed is None:
            _keep(catalogue, kept)
        else:
            postponed.append(partial(_keep, catalogue, kept))
    _tell_clock(catalogue)
    return catalogue


def _keep(catalogue: Catalogue, path: Path) -> None:
    """Write the catalogue, and take away what was kept in its language before."""
    with suppress(OSError):
        for old in path.parent.glob(f"catalogue-{catalogue.language}-*.json"):
            old.unlink(missing_ok=True)
        write_atomically(path, sealed(catalogue.to_json().encode()))


def _read_kept(path: Path) -> Catalogue | None:
    """Return the catalogue kept in that file; None if there is none, or it was changed."""
    try:
        data = unsealed(path.read_bytes())
        return None if data is None else catalogue_from_json(data.decode(), path)
    except (OSError, ValueError, RusitError):
        return None


def _tell_clock(catalogue: Catalogue) -> None:
    if catalogue.clock is not None:
        print(wrong_clock(catalogue.clock, catalogue.as_of), file=sys.stderr)


def wrong_clock(clock: date, used: date) -> str:
    """Return what to say of a clock that tells a day before the content was written."""
    return Message(
        "the clock of this computer says {clock}, which cannot be: {used} is used",
        clock=clock,
        used=used,
    )


def packages() -> str:
    """Return our packages that decide what a build gives, with their versions."""
    return " ".join(f"{name} {version(name)}" for name in _PACKAGES)


def code_files(*folders: str) -> list[Path]:
    """Return our own files in those folders that decide what a build gives."""
    here = Path(__file__).parents[2]
    kinds = {".py", ".yaml", ".css", ".html", ".js", ".json", ".svg", ".ttf"}
    return sorted(
        path for folder in folders for path in (here / folder).rglob("*") if path.suffix in kinds
    )
