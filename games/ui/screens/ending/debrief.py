"""The debrief: what was missed, one thing to do, and what the room could not answer."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.source import Helpline
from games.rules import debrief
from games.rules.analysis.debrief import Debrief as DebriefData
from games.ui.screens.common.scenes import Turn
from games.ui.screens.question.verdict import right_answer
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Picture, Row, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card

LEAF = PAIRS["leaf"]
INDIGO = PAIRS["indigo"]
LOTUS = PAIRS["lotus"]
MISSED_SHOWN = 3
CALLS_SHOWN = 4
SHORT_PHONE = 5


class DebriefScene(Turn):
    """Most missed, one thing to do, whom to call; then questions to think and to pass on."""

    kind = "debrief"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        self.told = debrief(table.tables, table.log)

    def build(self, page: Page) -> None:
        bodies = [self._body(page, count, answers=True) for count in range(MISSED_SHOWN, 0, -1)]
        words = self.words
        right_count = sum(t.right for t in self.told.teams)
        all_count = sum(t.questions for t in self.told.teams)
        frame(
            page,
            Either([*bodies, self._body(page, MISSED_SHOWN, answers=False)]),
            head=self.head(
                Say(words("debrief.title"), "lead", "title", INK),
                *(
                    [
                        Say(
                            words("debrief.answered", right=right_count, all=all_count),
                            "body",
                            "strong",
                            LEAF.dark,
                        )
                    ]
                    if page.scale.wide
                    else []
                ),
            ),
            primary=Button("go-on", self._next, words("debrief.next"), look="primary"),
        )

    def _body(self, page: Page, count: int, *, answers: bool) -> Block:
        """What was missed most, `count` of it, with the right answers; and whom to call."""
        words = self.words
        missed = [q for q in self.told.questions if q.missed][:count]
        parts: list[Block] = [Say(words("debrief.missed"), "lead", "title", LOTUS.dark)]
        for asked in missed:
            question = self.table.catalogue.questions[asked.id]
            module = self.table.module_of(asked.id)
            told: list[Block] = [Say(question.ask, "body", "read", INK)]
            if answers:
                lines = right_answer(question, words("true"), words("false"))
                told += [Say(line, "body", "title", LEAF.dark) for line in lines]
            parts.append(Row([Picture(module.icon, 1.3), Column(told, gaps=0)], [0, 1]))
        if not missed:
            parts.append(Say(words("debrief.missed-none"), "lead", "read", INK))
        left = Card(Column([*parts, Gap(0, grow=1)], gaps=0.8), WHITE)
        calls = [self._call(line) for line in self._lines()]
        right = Card(
            Column(
                [
                    Say(words("debrief.call"), "lead", "title", INDIGO.dark),
                    *calls,
                    Gap(0, grow=1),
                ],
                gaps=0.8,
            ),
            INDIGO.tint,
        )
        if page.scale.wide:
            return Row([left, right], [1.25, 1], free=True)
        return Column([left, right])

    def _call(self, line: Helpline) -> Block:
        """Whom, and the number; below the name when it is a long one."""
        name = Say(line.title, "body", "read", INK)
        phone = Say(plain(line.phone), "body", "title", INK)
        picture = Picture("telephone-receiver", 1)
        if len(line.phone) > SHORT_PHONE:
            return Row([picture, Column([name, phone], gaps=0)], [0, 1])
        return Row([picture, name, phone], [0, 1, 0])

    def _lines(self) -> list[Helpline]:
        """Each module's first telephone line; those of what was missed come first."""
        catalogue = self.table.catalogue
        missed = [catalogue.module_of[q.id] for q in self.told.questions if q.missed]
        found: dict[str, Helpline] = {}
        for module in dict.fromkeys((*missed, *self.table.log.modules)):
            lines = [catalogue.helplines[h] for h in catalogue.module_by_id[module].helplines]
            first = next((line for line in lines if line.phone), None)
            if first is not None:
                found.setdefault(first.id, first)
        return list(found.values())[:CALLS_SHOWN]

    def _next(self) -> None:
        self.table.stage.show(ThisWeek(self.table, self.told))


