"""The way on of a ballot: uncover, or for whom it still waits."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.toolkit.blocks import Block, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM
from games.ui.toolkit.widgets import Button

MOST_FACES, FEW_FACES = 4, 1
"""Faces beside the words, and in large type."""


def uncover_button(scene: BallotScene) -> Button:
    """Return the primary action; while somebody has to answer, it shows who and does nothing."""
    words, waiting = scene.words, scene.ballot.waiting
    if not waiting:
        return Button("uncover", scene.submit, words("grid.uncover"), look="primary")
    label = words("grid.wait.many", count=len(waiting))
    if len(waiting) == 1:
        label = words("grid.wait", name=scene.game.household_name(waiting[0]))
    most = FEW_FACES if scene.game.scenes.scale.large else MOST_FACES
    faces: list[Block] = [
        FaceDisc(look_of(scene.game, seat), 1.3, badge=False) for seat in waiting[:most]
    ]
    say = Say(label, "body", "title", DIM, "centre")
    return Button("uncover", None, part=_SayWithFaces(say, faces), pad=0.3)


@dataclass(frozen=True)
class _SayWithFaces:
    """For whom the table waits: in words, with as many faces as find room beside them."""

    say: Say
    faces: list[Block]
    grow: float = 0

    def _parts(self, page: Page, width: int, ease: float) -> Tight:
        for count in range(len(self.faces), 0, -1):
            row = Tight(self.say, *self.faces[:count], gaps=0.4)
            if row.natural(page, page.rect.width, ease) <= width:
                return row
        return Tight(self.say, gaps=0.4)

    def natural(self, page: Page, room: int, ease: float) -> int:
        return Tight(self.say, *self.faces, gaps=0.4).natural(page, room, ease)

    def height(self, page: Page, width: int, ease: float) -> int:
        return self._parts(page, width, ease).height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        self._parts(page, rect.width, ease).draw(page, rect, ease)
