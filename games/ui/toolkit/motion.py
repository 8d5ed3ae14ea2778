"""Motion: pure functions of the milliseconds since a scene began, and what they draw.

Nothing lasts longer than `LONGEST`. A scene with motion keeps a `Motion`, calls its `tick`
from `Scene.tick`, draws from its `elapsed` in `Scene.overlay`, and tells `moving`; a device
with reduced motion gets a `Motion` that is over from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import pi, sin
from random import Random

import pygame

from games.ui.toolkit.theme import HALO, Colour

LONGEST = 1200
"""Milliseconds: no motion lasts longer."""

FLIGHT = 550
"""Milliseconds in which a coin or star flies to its place."""

CONFETTI_COLOURS: tuple[Colour, ...] = (
    (245, 181, 10),
    (229, 72, 139),
    (45, 143, 224),
    (124, 85, 214),
    (62, 155, 74),
)

Point = tuple[int, int]


class Motion:
    """The clock of a scene's motion.

    Attributes:
        elapsed: milliseconds since the scene began, at most `lasting`.
        lasting: milliseconds after which all is still.
    """

    def __init__(self, lasting: int = LONGEST, *, calm: bool = False) -> None:
        self.lasting = min(lasting, LONGEST)
        self.elapsed = self.lasting if calm else 0

    @property
    def moving(self) -> bool:
        """True while something moves."""
        return self.elapsed < self.lasting

    def tick(self, elapsed: int) -> bool:
        """Let milliseconds pass; return True in the frame in which the motion ends."""
        if not self.moving:
            return False
        self.elapsed = min(self.lasting, self.elapsed + elapsed)
        return not self.moving

    def skip(self) -> None:
        """End the motion at once."""
        self.elapsed = self.lasting

    def share(self, start: int, lasting: int) -> float:
        """Return how much of a part from `start` on has passed, 0 to 1."""
        return progress(self.elapsed, start, lasting)


def progress(elapsed: int, start: int, lasting: int) -> float:
    """Return the share of `lasting` that has passed since `start`, 0 to 1."""
    return min(1.0, max(0.0, (elapsed - start) / max(1, lasting)))


def ease_out(share: float) -> float:
    """Return the way covered when it begins fast and ends slowly."""
    return 1 - (1 - share) ** 3


def ease_in_out(share: float) -> float:
    """Return the way covered when it begins and ends slowly."""
    return share * share * (3 - 2 * share)


def pop(share: float) -> float:
    """Return the size of a thing that pops up: from 0 over 1.16 to 1."""
    if share >= 1:
        return 1.0
    over = 1.9
    back = share - 1
    return max(0.0, 1 + (over + 1) * back**3 + over * back**2)


def counted(share: float, start: int, end: int) -> int:
    """Return the number shown while a sum counts up or down."""
    return end if share >= 1 else round(start + (end - start) * ease_out(share))


@dataclass(frozen=True, slots=True)
class Flight:
    """A picture that flies along an arc.

    Attributes:
        picture: an icon's surface, shared.
        start, end: centres of the picture.
        at: milliseconds after which it starts; `lasting` until it has landed.
        lift: height of the arc in pixels above the straight way.
    """

    picture: pygame.Surface
    start: Point
    end: Point
    at: int = 0
    lasting: int = FLIGHT
    lift: int = 60

    def spot(self, elapsed: int) -> Point | None:
        """Return where its centre is; None before the start and after the landing."""
        share = progress(elapsed, self.at, self.lasting)
        if elapsed < self.at or share >= 1:
            return None
        way = ease_in_out(share)
        x = self.start[0] + (self.end[0] - self.start[0]) * way
        y = self.start[1] + (self.end[1] - self.start[1]) * way - sin(pi * way) * self.lift
        return round(x), round(y)


def draw_flights(surface: pygame.Surface, flights: Sequence[Flight], elapsed: int) -> bool:
    """Draw what is in the air; return True while something still has to land."""
    left = False
    for flight in flights:
        spot = flight.spot(elapsed)
        if spot is not None:
            surface.blit(flight.picture, flight.picture.get_rect(center=spot))
        left = left or elapsed < flight.at + flight.lasting
    return left


@dataclass(frozen=True, slots=True)
class Scrap:
    """A scrap of confetti.

    Attributes:
        x: share of the width it starts at; `drift` shares of the width it is blown.
        late: milliseconds after which it starts; `fall` shares of the height it falls.
        turns: quarter turns it makes.
    """

    x: float
    drift: float
    late: int
    fall: float
    turns: int
    colour: int


@lru_cache(maxsize=8)
def confetti(count: int = 60, seed: int = 1) -> tuple[Scrap, ...]:
    """Return so many scraps, always the same for a seed."""
    luck = Random(seed)
    return tuple(
        Scrap(
            luck.random(),
            luck.uniform(-0.08, 0.08),
            luck.randrange(LONGEST // 3),
            luck.uniform(0.55, 1.1),
            luck.randrange(2, 7),
            luck.randrange(len(CONFETTI_COLOURS)),
        )
        for _ in range(count)
    )


def draw_confetti(
    surface: pygame.Surface, rect: pygame.Rect, scraps: Sequence[Scrap], elapsed: int
) -> bool:
    """Draw the scraps as they fall through the box; return True while some fall."""
    if elapsed >= LONGEST:
        return False
    long = max(6, surface.get_height() // 55)
    for scrap, spot, quarter in _falling(rect, scraps, elapsed):
        tall, wide = (long, long // 2) if quarter % 2 else (long // 2, long)
        surface.fill(CONFETTI_COLOURS[scrap.colour], (*spot, wide, tall))
    return True


def _falling(
    rect: pygame.Rect, scraps: Sequence[Scrap], elapsed: int
) -> Iterator[tuple[Scrap, Point, int]]:
    for scrap in scraps:
        share = progress(elapsed, scrap.late, LONGEST - scrap.late)
        if not 0 < share < 1:
            continue
        y = rect.y + rect.height * scrap.fall * share * (0.5 + 0.5 * share)
        x = rect.x + rect.width * (scrap.x + scrap.drift * share)
        if y < rect.bottom:
            yield scrap, (round(x), round(y)), int(share * scrap.turns)


def draw_popping(
    surface: pygame.Surface, picture: pygame.Surface, centre: Point, share: float
) -> None:
    """Draw the picture as it pops up: nothing at 0, its own size at 1."""
    size = pop(share)
    side = round(picture.get_width() * size), round(picture.get_height() * size)
    if min(side) < 2:
        return
    shown = picture if share >= 1 else pygame.transform.scale(picture, side)
    surface.blit(shown, shown.get_rect(center=centre))


def draw_halo(surface: pygame.Surface, rect: pygame.Rect, share: float, thick: int) -> None:
    """Draw the yellow halo of "now" around a box: it swells and comes back as share goes to 1."""
    grow = round(thick * (1 + sin(pi * share)))
    box = rect.inflate(2 * grow, 2 * grow)
    pygame.draw.rect(surface, HALO, box, grow, border_radius=thick * 6)
