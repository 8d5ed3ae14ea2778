"""A life event: its story and harm, the six right-cards, and what each comes to."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.model.text import Text
from games.rules import Pick, UseHint, Verdict, why_not
from games.rules.events import FundPaid, Judged
from games.ui.blocks import (
    Block,
    Button,
    Card,
    Column,
    Either,
    Grid,
    Picture,
    Row,
    Say,
    Space,
    Spare,
    Tight,
)
from games.ui.frame import frame, heading, tile
from games.ui.page import Page
from games.ui.scenes.common import Turn, mark
from games.ui.scenes.overlays import Call, Sources
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, PAPER, SAND, WHITE, Pair, pair
from games.ui.timer import Timer
from games.ui.words import number, plain

LOTUS = PAIRS["lotus"]
KEYS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5, pygame.K_6)


class CareNote(Turn):
    """Before a sensitive story: a word of warning, and whom to call."""

    kind = "care"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.situation = table.catalogue.situations[table.state.situation]

    def build(self, page: Page) -> None:
        care = self.situation.care
        assert care is not None
        line = self.table.catalogue.helplines.get(care.helpline)
        parts: list[Block] = [
            Picture("red-heart", 2.4),
            Say(care.note, "lead", "strong", INK, "centre"),
        ]
        if line is not None:
            parts.append(Say(line.title, "body", "read", INK, "centre"))
            if line.phone:
                parts.append(Say(plain(line.phone), "hero", "title", LOTUS.dark, "centre"))
        parts.append(Say(self.words("care.leave"), "body", "read", DIM, "centre"))
        frame(
            page,
            Card(Column(parts), WHITE, pad=2, grow=1),
            head=self.head(Say(self.words("care.title"), "lead", "title", LOTUS.dark)),
            primary=Button(
                "go-on",
                self._read,
                self.words("care.read"),
                look="primary",
                pair=LOTUS,
                primary=True,
            ),
            ground=LOTUS.tint,
        )

    def _read(self) -> None:
        self.table.stage.show(EventScene(self.table))


class EventScene(Turn):
    """Which rights answer this? The team picks from six cards."""

    kind = "event"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.situation = table.catalogue.situations[table.state.situation]
        self.picked: set[str] = set()
        self.timer_state = Timer()

    def tick(self, elapsed: int) -> bool:
        return self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        right = [self.timer(self.timer_state)]
        if self.timer_state.begun:
            right.append(self.more(self.timer_state))
        body = Either(
            [self._body(page, titles, tiles) for titles, tiles in ((1, 1), (0, 1), (0, 0))]
        )
        count = len(self.picked)
        label = self.words("event.use", count=count) if count else self.words("event.use-none")
        sides = []
        if why_not(self.table.tables, self.table.state, UseHint()) is None:
            owed = self.table.state.team.hints
            sides.append(
                Button(
                    "hint",
                    self._hint,
                    self.words("hint.free" if owed else "hint"),
                    "star",
                    "chip",
                    role="body",
                )
            )
        frame(
            page,
            body,
            head=self.head(self.team_chip(self.seat), right=tuple(right)),
            primary=Button("use", self._use, label, look="primary", pair=LOTUS, primary=True),
            sides=sides,
            ground=LOTUS.tint,
        )

    def _body(self, page: Page, titles: int, tiles: int) -> Block:
        """Story and cards; without the cards' titles, or with the harm in lines, when tight."""
        story, cards = self._story(page, bool(tiles)), self._cards(page, titles=bool(titles))
        if not page.scale.wide:
            return Column([story, cards])
        return Row([story, cards], [1, 1.62 if tiles else 1.4], gaps=1.2, free=True)

    def _story(self, page: Page, large: bool) -> Block:
        harm = self.situation.harm
        tiles: list[Block] = []

        def add(picture: str, key: str, value: Text, count: int) -> None:
            if count and large:
                tiles.append(tile(picture, self.words(key), value, INK))
            elif count:
                label = Say(self.words(key), "body")
                amount = Say(value, "body", "title", INK, "right")
                tiles.append(Row([Picture(picture, 1.1), label, amount], [0, 1, 0], gaps=0.5))

        rest = harm.rest_days + harm.lost_days
        add("bed", "harm.hospital", self.words("days", days=harm.hospital_days), harm.hospital_days)
        add("hourglass-not-done", "harm.rest", self.words("days", days=rest), rest)
        add("receipt", "harm.treatment", self.words("baht", baht=harm.treatment), harm.treatment)
        add("money-with-wings", "harm.other", self.words("baht", baht=harm.other), harm.other)
        add("red-heart", "harm.hearts", plain(f"−{harm.hearts}"), harm.hearts)
        parts: list[Block] = [
            Row(
                [
                    Picture(self.situation.icon, 2.2),
                    Say(self.situation.title, "lead", "title", LOTUS.dark),
                ],
                [0, 1],
            ),
            Say(self.situation.story, "body", "read", INK),
        ]
        if tiles:
            columns = (1 if page.scale.large else 2) if page.scale.wide else min(3, len(tiles))
            parts.append(Grid(tiles, columns if large else 1, 0.6 if large else 0, grow=0))
        return Card(Column(parts, gaps=0.7), WHITE, pad=1.2)

    def _cards(self, page: Page, *, titles: bool) -> Block:
        cells: list[Block] = []
        for place, benefit_id in enumerate(self.table.state.cards):
            benefit = self.table.benefit(benefit_id)
            module = self.table.module_of(benefit_id)
            chosen = benefit_id in self.picked
            hinted = place in self.table.state.hinted
            parts: list[Block] = [
                Tight(
                    [
                        Picture(benefit.icon, 1.7),
                        Spare(Say(module.short, "body", "strong", pair(module.colour).dark)),
                        *([Picture("star", 1.1)] if hinted else []),
                    ]
                ),
                Say(benefit.short, "body", "title", INK, "centre"),
            ]
            if titles and benefit.title.th != benefit.short.th:
                parts.append(Spare(Say(benefit.title, "body", "read", INK, "centre")))
            if hinted:
                parts.append(
                    Say(self.words("hint.applies"), "body", "strong", LOTUS.dark, "centre")
                )
            cells.append(
                Button(
                    f"card-{place + 1}",
                    self._pick(benefit_id),
                    part=Column(parts, gaps=0.1),
                    pair=LOTUS,
                    selected=chosen,
                    key=KEYS[place],
                    pad=0.6,
                )
            )
        return Column(
            [
                Say(self.words("event.which"), "lead", "title", LOTUS.dark),
                Say(self.words("event.how"), "body", "read", INK),
                Grid(cells, 3, gaps=0.7, grow=1)
                if page.scale.wide or not titles
                else Grid(cells, 2, gaps=0.7, grow=1),
            ],
            gaps=0.4,
            grow=1,
        )

    def _pick(self, benefit: str) -> Callable[[], None]:
        def act() -> None:
            self.picked ^= {benefit}

        return act

    def _use(self) -> None:
        cards = tuple(c for c in self.table.state.cards if c in self.picked)
        self.table.play(Pick(cards))

    def _hint(self) -> None:
        self.table.play(UseHint())


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
            primary=Button(
                "go-on", self.table.next, self.words("go-on"), look="primary", primary=True
            ),
            sides=[
                Button(
                    "sources",
                    self._sources,
                    self.words("sources"),
                    "magnifying-glass-tilted-left",
                    "chip",
                    role="body",
                )
            ],
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

    def _sources(self) -> None:
        facts = [f for v in self.verdicts for f in v.facts]
        self.table.stage.push(Sources(self.table, facts))


class Aftermath(Turn):
    """What the event cost in the end, the line to keep, and a question to talk about."""

    kind = "aftermath"

    def __init__(self, table: Table, judged: Judged, fund: FundPaid | None) -> None:
        super().__init__(table)
        self.judged = judged
        self.fund = fund
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
            primary=Button("go-on", self.table.next, label, look="primary", primary=True),
            sides=sides,
        )

    def _call(self) -> None:
        care = self.situation.care
        if care is not None:
            self.table.stage.push(Call(self.table, self.table.catalogue.helplines[care.helpline]))


def story(table: Table) -> CareNote | EventScene:
    """The scene that begins an event: the care note first when the story is sensitive."""
    situation = table.catalogue.situations[table.state.situation]
    return CareNote(table) if situation.care else EventScene(table)
