"""The beginning and the end of a team's year: who it is, payday, protection, the close."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.model.text import Text
from games.rules import Begin, Borrow, Choice, Event, GiveHeart, Protect, protection, why_not
from games.rules.events import (
    Borrowed,
    DebtRepaid,
    HeartGiven,
    Interest,
    LaterPaid,
    Mended,
    Payday,
    StandingPaid,
    YearClosed,
)
from games.ui.blocks import Block, Button, Card, Column, Grid, Picture, Row, Say, Space, Tight
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scenes.common import Emblem, Turn
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, SAND, WHITE, Pair, pair
from games.ui.words import number, plain

INDIGO = PAIRS["indigo"]
FULL_HEARTS = 3


class Reveal(Turn):
    """The teams and the work each has drawn."""

    kind = "teams"

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        teams = self.table.state.teams
        for seat, _ in enumerate(teams):
            team, job = self.table.team(seat), self.table.occupation(seat)
            colours = self.table.team_pair(seat)
            big = Row(
                [
                    Emblem(team.icon, colours, 2.2),
                    Column(
                        [
                            Say(team.title, "lead", "title", colours.dark),
                            Row(
                                [Picture(job.icon, 1.2), Say(job.title, "body", "strong", INK)],
                                [0, 1],
                            ),
                            *([Say(job.risk, "body", "read", DIM)] if len(teams) <= 4 else []),
                        ],
                        gaps=0.1,
                    ),
                    Column(
                        [
                            Say(plain(job.income), "button", "title", INK, "right"),
                            Say(self.words("baht-a-year"), "body", "read", DIM, "right"),
                        ],
                        gaps=0,
                    ),
                ],
                [0, 1, 0],
                gaps=0.8,
            )
            cells.append(Card(big, WHITE, SAND, pad=0.7))
        columns = 2 if page.scale.wide and len(teams) > 2 and not page.scale.large else 1
        frame(
            page,
            Grid(cells, columns, gaps=0.7, grow=1),
            head=self.head(Say(self.words("reveal.title"), "lead", "title", INK)),
            primary=Button(
                "begin",
                lambda: self.table.play(Begin()),
                self.words("reveal.begin"),
                look="primary",
                primary=True,
            ),
        )


class PaydayScene(Turn):
    """Income of the year less living: what is left in the hand is the hero."""

    kind = "payday"

    def __init__(
        self, table: Table, payday: Payday, also: Sequence[LaterPaid | StandingPaid | Interest]
    ) -> None:
        super().__init__(table)
        self.payday = payday
        self.also = also

    def build(self, page: Page) -> None:
        pay = self.payday
        job = self.table.occupation(pay.team)
        colours = INDIGO
        swing = (
            "payday.good" if pay.swing > 0 else "payday.poor" if pay.swing < 0 else "payday.same"
        )
        lines: list[Block] = [
            self._line("payday.income", plain(f"+{number(pay.income)}"), job.icon),
            Say(self.words(swing, percent=abs(pay.swing)), "body", "read", DIM),
        ]
        if pay.weary:
            told = self.words("payday.weary", baht=pay.weary)
            lines.append(Say(told, "body", "strong", PAIRS["lotus"].dark))
        lines.append(self._line("payday.living", plain(-pay.living), "cooked-rice"))
        for event in self.also:
            if isinstance(event, Interest):
                told = self.words("close.interest", percent=event.percent, baht=event.baht)
                lines.append(Say(told, "body", "strong", PAIRS["lotus"].dark))
                continue
            benefit = self.table.benefit(event.benefit)
            lines.append(
                Row(
                    [
                        Picture(benefit.icon, 1.4),
                        Say(benefit.short, "body", "strong", PAIRS["leaf"].dark),
                        Say(
                            plain(f"+{number(event.baht)}"),
                            "button",
                            "title",
                            PAIRS["leaf"].dark,
                            "right",
                        ),
                    ],
                    [0, 1.5, 1],
                )
            )
        hero = Column(
            [
                Say(self.words("payday.purse"), "lead", "read", colours.dark, "centre"),
                Say(plain(self.table.state.teams[pay.team].money), "hero", "title", INK, "centre"),
                Say(self.words("unit.baht"), "button", "strong", colours.dark, "centre"),
            ],
            gaps=0.1,
        )
        left = Card(Column(lines, gaps=0.6), WHITE, pad=1.6)
        right = Card(hero, WHITE, pad=1.6)
        body: Block = Row([left, right]) if page.scale.wide else Column([left, _grown(right)])
        state = self.table.state
        year = self.words("year", year=state.round, years=state.rounds)
        frame(
            page,
            body,
            head=self.head(
                self.team_chip(pay.team),
                *([Say(year, "body", "title", INK)] if page.scale.wide else []),
            ),
            primary=Button(
                "go-on",
                self.table.next,
                self.words("payday.next"),
                look="primary",
                pair=colours,
                primary=True,
            ),
            ground=colours.tint,
        )

    def _line(self, key: str, value: Text, picture: str) -> Block:
        return Row(
            [
                Picture(picture, 1.4),
                Say(self.words(key), "body", "strong", INK),
                Say(value, "number", "title", INK, "right"),
            ],
            [0, 1, 1],
        )


def _grown(card: Card) -> Card:
    return Card(card.part, card.colour, card.border, card.thick, card.pad, card.stripe, 1)


class ProtectionScene(Turn):
    """What the team holds this year. One tap keeps last year's."""

    kind = "protection"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        lasting = table.state.team.hold
        self.chosen: tuple[str, ...] = lasting
        if why_not(table.tables, table.state, Protect(lasting)) is not None:
            self.chosen = self._affordable(lasting)

    def _affordable(self, wished: tuple[str, ...]) -> tuple[str, ...]:
        """Of last year's protection, what the purse still allows."""
        kept: tuple[str, ...] = ()
        for hold in wished:
            longer = tuple(sorted((*kept, hold)))
            if why_not(self.table.tables, self.table.state, Protect(longer)) is None:
                kept = longer
        return kept

    def build(self, page: Page) -> None:
        choices = protection(self.table.tables, self.table.state, self.chosen)
        groups: dict[str, list[Choice]] = {}
        for choice in choices:
            groups.setdefault(choice.scheme, []).append(choice)
        multi = [g for g in groups.values() if len(g) > 1]
        single = [g[0] for g in groups.values() if len(g) == 1]
        rows: list[Block] = [self._group(page, group) for group in multi]
        if single:
            rows.append(
                Grid(
                    [self._tile(choice, named=True) for choice in single],
                    min(len(single), 3 if page.scale.wide else 1),
                    gaps=0.6,
                    grow=1,
                )
            )
        reasons = self._reasons(choices)
        if reasons:
            rows.append(
                Card(
                    Column(
                        [
                            Row([Picture("warning", 1.2), Say(r, "body", "read", INK)], [0, 1])
                            for r in reasons
                        ],
                        gaps=0.3,
                    ),
                    PAIRS["gold"].tint,
                    pad=0.7,
                )
            )
        cost = sum(c.cost for c in choices if c.option in self.chosen)
        left = self.table.state.team.money - cost
        same = self.chosen == self.table.state.team.hold
        legal = why_not(self.table.tables, self.table.state, Protect(self.chosen)) is None
        key = "protect.keep" if same and self.chosen else "protect.choose"
        if not self.chosen:
            key = "protect.none"
        money = Tight(
            [
                Picture("money-bag", 1.2),
                Say(self.words("protect.left", baht=left), "body", "title", INK),
            ],
            gaps=0.5,
        )
        sides = []
        if not same:
            sides.append(
                Button(
                    "last-year",
                    self._last_year,
                    self.words("protect.again"),
                    "",
                    "chip",
                    role="body",
                )
            )
        frame(
            page,
            Column(rows, gaps=0.7),
            head=self.head(self.team_chip(self.seat), *([money] if page.scale.wide else [])),
            primary=Button(
                "protect",
                self._go if legal else None,
                self.words(key, baht=cost),
                look="primary",
                pair=INDIGO,
                primary=legal,
            ),
            sides=sides,
            ground=INDIGO.tint,
        )

    def _group(self, page: Page, group: list[Choice]) -> Block:
        scheme = self.table.catalogue.schemes[group[0].scheme]
        tiles: list[Block] = [self._tile(choice, named=False) for choice in group]
        head = Row(
            [Picture(scheme.icon, 1.3), Say(scheme.title, "body", "title", INK)], [0, 1], gaps=0.6
        )
        across = len(tiles) if page.scale.wide else min(len(tiles), 3)
        return Column([head, Grid(tiles, across, gaps=0.6, grow=1)], gaps=0.2, grow=1)

    def _tile(self, choice: Choice, *, named: bool) -> Block:
        chosen = choice.option in self.chosen
        blocked = bool(choice.refusal) and not chosen
        colours = self._pair(choice)
        title = self.table.option_title(choice.option, alone=named)
        option_cost = (
            self.words("baht-yearly", baht=choice.cost)
            if choice.cost
            else self.words("protect.free")
        )
        text: list[Block] = [
            Say(title, "body", "title", INK if not blocked else DIM, "centre"),
            Say(
                self.words(f"refused.{choice.refusal}") if blocked else option_cost,
                "body",
                "strong",
                DIM if blocked else colours.dark,
                "centre",
            ),
        ]
        inside: Block = Column(text, gaps=0)
        if named:
            inside = Row([Picture(self.table.option_icon(choice.option), 1.5), inside], [0, 1])
        fixed = self._act_done(choice)
        action = None if blocked or fixed else self._toggle(choice)
        return Button(
            f"hold-{choice.option}",
            action,
            part=inside,
            pair=colours,
            selected=chosen,
            pad=0.4,
        )

    def _act_done(self, choice: Choice) -> bool:
        """Done once and for ever: it cannot be put down."""
        return choice.held and self.table.tables.options[choice.option].act

    def _pair(self, choice: Choice) -> Pair:
        module = self.table.catalogue.module_of.get(choice.scheme)
        if module is None:
            return PAIRS["leaf"]
        return pair(self.table.catalogue.module_by_id[module].colour)

    def _reasons(self, choices: Sequence[Choice]) -> list[Text]:
        """Why something is ruled out by what is ticked, in the law's own words."""
        found: dict[str, Text] = {}
        for choice in choices:
            if choice.refusal != "excluded" or choice.option in self.chosen:
                continue
            scheme = self.table.catalogue.schemes.get(choice.says)
            if scheme is not None and scheme.join.because is not None:
                found.setdefault(scheme.id, scheme.join.because)
            else:
                told = self.words(
                    "protect.excluded",
                    one=self.table.option_title(choice.option),
                    other=self.table.option_title(choice.beside),
                )
                found.setdefault(choice.scheme, told)
        return list(found.values())[:2]

    def _toggle(self, choice: Choice) -> Callable[[], None]:
        def act() -> None:
            rest = {h for h in self.chosen if self.table.tables.options[h].scheme != choice.scheme}
            if choice.option not in self.chosen:
                rest.add(choice.option)
            self.chosen = tuple(sorted(rest))

        return act

    def _last_year(self) -> None:
        hold = self.table.state.team.hold
        legal = why_not(self.table.tables, self.table.state, Protect(hold)) is None
        self.chosen = hold if legal else self._affordable(hold)

    def _go(self) -> None:
        self.table.play(Protect(self.chosen))


