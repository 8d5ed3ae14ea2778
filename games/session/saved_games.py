"""Saved games as the entries of a store tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from games.storage.lines import ALONE, StoreEntry

LARGEST_CATALOGUE = 64_000_000
"""Bytes that a packed catalogue may unpack to."""

LARGEST_SEED = 2**63 - 1
KEPT_GAMES = 100
"""Games that remain when the file is rewritten."""

_STATES = ("finished", "left")


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A game that can be gone on with, or looked at again.

    Attributes:
        setup: JSON, as the rules wrote it.
        edition: of the catalogue it was begun with.
        moves: JSON of every move, in order.
        flags: ids of questions the room could not answer.
        state: ``open``, ``finished`` or ``left``.
    """

    id: int
    seed: int
    setup: str
    edition: str
    moves: tuple[str, ...]
    flags: tuple[str, ...] = ()
    state: str = "open"


@dataclass(slots=True)
class _Game:
    seed: int
    setup: str
    edition: str
    moves: list[str] = field(default_factory=list)
    flags: dict[str, None] = field(default_factory=dict)
    state: str = "open"


class SavedGames:
    """All that a store of games holds.

    Attributes:
        catalogues: packed, by edition.
        settings: of this device.
    """

    def __init__(self, entries: Iterable[StoreEntry] = ()) -> None:
        self.catalogues: dict[str, str] = {}
        self.settings: dict[str, str] = {}
        self._games: dict[int, _Game] = {}
        for entry in entries:
            self.take(entry)

    @property
    def next_id(self) -> int:
        """The id of a game that is begun now."""
        return max(self._games, default=0) + 1

    def moves(self, game: int) -> Sequence[str]:
        """Return the moves of a game; none if there is no such game."""
        return self._games[game].moves if game in self._games else ()

    def fits(self, entry: StoreEntry) -> bool:
        """Return True if the entry makes sense after all those before it."""
        if entry.stream == ALONE:
            return _fits_alone(entry.value)
        game = self._games.get(int(entry.stream))
        match entry.value:
            case ["begin", int(seed), str(), str()]:
                return game is None and not isinstance(seed, bool) and 0 <= seed <= LARGEST_SEED
            case ["move", int(number), str()]:
                return game is not None and number == len(game.moves)
            case ["undo"]:
                return game is not None and bool(game.moves)
            case ["flag", str(), bool()]:
                return game is not None
            case ["end", str(state)]:
                return game is not None and state in _STATES
        return False

    def take(self, entry: StoreEntry) -> None:
        """Take in an entry that fits."""
        kind, *value = entry.value
        if entry.stream == ALONE:
            (self.catalogues if kind == "catalogue" else self.settings)[value[0]] = value[1]
            return
        if kind == "begin":
            self._games[int(entry.stream)] = _Game(*value)
            return
        game = self._games[int(entry.stream)]
        if kind == "move":
            game.moves.append(value[1])
        elif kind == "undo":
            game.moves.pop()
        elif kind == "end":
            game.state = value[0]
        elif value[1]:
            game.flags[value[0]] = None
        else:
            game.flags.pop(value[0], None)

    def all(self) -> tuple[SavedGame, ...]:
        """Return every game, the oldest first."""
        return tuple(self._saved(game) for game in sorted(self._games))

    def open_game(self) -> SavedGame | None:
        """Return the game that was begun last, if it is not finished."""
        last = max(self._games, default=None)
        return self._saved(last) if last and self._games[last].state == "open" else None

    def finished_game(self) -> SavedGame | None:
        """Return the game that was finished last, if there is one."""
        done = [game for game, kept in self._games.items() if kept.state == "finished"]
        return self._saved(max(done)) if done else None

    def entries(self) -> list[StoreEntry]:
        """Return entries that tell the same, without what is not needed any more.

        The games are the last `KEPT_GAMES`; a catalogue stays while the open game or the last
        finished one needs it.
        """
        needed = {g.edition for g in (self.open_game(), self.finished_game()) if g is not None}
        kept = [StoreEntry(ALONE, ["setting", key, value]) for key, value in self.settings.items()]
        for edition, packed in self.catalogues.items():
            if edition in needed:
                kept.append(StoreEntry(ALONE, ["catalogue", edition, packed]))
        for game in self.all()[-KEPT_GAMES:]:
            kept.extend(entries_of(game))
        return kept

    def _saved(self, number: int) -> SavedGame:
        game = self._games[number]
        left = game.state == "open" and number != max(self._games)
        return SavedGame(
            number,
            game.seed,
            game.setup,
            game.edition,
            tuple(game.moves),
            tuple(sorted(game.flags)),
            "left" if left else game.state,
        )


def entries_of(game: SavedGame) -> Iterator[StoreEntry]:
    """Yield the entries that tell a game."""
    stream = str(game.id)
    yield StoreEntry(stream, ["begin", game.seed, game.setup, game.edition])
    for number, move in enumerate(game.moves):
        yield StoreEntry(stream, ["move", number, move])
    for subject in game.flags:
        yield StoreEntry(stream, ["flag", subject, True])
    if game.state in _STATES:
        yield StoreEntry(stream, ["end", game.state])


def accepted(entries: Sequence[StoreEntry]) -> list[StoreEntry]:
    """Return the entries that make sense; a game ends before its first that does not."""
    games = SavedGames()
    kept: list[StoreEntry] = []
    broken: set[str] = set()
    for entry in entries:
        if entry.stream not in broken and games.fits(entry):
            games.take(entry)
            kept.append(entry)
        elif entry.stream != ALONE:
            broken.add(entry.stream)
    return kept


def _fits_alone(value: list[Any]) -> bool:
    match value:
        case ["catalogue" | "setting", str(), str()]:
            return True
    return False
