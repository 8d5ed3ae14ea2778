"""The animals one can practise as: they stand for a person, so that no name is asked for."""

from __future__ import annotations

ANIMALS = (
    "elephant",
    "water-buffalo",
    "rooster",
    "cat-face",
    "dog-face",
    "rabbit",
    "turtle",
    "butterfly",
    "owl",
    "frog",
    "fish",
    "horse-face",
)
"""Icons to pick from instead of a name; their Thai names are words ``web.animal.NAME``."""