class Shortfall(Turn):
    """The purse is empty: informal debt, or a heart."""

    kind = "shortfall"

    def build(self, page: Page) -> None:
        team = self.table.state.team
        rate = self.table.tables.amounts.debt_rate
        lotus = PAIRS["lotus"]
        cells: list[Block] = []
        for name, picture, move, about in (
            ("borrow", "receipt", Borrow(), self.words("short.borrow.about", percent=rate)),
            (
                "heart",
                "red-heart",
                GiveHeart(),
                self.words("short.heart.about", baht=self.table.tables.amounts.heart_covers),
            ),
        ):
            legal = why_not(self.table.tables, self.table.state, move) is None
            cells.append(
                Button(
                    name,
                    self._play(move) if legal else None,
                    part=Column(
                        [
                            Picture(picture, 2.6, pale=not legal),
                            Say(self.words(f"short.{name}"), "button", "title", INK, "centre"),
                            Say(about, "body", "read", INK, "centre"),
                        ],
                        gaps=0.4,
                    ),
                    pair=lotus,
                )
            )
        frame(
            page,
            Column(
                [
                    Card(
                        Column(
                            [
                                Say(self.words("short.title"), "lead", "read", INK, "centre"),
                                Say(
                                    self.words("baht", baht=-team.money),
                                    "hero",
                                    "title",
                                    lotus.dark,
                                    "centre",
                                ),
                            ],
                            gaps=0.1,
                        ),
                        WHITE,
                    ),
                    Grid(cells, 2 if page.scale.wide else 1, grow=1),
                ]
            ),
            head=self.head(self.team_chip(self.seat)),
            ground=lotus.tint,
        )

    def _play(self, move: Borrow | GiveHeart) -> Callable[[], None]:
        return lambda: self.table.play(move)


