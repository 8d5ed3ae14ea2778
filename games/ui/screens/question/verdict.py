"""The verdict on a question: the right answer grows, faces move to it, wrong ones tell why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from engine.schema.question import Choice, Number, Question, Response, Several, TrueFalse
from engine.schema.text import Text
from games.rules.model.events import Answered, ClaimSettled
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.question.answers import answer_lines
from games.ui.screens.question.explaining import reasons, right_answer
from games.ui.screens.question.letters import SignMark, letter_sign
from games.ui.screens.question.verdict_row import Faces, VerdictRow
from games.ui.screens.setup.overlays import RoomCall, sources_button
from games.ui.shell.frame import body_box, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.motion import Motion, confetti, draw_confetti, draw_halo
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DONE, INK, PAIRS, WHITE, Pair, Scale, pair
from games.ui.toolkit.widgets import Button, Card

LEAF = PAIRS["leaf"]
HOLDS = (True, False)


class VerdictScene(GameScene):
    """The right answer, who knew it, and why one may think otherwise: never a humiliation.

    A decision at the counter has a second page: the money, and what to remember of the event.

    Attributes:
        page_number: 0 the answers, 1 the explanation when it needs a page, with the counter's
            money and the lesson where they have room; else these are page 2.
    """

    def __init__(
        self, game: GameScreens, answered: Answered, settled: ClaimSettled | None = None
    ) -> None:
        super().__init__(game)
        self.answered = answered
        self.settled = settled
        self.question: Question = game.catalogue.questions[answered.question]
        self.shown = game.session.before.shown
        self.situation = game.session.before.situation if answered.claim else ""
        self.pair: Pair = pair(game.module_of(self.question.id).colour)
        self.knew = [seat for seat, right in enumerate(answered.right) if right]
        self.kind = "verdict-right" if self.knew else "verdict-wrong"
        self.page_number = 0
        self.motion = Motion(calm=game.settings.calm)
        self.faces = Faces()
        self._split = False
        self._joined = False
        self._heard = False

    # --- motion -------------------------------------------------------------------------------

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self.page_number:
            return False
        elapsed = self.motion.elapsed
        if self.faces.right is not None:
            draw_halo(surface, self.faces.right, self.motion.share(0, 500), scale.line * 2)
        self.faces.draw(surface, elapsed)
        if self.knew and self.faces.right is not None:
            draw_confetti(surface, surface.get_rect(), confetti(), elapsed)
        return True

    # --- pages --------------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        self.faces.begin(moving=self.moving)
        head = self._head(page)
        if self.page_number == 0:
            room = page.inner.copy()
            room.y = body_box(page, head=head, primary=self._go_on()).y
            room.height = page.inner.bottom - room.y
            self._split = not self._answers_page().fits(page, room)
        if self.page_number == 0 and not self._split:
            frame(page, self._answers_page(), head=head, ground=self.pair.tint)
            return
        body = (self._rows_page, self._why_page, self._lesson_page)[self.page_number]()
        if self.page_number == 1 and self.situation:
            both = Column(Card(self._explained(), WHITE), self._lesson_page(), gaps=0.6)
            room = body_box(page, head=head, primary=self._go_on())
            self._joined = Either(both).fits(page, room)
            if self._joined:
                body = both
                self._hear_money()
        frame(page, body, head=head, primary=self._go_on(), ground=self.pair.tint)

    def _answers_page(self) -> Either:
        """Question, answers and explanation on one page, with as much as has room."""
        low = Column(Gap(0, grow=1), self._go_on(), gaps=0)
        last = Row(self._explained(), low, shares=[3, 1], gaps=1)
        narrow = Column(self._explained(), self._go_on(), gaps=0.6)
        foot = last if self.game.scenes.scale.wide else narrow
        ask = Card(Say(self.question.ask, "body", "strong", INK), WHITE, pad=0.5)
        return Either(
            Column(ask, *self._rows(reasons="all"), foot, gaps=0.5),
            Column(ask, *self._rows(reasons="chosen"), foot, gaps=0.5),
            Column(*self._rows(reasons="chosen"), foot, gaps=0.5),
        )

    def _rows_page(self) -> Block:
        ask = Card(Say(self.question.ask, "body", "strong", INK), WHITE, pad=0.5)
        rows = self._rows(reasons="chosen")
        bare = self._rows(reasons="none")
        return Either(*[Column(*part, gaps=0.5) for part in ([ask, *rows], rows, bare)])

    def _why_page(self) -> Block:
        right = right_answer(self.question, self.words("true"), self.words("false"))
        lines = [Say(text, "body", "strong", LEAF.dark) for text in right]
        answer = Card(Column(*lines, gaps=0.2), WHITE, stripe=DONE, pad=0.6)
        return Column(answer, Card(self._explained(), WHITE, grow=1), gaps=0.6)

    def _lesson_page(self) -> Block:
        """Return the money of the counter's decision, and what to remember of the event."""
        parts: list[Block] = []
        if self.settled is not None and self.settled.baht:
            parts.append(self._money(self.settled))
        situation = self.game.catalogue.situations[self.situation]
        title = Say(situation.title, "lead", "title", self.pair.dark)
        parts.append(Row(Picture(situation.icon, 1.6), title, shares=[0, 1]))
        lesson = Say(situation.remember, "lead", "strong", INK)
        parts.append(Card(Row(Picture("light-bulb", 2.4), lesson, shares=[0, 1]), WHITE, grow=1))
        return Column(*parts, gaps=0.8)

    def _money(self, settled: ClaimSettled) -> Block:
        key = "helped" if settled.helped else "now" if settled.now else "later"
        colours = LEAF if settled.now or settled.helped else PAIRS["gold"]
        told = Say(self.words(f"counter.{key}", baht=settled.baht), "lead", "title", colours.dark)
        look = look_of(self.game, settled.seat)
        picture = Picture("coin" if key != "later" else "hourglass-not-done", 1.6)
        return Card(Row(FaceDisc(look, 1.8), picture, told, shares=[0, 0, 1]), WHITE, colours.dark)

    def _explained(self) -> Block:
        say = Say(self.question.explain, "body", "strong", INK)
        return Row(Picture("light-bulb", 1.5), say, shares=[0, 1], gaps=0.7)

    # --- the answers --------------------------------------------------------------------------

    def _rows(self, reasons: str) -> list[Block]:
        if isinstance(self.question, Choice | TrueFalse):
            return self._option_rows(reasons)
        return self._judged_rows()

    def _option_rows(self, reasons: str) -> list[Block]:
        question = self.question
        meanings: Sequence[bool | int] = self.shown if isinstance(question, Choice) else HOLDS
        rows: list[Block] = []
        for place, meaning in enumerate(meanings):
            seats = [
                seat
                for seat, reply in enumerate(self.answered.answers)
                if reply == meaning and type(reply) is type(meaning)
            ]
            right, text, why = self._option(meaning)
            said: Block = Say(text, "body", "strong", INK)
            if (
                why is not None
                and not right
                and (reasons == "all" or (seats and reasons == "chosen"))
            ):
                beside = self.game.scenes.scale.wide
                thought = Say(
                    why, "body", "read", PAIRS["lotus"].dark, "right" if beside else "left"
                )
                said = Row(said, thought) if beside else Column(said, thought, gaps=0)
            sign = SignMark(letter_sign(self.words, place))
            rows.append(self._row(Row(sign, said, shares=[0, 1], gaps=0.6), seats, right=right))
        return rows

    def _option(self, meaning: bool | int) -> tuple[bool, Text, Text | None]:
        """Return whether an option is right, its words, and why one may think so."""
        question = self.question
        if isinstance(question, Choice):
            option = question.options[meaning]
            return option.right, option.text, option.why
        assert isinstance(question, TrueFalse)
        right = question.answer is meaning
        return right, self.words("true" if meaning else "false"), None if right else question.why

    def _judged_rows(self) -> list[Block]:
        """Return each answer with its believers: the right one, and another one."""
        answer = right_answer(self.question, self.words("true"), self.words("false"))
        lines = [Say(text, "body", "strong", INK) for text in answer]
        rows = [self._row(Column(*lines, gaps=0.1), self.knew, right=True)]
        others = [seat for seat, right in enumerate(self.answered.right) if right is False]
        if not others:
            return rows
        given = self.answered.answers[self.answered.seat]
        if self.answered.right[self.answered.seat] is False:
            short = isinstance(self.question, Several | Number)
            told = answer_lines(self.words, self.question, given) if short else []
            why = [why for _, why in reasons(self.question, _response(given))]
            parts: list[Block] = [Say(line, "body", "strong", INK) for line in told[:3]]
            parts += [Say(line, "body", "read", PAIRS["lotus"].dark) for line in why[:1]]
        else:
            parts = [Say(self.words("judge.not-yet"), "body", "read", INK)]
        return [*rows, self._row(Column(*parts, gaps=0.1), others, right=False)]

    def _row(self, part: Block, seats: Sequence[int], *, right: bool) -> Block:
        stars = self.answered.stars
        crowd = [(look_of(self.game, seat), stars[seat] if right else 0) for seat in seats]
        return VerdictRow(part, crowd, right, self.faces, grow=1.5 if right else 0.6)

    # --- head and ways on ---------------------------------------------------------------------

    def _head(self, page: Page) -> Block:
        module = self.game.module_of(self.question.id)
        inside = Tight(Picture(module.icon, 1.1), Say(module.short, "body", "strong", WHITE))
        left: list[Block] = [Card(inside, self.pair.dark, pad=0.35)]
        if page.scale.wide:
            count = len(self.knew)
            words = (
                self.words("verdict.knew", count=count) if count else self.words("verdict.wrong")
            )
            star = [Picture("star", 1.2)] if any(self.answered.stars) else []
            left.append(Tight(*star, Say(words, "body", "title", INK), align="left", gaps=0.4))
        aids = [
            self._aid(
                sources_button(self.game, self.question.rests_on()), "magnifying-glass-tilted-left"
            )
        ]
        line = self.game.helpline(self.question.id, self.question.helpline)
        if line is not None:
            call = partial(self.game.scenes.push, RoomCall(self.game, line, self.question.id))
            aids.append(self._chip("call", "telephone-receiver", call))
        return self.head(*left, right=tuple(aids))

    def _aid(self, button: Button, picture: str) -> Button:
        assert button.action is not None
        return self._chip(button.name, picture, button.action)

    def _chip(self, name: str, picture: str, action: Callable[[], None]) -> Button:
        return Button(name, action, part=Picture(picture, 1.2), look="chip", pad=0.3)

    def _go_on(self) -> Button:
        why = self._split and self.page_number == 0
        words = self.words("verdict.why" if why else "go-on")
        return Button("go-on", self._on, words, look="primary")

    def _on(self) -> None:
        """End the motion if it still goes on; else to the next page, or on with the game."""
        if self.moving:
            self.motion.skip()
            return
        self.settle()
        if self.page_number == 0 and self._split:
            self.page_number = 1
        elif self.page_number < 2 and self.situation and not self._joined:
            self.page_number = 2
            self._hear_money()
        else:
            self.game.next()

    def _hear_money(self) -> None:
        """Let the money of the counter's decision be heard once."""
        if self.settled is not None and self.settled.baht and not self._heard:
            self._heard = True
            self.game.scenes.hear("claim-paid" if self.settled.now else "claim-waits")


def _response(reply: object) -> Response:
    """Return a reply as the answer to a question."""
    if isinstance(reply, tuple):
        return tuple(int(n) for n in reply)
    return reply if isinstance(reply, bool | int | float) else None
