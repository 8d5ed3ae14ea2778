"""A saved game as plain text: to look at, to keep, and to take to another device.

The text is the lines ``rusit game 2``, ``seed``, ``setup``, ``edition``, ``moves`` with their
count, one line a move, ``sum`` over all of these, and ``content``: the packed catalogue, which
has a sum of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from engine.diagnostics.problems import RusitError
from games.session.saved_games import LARGEST_SEED, SavedGame
from games.session.store import unpack_catalogue

FIRST_LINE = "rusit game 2"
LARGEST_TEXT = 16_000_000
"""Characters that are read."""


@dataclass(frozen=True, slots=True)
class ExchangedGame:
    """A game as its text tells it.

    Attributes:
        catalogue: JSON of the content it was begun with.
    """

    seed: int
    setup: str
    edition: str
    moves: tuple[str, ...]
    catalogue: str


def game_to_text(game: SavedGame, packed: str) -> str:
    """Return the text of a game.

    Args:
        packed: the catalogue as the store keeps it; empty if it is not kept any more.
    """
    lines = [
        FIRST_LINE,
        f"seed {game.seed}",
        f"setup {_one_line(game.setup)}",
        f"edition {game.edition}",
        f"moves {len(game.moves)}",
        *map(_one_line, game.moves),
    ]
    return "\n".join([*lines, f"sum {_sum(lines)}", f"content {_sum([packed])} {packed}", ""])


def game_from_text(text: str) -> ExchangedGame:
    """Return the game of a text.

    Raises:
        RusitError: SES04 if it is not such a text, or a part of it is missing or changed.
    """
    if not text.startswith(FIRST_LINE):
        raise _refused("this is not a game that `rusit saves export` wrote")
    try:
        if len(text) > LARGEST_TEXT:
            raise ValueError
        lines = text.splitlines()
        seed, setup, edition, count = (
            _after(word, line)
            for word, line in zip(("seed", "setup", "edition", "moves"), lines[1:5], strict=True)
        )
        end = 5 + int(count)
        if int(count) < 0 or _after("sum", lines[end]) != _sum(lines[:end]):
            raise ValueError
        digest, packed = _after("content", lines[end + 1]).split(" ")
        catalogue = unpack_catalogue(packed)
        if digest != _sum([packed]) or catalogue is None or not 0 <= int(seed) <= LARGEST_SEED:
            raise ValueError
    except (ValueError, IndexError):
        raise _refused("a part of the game is missing or changed") from None
    return ExchangedGame(int(seed), setup, edition, tuple(lines[5:end]), catalogue)


def _one_line(written: str) -> str:
    """Return the JSON without line ends, which only stand between its parts."""
    try:
        return json.dumps(json.loads(written), separators=(",", ":"))
    except ValueError:
        return " ".join(written.split())


def _after(word: str, line: str) -> str:
    if not line.startswith(f"{word} "):
        raise ValueError
    return line.removeprefix(f"{word} ")


def _sum(lines: list[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def _refused(why: str) -> RusitError:
    return RusitError(
        "SES04", why, hint="export it again and copy the whole file; nothing was changed"
    )
