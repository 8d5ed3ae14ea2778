"""Options that every command takes, so that they read the same everywhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.diagnostics.messages import Message
from engine.languages import LANGUAGE_PATTERN, MESSAGE_LANGUAGES, SOURCE

if TYPE_CHECKING:
    from engine.catalogue import Catalogue


class Format(StrEnum):
    """The forms in which results are written."""

    text = "text"
    json = "json"


_YEARS = range(1900, 2201)
_BUDDHIST_FROM, _BUDDHIST_AHEAD = 2400, 543


def _day(written: str) -> date:
    try:
        return in_our_years(date.fromisoformat(written))
    except ValueError:
        from engine.loading.suggestions import suggest_date

        likely = suggest_date(written) or "2026-11-20"
        message = Message(
            "{written!r} is not a day; write it as {likely}", written=written, likely=likely
        )
        raise typer.BadParameter(message) from None


def in_our_years(day: date) -> date:
    """Return the day; raise wrong usage if its year is a Buddhist one or a slip of the finger."""
    if day.year >= _BUDDHIST_FROM:
        message = Message(
            "{year} is a Buddhist year; write {common_era}",
            year=day.year,
            common_era=day.year - _BUDDHIST_AHEAD,
        )
        raise typer.BadParameter(message)
    if day.year not in _YEARS:
        message = Message("a day lies between {first} and {last}", first=_YEARS[0], last=_YEARS[-1])
        raise typer.BadParameter(message)
    return day


def known_language(written: str) -> str:
    """Return the code of a language, unless there is none of that code: wrong usage then."""
    if not re.match(LANGUAGE_PATTERN, written):
        message = Message("{written!r} is no code of a language, such as th or en", written=written)
        raise typer.BadParameter(message)
    return written


ContentDir = Annotated[
    Path | None, typer.Option("--content", help="The content folder.", show_default=False)
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_day, metavar="DATE", help="Truth of this day.", show_default="today"
    ),
]
Lang = Annotated[
    str,
    typer.Option("--lang", callback=known_language, help="Language of results, by its code."),
]


def require_language(content: Path | None, language: str) -> None:
    """Raise wrong usage for a language that the content does not list.

    Thai and English are always there: the program itself speaks them.
    """
    if language in MESSAGE_LANGUAGES:
        return
    from engine.loading.content import default_root
    from engine.loading.content_loader import listed_languages

    listed = listed_languages(content or default_root())
    if language not in listed:
        there = ", ".join(dict.fromkeys((*MESSAGE_LANGUAGES, *listed)))
        message = Message(
            "this content is not in {language!r}; it is in {there}", language=language, there=there
        )
        raise typer.BadParameter(message, param_hint="--lang")


def own_content(content: Path | None) -> Path:
    """Return the content folder that may be changed.

    Raises:
        RusitError: NEW05 for the content of an installed program.
    """
    from engine.diagnostics.problems import RusitError
    from engine.loading.content import default_root

    root = content or default_root()
    if {"site-packages", "dist-packages"} & set(root.resolve().parts):
        message = "this content came with the program and is not changed"
        hint = "make your own first: `rusit init DIR`, then work in that folder"
        raise RusitError("NEW05", message, hint=hint)
    return root


def names_in(written: str) -> tuple[str, ...]:
    """Name written with commas between them."""
    return tuple(name.strip() for name in written.split(",") if name.strip())


def catalogue_of(
    content: Path | None,
    as_of: date | None,
    language: str = SOURCE,
    *,
    postponed: list[Callable[[], None]] | None = None,
) -> Catalogue:
    """Return the catalogue that the options ask for: kept from last time, or compiled.

    A program made for laptops without Python reads the one that lies beside it.

    Args:
        postponed: takes what writes it to the cache, see `kept_catalogue`.
    """
    if getattr(sys, "frozen", False) and content is None:
        from engine.catalogue import read_catalogue

        return read_catalogue(Path(sys.executable).parent / "catalogue.json")
    from platformdirs import user_cache_path

    from engine.building.catalogue_cache import kept_catalogue
    from engine.loading.content import default_root

    require_language(content, language)
    cache = user_cache_path("rusit", appauthor=False)
    day = as_of or date.today()
    root, by_clock = content or default_root(), as_of is None
    return kept_catalogue(root, day, cache, language, by_clock=by_clock, postponed=postponed)
