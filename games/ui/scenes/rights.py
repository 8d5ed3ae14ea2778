"""What each right comes to after a life event, and what the event cost in the end."""

from __future__ import annotations

from engine.model.text import Text
from games.rules import Verdict
from games.rules.events import FundPaid, Judged, RegisteredLate
from games.ui.blocks import Block, Column, Grid, Picture, Row, Say, Space, Tight
from games.ui.frame import frame, heading, tile
from games.ui.page import Page
from games.ui.scenes.common import Turn
from games.ui.scenes.marks import mark
from games.ui.scenes.overlays import Call, sources_button
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, PAPER, SAND, WHITE, Pair
from games.ui.widgets import Button, Card
from games.ui.words import number, plain

LOTUS = PAIRS["lotus"]


class RightsVerdict(Turn):
    """One by one: does it apply in law, does the team hold it, what does it pay."""

    kind = "rights-verdict"

    def __init__(self, table: Table, judged: Judged) -> None:
        super().__init__(table)
        self.judged = judged
        self.situation = table.catalogue.situations[judged.situation]
        self.verdicts = [v for v in judged.verdicts if v.picked or v.applies]

    def build(self, page: Page) -> None:
        rows: list[Block] = [self._row(page, v) for v in self.verdicts]
        if not rows:
            rows = [Say(self.words("verdict.none"), "lead", "read", INK, "centre")]
        title = self.words("verdict.rights", event=self.situation.title)
        head = (
            self.head(Say(title, "lead", "title", LOTUS.dark))
            if page.scale.wide
            else heading(title, LOTUS.dark, "", self.gear())
        )
        few = max(0, 4 - len(rows))
        frame(
            page,
            Column([*rows, Space(0, grow=few)], gaps=0.6),
            head=head,
            primary=self.way_on(),
            sides=[sources_button(self.table, [f for v in self.verdicts for f in v.facts])],
        )

    def _row(self, page: Page, verdict: Verdict) -> Block:
        benefit = self.table.benefit(verdict.benefit)
        colours = self._colours(verdict)
        law = Tight(
            [
                mark(verdict.applies, PAIRS["leaf"].dark if verdict.applies else DIM, 0.75),
                Say(self.words("law.yes" if verdict.applies else "law.no"), "body", "strong", INK),
            ],
            "left",
            0.5,
        )
        name = Row([Picture(benefit.icon, 1.5), Say(benefit.short, "body", "title", INK)], [0, 1])
        why = Say(self._why(verdict), "body", "read", INK)
        paid = self._paid(verdict, colours)
        if page.scale.wide:
            inside: Block = Row([name, law, why, paid], [1.15, 0.62, 1.5, 1.05])
        else:
            inside = Column([Row([name, law], [1.4, 1]), Row([why, paid], [1.3, 1])], gaps=0.2)
        return Card(inside, WHITE, SAND, stripe=colours.dark, pad=0.55, grow=0.4)

    def _colours(self, verdict: Verdict) -> Pair:
        if verdict.gained or verdict.outcome == "automatic":
            return PAIRS["leaf"]
        if verdict.missed or (verdict.applies and not verdict.held):
            return LOTUS
        return Pair(DIM, PAPER)

    def _paid(self, verdict: Verdict, colours: Pair) -> Block:
        """The sum, as the largest thing of the row."""
        if not verdict.applies:
            return Say(self.words("pays.no"), "body", "read", DIM, "right")
        lines: list[Block] = []
        if verdict.outcome == "covers" or (verdict.baht and not verdict.each):
            total = self.words("pays.covers", baht=verdict.baht)
        elif verdict.outcome == "mends":
            total = self.words("pays.heart")
        elif verdict.baht:
            total = self.words("baht", baht=verdict.baht)
        else:
            total = self.words("pays.nothing")
        missed = verdict.missed or not verdict.held
        if missed and verdict.baht:
            lines.append(
                Say(
                    self.words("pays.missed" if verdict.missed else "pays.could"),
                    "body",
                    "strong",
                    colours.dark,
                    "right",
                )
            )
        lines.append(Say(total, "button", "title", colours.dark, "right"))
        if verdict.times > 1 and verdict.each:
            sum_up = f"{number(verdict.each)} × {number(verdict.times)}"
            lines.append(Say(plain(sum_up), "body", "read", INK, "right"))
        return Column(lines, gaps=0)

    def _why(self, verdict: Verdict) -> Text:
        outcome = verdict.outcome
        if outcome == "not_in_law":
            for temptation in self.situation.tempting:
                if temptation.benefit == verdict.benefit:
                    return temptation.why
            return self.table.benefit(verdict.benefit).when
        if verdict.missed:
            return self.words("why.missed")
        if outcome == "contributions":
            key = "why.contributions" if verdict.window else "why.contributions-all"
            return self.words(key, have=verdict.have, need=verdict.need, window=verdict.window)
        if outcome in ("not_held", "wrong_option") and verdict.option:
            return self.words(f"why.{outcome}", option=self.table.option_title(verdict.option))
        return self.words(f"why.{outcome}")