class ThisWeek(Turn):
    """One thing to do this week, from the module that was missed most."""

    kind = "this-week"

    def __init__(self, table: GameScreens, told: DebriefData) -> None:
        super().__init__(table)
        missed = [table.catalogue.module_of[q.id] for q in told.questions if q.missed]
        modules = [table.catalogue.module_by_id[m] for m in (*missed, *table.log.modules)]
        self.module, self.deed = next((m, m.deed) for m in modules if m.deed is not None)

    def build(self, page: Page) -> None:
        colours = pair(self.module.colour)
        frame(
            page,
            Card(
                Column(
                    [
                        Picture(self.module.icon, 3),
                        Say(self.deed, "lead", "strong", INK, "centre"),
                    ],
                    gaps=1.5,
                ),
                WHITE,
                pad=2,
                grow=1,
            ),
            head=self.head(Say(self.words("debrief.todo"), "lead", "title", colours.dark)),
            primary=Button(
                "go-on", self._next, self.words("debrief.next"), look="primary", pair=colours
            ),
            ground=colours.tint,
        )

    def _next(self) -> None:
        self.table.stage.show(Reflect(self.table))


class Reflect(Turn):
    """Three questions to think about, and the box for what the room could not answer."""

    kind = "reflect"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        self.others = sum(1 for f in table.session.flags if f.startswith("other-"))
        told = debrief(table.tables, table.log)
        asked = [q.id for q in told.questions if q.missed]
        flagged = [f for f in sorted(table.session.flags) if f in table.catalogue.questions]
        self.listed = list(dict.fromkeys([*flagged, *asked]))[:3]

    def build(self, page: Page) -> None:
        words = self.words
        think: list[Block] = [Say(words("debrief.reflect"), "lead", "title", INDIGO.dark)]
        for n in (1, 2, 3):
            think.append(
                Row(
                    [
                        Say(plain(n), "number", "title", INDIGO.dark),
                        Say(words(f"debrief.reflect.{n}"), "lead", "read", INK),
                    ],
                    [0, 1],
                )
            )
        left = Card(Column(think, gaps=1), WHITE, grow=1)
        boxes = [self._box(count) for count in (3, 2, 1)]
        frame(
            page,
            Either(
                [
                    Row([left, box], [1, 1.2], free=True)
                    if page.scale.wide
                    else Column([left, box])
                    for box in boxes
                ]
            ),
            head=self.head(Say(words("debrief.title"), "lead", "title", INK)),
            primary=Button("finish", self._finish, words("debrief.end"), look="primary"),
            sides=[Button("again", self._again, words("debrief.again"), "", "chip", role="body")],
        )

    def _box(self, most: int) -> Block:
        """The box with at most so many questions in it."""
        words, gold = self.words, PAIRS["gold"]
        box: list[Block] = [
            Say(words("debrief.box"), "lead", "title", gold.dark),
            Say(words("debrief.box.about"), "body", "read", INK),
        ]
        for place, question_id in enumerate(self.listed[:most]):
            question = self.table.catalogue.questions[question_id]
            box.append(
                Button(
                    f"flag-{place + 1}",
                    self._flag(question_id),
                    part=Say(question.ask, "body", "read", INK),
                    pair=gold,
                    selected=question_id in self.table.session.flags,
                    pad=0.6,
                )
            )
        more = words("debrief.box.more")
        box.append(Button("flag-other", self._other, more, "pushpin", "plain", gold, role="body"))
        count = words("debrief.box.count", count=len(self.table.session.flags))
        box.append(Say(count, "button", "title", gold.dark, "centre"))
        return Card(Column([*box, Gap(0, grow=1)], gaps=0.5), gold.tint)

    def _again(self) -> None:
        """Back to old age, the other lives and the result."""
        scenes = list(self.table.router.report(self.table))
        kinds = [scene.kind for scene in scenes]
        self.table.show_all(scenes[kinds.index("old-age") :])

    def _finish(self) -> None:
        self.table.router.finish()

    def _flag(self, subject: str) -> Callable[[], None]:
        return lambda: self.table.session.flag(subject)

    def _other(self) -> None:
        self.others += 1
        self.table.session.flag(f"other-{self.others}")
