"""Sounds: short and soft, made of a few tones. They never tell what the screen does not."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from math import cos, exp, pi, sin
from random import Random
from threading import Timer
from typing import NamedTuple

import pygame

RATE = 22_050
"""Samples a second: enough for the bright part of a bell."""
RISE = 0.004
"""Seconds in which a tone begins: at once would crack."""
FADES = 5
"""After so many times its fading, a tone is over: less than a hundredth of it is left."""
AHEAD = 1.5
"""Seconds after the start in which the first screen has been drawn."""
NOISE = 0
"""In place of a pitch: rustle instead of a tone."""


class Tone(NamedTuple):
    """One struck tone.

    Attributes:
        at: seconds after the sound began.
        hertz: its pitch; `NOISE`: a rustle.
        loud: 0 to 1; the tones that sound together stay under 1.
        fading: seconds in which it sinks to a third.
    """

    at: float
    hertz: float
    loud: float
    fading: float


# Pitches of the pentatonic scale on C: any of them sound well together.
C5, D5, E5, G5, A5, C6, D6, E6, G6 = 523, 587, 659, 784, 880, 1047, 1175, 1319, 1568


def marimba(at: float, hertz: float, loud: float = 0.3, fading: float = 0.16) -> tuple[Tone, ...]:
    """Return a bar of wood struck softly: its tone and, two octaves higher, a short one."""
    return (Tone(at, hertz, loud, fading), Tone(at, hertz * 3.93, loud * 0.22, fading * 0.25))


def bell(at: float, hertz: float, loud: float = 0.26, fading: float = 0.35) -> tuple[Tone, ...]:
    """Return a small bell: a tone with the overtones of bronze."""
    return (
        Tone(at, hertz, loud, fading),
        Tone(at, hertz * 2.0, loud * 0.4, fading * 0.6),
        Tone(at, hertz * 2.76, loud * 0.25, fading * 0.35),
        Tone(at, hertz * 5.4, loud * 0.1, fading * 0.15),
    )


def wood(at: float, hertz: float = 240, loud: float = 0.4) -> tuple[Tone, ...]:
    """Return a knock on wood."""
    return (Tone(at, hertz, loud, 0.03), Tone(at, NOISE, loud * 0.35, 0.008))


SOUNDS: Mapping[str, Sequence[Tone]] = {
    # A die that rolls on a table and comes to rest.
    "throw": [
        tone
        for at, hertz, loud in (
            (0, 410, 0.4),
            (0.09, 350, 0.36),
            (0.17, 440, 0.32),
            (0.26, 330, 0.28),
            (0.38, 300, 0.3),
        )
        for tone in wood(at, hertz, loud)
    ],
    "coin": [*bell(0, E6, 0.2, 0.08), *bell(0.07, G6, 0.22, 0.2)],
    # A star is won: a run upwards that sparkles.
    "star": [
        *marimba(0, C5, 0.26),
        *marimba(0.08, E5, 0.26),
        *marimba(0.16, G5, 0.26),
        *bell(0.26, C6, 0.22, 0.3),
        *bell(0.34, E6, 0.14, 0.35),
    ],
    # Low and friendly: a wrong answer costs nothing.
    "wrong": [*marimba(0, 392, 0.3, 0.18), *marimba(0.16, 330, 0.3, 0.28)],
    # A heart cracks: two dry knocks, then a tone that sinks.
    "crack": [
        *wood(0, 170, 0.42),
        *wood(0.06, 130, 0.42),
        *marimba(0.14, 262, 0.22, 0.25),
        *marimba(0.26, 220, 0.22, 0.35),
    ],
    "stamp": [Tone(0, 95, 0.6, 0.05), Tone(0, NOISE, 0.18, 0.018)],
    "count": wood(0, 520, 0.4),
    "page": [Tone(0, NOISE, 0.1, 0.05), Tone(0.05, NOISE, 0.07, 0.07)],
    "event": [*marimba(0, 294, 0.36, 0.22), *marimba(0.2, 247, 0.36, 0.34)],
    "rumour": [
        *marimba(0, 440, 0.26, 0.1),
        *marimba(0.1, 415, 0.26, 0.1),
        *marimba(0.2, 440, 0.26, 0.2),
    ],
    # The storm: a long rustle and a low roll.
    "storm": [
        Tone(0, NOISE, 0.2, 0.18),
        Tone(0, 62, 0.4, 0.2),
        Tone(0.25, NOISE, 0.14, 0.16),
        Tone(0.3, 55, 0.35, 0.2),
    ],
    # A temple bell: the years pass.
    "bell": [*bell(0, 392, 0.3, 0.28)],
    "built": [
        *wood(0, 300, 0.3),
        *wood(0.12, 300, 0.3),
        *marimba(0.26, G5, 0.26),
        *bell(0.36, C6, 0.24, 0.3),
    ],
    # Confetti: the whole scale upwards, then all at once.
    "confetti": [
        tone
        for place, hertz in enumerate((C5, D5, E5, G5, A5, C6))
        for tone in marimba(place * 0.07, hertz, 0.2)
    ]
    + [*bell(0.46, C6, 0.16, 0.3), *bell(0.46, E6, 0.12, 0.3), *bell(0.46, G6, 0.1, 0.25)],
}

_HEARD_AT: Mapping[str, Sequence[str]] = {
    "bell": ["close"],
    "built": ["goal-built"],
    "coin": ["bought", "claim-paid", "coin", "goal-given", "neighbours"],
    "confetti": ["confetti", "old-age", "practice-close"],
    "count": ["count"],
    "crack": ["crack"],
    "event": ["event"],
    "page": ["care", "invite-declined", "mentor", "two-lives"],
    "rumour": ["rumour"],
    "stamp": ["reveal", "reveal-cards", "stamp"],
    "star": [
        "invite-joined",
        "practised-right",
        "rumour-known",
        "star",
        "tried-right",
        "verdict-right",
    ],
    "storm": ["storm"],
    "throw": ["board-walk", "starter-found"],
    "wrong": ["claim-waits", "practised-wrong", "rumour-verdict", "tried-wrong", "verdict-wrong"],
}
SOUND_OF = {kind: sound for sound, kinds in _HEARD_AT.items() for kind in kinds}
"""What is heard when a scene of that kind comes up, or at that moment inside one."""

Play = Callable[[str], None]
"""Plays the sound of that name."""


def silence(name: str) -> None:
    """Play nothing: for pictures, tests, and machines without a loudspeaker."""
    del name


def loudspeaker() -> Play:
    """Return the machine's loudspeaker, or silence if it has none."""
    try:
        with _no_word():
            pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
    except pygame.error:
        return silence
    made: dict[str, pygame.mixer.Sound] = {}

    def play(name: str) -> None:
        if name not in made:
            made[name] = pygame.mixer.Sound(buffer=sampled(name))
        made[name].play()

    # Made ahead beside the first screens, so that none is late when it is wanted.
    ahead = Timer(AHEAD, lambda: [sampled(name) for name in SOUNDS])
    ahead.daemon = True
    ahead.start()
    return play


