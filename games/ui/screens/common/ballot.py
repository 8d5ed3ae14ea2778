"""Answers of all households: collected, covered until all are in, given as one move."""

from __future__ import annotations

from games.rules import Reply, open_ballot, why_not_reply
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.game_screens import GameScreens


class BallotScene(GameScene):
    """A scene that collects replies in a `Ballot` and gives them as one move.

    Nothing is journalled before `submit`, and the state holds no reply that is covered.

    Attributes:
        ballot: the replies so far.
    """

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.ballot = open_ballot(game.tables, game.state)

    def reply(self, seat: int) -> Reply:
        """Return what the household has answered so far; None: nothing."""
        return self.ballot.replies[seat]

    def give(self, seat: int, reply: Reply) -> None:
        """Take the reply of a household; None takes its reply back."""
        self.ballot = self.ballot.without(seat) if reply is None else self.ballot.given(seat, reply)

    def refusal(self, seat: int, reply: Reply) -> tuple[str, str] | None:
        """Return why the rules refuse that reply as (reason, message); None: they allow it."""
        return why_not_reply(self.game.tables, self.game.state, seat, reply)

    def submit(self) -> None:
        """Give all replies as one move; households that did not answer are silent."""
        self.game.play(self.ballot.move())
