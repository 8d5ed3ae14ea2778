"""Sounds: short and soft, made of a few tones. They never tell what the screen does not."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import exp, pi, sin
from typing import NamedTuple

import pygame

RATE = 11_025
"""Samples a second: our tones lie below 2.5 kHz."""
RISE = 0.006
"""Seconds in which a tone begins: at once would crack."""
FADES = 6
"""After so many times its fading, a tone is over: a four-hundredth of it is left."""


class Tone(NamedTuple):
    """One struck tone.

    Attributes:
        at: seconds after the sound began.
        hertz: its pitch.
        loud: 0 to 1; the tones that sound together stay under 1.
        fading: seconds in which it sinks to a third.
    """

    at: float
    hertz: float
    loud: float
    fading: float


SOUNDS: Mapping[str, Sequence[Tone]] = {
    # A die on wood.
    "throw": [
        Tone(at, hertz, 0.5, 0.018)
        for at, hertz in ((0, 620), (0.09, 540), (0.16, 700), (0.25, 480), (0.37, 420))
    ],
    "coins": [Tone(0, 1319, 0.25, 0.08), Tone(0.08, 1760, 0.25, 0.12)],
    "right": [Tone(0, 523, 0.28, 0.15), Tone(0.09, 659, 0.28, 0.15), Tone(0.18, 784, 0.3, 0.25)],
    # Low and friendly: a wrong answer costs nothing.
    "wrong": [Tone(0, 330, 0.3, 0.15), Tone(0.14, 262, 0.3, 0.25)],
    "event": [Tone(0, 196, 0.5, 0.12), Tone(0.2, 165, 0.5, 0.2)],
    # A temple bell.
    "bell": [
        Tone(0, 392, 0.3, 0.3),
        Tone(0, 784, 0.15, 0.22),
        Tone(0, 1082, 0.12, 0.15),
        Tone(0, 2117, 0.06, 0.06),
    ],
    "end": [
        Tone(place * 0.14, hertz, 0.22, 0.2)
        for place, hertz in enumerate((392, 523, 659, 784, 1047))
    ],
}

SOUND_OF: Mapping[str, str] = {
    "board-walk": "throw",
    "payday": "coins",
    "verdict-right": "right",
    "verdict-wrong": "wrong",
    "practised-right": "right",
    "practised-wrong": "wrong",
    "tried-right": "right",
    "tried-wrong": "wrong",
    "event": "event",
    "rumour": "event",
    "year-close": "bell",
    "result": "end",
    "village-result": "end",
    "practice-close": "end",
}
"""What is heard when a scene of that kind comes up."""

Play = Callable[[str], None]
"""Plays the sound of that name."""


def silence(name: str) -> None:
    """Plays nothing: for pictures, tests, and machines without a loudspeaker."""
    del name


def loudspeaker() -> Play:
    """This machine's loudspeaker, or silence when it has none."""
    try:
        with _no_word():
            pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
    except pygame.error:
        return silence
    made = {name: pygame.mixer.Sound(buffer=samples(tones)) for name, tones in SOUNDS.items()}

    def play(name: str) -> None:
        made[name].play()

    return play


def samples(tones: Sequence[Tone]) -> array[int]:
    """The tones as 16-bit samples of one channel, `RATE` a second."""
    last = max(tone.at + FADES * tone.fading for tone in tones)
    heights = [0.0] * int(last * RATE)
    for tone in tones:
        first = int(tone.at * RATE)
        for place in range(first, min(len(heights), first + int(FADES * tone.fading * RATE))):
            age = (place - first) / RATE
            rising = min(1.0, age / RISE)
            swing = sin(2 * pi * tone.hertz * age)
            heights[place] += tone.loud * rising * exp(-age / tone.fading) * swing
    return array("h", (round(32_767 * height) for height in heights))


@contextmanager
def _no_word() -> Iterator[None]:
    """Keeps a system library from telling the terminal, at length, that there is no sound."""
    try:
        told = os.dup(sys.__stderr__.fileno()) if sys.__stderr__ else None
    except OSError:
        told = None
    if told is None:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(told, 2)
        os.close(told)
