"""The mentor explains a scheme: its options and their price, then what each right brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.schema.benefit import Benefit, Scheme
from engine.schema.text import Text
from games.rules.events import MentorAsked
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.frame import frame, heading
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Card

GOLD = PAIRS["gold"]
ON_A_PAGE = 4
"""Rights on one page: few enough to be read from the back of the room."""
NO_SUM = ("access", "covers")
"""Shapes of benefits that are told by when they help, not by a sum."""


def mentor_scenes(table: GameScreens, asked: MentorAsked) -> Iterator[Scene]:
    """What the mentor tells, page by page."""
    if table.catalogue.schemes[asked.scheme].options:
        yield MentorTells(table, asked)
    benefits = [b for b in table.catalogue.benefits.values() if b.scheme == asked.scheme]
    for start in range(0, len(benefits), ON_A_PAGE):
        last = start + ON_A_PAGE >= len(benefits)
        yield MentorRights(table, asked, benefits[start : start + ON_A_PAGE], last=last)


def _head(turn: Turn, page: Page, scheme: Scheme) -> Block:
    if not page.scale.wide:
        return heading(scheme.title, GOLD.dark, scheme.icon, turn.gear())
    title = Say(scheme.title, "lead", "title", GOLD.dark)
    return turn.head(Picture(scheme.icon, 1.8), title)


class MentorTells(Turn):
    """The mentor explains one scheme: its options, what they cost and what they carry."""

    kind = "mentor"

    def __init__(self, table: GameScreens, asked: MentorAsked) -> None:
        super().__init__(table)
        self.asked = asked
        self.scheme = table.catalogue.schemes[asked.scheme]

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for option in self.scheme.options:
            fact = self.table.catalogue.facts.get(option.pays_in or "")
            parts: list[Block] = [Say(option.title, "body", "title", GOLD.dark, "centre")]
            if fact is not None:
                parts.append(Say(fact.text, "number", "title", INK, "centre"))
            elif option.saves is not None:
                parts.append(
                    Say(self.words("baht", baht=option.saves), "number", "title", INK, "centre")
                )
            if option.covers is not None:
                parts.append(Say(option.covers, "body", "read", INK, "centre"))
            cells.append(Card(Column(parts, gaps=0.3), WHITE, pad=0.8))
        parts = [Grid(cells, min(3, max(1, len(cells))) if page.scale.wide else 1, grow=1)]
        if self.scheme.join.because is not None:
            parts.append(
                Card(
                    Row(
                        [
                            Picture("warning", 1.5),
                            Say(self.scheme.join.because, "body", "read", INK),
                        ],
                        [0, 1],
                    ),
                    WHITE,
                    pad=0.8,
                )
            )
        frame(
            page,
            Column(parts),
            head=_head(self, page, self.scheme),
            primary=self.way_on(GOLD),
            sides=[sources_button(self.table, self._facts())],
            ground=GOLD.tint,
        )

    def _facts(self) -> list[str]:
        join = self.scheme.join.because
        paid = [option.pays_in for option in self.scheme.options if option.pays_in]
        return [*paid, *(join.facts if join else ())]


class MentorRights(Turn):
    """What some rights of the scheme bring, or when they help; on the last page, the hints."""

    kind = "mentor-rights"

    def __init__(
        self, table: GameScreens, asked: MentorAsked, benefits: Sequence[Benefit], *, last: bool
    ) -> None:
        super().__init__(table)
        self.asked = asked
        self.scheme = table.catalogue.schemes[asked.scheme]
        self.benefits = benefits
        self.last = last

    def build(self, page: Page) -> None:
        columns = 2 if page.scale.wide else 1
        parts: list[Block] = [Grid([self._right(b) for b in self.benefits], columns, gaps=0.6)]
        if self.last:
            hints = self.words("mentor.hints", hints=self.asked.hints)
            parts.append(Say(hints, "body", "strong", GOLD.dark, "centre"))
        facts = [fact for b in self.benefits for line in self._told(b) for fact in line.facts]
        frame(
            page,
            Column(parts, gaps=0.6),
            head=_head(self, page, self.scheme),
            primary=self.way_on(GOLD),
            sides=[sources_button(self.table, facts)],
            ground=GOLD.tint,
        )

    def _right(self, benefit: Benefit) -> Block:
        told: list[Block] = [
            Say(benefit.short, "body", "title", INK),
            *(Say(line, "body", "read", INK) for line in self._told(benefit)),
        ]
        return Card(Row([Picture(benefit.icon, 1.5), Column(told, gaps=0)], [0, 1]), WHITE, pad=0.5)

    def _told(self, benefit: Benefit) -> list[Text]:
        """What it pays, in a line for each option where that differs; or when it helps."""
        cells = self.table.catalogue.benefit_cells.get(benefit.id, {})
        if benefit.pays.shape in NO_SUM or not cells:
            return [benefit.when]
        alike: dict[str, list[str]] = {}
        for option, text in cells.items():
            alike.setdefault(text.th, []).append(option)
        if len(alike) == 1 and len(cells) == len(self.scheme.options or cells):
            return [next(iter(cells.values()))]
        shorts = {option.id: option.short for option in self.scheme.options}
        lines = []
        for options in alike.values():
            named = joined(*(shorts[o] for o in options), between=", ")
            lines.append(self.words("mentor.pays", options=named, pays=cells[options[0]]))
        return lines