@cache
def sampled(name: str) -> array[int]:
    """Return the samples of the sound of that name."""
    return samples(SOUNDS[name])


def samples(tones: Sequence[Tone]) -> array[int]:
    """Return the tones as 16-bit samples of one channel, `RATE` a second."""
    last = max(tone.at + FADES * tone.fading for tone in tones)
    heights = [0.0] * int(last * RATE)
    for tone in tones:
        first = int(tone.at * RATE)
        swings = _rustle(tone) if tone.hertz == NOISE else _swings(tone)
        for place, height in zip(range(first, len(heights)), swings, strict=False):
            heights[place] += height
    return array("h", (round(32_767 * min(1.0, max(-1.0, height))) for height in heights))


def _swings(tone: Tone) -> Iterator[float]:
    """Yield a swing that fades, each height from the two before it (faster than `sin`)."""
    decay = exp(-1 / (tone.fading * RATE))
    step = 2 * pi * tone.hertz / RATE
    turn, shrink = 2 * decay * cos(step), decay * decay
    before, now = 0.0, tone.loud * decay * sin(step)
    rising = max(1, int(RISE * RATE))
    for place in range(int(FADES * tone.fading * RATE)):
        yield now * min(1.0, (place + 1) / rising)
        before, now = now, turn * now - shrink * before


def _rustle(tone: Tone) -> Iterator[float]:
    """Yield noise that fades, softened, always the same."""
    luck = Random(1)
    decay = exp(-1 / (tone.fading * RATE))
    loud, smooth = tone.loud, 0.0
    rising = max(1, int(RISE * RATE))
    for place in range(int(FADES * tone.fading * RATE)):
        smooth += 0.35 * (luck.uniform(-2, 2) - smooth)
        yield loud * smooth * min(1.0, place / rising)
        loud *= decay


@contextmanager
def _no_word() -> Iterator[None]:
    """Keep a system library from telling the terminal, at length, that there is no sound."""
    try:
        stderr = os.dup(sys.__stderr__.fileno()) if sys.__stderr__ else None
    except OSError:
        stderr = None
    if stderr is None:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)
