"""Stores with something in them, and what must be left of them after damage."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path

from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import KIND as PRACTICE
from games.practice.store import open_practice
from games.practice.store_entries import accepted as practice_accepted
from games.session.saved_games import accepted as games_accepted
from games.session.store import KIND as GAMES
from games.session.store import open_store
from games.storage import StoreEntry
from games.storage.lines import ALONE, HEADER_SIZE, read_file

KINDS = (GAMES, PRACTICE)
ACCEPTED = {GAMES.name: games_accepted, PRACTICE.name: practice_accepted}
TODAY = date(2026, 11, 20)


def fill_games(folder: Path, games: int = 3, moves: int = 40) -> None:
    """Make a store of games: two finished, one going on, moves taken back, flags, settings."""
    store = open_store(folder)
    for number in range(games):
        setup = f'{{"teams":{number + 2},"names":["ทีมช้าง"]}}'
        game = store.begin(number * 7919, setup, f"edition {number}", f'{{"facts":{number}}}' * 9)
        for position in range(moves):
            store.append(game, position, f'{{"move":"answer","response":[{position}]}}')
            if position % 11 == 10:
                store.drop_last(game)
                store.append(game, position, '{"move":"throw"}')
        store.flag(game, "nsf.q.age", True)
        store.set("large", str(number % 2))
        if number < games - 1:
            store.finish(game)
    store.close()


def fill_practice(folder: Path, answers: int = 40) -> None:
    """Make a store of practice: three animals, answers, a round that is not over."""
    store = open_practice(folder)
    for animal in ("owl", "frog", "turtle"):
        store.begin(animal)
        memory = None
        for number in range(answers):
            memory = learn(memory, "good", TODAY + timedelta(days=number))
            going = Round((f"q{number + 1}", "q99"), {f"q{number}": "good"})
            store.keep_answer(animal, f"q{number}", memory, going)
    store.keep_round("frog", None)
    store.close()


def filled(folder: Path, moves: int = 15, answers: int = 8) -> dict[str, bytes]:
    """Return the bytes of a full store of each kind."""
    fill_games(folder, moves=moves)
    fill_practice(folder, answers)
    return {kind.name: (folder / kind.file).read_bytes() for kind in KINDS}


def lines_touched(data: bytes, changed: Collection[int]) -> set[int]:
    """Return the numbers of the lines that changed bytes spoil, from 1.

    Without the end of a line, the next line is spoilt too.
    """
    spoilt = set()
    for position in changed:
        if position >= HEADER_SIZE:
            line = data.count(b"\n", HEADER_SIZE, position) + 1
            spoilt.add(line)
            if data[position] == ord("\n"):
                spoilt.add(line + 1)
    return spoilt


def left_over(name: str, data: bytes, spoilt: Collection[int]) -> list[StoreEntry]:
    """Return just the entries that must be left when these lines are spoilt."""
    alone, streams = [], []
    ended: set[str] = set()
    for number, line in enumerate(data[HEADER_SIZE:].splitlines(), start=1):
        _, stream, text = line.decode().split(" ", 2)
        if stream.startswith(ALONE) and number not in spoilt:
            alone.append(StoreEntry(ALONE, json.loads(text)))
        elif number in spoilt:
            ended.add(stream)
        elif stream not in ended:
            streams.append(StoreEntry(stream, json.loads(text)))
    return ACCEPTED[name]([*alone, *streams])


def found(name: str, data: bytes) -> tuple[list[StoreEntry], bool]:
    """Return what is read of a file's bytes, and whether damage was noticed."""
    reading = read_file(name, data)
    entries = ACCEPTED[name](reading.entries)
    return entries, not reading.sound or len(entries) < len(reading.entries)


def is_true(name: str, data: bytes, entries: list[StoreEntry], spoilt: Collection[int]) -> bool:
    """Return True if nothing was altered and nothing lost that the damage left.

    A line that was copied whole to another place may be found there, so more may be left than
    the spoilt lines let expect.
    """
    truth, least = left_over(name, data, ()), left_over(name, data, spoilt)
    for stream in {entry.stream for entry in (*truth, *entries)}:
        written, left, needed = (
            [entry for entry in part if entry.stream == stream] for part in (truth, entries, least)
        )
        begins_so = left == written[: len(left)]
        if not (_holds(written, left) if stream == ALONE else begins_so):
            return False
        if not _holds(left, needed):
            return False
    return True


def _holds(entries: list[StoreEntry], some: list[StoreEntry]) -> bool:
    """Return True if some entries stand among the others, in the same order."""
    rest = iter(entries)
    return all(entry in rest for entry in some)
