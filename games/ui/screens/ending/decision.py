"""Take one decision again: which one, how, and how the life goes then."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.text import Text
from games.rules import (
    Decision,
    Life,
    Reply,
    continue_branch,
    decisions,
    fork,
    other_reply,
    two_lives,
)
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.ending.life_bands import BARE_TINT, HELD_TINT, Band, bands
from games.ui.screens.ending.other_replies import other_replies
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

INDIGO, LEAF = PAIRS["indigo"], PAIRS["leaf"]
MOST = 6
"""So many decisions, or other ways, are offered on one page."""


class ChooseDecision(GameScene):
    """The choice of a decision that is taken again."""

    kind = "decisions"

    def __init__(self, game: GameScreens, seat: int, played: Life) -> None:
        super().__init__(game)
        self.household = seat
        self.played = played
        found = decisions(game.tables, game.log, seat)
        wanted = [d for d in found if other_replies(game, seat, d)]
        openings = [d for d in wanted if d.phase == "opening"]
        others = [d for d in wanted if d.phase != "opening"]
        chosen = openings[: MOST // 2] + others[: MOST - len(openings[: MOST // 2])]
        self.offered = sorted(chosen, key=lambda d: d.at)

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        cells: list[Block] = [self._cell(place) for place in range(len(self.offered))]
        look = look_of(self.game, self.household)
        title = Say(self.words("decision.which"), "body", "title", INK)
        frame(
            page,
            Grid(cells, 2 if page.scale.wide else 1, gaps=0.7),
            head=self.head(FaceDisc(look, 1.6), title),
            primary=Button("close", self.back, self.words("back"), look="primary"),
            ground=INDIGO.tint,
        )

    def _cell(self, place: int) -> Button:
        decision = self.offered[place]
        title = Say(decision_title(self.game, decision), "body", "strong", INK)
        inside = Row(Picture(_icon(self.game, decision), 1.5), title, shares=[0, 1])
        return Button(f"decision-{place + 1}", self._opening(decision), part=inside, grow=1)

    def _opening(self, decision: Decision) -> Callable[[], None]:
        def act() -> None:
            self.game.scenes.push(ChooseReply(self.game, self.household, decision, self.played))

        return act


class ChooseReply(GameScene):
    """The choice of another reply to that decision."""

    kind = "other-replies"

    def __init__(self, game: GameScreens, seat: int, decision: Decision, played: Life) -> None:
        super().__init__(game)
        self.household = seat
        self.decision = decision
        self.played = played
        self.offered = other_replies(game, seat, decision)[:MOST]

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for place, (reply, told, picture) in enumerate(self.offered):
            part = Row(Picture(picture, 1.5), Say(told, "body", "strong", INK), shares=[0, 1])
            cells.append(Button(f"reply-{place + 1}", self._taking(reply), part=part, grow=1))
        title = Say(decision_title(self.game, self.decision), "body", "title", INK)
        frame(
            page,
            Grid(cells, 2 if page.scale.wide else 1, gaps=0.7),
            head=self.head(Picture(_icon(self.game, self.decision), 1.6), title),
            primary=Button("close", self.back, self.words("back"), look="primary"),
            ground=INDIGO.tint,
        )

    def _taking(self, reply: Reply) -> Callable[[], None]:
        def act() -> None:
            self.game.scenes.pop()
            self.game.scenes.push(
                OtherLife(self.game, self.household, self.decision, reply, self.played)
            )

        return act


class OtherLife(GameScene):
    """Both lives: as it was played, and with the other decision."""

    kind = "other-life"

    def __init__(
        self, game: GameScreens, seat: int, decision: Decision, reply: Reply, played: Life
    ) -> None:
        super().__init__(game)
        self.household = seat
        self.decision = decision
        self.played = played
        self.tried = life_with(game, seat, decision, reply)

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        words, wide = self.words, page.scale.wide
        tried = Band(self.tried, words("decision.tried"), WHITE, INDIGO.dark)
        played = Band(self.played, words("decision.played"), HELD_TINT, LEAF.dark)
        if self.tried == self.played:
            played = Band(self.played, words("decision.played"), BARE_TINT, DIM)
        title = Say(decision_title(self.game, self.decision), "body", "title", INK)
        difference = Card(Say(self._difference(), "body", "strong", INK), LEAF.tint, pad=0.3)
        frame(
            page,
            bands(self.game, self.household, tried, played, difference, wide=wide),
            head=self.head(FaceDisc(look_of(self.game, self.household), 1.6), title),
            primary=Button("close", self.back, words("decision.again"), look="primary"),
        )

    def _difference(self) -> Text:
        """Return what the other decision changes, in a sentence."""
        if self.tried == self.played:
            return self.words("decision.same")
        money = self.tried.money - self.tried.debt - self.played.money + self.played.debt
        changes = {
            "steps": self.tried.steps - self.played.steps,
            "money": money,
            "basket": self.tried.basket - self.played.basket,
        }
        told = [
            self.words(f"decision.{name}.{'more' if by > 0 else 'less'}", count=abs(by))
            for name, by in changes.items()
            if by
        ]
        return joined(*told) if told else self.words("decision.alike")


def decision_title(game: GameScreens, decision: Decision) -> Text:
    """Return what was decided: the chapter, and what it was about."""
    if decision.situation:
        about = game.catalogue.situations[decision.situation].title
    else:
        about = game.words(f"decision.{decision.phase}")
    return game.words("decision.title", chapter=decision.chapter, about=about)


def _icon(game: GameScreens, decision: Decision) -> str:
    if decision.situation:
        return game.catalogue.situations[decision.situation].icon
    return "umbrella" if decision.phase == "opening" else "shopping-cart"


def life_with(game: GameScreens, seat: int, decision: Decision, reply: Reply) -> Life:
    """Return the household's life with another reply to that decision, all else as it was."""
    move = other_reply(game.log, decision.at, seat, reply)
    branch = fork(game.log, decision.at, move)
    whole = continue_branch(game.tables, branch, game.log)
    return two_lives(game.tables, whole)[seat].played
