"""A game in a process of its own, to be killed: plays, and says which move it has drawn.

It goes no further than it is told, so that the game is not over before it is killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from tests.shipped import shipped_catalogue
from tests.ui.playing import Hand


def main(folder: Path, most: int) -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    hand = Hand(shipped_catalogue(), folder, seed=21)
    if hand.app.can_resume():
        hand.click("resume")
    else:
        hand.click("play")
        hand.click("start")
    while hand.app.game is not None:
        hand.step()
        if hand.app.game is not None:
            print(len(hand.game.log.moves), flush=True)
            if len(hand.game.log.moves) >= most:
                sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
