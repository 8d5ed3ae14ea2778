"""The store of games: their moves, the content they were begun with, and this device's settings.

A move is on the disk before it is drawn, so a process that is killed, or a power cut, loses
nothing that was seen. A game keeps a copy of the catalogue it was begun with: an update of the
content never changes a running game. Nothing here names a person: a game is a seed, a set-up
and a list of moves.
"""

from __future__ import annotations

import base64
import zlib
from contextlib import suppress
from pathlib import Path

from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import RusitError
from games.session.first_edition import read_first_edition
from games.session.saved_games import LARGEST_CATALOGUE, SavedGame, SavedGames, accepted
from games.storage import Entry, Journal, StoreKind, Trouble, open_journal
from games.storage.lines import ALONE

KIND = StoreKind("games", "games.rusit", "games.sqlite3", read_first_edition)

COMPACT_ABOVE = 4_000_000
"""Bytes above which the file is rewritten at the start without what no game needs."""

_NOTICES = {"forbidden": "saved.memory", "newer": "saved.newer", "open": "saved.open"}


class Store:
    """An open store. Made by `open_store`.

    Attributes:
        lasting: False if the disk could not be used and games live in memory alone.
        trouble: why nothing lasts; None while all is well.
        damaged: True if something that was written could not be read.
        set_aside: where the damaged original is kept; None if there is none.
    """

    def __init__(
        self,
        journal: Journal,
        games: SavedGames,
        *,
        lasting: bool,
        trouble: Trouble | None = None,
        damaged: bool = False,
        set_aside: Path | None = None,
    ) -> None:
        self._journal = journal
        self._games = games
        self.lasting = lasting
        self.trouble = trouble
        self.damaged = damaged
        self.set_aside = set_aside

    @property
    def notice(self) -> str:
        """Key of the words that tell what happened to the file; empty if all is well."""
        if self.trouble is not None:
            return _NOTICES[self.trouble]
        return "saved.damaged" if self.damaged else ""

    def close(self) -> None:
        """Close the file and let other copies of the program open it."""
        self._journal.close()

    def begin(self, seed: int, setup: str, edition: str, catalogue: str) -> int:
        """Start a game and return its id; the game that was open before is left.

        Args:
            catalogue: its JSON; kept once for each edition.
        """
        if self._games.catalogues.get(edition) is None:
            packed = base64.b64encode(zlib.compress(catalogue.encode())).decode()
            self._write(ALONE, ["catalogue", edition, packed])
        game = self._games.next_id
        self._write(str(game), ["begin", seed, setup, edition])
        return game

    def append(self, game: int, number: int, move: str) -> None:
        """Write the move with that number (0 is the first); on the disk when this returns."""
        if number != len(self._games.moves(game)):
            raise _unsaved(Message("move {number} does not follow the last one", number=number))
        self._write(str(game), ["move", number, move])

    def drop_last(self, game: int) -> None:
        """Take the last move back."""
        if self._games.moves(game):
            self._write(str(game), ["undo"])

    def flag(self, game: int, subject: str, on: bool) -> None:
        """Note, or forget, that the room could not answer this question."""
        self._write(str(game), ["flag", subject, on])

    def finish(self, game: int, state: str = "finished") -> None:
        """Close the game: it is not offered again."""
        self._write(str(game), ["end", state])

    def open_game(self) -> SavedGame | None:
        """Return the game that was begun last, if it is not finished."""
        return self._games.open_game()

    def finished_game(self) -> SavedGame | None:
        """Return the game that was finished last, if there is one."""
        return self._games.finished_game()

    def saved_games(self) -> tuple[SavedGame, ...]:
        """Return all games that are kept, the oldest first."""
        return self._games.all()

    def catalogue(self, edition: str) -> str | None:
        """Return the JSON of the catalogue of that edition; None if it is not kept."""
        packed = self._games.catalogues.get(edition)
        return None if packed is None else unpack_catalogue(packed)

    def settings(self) -> dict[str, str]:
        """Return the settings of this device."""
        return dict(self._games.settings)

    def set(self, key: str, value: str) -> None:
        """Keep a setting."""
        self._write(ALONE, ["setting", key, value])

    def _write(self, stream: str, value: list[object]) -> None:
        """Write an entry, then take it in.

        Raises:
            RusitError: SES02 if it could not be written (disk full, card pulled out).
        """
        entry = Entry(stream, value)
        if not self._games.fits(entry):
            raise _unsaved("no such game, or it is over")
        try:
            self._journal.append(entry)
        except OSError as error:
            raise _unsaved(reason(error)) from error
        self._games.take(entry)


def open_store(folder: Path | None) -> Store:
    """Return the store in that folder, made if there is none; in memory if `folder` is None.

    Of a damaged file, every game is kept up to the damage, and the original is kept beside it.
    Where the folder cannot be written, another copy of the program has it open, or a newer
    Rusit made the file, the store lives in memory and says so (`lasting`, `trouble`).
    """
    opened = open_journal(folder, KIND, accepted)
    games = SavedGames(opened.entries)
    if opened.journal.size > COMPACT_ABOVE:
        games = SavedGames(games.entries())
        # Where there is no room for it, the larger file is as good.
        with suppress(OSError):
            opened.journal.rewrite(games.entries())
    return Store(
        opened.journal,
        games,
        lasting=folder is not None and opened.trouble is None,
        trouble=opened.trouble,
        damaged=opened.damaged,
        set_aside=opened.set_aside,
    )


def unpack_catalogue(packed: str) -> str | None:
    """Return the JSON of a packed catalogue; None if it is damaged or too large."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(base64.b64decode(packed, validate=True), LARGEST_CATALOGUE)
        return text.decode() if unpacking.eof else None
    except (ValueError, zlib.error):
        return None


def _unsaved(why: str) -> RusitError:
    hint = "make room on the disk, then go on: the game stands at the last saved move"
    return RusitError("SES02", Message("the move could not be saved: {why}", why=why), hint=hint)
