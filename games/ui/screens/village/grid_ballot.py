"""A ballot taken in on a grid: every household one sign, in secret until all are in."""

from __future__ import annotations

from collections.abc import Sequence

from games.rules import Reply
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import look_of
from games.ui.screens.common.waiting import uncover_button
from games.ui.screens.question.answer_grid import AnswerGrid, GridRow, Standing
from games.ui.screens.question.counting import Counting
from games.ui.screens.question.letters import Sign
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.theme import Pair
from games.ui.toolkit.widgets import Button


class GridBallot(BallotScene):
    """A ballot in which every household chooses one of the same few signs.

    Attributes:
        signs: how the choices look; `meanings` the reply that each stands for.
        pair: colours of the way on.
    """

    def __init__(
        self, game: GameScreens, signs: Sequence[Sign], meanings: Sequence[Reply], pair: Pair
    ) -> None:
        super().__init__(game)
        self.signs = tuple(signs)
        self.meanings = tuple(meanings)
        self.pair = pair
        self.counting = Counting(calm=game.settings.calm)

    def tick(self, elapsed: int) -> bool:
        if self.counting.tick(elapsed):
            self.game.scenes.hear("count")
            return True
        return False

    def grid(self) -> AnswerGrid:
        """Return the grid of households and signs."""
        rows = [self._row(seat) for seat in self.game.seats]
        return AnswerGrid(rows, self.signs, self._take, self._face, self.words("grid.silent"))

    def way_out(self) -> Button:
        """Return the primary action: uncover, or for whom it waits."""
        return uncover_button(self)

    def sides(self) -> list[Button]:
        """Return the count of three for paddles; none where the households tap in turn."""
        if self.game.settings.hidden:
            return []
        return [self.counting.button(self.words("grid.count"))]

    def _row(self, seat: int) -> GridRow:
        hidden = self.game.settings.hidden
        reply = self.reply(seat)
        closed = frozenset(
            column
            for column, meaning in enumerate(self.meanings)
            if self.refusal(seat, meaning) is not None
        )
        standing: Standing = "open"
        if seat in self.ballot.silent:
            standing = "silent"
        elif hidden:
            first = next(iter(self.ballot.waiting), None)
            standing = "given" if reply is not None else "now" if seat == first else "shut"
        chosen = None
        if reply is not None and not hidden:
            chosen = self.meanings.index(reply)
        return GridRow(seat, look_of(self.game, seat), standing, chosen, closed)

    def _take(self, seat: int, column: int) -> None:
        reply = self.meanings[column]
        again = self.reply(seat) is reply and not self.game.settings.hidden
        self.give(seat, None if again else reply)

    def _face(self, seat: int) -> None:
        """Ask the household again; one that was asked does not answer."""
        if self.reply(seat) is not None or seat in self.ballot.silent:
            self.give(seat, None)
        else:
            self.ballot = self.ballot.given(seat, None)
