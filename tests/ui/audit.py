"""What is wrong with a page, measured on its pixels: used on every kind of scene."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

import pygame

from games.ui.toolkit.page import Drawn, Page, Target
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.theme import Colour
from games.ui.toolkit.typefaces import Face

SLACK = 3
WIDE = {"read aloud": 0.025, "label": 0.02}
TURNED = {"read aloud": 0.022, "label": 0.018}
"""Shares of the height that the body of a consonant must have at least, in landscape and on a
screen that stands upright, which is a tablet in the hand."""
ROUNDING = 0.0009
"""A pixel of a consonant at 1080 lines."""
LEAST_CONTRAST = 6.7
MUCH = 0.12
"""Share of the pixels about a text from which on their colour counts as its ground."""
AIR = {"sides": 0.01, "above and below": 0.005}
"""Shares of the height that keep a text's pixels from the border of its panel; half of it where
the panel has no line around it. Marks above Thai letters may come nearer than their bodies."""
PLACE = re.compile(r"\{[a-z_]+[}|]")
EMPTY = 0.5
"""Share of the height that may at most be one single colour."""


def faults(page: Page, kind: str) -> Iterator[str]:
    """Yield everything wrong with this page, in words."""
    where = f"{kind} {page.rect.size}"
    for drawn in page.drawn:
        for fault in _text_faults(page, drawn):
            yield f"{where}: {fault}: {drawn.text.shown[:50]!r}"
    seen = [drawn for drawn in page.drawn if _visible(drawn)]
    cores = [_core(drawn) for drawn in seen]
    for n, drawn in enumerate(seen):
        for other in cores[n].collidelistall(cores[n + 1 :]):
            below = seen[n + 1 + other].text.shown
            yield f"{where}: {drawn.text.shown[:30]!r} over {below[:30]!r}"
    for target in page.targets:
        for fault in _target_faults(page, target):
            yield f"{where}: {target.name} {fault}"
    for first, second in combinations(page.targets, 2):
        if first.rect.inflate(-2, -2).colliderect(second.rect.inflate(-2, -2)):
            yield f"{where}: {first.name} and {second.name} overlap"
    names = [target.name for target in page.targets]
    if len(set(names)) != len(names):
        yield f"{where}: two targets have one name"
    empty = empty_share(page.surface)
    if empty > EMPTY:
        yield f"{where}: {empty:.0%} of the page is empty"


@lru_cache(maxsize=500)
def consonant(face: Face, size: int) -> int:
    """Return the height in pixels of a consonant's body, as it is rendered."""
    picture = TextRenderer().font(face, size).render("บ", True, (0, 0, 0))
    return max(box.height for box in pygame.mask.from_surface(picture).get_bounding_rects())


def empty_share(surface: pygame.Surface) -> float:
    """Return the share of the height of the highest band of one single colour."""
    across, down = 24, 60
    pixels = pygame.image.tobytes(pygame.transform.smoothscale(surface, (across, down)), "RGB")
    most = run = 0
    for y in range(down):
        row = pixels[3 * (y * across + 2) : 3 * (y * across + across - 2)]
        flat = all(max(row[channel::3]) - min(row[channel::3]) <= 2 for channel in range(3))
        run = run + 1 if flat else 0
        most = max(most, run)
    return most / down


