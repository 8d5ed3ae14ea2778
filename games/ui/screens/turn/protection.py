"""Protection: what the team holds this year, its cost, and what law does not allow together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.schema.text import Text
from games.rules import Protect, ProtectionChoice, protection
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import (
    AtLeast,
    Block,
    Column,
    Either,
    Gap,
    Grid,
    Picture,
    Row,
    Say,
    Tight,
)
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, Pair, pair
from games.ui.toolkit.widgets import Button, Card

INDIGO = PAIRS["indigo"]


class ProtectionScene(Turn):
    """What the team holds this year. One tap keeps last year's."""

    kind = "protection"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        lasting = table.state.team.hold
        self.chosen: tuple[str, ...] = self._affordable(lasting)

    def _affordable(self, wished: tuple[str, ...]) -> tuple[str, ...]:
        """Of last year's protection, what is still allowed: all of it, as far as money goes."""
        if self.table.allows(Protect(wished)):
            return wished
        kept: tuple[str, ...] = ()
        for hold in wished:
            longer = tuple(sorted((*kept, hold)))
            if self.table.allows(Protect(longer)):
                kept = longer
        return kept

    def build(self, page: Page) -> None:
        choices = protection(self.table.tables, self.table.state, self.chosen)
        groups: dict[str, list[ProtectionChoice]] = {}
        for choice in choices:
            groups.setdefault(choice.scheme, []).append(choice)
        reasons = [*self._dropped(), *self._reasons(choices)][:2]
        notes = self._notes(page, reasons)
        layouts = [self._body(page, groups, says, notes) for says in ("body", "label", "")]
        if not reasons:
            layouts.append(self._body(page, groups, ""))
        cost = sum(c.cost for c in choices if c.option in self.chosen)
        left = self.table.state.team.money - cost
        same = self.chosen == self.table.state.team.hold
        go = self.making(Protect(self.chosen))
        key = "protect.keep" if same and self.chosen else "protect.choose"
        if not self.chosen:
            key = "protect.none"
        possible = any(not choice.refusal for choice in choices)
        money = Tight(
            [
                Picture("money-bag", 1.2),
                Say(self.words("protect.left", baht=left), "body", "title", INK),
            ],
            gaps=0.5,
        )
        sides = [sources_button(self.table, self._facts())]
        last_year = self._affordable(self.table.state.team.hold)
        if last_year and self.chosen != last_year:
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
            Either(layouts),
            head=self.team_head(page, self.seat, money),
            primary=Button(
                "protect",
                go,
                self.words(key, baht=cost),
                # With nothing chosen it is no primary action: a hasty key skips no protection.
                look="plain" if not self.chosen and possible else "primary",
                pair=INDIGO,
            ),
            sides=sides,
            ground=INDIGO.tint,
        )

    def _body(
        self, page: Page, groups: dict[str, list[ProtectionChoice]], says: str, *notes: Block
    ) -> Block:
        """The schemes, what is alone, and notes; `says`: the role of what each is good for,
        or "" to leave that out."""
        multi = [group for group in groups.values() if len(group) > 1]
        single = [group[0] for group in groups.values() if len(group) == 1]
        rows: list[Block] = [self._group(page, group, says) for group in multi]
        if single:
            tiles = [self._tile(page, choice, True, says) for choice in single]
            across = min(len(tiles), 3 if page.scale.wide else 1)
            rows.append(Grid(tiles, across, gaps=0.7, grow=1))
        return Column([*rows, *notes], gaps=0.7)

    def _group(self, page: Page, group: list[ProtectionChoice], says: str) -> Block:
        """The options of one scheme, its name beside them, or above in a narrow window."""
        scheme = self.table.catalogue.schemes[group[0].scheme]
        tiles: list[Block] = [self._tile(page, choice, False, says) for choice in group]
        options = Grid(tiles, min(len(tiles), 3), gaps=0.7, grow=1)
        picture = Picture(scheme.icon, 1.3)
        if page.scale.wide:
            name = Say(scheme.short, "body", "title", INK, "centre")
            return Row([Column([picture, name], gaps=0.2), options], [0.5, 5], gaps=0.6, grow=1)
        head = Row([picture, Say(scheme.title, "body", "title", INK)], [0, 1], gaps=0.6)
        return Column([head, options], gaps=0.2, grow=1)

    def _notes(self, page: Page, reasons: Sequence[Text]) -> Block:
        """What to do here, or why something cannot be held. Its room is always kept, so that
        nothing moves away under a finger."""
        if reasons:
            lines = [Row([Picture("warning", 1.2), Say(r, "body")], [0, 1]) for r in reasons]
            told: Block = Card(Column(lines, gaps=0.3), PAIRS["gold"].tint, pad=0.6)
        else:
            told = Say(self.words("protect.how"), "body", "strong", INDIGO.dark, "centre")
        line = page.letters.height("read", page.scale.size("body").floor)
        return AtLeast(told, 2 * line + round(page.scale.gap * 1.2))

    def _dropped(self) -> list[Text]:
        """What was held last year and cannot be held on, all taken together."""
        hold = self.table.state.team.hold
        kept = self._affordable(hold)
        gone = [h for h in hold if h not in kept and h not in self.chosen]
        if not gone:
            return []
        titles = joined(*map(self.table.option_title, gone), between=", ")
        return [self.words("protect.dropped", option=titles)]

    def _facts(self) -> list[str]:
        """What the costs and the age limits rest on."""
        rows = self.table.tables.options.values()
        return [fact for row in rows for fact in (row.fact, *row.age_facts) if fact]

    def _tile(self, page: Page, choice: ProtectionChoice, named: bool, says: str) -> Block:
        """One thing to hold: its name, what it is good for, and its cost or why not."""
        chosen = choice.option in self.chosen
        blocked = bool(choice.refusal) and not chosen
        colours = self._pair(choice)
        beside = page.scale.wide and not page.scale.large
        title = self.table.option_title(choice.option, alone=named)
        if beside and not named:
            title = self.table.option_short(choice.option)
        name = Say(title, "body", "title", DIM if blocked else INK)
        price = Say(
            self._price(choice, blocked), "body", "strong", DIM if blocked else colours.dark
        )
        covers = self.table.option_covers(choice.option) if says and not blocked else None
        good: list[Block] = [Say(covers, says, "read", DIM)] if covers else []
        inside: Block
        if named:
            picture = Picture(self.table.option_icon(choice.option), 1.5)
            inside = Row([picture, Column([name, *good, price], gaps=0)], [0, 1], gaps=0.7)
        elif blocked or not beside:
            inside = Column([name, *good, price], gaps=0)
        else:
            inside = Column([Row([name, price], [1, 0]), *good], gaps=0)
        fixed = self._act_done(choice)
        action = None if blocked or fixed else self._toggle(choice)
        return Button(
            f"hold-{choice.option}",
            action,
            part=Row([Gap(0), inside, Gap(0)], [0, 1, 0], gaps=0.4),
            pair=colours,
            selected=chosen,
            pad=0.5,
        )

    def _price(self, choice: ProtectionChoice, blocked: bool) -> Text:
        if blocked:
            return self.words(f"refused.{choice.refusal}", baht=choice.cost)
        if choice.cost:
            return self.words("baht", baht=choice.cost)
        return self.words("protect.free")

    def _act_done(self, choice: ProtectionChoice) -> bool:
        """Done once and for ever: it cannot be put down."""
        return choice.held and self.table.tables.options[choice.option].act

    def _pair(self, choice: ProtectionChoice) -> Pair:
        module = self.table.catalogue.module_of.get(choice.scheme)
        if module is None:
            return PAIRS["leaf"]
        return pair(self.table.catalogue.module_by_id[module].colour)

    def _reasons(self, choices: Sequence[ProtectionChoice]) -> list[Text]:
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
        return list(found.values())

    def _toggle(self, choice: ProtectionChoice) -> Callable[[], None]:
        def act() -> None:
            rest = {h for h in self.chosen if self.table.tables.options[h].scheme != choice.scheme}
            if choice.option not in self.chosen:
                rest.add(choice.option)
            self.chosen = tuple(sorted(rest))

        return act

    def _last_year(self) -> None:
        self.chosen = self._affordable(self.table.state.team.hold)