class Aftermath(Turn):
    """What the event cost in the end, the line to keep, and a question to talk about."""

    kind = "aftermath"

    def __init__(
        self,
        table: Table,
        judged: Judged,
        fund: FundPaid | None,
        late: RegisteredLate | None = None,
    ) -> None:
        super().__init__(table)
        self.judged = judged
        self.fund = fund
        self.late = late
        self.situation = table.catalogue.situations[judged.situation]

    def build(self, page: Page) -> None:
        judged = self.judged
        tiles: list[Block] = [
            tile(
                "money-with-wings",
                self.words("after.cost"),
                self.words("baht", baht=-judged.cost if judged.cost else 0),
                LOTUS.dark,
                ground=WHITE,
            )
        ]
        if judged.covered:
            tiles.append(
                tile(
                    "hospital",
                    self.words("after.covered"),
                    self.words("baht", baht=judged.covered),
                    PAIRS["leaf"].dark,
                    ground=WHITE,
                )
            )
        coming = judged.coming + (self.fund.baht if self.fund else 0)
        if coming:
            tiles.append(
                tile(
                    "money-bag",
                    self.words("after.coming"),
                    self.words("baht", baht=coming),
                    PAIRS["leaf"].dark,
                    ground=WHITE,
                )
            )
        hearts = judged.hearts_mended - judged.hearts_lost
        if hearts:
            sign = f"+{hearts}" if hearts > 0 else number(hearts)
            tiles.append(
                tile("red-heart", self.words("harm.hearts"), plain(sign), LOTUS.dark, ground=WHITE)
            )
        parts: list[Block] = [Grid(tiles, min(len(tiles), 4 if page.scale.wide else 2), grow=0)]
        if judged.lost_income:
            told = self.words(
                "after.income",
                days=judged.lost_days,
                each=judged.day_income,
                baht=judged.lost_income,
            )
            parts.append(Say(told, "body", "read", INK, "centre"))
        if self.late is not None:
            told = self.words("after.late", baht=self.late.trip)
            parts.append(Say(told, "body", "strong", LOTUS.dark, "centre"))
        parts.append(
            Card(
                Row(
                    [
                        Picture("light-bulb", 2),
                        Say(self.situation.remember, "lead", "strong", PAIRS["leaf"].dark),
                    ],
                    [0, 1],
                ),
                PAIRS["leaf"].tint,
                grow=0.6,
            )
        )
        parts.append(
            Card(
                Row(
                    [
                        Picture("speech-balloon", 2),
                        Column(
                            [
                                Say(self.words("after.talk"), "body", "strong", DIM),
                                Say(self.situation.talk, "body", "read", INK),
                            ],
                            gaps=0.1,
                        ),
                    ],
                    [0, 1],
                ),
                WHITE,
            )
        )
        claim = self.table.state.phase == "claim"
        label = self.words("claim.go") if claim else self.words("go-on")
        sides = []
        care = self.situation.care
        if care is not None:
            line = self.table.catalogue.helplines.get(care.helpline)
            if line is not None and line.phone:
                sides.append(
                    Button(
                        "call",
                        self._call,
                        self.words("call", phone=line.phone),
                        "telephone-receiver",
                        "chip",
                        role="body",
                    )
                )
        frame(
            page,
            Column(parts),
            head=self.head(Say(self.situation.title, "lead", "title", LOTUS.dark)),
            primary=self.way_on(label=label),
            sides=sides,
        )

    def _call(self) -> None:
        care = self.situation.care
        if care is not None:
            self.table.stage.push(Call(self.table, self.table.catalogue.helplines[care.helpline]))
