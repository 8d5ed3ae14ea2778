"""Where the 28 spaces of the board lie in a window."""

from __future__ import annotations

from functools import lru_cache

import pygame


def loop(count_x: int, count_y: int) -> list[tuple[int, int]]:
    """Column and row of each space, clockwise from the top left."""
    top = [(x, 0) for x in range(count_x)]
    right = [(count_x - 1, y) for y in range(1, count_y)]
    bottom = [(x, count_y - 1) for x in range(count_x - 2, -1, -1)]
    left = [(0, y) for y in range(count_y - 2, 0, -1)]
    return top + right + bottom + left


WIDE = loop(9, 7)
TALL = loop(5, 11)


@lru_cache(maxsize=8)
def cells(
    area: tuple[int, int, int, int],
    wide: bool,
    gap: int,
    words: tuple[int, ...],
    labels: tuple[int, ...],
) -> tuple[pygame.Rect, ...]:
    """The box of each space.

    Args:
        words: pixels each column needs for its longest word, `labels` for its longest
            label on one line: as many columns as can be get that; what is spare is shared.
    """
    x, y, width, height = area
    places, across, down = (WIDE, 9, 7) if wide else (TALL, 5, 11)
    room = width - gap * (across - 1)
    widths = [float(word) for word in words]
    for column in sorted(range(across), key=lambda c: labels[c] - words[c]):
        if sum(widths) + labels[column] - words[column] <= room:
            widths[column] = labels[column]
    spare = room - sum(widths)
    total = sum(widths)
    widths = [w + spare / across if spare > 0 else w * room / total for w in widths]
    boxes = []
    for column, row in places:
        left = x + round(sum(widths[:column]) + gap * column)
        right = x + round(sum(widths[: column + 1]) + gap * column)
        top = y + round(row * (height + gap) / down)
        bottom = y + round((row + 1) * (height + gap) / down) - gap
        boxes.append(pygame.Rect(left, top, right - left, bottom - top))
    return tuple(boxes)
