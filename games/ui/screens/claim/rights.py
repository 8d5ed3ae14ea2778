"""What each right comes to after a life event, and what the event cost in the end."""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import Verdict
from games.rules.events import FundPaid, Judged, RegisteredLate
from games.ui.screens.common.marks import mark, remark
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import Call, sources_button
from games.ui.shell.frame import frame, heading, tile
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import joined, number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, PAPER, SAND, WHITE, Pair
from games.ui.toolkit.widgets import Button, Card

LOTUS = PAIRS["lotus"]


class RightsVerdict(Turn):
    """One by one: does it apply in law, does the team hold it, what does it pay."""

    kind = "rights-verdict"

    def __init__(self, table: GameScreens, judged: Judged) -> None:
        super().__init__(table)
        self.judged = judged
        self.situation = table.catalogue.situations[judged.situation]
        self.verdicts = [v for v in judged.verdicts if v.picked or v.applies]

    def build(self, page: Page) -> None:
        role = "lead" if len(self.verdicts) < 3 else "body"
        rows: list[Block] = [self._row(page, v, role) for v in self.verdicts]
        if not rows:
            rows = [Say(self.words("verdict.none"), "lead", "read", INK, "centre")]
        title = self.words("verdict.rights", event=self.situation.title)
        head = (
            self.head(self.sign(page, self.judged.team), Say(title, "lead", "title", LOTUS.dark))
            if page.scale.wide
            else heading(title, LOTUS.dark, "", self.gear())
        )
        frame(
            page,
            Column([*rows, Gap(0, grow=0.5 if len(rows) < 3 else 0.1)], gaps=0.6),
            head=head,
            primary=self.way_on(),
            sides=[sources_button(self.table, [f for v in self.verdicts for f in v.facts])],
        )

    def _row(self, page: Page, verdict: Verdict, role: str) -> Block:
        benefit = self.table.benefit(verdict.benefit)
        colours = self._colours(verdict)
        law = Tight(
            [
                mark(verdict.applies, PAIRS["leaf"].dark if verdict.applies else DIM, 0.75),
                Say(self.words("law.yes" if verdict.applies else "law.no"), role, "strong", INK),
            ],
            "left",
            0.5,
        )
        name = Row([Picture(benefit.icon, 1.5), Say(benefit.short, role, "title", INK)], [0, 1])
        why = Say(self._why(verdict), role, "read", INK)
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
        lost = self._lost(verdict)
        if lost and (verdict.baht or verdict.outcome == "mends"):
            lines.append(Say(self.words(lost), "body", "strong", colours.dark, "right"))
        lines.append(Say(total, "button", "title", colours.dark, "right"))
        if verdict.times > 1 and verdict.each:
            sum_up = f"{number(verdict.each)} × {number(verdict.times)}"
            lines.append(Say(plain(sum_up), "body", "read", INK, "right"))
        return Column(lines, gaps=0)

    def _lost(self, verdict: Verdict) -> str | None:
        """The key of what is said above a sum that the team does not get."""
        if verdict.missed:
            return "pays.missed"
        if verdict.held:
            return None
        if verdict.outcome in ("not_held", "wrong_option"):
            return "pays.could"
        return "pays.months" if verdict.outcome == "contributions" else "pays.else"

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
            return self.words(
                key,
                month=self.table.session.before.month,
                have=verdict.have,
                need=verdict.need,
                window=verdict.window,
            )
        if outcome in ("not_held", "wrong_option") and verdict.option:
            return self.words(f"why.{outcome}", option=self.table.option_title(verdict.option))
        return self.words(f"why.{outcome}")


class Aftermath(Turn):
    """What the event cost in the end, the line to keep, and a question to talk about."""

    kind = "aftermath"

    def __init__(
        self,
        table: GameScreens,
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
        if judged.coming:
            tiles.append(
                tile(
                    "money-bag",
                    self.words("after.coming"),
                    self.words("baht", baht=judged.coming),
                    PAIRS["leaf"].dark,
                    ground=WHITE,
                )
            )
        tiles += self._hearts()
        parts: list[Block] = [Grid(tiles, min(len(tiles), 4 if page.scale.wide else 2), grow=0)]
        parts += [Say(told, "body", "read", INK, "centre") for told in self._sum()]
        if self.late is not None:
            told = self.words("after.late", baht=self.late.trip)
            parts.append(Say(told, "body", "strong", LOTUS.dark, "centre"))
        if self.fund is not None:
            told = self.words("after.fund", baht=self.fund.baht)
            if self.fund.hearts:
                told = joined(told, self.words("after.fund.heart", hearts=self.fund.hearts))
            parts.append(Say(told, "body", "strong", PAIRS["leaf"].dark, "centre"))
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
        parts.append(remark("speech-balloon", self.words("after.talk"), self.situation.talk))
        claim = self.table.state.phase == "claim"
        label = self.words("go-on")
        if claim:
            label = self.words("claim.go" if self.table.claim_is_own else "claim.go.none")
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
            head=self.head(
                self.sign(page, judged.team), Say(self.situation.title, "lead", "title", LOTUS.dark)
            ),
            primary=self.way_on(label=label),
            sides=sides,
        )

    def _hearts(self) -> list[Block]:
        """Hearts lost and hearts that came back, those of the fund's visit among them."""
        lost = self.judged.hearts_lost
        back = self.judged.hearts_mended + (self.fund.hearts if self.fund else 0)
        signs = [f"−{lost}"] * bool(lost) + [f"+{back}"] * bool(back)
        if not signs:
            return []
        colour = PAIRS["leaf"].dark if back >= lost else LOTUS.dark
        told = plain(" ".join(signs))
        return [tile("red-heart", self.words("harm.hearts"), told, colour, ground=WHITE)]

    def _sum(self) -> list[Text]:
        """How the cost comes about, where it has more than one part."""
        judged, words = self.judged, self.words
        added = []
        if judged.lost_income:
            days, each = judged.lost_days, judged.day_income
            added.append(words("after.income", days=days, each=each, baht=judged.lost_income))
        if judged.treatment:
            added.append(words("after.treatment", baht=judged.treatment))
        if judged.other:
            added.append(words("after.other", baht=judged.other))
        taken = []
        if judged.covered:
            taken.append(words("after.taken", baht=judged.covered))
        if judged.saved_care:
            taken.append(words("after.saved", baht=judged.saved_care))
        if not added or (len(added) == 1 and not taken and not judged.lost_income):
            return []
        told = joined(*added, between=" + ")
        return [joined(told, *taken, between=" − ") if taken else told]

    def _call(self) -> None:
        care = self.situation.care
        if care is not None:
            self.table.stage.push(Call(self.table, self.table.catalogue.helplines[care.helpline]))