class YearClose(Turn):
    """How the team stands when its year closes."""

    kind = "year-close"

    def __init__(self, table: Table, closed: YearClosed, events: Sequence[Event]) -> None:
        super().__init__(table)
        self.closed = closed
        self.events = events

    def build(self, page: Page) -> None:
        closed = self.closed
        colours = INDIGO
        words = self.words
        money = INK if closed.money >= 0 else PAIRS["lotus"].dark
        hearts: list[Block] = [
            Picture("red-heart", 2.2, pale=n >= closed.hearts) for n in range(FULL_HEARTS)
        ]
        stars: list[Block] = [
            Picture("star", 2.2),
            Say(plain(closed.stars), "number", "title", INK),
        ]
        standing: list[Block] = [
            Say(words("close.money"), "lead", "read", colours.dark, "centre"),
            Say(words("baht", baht=closed.money), "hero", "title", money, "centre"),
            Tight([*hearts, Space(2), *stars], gaps=0.5),
        ]
        if closed.debt:
            debt = words("close.debt", baht=closed.debt)
            standing.append(
                Tight([Picture("receipt", 1.6), Say(debt, "lead", "strong", PAIRS["lotus"].dark)])
            )
        notes: list[Block] = []
        for event in self.events:
            told = self._told(event)
            if told is not None:
                notes.append(Say(told, "lead", "read", INK, "centre"))
        title = words("close.title", year=closed.round)
        frame(
            page,
            Card(
                Column(
                    [*standing, *notes],
                    gaps=1.2,
                ),
                WHITE,
                pad=1.6,
                grow=1,
            ),
            head=self.head(
                self.team_chip(closed.team),
                *([Say(title, "body", "title", INK)] if page.scale.wide else []),
            ),
            primary=Button(
                "go-on",
                self.table.next,
                words("close.next"),
                look="primary",
                pair=colours,
                primary=True,
            ),
            ground=colours.tint,
        )

    def _told(self, event: Event) -> Text | None:
        if isinstance(event, DebtRepaid):
            return self.words("close.repaid", baht=event.baht)
        if isinstance(event, HeartGiven):
            return self.words("close.heart", baht=event.baht)
        if isinstance(event, Borrowed):
            return self.words("close.borrowed", baht=event.baht)
        if isinstance(event, Mended) and event.by == "quiet_year":
            return self.words("close.quiet")
        if isinstance(event, Mended) and event.by == "project":
            return self.words("close.project")
        return None