def _visible(drawn: Drawn) -> bool:
    return bool(drawn.ink.clip(drawn.clip).height > drawn.size // 2)


def _core(drawn: Drawn) -> pygame.Rect:
    """Return the ink without the room for marks above and below."""
    return drawn.ink.inflate(-4, -round(drawn.size * 0.75)).clip(drawn.clip)


def _text_faults(page: Page, drawn: Drawn) -> Iterator[str]:
    if drawn.ink.width > drawn.box.width + SLACK:
        yield f"text {drawn.ink.width} wide in {drawn.box.width}"
    marks = 0.75 if any(sign >= "ก" for sign in drawn.text.shown) else 0.9
    if drawn.ink.height > drawn.box.height + drawn.size * marks:
        yield f"text {drawn.ink.height} high in {drawn.box.height}"
    whole = page.rect
    ink = drawn.ink.inflate(0, -round(drawn.size * 0.75))
    if drawn.clip == whole and not whole.inflate(SLACK, SLACK).contains(ink):
        yield "text leaves the window"
    if PLACE.search(drawn.text.shown):
        yield "a place is not filled"
    share = consonant(drawn.face, drawn.size) / page.scale.measure
    shares = WIDE if page.scale.wide else TURNED
    small = drawn.role == "label" or page.scale.large
    least = shares["label" if small else "read aloud"]
    if share < least - ROUNDING:
        yield f"a consonant is {share:.2%} of the height, under {least:.1%}"
    if _visible(drawn) and not page.scrolling.most:
        seen = contrast(drawn.colour, _ground(page.surface, drawn))
        if seen < LEAST_CONTRAST:
            yield f"contrast {seen:.1f}"
    yield from _too_near(page, drawn)
    yield from _broken_words(drawn)


def _too_near(page: Page, drawn: Drawn) -> Iterator[str]:
    """Yield how near the pixels of the text come to the border of the panel under it."""
    ink = _pixels(page, drawn)
    around = [
        panel
        for panel in page.panels[: drawn.panels]
        if panel.rect.collidepoint(ink.center) and panel.rect.height > ink.height // 2
    ]
    if not around or not _visible(drawn):
        return
    panel, need = around[-1].rect, 1.0 if around[-1].line else 0.5
    gaps = {
        "sides": min(ink.left - panel.left, panel.right - ink.right),
        "above and below": min(ink.top - panel.top, panel.bottom - ink.bottom),
    }
    for side, gap in gaps.items():
        if gap < AIR[side] * need * page.scale.measure - 2:
            yield f"{gap} pixels {side} to its border"


def _pixels(page: Page, drawn: Drawn) -> pygame.Rect:
    """Return the box of the pixels that the letters colour, without the room of the lines."""
    pictures = [page.letters.draw(w, drawn.face, drawn.size, drawn.colour) for w in drawn.lines]
    first, last = pictures[0].get_bounding_rect(), pictures[-1].get_bounding_rect()
    top = drawn.ink.top + first.top
    bottom = drawn.ink.bottom - pictures[-1].get_height() + last.bottom
    return pygame.Rect(drawn.ink.left, top, drawn.ink.width, bottom - top)


def _ground(surface: pygame.Surface, drawn: Drawn) -> tuple[int, int, int]:
    """Return the colour that the text stands on: of those much about it, the clearest.

    The ink's box may reach over the edge of a disc that carries the text.
    """
    box = drawn.ink.clip(surface.get_rect())
    across = max(1, box.width // 16)
    down = max(1, box.height // 6)
    places = product(range(box.left, box.right, across), range(box.top, box.bottom, down))
    colours = Counter(map(surface.get_at_mapped, places))
    colours.pop(surface.map_rgb(drawn.colour), None)
    count = colours.total()
    much = [surface.unmap_rgb(colour) for colour, n in colours.items() if n >= count * MUCH]
    grounds = [(colour.r, colour.g, colour.b) for colour in much] or [(255, 255, 255)]
    return max(grounds, key=lambda colour: contrast(drawn.colour, colour))


def _broken_words(drawn: Drawn) -> Iterator[str]:
    words = drawn.text.shown
    allowed = {0, *drawn.text.breaks}
    if not drawn.text.breaks:
        allowed.update(n + 1 for n, sign in enumerate(words) if sign == " ")
    allowed.update(n + 1 for n, sign in enumerate(words) if sign == "\n")
    position = 0
    for line in drawn.lines:
        start = words.find(line, position)
        if start < 0:
            yield f"line {line!r} is not in the text"
            return
        if not any(words[at:start].strip() == "" for at in allowed if at <= start):
            yield f"line begins inside a word: {line!r}"
        position = start + len(line)
    if words[position:].strip():
        yield "text is cut"


def _target_faults(page: Page, target: Target) -> Iterator[str]:
    if not page.rect.contains(target.rect):
        yield "leaves the window"
    clipped = page.scrolling.most and page.scrolling.view.contains(target.rect)
    least = page.scale.touch - (1 if page.scale.wide else 3)
    if not clipped and min(target.rect.size) < least:
        yield f"is {target.rect.size}, under {least}"


def contrast(one: Colour, other: Colour) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""

    def light(colour: Colour) -> float:
        parts = [
            c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4
            for c in colour
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
