"""The debrief: what was missed, one thing to do this week, what the room could not answer."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.module import Module
from engine.schema.source import Helpline
from games.rules import debrief
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.question.explaining import right_answer
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DONE, INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card

LEAF, LOTUS, GOLD, INDIGO = PAIRS["leaf"], PAIRS["lotus"], PAIRS["gold"], PAIRS["indigo"]
MOST_MISSED = 3
LONGEST_ANSWER = 3
"""Lines of a right answer that stand under its question."""
OTHER = "other-"
"""What the id of a question that is not one of the game's begins with."""


class DebriefScene(GameScene):
    """Three pages: most missed · one thing to do · the box of open questions.

    Attributes:
        page_number: from 0.
    """

    kind = "debrief"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.record = debrief(game.tables, game.log)
        self.page_number = 0
        self.missed = [asked.id for asked in self.record.questions if asked.missed]

    def build(self, page: Page) -> None:
        (self._missed_page, self._week_page, self._box_page)[self.page_number](page)

    # --- most missed --------------------------------------------------------------------------

    def _missed_page(self, page: Page) -> None:
        bodies = [self._missed(count) for count in range(MOST_MISSED, 0, -1)]
        right = sum(h.right for h in self.record.households)
        asked = sum(h.asked for h in self.record.households)
        left: list[Block] = [Say(self.words("debrief.missed"), "lead", "title", LOTUS.dark)]
        if page.scale.wide:
            count = self.words("debrief.answered", right=right, all=asked)
            left.append(Tight(Picture("star", 1.2), Say(count, "body", "strong", LEAF.dark)))
        frame(page, *bodies, head=self.head(*left), primary=self._next())

    def _missed(self, count: int) -> Block:
        """So many questions, each with its right answer; one alone stands large."""
        role = "title" if min(count, len(self.missed)) == 1 else "lead"
        cards: list[Block] = []
        for name in self.missed[:count]:
            question = self.game.catalogue.questions[name]
            answer = right_answer(question, self.words("true"), self.words("false"))
            told: list[Block] = [Say(question.ask, role, "strong", INK)]
            told += [Say(line, role, "title", LEAF.dark) for line in answer[:LONGEST_ANSWER]]
            icon = Picture(self.game.module_of(name).icon, 3 if role == "title" else 1.6)
            inside = Row(icon, Column(*told, gaps=0.6 if role == "title" else 0.1), shares=[0, 1])
            cards.append(Card(inside, WHITE, stripe=DONE, pad=0.6, grow=1))
        if not cards:
            none = Say(self.words("debrief.missed-none"), "lead", "strong", INK, "centre")
            cards.append(Card(Column(Picture("trophy", 3), none), WHITE, grow=1))
        return Column(*cards, gaps=0.6)

    # --- this week ----------------------------------------------------------------------------

    def _week_page(self, page: Page) -> None:
        module = self._module()
        colours = pair(module.colour)
        deed = module.deed or self.words("debrief.todo")
        parts: list[Block] = [Picture(module.icon, 2.6), Say(deed, "lead", "strong", INK, "centre")]
        card = Card(Column(*parts, gaps=1), WHITE, pad=1.4, grow=1)
        calls = [self._call(line) for line in self._lines(module)]
        frame(
            page,
            Column(card, *calls, gaps=0.7),
            head=self.head(Say(self.words("debrief.todo"), "lead", "title", colours.dark)),
            primary=self._next(),
            ground=colours.tint,
        )

    def _module(self) -> Module:
        """Return the module that was missed most and has something to do."""
        catalogue = self.game.catalogue
        missed = [catalogue.module_of[name] for name in self.missed]
        modules = [catalogue.module_by_id[m] for m in (*missed, *self.game.log.modules)]
        return next((m for m in modules if m.deed is not None), modules[0])

    def _lines(self, module: Module) -> list[Helpline]:
        """Return the module's first telephone line."""
        lines = (self.game.catalogue.helplines[h] for h in module.helplines)
        return [line for line in lines if line.phone][:1]

    def _call(self, line: Helpline) -> Block:
        phone = Say(plain(line.phone), "lead", "title", INDIGO.dark)
        name = Say(line.title, "body", "strong", INK)
        return Card(
            Row(Picture("telephone-receiver", 1.4), name, phone, shares=[0, 1, 0]),
            INDIGO.tint,
            pad=0.5,
        )

    # --- the box ------------------------------------------------------------------------------

    def _box_page(self, page: Page) -> None:
        ways = [[*self._thoughts(), *self._box(n)] for n in range(MOST_MISSED, 0, -1)]
        ways.append(self._box(1))
        frame(
            page,
            *[Column(*way, gaps=0.5) for way in ways],
            head=self.head(Say(self.words("debrief.box"), "lead", "title", GOLD.dark)),
            primary=Button(
                "finish", self.game.router.finish, self.words("debrief.end"), look="primary"
            ),
            sides=[Button("again", self._again, self.words("debrief.again"), role="body")],
            ground=GOLD.tint,
        )

    def _thoughts(self) -> list[Block]:
        lines: list[Block] = [
            Row(
                Picture("speech-balloon", 1.1),
                Say(self.words(f"debrief.reflect.{n}"), "body", "strong", INK),
                shares=[0, 1],
            )
            for n in (2, 3)
        ]
        return [Card(Column(*lines, gaps=0.2), WHITE, pad=0.5)]

    def _box(self, most: int) -> list[Block]:
        """At most so many questions that can be passed on, and others, counted."""
        flags = self.game.session.flags
        flagged = [name for name in sorted(flags) if name in self.game.catalogue.questions]
        listed = list(dict.fromkeys((*flagged, *self.missed)))[:most]
        buttons: list[Block] = []
        for place, name in enumerate(listed):
            question = self.game.catalogue.questions[name]
            buttons.append(
                Button(
                    f"flag-{place + 1}",
                    self._flagging(name),
                    part=Say(question.ask, "body", "read", INK),
                    pair=GOLD,
                    selected=name in flags,
                    pad=0.8,
                    grow=1,
                )
            )
        count = self.words("debrief.box.count", count=len(flags))
        told = Say(count, "body", "title", GOLD.dark)
        more = Button(
            "flag-other", self._other, self.words("debrief.box.more"), "pushpin", role="body"
        )
        return [*buttons, Row(told, more, shares=[1, 1.6]), Gap(0)]

    def _flagging(self, name: str) -> Callable[[], None]:
        return lambda: self.game.session.flag(name)

    def _other(self) -> None:
        """Count one more question that is not one of the game's."""
        others = sum(flag.startswith(OTHER) for flag in self.game.session.flags)
        self.game.session.flag(f"{OTHER}{others + 1}")

    # --- ways on ------------------------------------------------------------------------------

    def _next(self) -> Button:
        return Button("go-on", self._on, self.words("go-on"), look="primary")

    def _on(self) -> None:
        self.page_number += 1
        self.settle()

    def _again(self) -> None:
        """Show old age and the two lives once more."""
        scenes = list(self.game.router.report(self.game))
        ending = [scene for scene in scenes if scene.kind in ("old-age", "two-lives")]
        self.game.show_all(ending)
