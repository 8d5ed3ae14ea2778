"""What is wrong with a page, measured: used on every page of whole games."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

import pygame

from games.ui.toolkit.page import Drawn, Page, Target

SLACK = 3


def faults(page: Page, kind: str) -> Iterator[str]:
    """Everything wrong with this page, in words."""
    for drawn in page.drawn:
        for fault in _text_faults(page, drawn):
            yield f"{kind} {page.rect.size}: {fault}: {drawn.text.th[:50]!r}"
    for one, other in combinations(page.drawn, 2):
        if _visible(one) and _visible(other) and _core(one).colliderect(_core(other)):
            yield f"{kind} {page.rect.size}: {one.text.th[:30]!r} over {other.text.th[:30]!r}"
    for target in page.targets:
        for fault in _target_faults(page, target):
            yield f"{kind} {page.rect.size}: {target.name} {fault}"
    for first, second in combinations(page.targets, 2):
        if first.rect.inflate(-2, -2).colliderect(second.rect.inflate(-2, -2)):
            yield f"{kind} {page.rect.size}: {first.name} and {second.name} overlap"
    names = [target.name for target in page.targets]
    if len(set(names)) != len(names):
        yield f"{kind}: two targets have one name"


def _visible(drawn: Drawn) -> bool:
    return bool(drawn.ink.clip(drawn.clip).height > drawn.size // 2)


def _core(drawn: Drawn) -> pygame.Rect:
    """The ink without the room for marks above and below."""
    return drawn.ink.inflate(-4, -round(drawn.size * 0.75)).clip(drawn.clip)


def _text_faults(page: Page, drawn: Drawn) -> Iterator[str]:
    scale = page.scale
    if drawn.ink.width > drawn.box.width + SLACK:
        yield f"text {drawn.ink.width} wide in {drawn.box.width}"
    marks = 0.75 if any(sign >= "ก" for sign in drawn.text.th) else 0.9
    if drawn.ink.height > drawn.box.height + drawn.size * marks:
        yield f"text {drawn.ink.height} high in {drawn.box.height}"
    whole = page.rect
    ink = drawn.ink.inflate(0, -round(drawn.size * 0.75))
    if drawn.clip == whole and not whole.inflate(SLACK, SLACK).contains(ink):
        yield "text leaves the window"
    floor = math.ceil(scale.measure / (40 if drawn.role == "label" else 30))
    if drawn.size < floor:
        yield f"type {drawn.size} under {floor}"
    if scale.large and drawn.role not in ("label",) and drawn.size < scale.measure / 22:
        yield f"large type {drawn.size} too small"
    yield from _broken_words(drawn)


def _broken_words(drawn: Drawn) -> Iterator[str]:
    words = drawn.text.th
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
    board = target.name.startswith("space-")
    clipped = page.scrolling.most and page.scrolling.view.contains(target.rect)
    least = page.scale.touch - 1
    if board:  # a space tells about its place; no move depends on it
        least = round(least * 0.75)
    if not clipped and min(target.rect.size) < least:
        yield f"is {target.rect.size}, under {least}"
