"""Flips and truncations of stores: all that is left must be true, and nothing more be lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from games.practice.store import open_practice
from games.session.store import open_store
from games.storage.lines import HEADER_SIZE, read_file
from tests.torture.stores import KINDS, found, is_true, left_over, lines_touched

MORE = (["setting", "calm", "1"], ["learned", "rabbit", []])
"""What is written to each store after its start."""

Damage = tuple[bytes, set[int]]
"""The bytes after it, and which positions it changed."""


@dataclass(slots=True)
class Outcome:
    """What trials found; each list names the trials that failed."""

    trials: int = 0
    wrong: list[str] = field(default_factory=list)
    unnoticed: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """True if no trial failed."""
        return not self.wrong and not self.unnoticed


def flip(data: bytes, chance: Random) -> Damage:
    """Change one bit."""
    position = chance.randrange(len(data))
    spoilt = bytearray(data)
    spoilt[position] ^= 1 << chance.randrange(8)
    return bytes(spoilt), {position}


def overwrite(data: bytes, chance: Random) -> Damage:
    """Put other bytes over a stretch: zeros, noise, or bytes from elsewhere in the file."""
    start = chance.randrange(len(data))
    length = min(chance.choice((1, 2, 7, 64, 512, 4096)), len(data) - start)
    source = chance.randrange(len(data) - length + 1)
    put = chance.choice((bytes(length), chance.randbytes(length), data[source : source + length]))
    spoilt = data[:start] + put + data[start + length :]
    return spoilt, {i for i in range(start, start + length) if data[i] != spoilt[i]}


def damage_trials(stores: dict[str, bytes], count: int, seed: int) -> Outcome:
    """Damage the bytes of each store so many times, and compare what is read with the truth."""
    outcome = Outcome()
    chance = Random(seed)
    for trial in range(count):
        name, data = chance.choice(list(stores.items()))
        outcome.trials += 1
        if trial % 4 == 3:
            _cut_trial(outcome, name, data, chance.randrange(len(data)))
            continue
        spoilt, changed = (flip if trial % 4 else overwrite)(data, chance)
        if not changed:
            continue
        entries, noticed = found(name, spoilt)
        if not is_true(name, data, entries, lines_touched(data, changed)):
            outcome.wrong.append(f"{name}: seed {seed}, trial {trial}")
        if not noticed and entries != left_over(name, data, ()):
            outcome.unnoticed.append(f"{name}: seed {seed}, trial {trial}")
    return outcome


def _cut_trial(outcome: Outcome, name: str, data: bytes, length: int) -> None:
    entries, noticed = found(name, data[:length])
    whole = max(0, data.count(b"\n", HEADER_SIZE, length)) if length >= HEADER_SIZE else 0
    spoilt = set(range(whole + 1, data.count(b"\n") + 2))
    if entries != left_over(name, data, spoilt):
        outcome.wrong.append(f"{name}: cut at {length}")
    if not noticed:
        outcome.unnoticed.append(f"{name}: cut at {length}")


def start_trials(stores: dict[str, bytes], count: int, seed: int, folder: Path) -> Outcome:
    """Start with damaged files, as a session does, and go on playing in them."""
    outcome = Outcome()
    chance = Random(seed)
    for trial in range(count):
        outcome.trials += 1
        place = folder / str(trial)
        place.mkdir()
        spoilt_lines = {}
        for kind in KINDS:
            data = stores[kind.name]
            spoilt, changed = (flip if trial % 2 else overwrite)(data, chance)
            spoilt_lines[kind.name] = lines_touched(data, changed)
            (place / kind.file).write_bytes(spoilt)
        games, practice = open_store(place), open_practice(place)
        games.set("calm", "1")
        practice.begin("rabbit")
        games.close()
        practice.close()
        for kind, more in zip(KINDS, MORE, strict=True):
            reading = read_file(kind.name, (place / kind.file).read_bytes())
            left = [entry for entry in reading.entries if entry.value != more]
            true = is_true(kind.name, stores[kind.name], left, spoilt_lines[kind.name])
            if not true or not reading.sound or len(left) == len(reading.entries):
                outcome.wrong.append(f"{kind.name}: seed {seed}, start {trial}")
    return outcome
