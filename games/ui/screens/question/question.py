"""A question or a decision at the counter: all households answer, and nobody sees it before."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.question import Choice, Question, TrueFalse
from engine.schema.text import Text
from games.rules import Reply, UseHint
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.waiting import uncover_button
from games.ui.screens.question.answer_grid import AnswerGrid, GridRow, Standing
from games.ui.screens.question.answers import Answers, answer_lines
from games.ui.screens.question.counting import Counting
from games.ui.screens.question.letters import AGREE, DISAGREE, Sign, SignMark, letter_sign
from games.ui.screens.setup.overlays import RoomCall, hard_words, terms_chip
from games.ui.shell.frame import body_box, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Column, Either, Picture, Row, Say, Tight, natural
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Pair, pair
from games.ui.toolkit.widgets import Button, Card

HOLDS = (True, False)
"""What the signs ก and ข of a paddle mean where something is true or not."""


class QuestionScene(BallotScene):
    """The question on the table.

    Choice and true or false: all answer at once, by paddles that the leader taps in, or each
    household in turn, hidden. Other kinds: the household on turn answers, then the others
    agree or disagree. Nothing is told before all is uncovered.

    Attributes:
        judging: the household on turn has answered, the others agree or disagree.
        long: question and grid have no room on one page.
        reading: a long question is read before the grid is shown on a page of its own.
    """

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        state = game.state
        self.question: Question = game.catalogue.questions[state.question]
        self.kind = f"question-{self.question.kind}"
        self.claim = state.phase == "claim"
        self.module = game.module_of(self.question.id)
        self.pair: Pair = pair(self.module.colour)
        self.together = isinstance(self.question, Choice | TrueFalse)
        self.answers = Answers(self.words, self.question, state.shown, self.pair, state.hinted)
        self.judging = False
        self.reading = True
        self.long = False
        self.terms = hard_words(game.catalogue, self.question)
        seconds = game.clock.item(state)
        self.timer_state = Timer(round(seconds.listen + state.talk) * 1000, True, True)
        self.counting = Counting(calm=game.settings.calm)

    # --- time ---------------------------------------------------------------------------------

    def tick(self, elapsed: int) -> bool:
        if self.counting.tick(elapsed):
            self.game.scenes.hear("count")
            return True
        return self.timer_state.tick(elapsed)

    # --- page ---------------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        head, sides = self._head(page), self._sides()
        if self.together:
            room = body_box(page, head=head, primary=self._primary(), sides=sides)
            self.long = not self._at_once(page).fits(page, room)
        if self.long and self.reading:
            sides = []
        frame(
            page,
            self._body(page),
            head=head,
            primary=self._primary(),
            sides=sides,
            ground=self.pair.tint,
        )

    def _body(self, page: Page) -> Block:
        if not self.together:
            if self.judging:
                return self._others_judge(page)
            return self.answers.fitted(page, self._stake())
        if not self.long:
            return self._at_once(page)
        if self.reading:
            options = self._options()
            full = Column(self._ask(), *self._stake(), options, gaps=0.6)
            return Either(full, Column(self._ask(), options, gaps=0.4))
        grid = self._signs_grid()
        return Either(Column(self._ask(), *self._stake(), grid, gaps=0.6), grid)

    def _at_once(self, page: Page) -> Either:
        """Question, options and grid on one page, where they have room."""
        ask, options, grid, stake = self._ask(), self._options(), self._signs_grid(), self._stake()
        if not page.scale.wide:
            return Either(Column(ask, *stake, options, grid, gaps=0.7))
        return Either(
            Column(ask, *stake, Row(options, grid, shares=[1, 0], grow=1), gaps=0.7),
            Row(Column(ask, *stake, options, gaps=0.5), grid, shares=[1, 0]),
            Row(Column(ask, options, gaps=0.4), grid, shares=[1, 0]),
        )

    def _options(self) -> Block:
        return Column(*[self._option(n) for n in range(self._choices)], gaps=0.5, grow=1)

    def _signs_grid(self) -> Block:
        return self._grid([self._sign(n) for n in range(self._choices)])

    def _others_judge(self, page: Page) -> Block:
        """Return the answer of the household on turn, and who agrees."""
        given = self.reply(self.seat)
        look = look_of(self.game, self.seat)
        lines = answer_lines(self.words, self.question, given)
        told = Column(*[Say(line, "body", "strong", INK) for line in lines], gaps=0.3)
        answer = Card(Row(FaceDisc(look, 1.8), told, shares=[0, 1]), look.colours.tint, pad=0.7)
        grid = self._grid([AGREE, DISAGREE])
        asked = Say(self.words("judge.ask"), "body", "title", self.pair.dark)
        under = [Column(answer, asked, grid, gaps=0.5), Column(answer, grid, gaps=0.4)]
        if not page.scale.wide:
            return Either(Column(self._ask(), answer, asked, grid, gaps=0.6), *under)
        left = Column(self._ask(), answer, gaps=0.6)
        beside = Column(asked, grid, gaps=0.4)
        return Either(
            Row(left, beside, shares=[1.5, 1], grow=1),
            Row(answer, beside, shares=[1.8, 1], grow=1),
            *under,
        )

    def _ask(self) -> Block:
        return Card(Say(self.question.ask, "lead", "strong", INK), WHITE, pad=0.8)

    @property
    def _choices(self) -> int:
        question = self.question
        return len(question.options) if isinstance(question, Choice) else len(HOLDS)

    def _sign(self, place: int) -> Sign:
        return letter_sign(self.words, place)

    def _option(self, place: int) -> Block:
        """Return an option with its letter: all in one face and one size."""
        struck = place in self.struck
        role = "body" if isinstance(self.question, Choice) else "title"
        say = Say(self._option_text(place), role, "strong", INK)
        parts: list[Block] = [SignMark(self._sign(place)), say]
        shares = [0.0, 1.0]
        if struck:
            parts.append(Say(self.words("struck"), "body", "read", DIM))
            shares.append(0)
        fill = self.pair.tint if struck else WHITE
        return Card(Row(*parts, shares=shares, gaps=0.6), fill, self.pair.dark, pad=0.25, grow=1)

    def _option_text(self, place: int) -> Text:
        question = self.question
        if isinstance(question, Choice):
            return question.options[self.game.state.shown[place]].text
        return self.words("true" if HOLDS[place] else "false")

    @property
    def struck(self) -> frozenset[int]:
        """Places that the mentor struck out."""
        if not isinstance(self.question, Choice):
            return frozenset()
        shown = self.game.state.shown
        return frozenset(shown.index(n) for n in self.game.state.hinted if n in shown)

    def _stake(self) -> list[Block]:
        """Return the money that waits for the decision at the counter."""
        waiting = sum(baht for _, baht in self.game.state.waiting)
        if not self.claim or not waiting:
            return []
        gold = PAIRS["indigo"]
        told = Say(self.words("counter.stake", baht=waiting), "body", "strong", gold.dark)
        return [Card(Row(Picture("money-bag", 1.2), told, shares=[0, 1]), gold.tint, pad=0.3)]

    # --- the grid -----------------------------------------------------------------------------

    def _grid(self, signs: Sequence[Sign]) -> AnswerGrid:
        rows = [self._row(seat, len(signs)) for seat in self.answering]
        return AnswerGrid(rows, signs, self._take, self._face, self.words("grid.silent"))

    @property
    def answering(self) -> list[int]:
        """Seats of the grid, in the order in which they stand at the table."""
        return [seat for seat in self.game.seats if self.together or seat != self.seat]

    def _row(self, seat: int, columns: int) -> GridRow:
        look = look_of(self.game, seat)
        hidden = self.game.settings.hidden
        reply = self.reply(seat)
        silent = seat in self.ballot.silent
        standing: Standing = "open"
        if silent:
            standing = "silent"
        elif hidden:
            first = next((s for s in self.answering if s in self.ballot.waiting), None)
            standing = "given" if reply is not None else "now" if seat == first else "shut"
        chosen = None
        if reply is not None and not hidden:
            chosen = next((c for c in range(columns) if self._meaning(c) == reply), None)
        return GridRow(seat, look, standing, chosen, self.struck if self.together else frozenset())

    @property
    def meanings(self) -> tuple[Reply, ...]:
        """The replies that the columns of the grid stand for."""
        return tuple(self._meaning(c) for c in range(self._choices if self.together else 2))

    def _meaning(self, column: int) -> Reply:
        """Return the reply that a column stands for."""
        if self.together and isinstance(self.question, Choice):
            return self.game.state.shown[column]
        return HOLDS[column]

    def _take(self, seat: int, column: int) -> None:
        reply = self._meaning(column)
        again = self.reply(seat) == reply and type(self.reply(seat)) is type(reply)
        self.give(seat, None if again and not self.game.settings.hidden else reply)

    def _face(self, seat: int) -> None:
        """Ask the household again; one that was asked does not answer."""
        if self.reply(seat) is not None or seat in self.ballot.silent:
            self.give(seat, None)
        else:
            self.ballot = self.ballot.given(seat, None)

    # --- ways on ------------------------------------------------------------------------------

    def _primary(self) -> Button:
        if not self.together and not self.judging:
            return self.answers.button(self._answered)
        if self.long and self.reading:
            return Button("collect", self._collect, self.words("grid.collect"), look="primary")
        return uncover_button(self)

    def _collect(self) -> None:
        """Go from a long question to its grid."""
        self.reading = False
        self.settle()

    def _answered(self, reply: Reply) -> None:
        """Take the answer of the household on turn; the others judge it, if there are any."""
        self.give(self.seat, reply)
        if self.ballot.waiting:
            self.judging = True
            self.settle()
        else:
            self.submit()

    def _sides(self) -> list[Button]:
        if self.long and not self.reading:
            return [Button("read", self._read, self.words("grid.read"), role="body")]
        if self.judging and not self.together:
            return [Button("again", self._change, self.words("judge.again"), role="body")]
        if not self.together or self.game.settings.hidden:
            return []
        return [self.counting.button(self.words("grid.count"))]

    def _read(self) -> None:
        """Back from the grid to the long question."""
        self.reading = True
        self.settle()

    def _change(self) -> None:
        """Back to the answer of the household on turn."""
        self.judging = False
        for seat in self.game.seats:
            self.give(seat, None)

    # --- head ---------------------------------------------------------------------------------

    def _head(self, page: Page) -> Block:
        face = FaceDisc(look_of(self.game, self.seat), 1.6)
        picture = Picture(self.module.icon, 1.1)
        name = Tight(picture, Say(self.module.short, "body", "strong", WHITE), gaps=0.5)
        key = "counter.head" if self.claim else "question.of"
        told = self.words(key, name=self.game.household_name(self.seat))
        named = Card(name, self.pair.dark, pad=0.35)
        alone = Card(picture, self.pair.dark, pad=0.35)
        aids = tuple(self._aids(page))
        full = self.head(named, face, Say(told, "body", "title", INK), right=aids)
        ways = [full, self.head(named, face, right=aids)] if page.scale.wide else []
        room = page.inner.width
        fitting = (way for way in ways if natural(page, way, room + 1, 0.0) <= room)
        return next(fitting, self.head(alone, face, right=aids))

    def _aids(self, page: Page) -> list[Button]:
        """Return what helps: a hint, hard words, whom to call, and the time left."""
        aids: list[Button] = []
        if self.game.allows(UseHint()) and not self.judging:
            aids.append(self._aid("hint", "light-bulb", self._hint))
        if self.terms and page.scale.wide:
            aids.append(terms_chip(self.game, self.terms))
        if self._line is not None and (page.scale.wide or len(aids) < 1):
            aids.append(self._aid("call", "telephone-receiver", self._call))
        return [*aids, self.timer(self.timer_state)]

    def _aid(self, name: str, picture: str, action: object) -> Button:
        assert callable(action)
        return Button(name, action, part=Picture(picture, 1.2), look="chip", pad=0.3)

    def _hint(self) -> None:
        """Use a hint; the answers taken so far stay where they are still possible."""
        before = self.ballot
        self.game.play(UseHint())
        scene = self.game.scenes.scene
        if isinstance(scene, QuestionScene):
            scene.timer_state = self.timer_state
            for seat, reply in enumerate(before.replies):
                if reply is not None and scene.refusal(seat, reply) is None:
                    scene.give(seat, reply)

    @property
    def _line(self) -> object:
        return self.game.helpline(self.question.id, self.question.helpline)

    def _call(self) -> None:
        line = self.game.helpline(self.question.id, self.question.helpline)
        if line is not None:
            self.game.scenes.push(RoomCall(self.game, line, self.question.id))
