"""Processes that are killed while they write: what they had been told is kept must be there."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import open_practice
from games.session.store import KIND as GAMES
from games.session.store import open_store
from tests.torture.damage import Outcome
from tests.torture.stores import TODAY, fill_games

LONGEST = 0.06
"""Seconds that a process lives."""


def kill_trials(count: int, seed: int, folder: Path) -> Outcome:
    """Kill so many processes in play, in practice and in the repair of a damaged store."""
    outcome = Outcome()
    chance = Random(seed)
    for trial in range(count):
        outcome.trials += 1
        place = folder / str(trial // 3 // 20) / ("play", "practise", "repair")[trial % 3]
        place.mkdir(parents=True, exist_ok=True)
        kind = (_in_play, _in_practice, _in_repair)[trial % 3]
        lost = kind(place, chance)
        if lost:
            outcome.wrong.append(f"seed {seed}, kill {trial}: {lost}")
    return outcome


def _in_play(folder: Path, chance: Random) -> str:
    """Kill a game that is gone on with; return what is lost."""

    def play(said: Callable[[int], None]) -> None:
        store = open_store(folder)
        going = store.open_game()
        game = store.begin(7, "{}", "abc", "{}" * 200) if going is None else going.id
        number = 0 if going is None else len(going.moves)
        while True:
            store.append(game, number, f'{{"move":"answer","response":[{number}]}}')
            number += 1
            said(number)

    told = _killed(play, chance)
    store = open_store(folder)
    saved = store.open_game()
    store.close()
    if store.damaged or store.trouble:
        return f"the store is {store.notice}"
    moves = () if saved is None else saved.moves
    right = tuple(f'{{"move":"answer","response":[{n}]}}' for n in range(len(moves)))
    return "" if moves == right and len(moves) >= told else f"{told} moves, {len(moves)} left"


def _in_practice(folder: Path, chance: Random) -> str:
    """Kill a practice; return what is lost."""

    def practise(said: Callable[[int], None]) -> None:
        store = open_practice(folder)
        store.begin("owl")
        number = len(store.memories("owl"))
        while True:
            going = Round((f"q{number + 1}",))
            store.keep_answer("owl", f"q{number}", learn(None, "good", TODAY), going)
            number += 1
            said(number)

    told = _killed(practise, chance)
    store = open_practice(folder)
    left, going = len(store.memories("owl")), store.round("owl")
    store.close()
    if store.damaged or store.trouble:
        return "the store is damaged"
    there = going is None if not left else going == Round((f"q{left}",))
    return "" if left >= told and there else f"{told} answers, {left} left, {going}"


def _in_repair(folder: Path, chance: Random) -> str:
    """Kill a start with a damaged store, again and again; return what is lost."""
    path = folder / GAMES.file
    for old in folder.iterdir():
        old.unlink()
    fill_games(folder, games=2, moves=4)
    whole = path.read_bytes()
    spoilt = whole.replace(b"[2]", b"[9]")
    path.write_bytes(spoilt)
    for _ in range(2):
        _killed(lambda said: open_store(folder).close(), chance, longest=0.02)
    store = open_store(folder)
    games = store.saved_games()
    store.close()
    kept = [file.read_bytes() for file in folder.glob("games*.rusit")]
    right = [len(game.moves) for game in games] == [2, 2]
    return "" if right and spoilt in kept else "the repair lost a move or the original"


def _killed(
    work: Callable[[Callable[[int], None]], None], chance: Random, longest: float = LONGEST
) -> int:
    """Let a process work, kill it; return the last number that it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:

        def say(number: int) -> None:
            os.write(writing, number.to_bytes(4, "big"))

        try:
            work(say)
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(chance.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = b""
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    return int.from_bytes(said[-4:], "big")
