"""Damaged files of the first edition: a start takes over what it can, and never falls."""

from __future__ import annotations

from pathlib import Path
from random import Random

from games.session.store import KIND, open_store
from tests.torture.damage import Outcome, flip, overwrite
from tests.torture.first_edition import first_edition_games


def first_edition_trials(count: int, seed: int, folder: Path) -> Outcome:
    """Start so many times with a damaged SQLite file, and begin a game."""
    outcome = Outcome()
    chance = Random(seed)
    data = first_edition_games(folder).read_bytes()
    for trial in range(count):
        outcome.trials += 1
        place = folder / str(trial)
        place.mkdir()
        if trial % 3 == 2:
            spoilt = data[: chance.randrange(len(data))]
        else:
            spoilt, _ = (flip, overwrite)[trial % 3](data, chance)
        (place / KIND.older).write_bytes(spoilt)
        store = open_store(place)
        game = store.begin(1, "{}", "abc", "{}")
        store.append(game, 0, "move")
        store.close()
        again = open_store(place)
        saved = again.open_game()
        again.close()
        kept = [file.read_bytes() for file in place.glob("games*.sqlite3")]
        if saved is None or saved.moves != ("move",) or again.damaged or spoilt not in kept:
            outcome.wrong.append(f"first edition: seed {seed}, trial {trial}")
    return outcome
