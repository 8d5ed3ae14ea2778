"""Commands that play and practise: the board game, its rules, many games by bots, rounds."""

from __future__ import annotations

import json
import os
import secrets
import sys
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir, Lang, catalogue_of
from engine.diagnostics.messages import Message
from engine.languages import SOURCE
from games.cli.options import (
    LARGEST_SEED,
    Demo,
    FullScreen,
    LuckOption,
    ModulesOption,
    Saves,
    Screenshots,
    SizeOption,
    Together,
    Years,
    chosen,
    fonts_folder,
    playable_game,
    read_written,
    require_display,
    saves_folder,
    size_of,
)
from games.cli.saves import saves as saves_commands

if TYPE_CHECKING:
    from engine.catalogue import Catalogue

commands = typer.Typer()
commands.add_typer(saves_commands, name="saves")


@commands.command()
def simulate(
    games: Annotated[int, typer.Option("--games", min=1, help="How many games.")] = 1000,
    households: Annotated[
        int, typer.Option("--households", "--teams", min=1, max=6, help="Households in each.")
    ] = 4,
    minutes: Annotated[int, typer.Option("--minutes", help="30, 45, 60 or 90.")] = 45,
    talk: Annotated[
        int, typer.Option("--talk", help="Seconds of talk at an item: 30, 45 or 60.")
    ] = 45,
    seed: Annotated[
        int, typer.Option("--seed", min=0, max=LARGEST_SEED, help="Same seed, same games.")
    ] = 1,
    modules: Annotated[
        str, typer.Option("--modules", help="Module ids with commas.", show_default="all")
    ] = "",
    luck: LuckOption = Years.ordinary,
    together: Together = False,
    plots: Annotated[
        Path | None,
        typer.Option("--plots", help="Draw the distributions there.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Play many games by bots; exit 1 when a property of the balance table does not hold."""
    playable_game(households, minutes, talk, together)
    from engine.atomic_files import ready_folder
    from games.simulation import run as run_simulation

    catalogue = catalogue_of(content, as_of, lang)
    names = chosen(catalogue, modules)
    if plots is not None:
        ready_folder(plots)
    report = run_simulation(
        catalogue,
        games=games,
        households=households,
        minutes=minutes,
        talk=talk,
        seed=seed,
        modules=names,
        luck=luck.value,
        together=together,
        progress=lambda line: print(line, file=sys.stderr),
    )
    if plots is not None:
        from games.simulation.plots import draw

        for path in draw(report, plots):
            print(f"drawn: {path}", file=sys.stderr)
    print(
        json.dumps(report.to_dict(), ensure_ascii=False, indent=1)
        if as_json
        else report.text_report()
    )
    raise typer.Exit(0 if report.passed else 1)


@commands.command()
def rules(
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Show the rules of the game on paper, with today's numbers."""
    from engine.catalogue.game_rules_text import missing_heads, rules_of, rules_text
    from games.ui.toolkit.interface_text import missing_words

    catalogue = catalogue_of(content, as_of, lang)
    missing = missing_heads(catalogue)
    if missing:
        raise missing_words(*missing)
    print(rules_text(rules_of(catalogue)))


@commands.command()
def play(
    ctx: typer.Context,
    households: Annotated[
        int | None,
        typer.Option(
            "--households", "--teams", min=1, max=6, help="Begin with so many households."
        ),
    ] = None,
    minutes: Annotated[int, typer.Option("--minutes", help="30, 45, 60 or 90.")] = 45,
    talk: Annotated[int, typer.Option("--talk", help="Seconds of talk: 30, 45 or 60.")] = 45,
    modules: ModulesOption = "",
    luck: LuckOption = Years.ordinary,
    together: Together = False,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed",
            min=0,
            max=LARGEST_SEED,
            help="Same seed, same luck.",
            show_default="new luck",
        ),
    ] = None,
    size: SizeOption = "1280x800",
    full_screen: FullScreen = False,
    saves: Saves = None,
    demo: Demo = False,
    screenshots: Screenshots = Path("build/demo"),
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Play the board game. Killed at any point, it goes on at that very move."""
    width, height = size_of(size)
    playable_game(households, minutes, talk, together)
    _quiet(demo)
    catalogue = catalogue_of(content, as_of, lang)
    from games.rules import Setup

    setup = Setup(households or 4, minutes, talk, luck=luck.value, together=together)
    if demo:
        from games.demo.game_demo import run_demo

        shots = run_demo(
            catalogue,
            seed if seed is not None else 40,
            screenshots,
            (width, height),
            setup.households,
            setup.minutes,
            chosen(catalogue, modules),
            luck=setup.luck,
            talk=setup.talk,
            together=setup.together,
        )
        print(
            Message("{count} pictures in {screenshots}", count=len(shots), screenshots=screenshots)
        )
        return
    require_display()
    _refuse_second_copy(catalogue, saves_folder(saves))
    from games.ui.shell.app import AppOptions
    from games.ui.shell.window import run

    raise typer.Exit(
        run(
            catalogue,
            AppOptions(
                size=(width, height),
                folder=saves_folder(saves),
                seed=seed,
                next_seed=lambda: secrets.randbelow(2**31),
                setup=setup,
                modules=chosen(catalogue, modules),
                begin=households is not None,
                full_screen=full_screen,
                papers=ctx.obj(catalogue) if ctx.obj is not None else None,
                fonts=fonts_folder(content),
            ),
        )
    )


@commands.command()
def practice(
    modules: ModulesOption = "",
    lessons: Annotated[bool, typer.Option("--lessons", help="Begin with the lessons.")] = False,
    size: SizeOption = "1280x800",
    full_screen: FullScreen = False,
    saves: Saves = None,
    demo: Demo = False,
    screenshots: Screenshots = Path("build/practice-demo"),
    seed: Annotated[
        int,
        typer.Option("--seed", min=0, max=LARGEST_SEED, help="Of the demo: same seed, same bot."),
    ] = 40,
    give: Annotated[
        str | None,
        typer.Option(
            "--give",
            help="Print the code that moves this animal to another device.",
            show_default=False,
        ),
    ] = None,
    take: Annotated[
        Path | None,
        typer.Option(
            "--take",
            help="Take in the code in this file, of the page or the app; - reads it.",
            show_default=False,
        ),
    ] = None,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Practise ten questions or five minutes, or read a lesson. Every answer is kept at once."""
    width, height = size_of(size)
    if give is not None or take is not None:
        _move(saves_folder(saves), give, take)
        return
    _quiet(demo)
    catalogue = catalogue_of(content, as_of, lang)
    names = chosen(catalogue, modules)
    if demo:
        from games.demo.practice_demo import run_practice_demo

        shots = run_practice_demo(catalogue, seed, screenshots, (width, height), names)
        print(
            Message("{count} pictures in {screenshots}", count=len(shots), screenshots=screenshots)
        )
        return
    require_display()
    _refuse_second_copy(catalogue, saves_folder(saves))
    from games.ui.shell.app import AppOptions
    from games.ui.shell.window import run

    raise typer.Exit(
        run(
            catalogue,
            AppOptions(
                size=(width, height),
                folder=saves_folder(saves),
                next_seed=lambda: secrets.randbelow(2**31),
                modules=names,
                full_screen=full_screen,
                first="lessons" if lessons else "practice",
                # A clock that goes wrong does not take practice back before its content.
                today=lambda: as_of or max(date.today(), catalogue.as_of),
                fonts=fonts_folder(content),
            ),
        )
    )


def _move(folder: Path, give: str | None, take: Path | None) -> None:
    """Take a code in, and prints one; see `games.practice.moving`."""
    from games.practice.store import open_lasting
    from games.practice.transfer import from_code, to_code

    code = from_code(read_written(take)) if take is not None else None
    with closing(open_lasting(folder)) as store:
        if code is not None:
            animal, memories = code
            store.take(animal, memories)
            print(
                Message("{animal}: {count} questions taken in", animal=animal, count=len(memories))
            )
        if give is not None:
            if give not in store.people():
                there = ", ".join(store.people()) or Message("nobody yet")
                raise typer.BadParameter(
                    Message("no {give!r} practises here; there is {there}", give=give, there=there),
                    param_hint="--give",
                )
            print(to_code(give, store.memories(give)))


def _quiet(demo: bool) -> None:
    """Keep standard output for results; for a demo, use no display and no sound."""
    if demo:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def _refuse_second_copy(catalogue: Catalogue, folder: Path) -> None:
    """Say that Rusit is open already, in a window and on the terminal, and end.

    Raises:
        RusitError: SES03 if another copy has the saves of this folder open.
    """
    from engine.diagnostics.problems import RusitError
    from games.session.store import KIND
    from games.storage.journal import is_open

    if not is_open(folder, KIND):
        return
    import pygame

    title, said = (catalogue.words[key].shown for key in ("ui.saved.open.title", "ui.saved.open"))
    # Who started it with a double click sees no terminal.
    with suppress(pygame.error):
        pygame.display.message_box(title, said)
    hint = "go on in the window that is there, or name another folder with --saves"
    raise RusitError("SES03", "Rusit is open already", hint=hint)
