"""Protection: what the team holds this year, its cost, and what law does not allow together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.model.text import Text
from games.rules import Choice, Protect, protection
from games.ui.blocks import Block, Column, Either, Grid, Picture, Row, Say, Tight
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scenes.common import Turn
from games.ui.scenes.overlays import sources_button
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, Pair, pair
from games.ui.widgets import Button, Card

INDIGO = PAIRS["indigo"]


class ProtectionScene(Turn):
    """What the team holds this year. One tap keeps last year's."""

    kind = "protection"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        lasting = table.state.team.hold
        self.chosen: tuple[str, ...] = lasting
        if not table.allows(Protect(lasting)):
            self.chosen = self._affordable(lasting)

    def _affordable(self, wished: tuple[str, ...]) -> tuple[str, ...]:
        """Of last year's protection, what the purse still allows."""
        kept: tuple[str, ...] = ()
        for hold in wished:
            longer = tuple(sorted((*kept, hold)))
            if self.table.allows(Protect(longer)):
                kept = longer
        return kept

    def build(self, page: Page) -> None:
        choices = protection(self.table.tables, self.table.state, self.chosen)
        groups: dict[str, list[Choice]] = {}
        for choice in choices:
            groups.setdefault(choice.scheme, []).append(choice)
        multi = [g for g in groups.values() if len(g) > 1]
        single = [g[0] for g in groups.values() if len(g) == 1]
        reasons = self._reasons(choices)
        layouts = [
            Column(
                [
                    *(self._group(page, group, beside) for group in multi),
                    *([self._singles(page, single)] if single else []),
                    *([_warning(reasons)] if reasons else []),
                ],
                gaps=0.7,
            )
            for beside in (False, True)
        ]
        cost = sum(c.cost for c in choices if c.option in self.chosen)
        left = self.table.state.team.money - cost
        same = self.chosen == self.table.state.team.hold
        go = self.making(Protect(self.chosen))
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
        sides = [sources_button(self.table, self._facts())]
        if not same and self.table.state.team.hold:
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
            Either(layouts if page.scale.wide else layouts[:1]),
            head=self.team_head(page, self.seat, money),
            primary=Button(
                "protect",
                go,
                self.words(key, baht=cost),
                look="primary",
                pair=INDIGO,
            ),
            sides=sides,
            ground=INDIGO.tint,
        )

    def _group(self, page: Page, group: list[Choice], beside: bool) -> Block:
        """The options of one scheme, its name above them, or beside when room is short."""
        scheme = self.table.catalogue.schemes[group[0].scheme]
        tiles: list[Block] = [self._tile(choice, named=False) for choice in group]
        options = Grid(tiles, min(len(tiles), 3), gaps=0.6, grow=1)
        picture = Picture(scheme.icon, 1.3)
        if beside:
            name = Say(scheme.short, "body", "title", INK)
            return Row([Tight([picture, name], "left"), options], [0.8, 5], gaps=0.6, grow=1)
        head = Row([picture, Say(scheme.title, "body", "title", INK)], [0, 1], gaps=0.6)
        return Column([head, options], gaps=0.2, grow=1)

    def _singles(self, page: Page, choices: list[Choice]) -> Block:
        tiles = [self._tile(choice, named=True) for choice in choices]
        return Grid(tiles, min(len(tiles), 3 if page.scale.wide else 1), gaps=0.6, grow=1)

    def _facts(self) -> list[str]:
        """What the costs and the age limits rest on."""
        rows = self.table.tables.options.values()
        return [fact for row in rows for fact in (row.fact, *row.age_facts) if fact]

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
        self.chosen = hold if self.table.allows(Protect(hold)) else self._affordable(hold)


def _warning(reasons: Sequence[Text]) -> Block:
    """Why things cannot be held together."""
    lines = [Row([Picture("warning", 1.2), Say(r, "body", "read", INK)], [0, 1]) for r in reasons]
    return Card(Column(lines, gaps=0.3), PAIRS["gold"].tint, pad=0.7)
