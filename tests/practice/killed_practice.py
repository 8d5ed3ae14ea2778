"""Practice in a process of its own, to be killed: says how many answers it has drawn.

It goes no further than it is told, so that the round is not over before it is killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from games.demo.bots import answering
from games.ui.screens.practice.trial import Trial
from tests.shipped import shipped_catalogue
from tests.ui.playing import Hand


def main(folder: Path, most: int) -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    hand = Hand(shipped_catalogue(), folder)
    hand.click("practise")
    hand.click("animal-owl")
    if "resume" in hand.names():
        hand.click("resume")
    else:
        hand.click("mode-minutes")
        hand.click("start")
    drawn = 0
    while isinstance(scene := hand.app.scenes.scene, Trial):
        for name in answering(scene.answers, scene.question.right_response):
            hand.click(name)
        hand.click("answer")
        drawn += 1
        print(drawn, flush=True)
        if drawn == most:
            sys.stdin.read()
        hand.click("go-on")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
