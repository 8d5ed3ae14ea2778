"""Options that several commands of play take, and what they refuse."""

from __future__ import annotations

import codecs
import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import names_in
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError

if TYPE_CHECKING:
    from engine.catalogue import Catalogue

LARGEST_SEED = 2**63 - 1
"""A saved game holds its seed as a whole number of 64 bits."""

_LONGEST_SIDE = 10_000
"""Pixels; a larger window has no screen, and its picture would fill the memory."""


class Years(StrEnum):
    """The roughness of a game's years."""

    calm = "calm"
    ordinary = "ordinary"
    storm = "storm"


LuckOption = Annotated[Years, typer.Option("--luck", help="How rough the years are.")]
Together = Annotated[
    bool, typer.Option("--together", help="All teams as one village; nobody is ranked.")
]
ModulesOption = Annotated[
    str, typer.Option("--modules", help="Module ids with commas.", show_default="all")
]
SizeOption = Annotated[str, typer.Option("--size", help="Window, WxH in pixels.")]
FullScreen = Annotated[bool, typer.Option("--full-screen", help="Fill the screen.")]
Saves = Annotated[
    Path | None,
    typer.Option("--saves", help="Where games and practice are kept.", show_default=False),
]
Demo = Annotated[bool, typer.Option("--demo", help="Bots act; no display needed.")]
Screenshots = Annotated[
    Path, typer.Option("--screenshots", help="Where the demo puts its pictures.")
]


def fonts_folder(content: Path | None) -> Path:
    """Return where the content keeps fonts of its languages; it may not be there."""
    from engine.loading.content import default_root

    return (content or default_root()) / "fonts"


def playable_game(households: int | None, minutes: int, talk: int, together: bool) -> None:
    """Refuse a set-up that no game can have."""
    from games.rules import MINUTES, TALK

    if minutes not in MINUTES:
        allowed = ", ".join(str(n) for n in MINUTES)
        message = Message("a game takes {allowed} minutes", allowed=allowed)
        raise typer.BadParameter(message, param_hint="--minutes")
    if talk not in TALK:
        allowed = ", ".join(str(n) for n in TALK)
        message = Message("the talk takes {allowed} seconds", allowed=allowed)
        raise typer.BadParameter(message, param_hint="--talk")
    if together and households == 1:
        message = Message("playing together takes two households")
        raise typer.BadParameter(message, param_hint="--together")


def chosen(catalogue: Catalogue, written: str) -> tuple[str, ...]:
    """Return the module ids that were asked for; each must be in the catalogue."""
    names = names_in(written)
    for name in names:
        if name not in catalogue.module_by_id:
            there = ", ".join(catalogue.module_by_id)
            raise typer.BadParameter(
                Message("there is no module {name!r}; there are {there}", name=name, there=there),
                param_hint="--modules",
            )
    return names


def size_of(written: str) -> tuple[int, int]:
    """Return width and height in pixels."""
    sides = re.fullmatch("([0-9]{1,5})x([0-9]{1,5})", written.lower())
    width, height = map(int, sides.groups()) if sides else (0, 0)
    if not (640 <= width <= _LONGEST_SIDE and 400 <= height <= _LONGEST_SIDE):
        message = Message(
            "{written!r} is not a size; write it as 1280x800, at least 640x400 and at most "
            "{longest_side}x{longest_side}",
            written=written,
            longest_side=_LONGEST_SIDE,
        )
        raise typer.BadParameter(message, param_hint="--size")
    return width, height


def saves_folder(saves: Path | None) -> Path:
    """Return where games and practice are kept."""
    from platformdirs import user_data_path

    return saves or user_data_path("rusit", appauthor=False)


def read_written(path: Path) -> str:
    """Return what stands in that file, or comes from standard input."""
    if str(path) == "-":
        return sys.stdin.read()
    written = path.read_bytes()
    # PowerShell writes what a command prints in its own coding.
    utf16 = written.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return written.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")


def require_display() -> None:
    """Raise UI04 where no window can be seen: the game would run for ever, unseen."""
    chosen_driver = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not shown and not chosen_driver:
        hint = "`rusit play --demo` lets bots play and keeps pictures of it"
        raise RusitError("UI04", "this machine has no display", hint=hint)
