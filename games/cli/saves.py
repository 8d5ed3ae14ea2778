"""Commands about saved games: check the files, write a game as plain text, take one in."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.diagnostics.messages import Message
from games.cli.options import Saves, read_written, saves_folder

if TYPE_CHECKING:
    from games.storage import StoreKind

saves = typer.Typer(help="Check, export and import saved games.", no_args_is_help=True)


@saves.command()
def check(folder: Saves = None) -> None:
    """Tell what the saves hold, changing nothing; exit 1 if one of the files is damaged."""
    from games.practice.store import KIND as PRACTICE
    from games.session.store import KIND as GAMES

    place = saves_folder(folder)
    sound = [_check(place, kind) for kind in (GAMES, PRACTICE)]
    raise typer.Exit(0 if all(sound) else 1)


def _check(folder: Path, kind: StoreKind) -> bool:
    """Print what a store holds; return False if it is damaged."""
    from games.session.saved_games import SavedGames, accepted
    from games.storage.journal import read_store

    reading = read_store(folder, kind)
    if reading is None:
        older = (folder / kind.older).exists()
        waits = Message("{file}: not there yet, {older} waits", file=kind.file, older=kind.older)
        print(waits if older else Message("{file}: not there", file=kind.file))
        return True
    if reading.newer:
        print(Message("{file}: made by a newer Rusit", file=kind.file))
        return True
    print(Message("{file}: {count} lines", file=kind.file, count=len(reading.entries)))
    if kind.name == "games":
        for game in SavedGames(accepted(reading.entries)).all():
            message = Message(
                "  game {game}: {count} moves, {state}, {edition}",
                game=game.id,
                count=len(game.moves),
                state=Message(game.state),
                edition=game.edition,
            )
            print(message)
    for number in reading.damaged[:1]:
        place = Message("line {number}", number=number + 1)
        print(
            Message("  damaged: {place}; what stands before it in each game is kept", place=place)
        )
    if reading.missing:
        print(
            Message("  cut short: {missing} lines are missing at the end", missing=reading.missing)
        )
    return reading.sound


@saves.command()
def export(
    game: Annotated[
        int | None, typer.Argument(help="Number of the game; the last one if left out.")
    ] = None,
    folder: Saves = None,
) -> None:
    """Print a game as plain text, as far as it can be read."""
    from games.session.exchange import game_to_text
    from games.session.saved_games import SavedGames, accepted
    from games.session.store import KIND
    from games.storage.journal import read_store

    reading = read_store(saves_folder(folder), KIND)
    games = SavedGames(accepted(reading.entries) if reading else ())
    kept = {saved.id: saved for saved in games.all()}
    number = max(kept, default=0) if game is None else game
    if number not in kept:
        there = ", ".join(map(str, kept)) or Message("none")
        raise typer.BadParameter(
            Message("there is no game {number}; there are {there}", number=number, there=there)
        )
    saved = kept[number]
    print(game_to_text(saved, games.catalogues.get(saved.edition, "")), end="")


@saves.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="What `saves export` wrote; - reads it.")],
    folder: Saves = None,
) -> None:
    """Take a game in; it is the one that `rusit play` goes on with.

    The game that was open before is left, and stays in the file.
    """
    from engine.diagnostics.problems import RusitError
    from games.session.exchange import game_from_text
    from games.session.store import open_store

    taken = game_from_text(read_written(file))
    with closing(open_store(saves_folder(folder))) as store:
        if not store.lasting:
            why = {"open": "Rusit is open", "newer": "a newer Rusit made the file"}.get(
                store.trouble or "", "no file can be written"
            )
            hint = "close Rusit, or name another folder with --saves"
            raise RusitError("SES05", Message("the game cannot be kept: {why}", why=why), hint=hint)
        number = store.begin(taken.seed, taken.setup, taken.edition, taken.catalogue)
        for position, move in enumerate(taken.moves):
            store.append(number, position, move)
    print(
        Message("game {number}: {count} moves taken in", number=number, count=len(taken.moves)),
        file=sys.stderr,
    )
