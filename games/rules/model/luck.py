"""Luck: a pure function of the seed and the moment, never of earlier choices.

Each call names a moment (chapter, seat) and a purpose, and gets 64 well mixed bits
(SplitMix64's finaliser). Two games with the same seed meet the same dice, seasons and
events whatever the households decide: that is what makes two lives comparable.
"""

from __future__ import annotations

from itertools import permutations

_MASK = (1 << 64) - 1

DIE = 1
SEASON = 2
EVENT = 3
MONTH = 4
SHOWN = 6
OCCUPATION = 7
FACE = 8
CORNER = 9
DECK = 10
DREAM = 11
HINT = 12
VILLAGE = 13
QUESTION = 14
GOAL = 15
STARTER = 16
BOT = 32
"""Purposes from here on belong to bots."""

_PERMUTATIONS = tuple(tuple(permutations(range(n))) for n in range(7))


def bits(seed: int, purpose: int, chapter: int = 0, seat: int = 0) -> int:
    """Return 64 bits for that purpose at that moment."""
    x = (
        seed * 0xD1342543DE82EF95
        + purpose * 0x9E3779B97F4A7C15
        + chapter * 0xBF58476D1CE4E5B9
        + seat * 0x94D049BB133111EB
        + 0x2545F4914F6CDD1D
    ) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


def below(n: int, seed: int, purpose: int, chapter: int = 0, seat: int = 0) -> int:
    """Return a number from 0 to n - 1."""
    return bits(seed, purpose, chapter, seat) * n >> 64


def order_of(n: int, luck: int, *, changed: bool = False) -> tuple[int, ...]:
    """Return a permutation of n ≤ 6 places; `changed`: never the identity."""
    choices = _PERMUTATIONS[n]
    if changed:
        return choices[1 + luck % (len(choices) - 1)]
    return choices[luck % len(choices)]


def shuffled(n: int, seed: int, purpose: int, chapter: int = 0) -> tuple[int, ...]:
    """Return a permutation of any number of places (Fisher and Yates)."""
    places = list(range(n))
    for last in range(n - 1, 0, -1):
        other = below(last + 1, seed, purpose, chapter, last)
        places[last], places[other] = places[other], places[last]
    return tuple(places)
