"""Faults of a recording that can be measured: overdriven, cut off, silent, unreadable."""

from __future__ import annotations

import os
from array import array
from pathlib import Path

LOUDEST = 32_700
"""Samples of 16 bits at least so loud stand at the edge of what can be recorded."""

RUN = 4
"""So many of them in a row are a flattened wave."""

RUNS = 5
"""So many flattened waves are heard as a rattle."""

EDGE = 0.02
"""Seconds at both ends in which a voice that was not cut off is quiet."""

QUIET = 3_000
"""The loudest sample of a quiet edge; the whole of a recording below it is silence."""


def faults(path: Path) -> list[str]:
    """Return what is wrong with the sound of a recording, in words."""
    samples, rate = _decoded(path)
    if samples is None:
        return ["cannot be read as sound"]
    if not samples or max(map(abs, samples)) < QUIET:
        return ["is silent"]
    found = []
    if _flattened(samples) >= RUNS:
        found.append("is overdriven: record it again, further from the microphone")
    edge = int(rate * EDGE)
    if max(map(abs, samples[:edge])) > QUIET:
        found.append("begins in the middle of a word")
    if max(map(abs, samples[-edge:])) > QUIET:
        found.append("ends in the middle of a word")
    return found


def _decoded(path: Path) -> tuple[array[int] | None, int]:
    """Return the samples of one channel and their rate, or None for what is no sound."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    import pygame

    rate = 24_000
    pygame.mixer.init(rate, -16, 1, allowedchanges=0)
    try:
        return array("h", pygame.mixer.Sound(path).get_raw()), rate
    except pygame.error:
        return None, rate
    finally:
        pygame.mixer.quit()


def _flattened(samples: array[int]) -> int:
    """Return how many runs of loudest samples there are."""
    runs = length = 0
    for sample in samples:
        length = length + 1 if abs(sample) >= LOUDEST else 0
        runs += length == RUN
    return runs
