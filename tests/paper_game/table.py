"""The paper table: ledgers in pencil, counted from what is printed and from what people do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.paper_game.cards import GoalCard, QuestionCard
from tests.paper_game.ledger import FUND, GOLD, NAMED, PAID, SAVED, Ledger
from tests.paper_game.life_events import LifeEvents


class Table(LifeEvents):
    """The table with the board, the cards that lie open, and all ledgers."""

    # --- a chapter opens ------------------------------------------------------------------

    def open_chapter(self, faces: Sequence[int]) -> None:
        """Begin a chapter: what is due comes, and a year is thrown."""
        self.chapter += 1
        self.round_over = False
        for row, face in zip(self.ledgers, faces, strict=True):
            assert self.chapter > 1 or face not in row.mat.thrown_again
            row.joined = False
            row.money += row.mat.year(row.hearts, face) + row.due
            row.money += row.mat.tool[1] if row.tool else 0
            row.due = 0

    def protect(self, seat: int, chosen: frozenset[str]) -> None:
        """Hold what was chosen, and pay the year."""
        row = self.ledgers[seat]
        rows = row.mat.protections
        assert chosen <= {*rows, GOLD, NAMED}
        for one in chosen:
            assert not any(
                frozenset((one, other)) in row.mat.refused
                or frozenset((one, other.split()[0])) in row.mat.refused
                for other in chosen - {one}
            )
        price = sum(rows[name].year for name in chosen if name in rows)
        assert not price or price <= row.money
        row.money -= price
        row.held = chosen
        if not row.holds(PAID):
            row.paid = 0

    # --- questions and rumours ----------------------------------------------------------------

    def answer(
        self, seat: int, card: QuestionCard, said: object, others: Mapping[int, object]
    ) -> bool:
        """Give stars for the answers; return whether the household on turn was right.

        Args:
            others: what each other household answered, or whether it agreed.
        """
        right = said is not None and card.is_right(said)
        self.ledgers[seat].stars += right * self.rules.told("บ้านเจ้าของตาได้Nดวง")
        for other, reply in others.items():
            if card.for_everybody:
                won = card.is_right(reply) * self.rules.told("ถูกได้ดาวNดวง บ้านเจ้าของตา")
            else:
                stars = 1 if right else self.rules.told("รู้ว่าเพื่อนผิดได้ N ดวง")
                won = (reply is right) * stars
            self.ledgers[other].stars += won
        return right

    def settle(self, seat: int, right: bool) -> None:
        """Pay what waited at the counter: now, or in the next chapter's row."""
        row = self.ledgers[seat]
        if right or any(goal.claim_help for goal in self.built):
            row.money += row.waiting
        else:
            row.due += row.waiting
        row.waiting = 0

    def hear(self, true: bool, said: Sequence[bool | None]) -> None:
        """Give stars for a rumour."""
        stars = self.rules.told("ข ไม่จริง ถูกได้ดาวNดวง")
        stars += sum(goal.more_stars for goal in self.built)
        for row, reply in zip(self.ledgers, said, strict=True):
            row.stars += stars * (reply is true)

    # --- the unit, the village, the market ------------------------------------------------------

    def throw(self, seat: int, die: int, spaces: int) -> int:
        """Walk; return the space. A one moves the storm."""
        row = self.ledgers[seat]
        row.place = (row.place + die) % spaces
        if die == self.rules.told("ทอยได้ N เมฆพายุขยับ"):
            self._cloud()
        return row.place

    def mend(self, seat: int) -> None:
        """Mend hearts at the unit."""
        row = self.ledgers[seat]
        row.hearts = min(3, row.hearts + self.rules.told("เติมใจ N ดวง"))

    def ask_mentor(self, seat: int) -> None:
        """Buy hints for a star."""
        row = self.ledgers[seat]
        row.stars -= self.rules.told("ใช้Nดาวถามพี่เลี้ยง")
        row.hints += self.rules.told("ได้คำใบ้ N ครั้ง")

    def use_hint(self, seat: int) -> None:
        """Use a hint, or a star where there is none."""
        row = self.ledgers[seat]
        if row.hints:
            row.hints -= 1
        else:
            row.stars -= self.rules.told("ไม่มีคำใบ้ ใช้Nดาวแทน")

    def invite(self, host: int, guest: int, name: str) -> None:
        """Let the guest join for the rest of the year."""
        row = self.ledgers[guest]
        price = row.mat.protections[name]
        row.held |= {name}
        if price.month:
            row.money -= self.rules.told("จ่ายแค่ N เดือนหลัง") * price.month
            row.joined, row.paid = True, 0
        else:
            row.money -= price.year
        for one in (host, guest):
            self.ledgers[one].stars += 1

    def give(self, goal: GoalCard, coins: Sequence[int]) -> None:
        """Put coins to the goal, and build it when they are enough."""
        for row, given in zip(self.ledgers, coins, strict=True):
            row.money -= given * self.rules.told("เหรียญละ N บาท")
        self.coins += sum(coins)
        if self.coins >= goal.coins(len(self.ledgers)):
            self.built.append(goal)
            self.coins = 0

    def buy(self, seat: int, what: str) -> None:
        """Buy a step of the dream, or the tool."""
        row = self.ledgers[seat]
        if what == "tool":
            assert not row.tool
            row.tool, price = True, row.mat.tool[0]
        else:
            row.steps += 1
            assert row.steps <= row.mat.steps_open(self.age)
            price = row.mat.step_price(row.dream, row.steps)
        assert price <= row.money - row.debt
        row.money -= price

    # --- a chapter closes ---------------------------------------------------------------------

    def _cloud(self) -> None:
        self.clouds = min(self.track, self.clouds + 1)

    def end_round(self) -> None:
        """Move the storm after the goal, and break it when its track is full."""
        self.round_over = True
        self._cloud()
        if self.clouds < self.track:
            return
        self.clouds = 0
        against = [goal for goal in self.built if goal.storm]
        left = 100
        if len(against) == 1:
            left = 100 - against[0].storm
        elif against:
            left = against[0].storm_of_all
        days, repair, back, hearts = (
            self.rules.told(words)
            for words in (
                "ทุกบ้านหยุดงาน N วัน",
                "ซ่อมบ้าน N บาท",
                "บ้านที่ถือกองทุนได้คืน N บาท",
                "หรือโครงการกันพายุเลย ใจหาย N ดวง",
            )
        )
        for row in self.ledgers:
            loss = (days * row.mat.day + repair) * left // 100
            row.money -= max(0, loss - back) if FUND in row.held else loss
            if not (row.holds(PAID) or row.holds(SAVED) or FUND in row.held or against):
                row.hearts = max(0, row.hearts - hearts)

    def close(self) -> None:
        """Settle purses and debts."""
        most = self.rules.told("เงินติดลบกลายเป็นหนี้ ไม่เกิน N บาท")
        for row in self.ledgers:
            if row.money < 0:
                lent = max(0, min(-row.money, most - row.debt))
                if lent < -row.money:
                    row.hearts = max(0, row.hearts - self.rules.told("ขาดมากกว่านั้นเสียใจNดวง"))
                row.debt += lent
                row.money = 0
            self._repay(row)
            row.hearts = min(3, row.hearts + sum(goal.mends for goal in self.built))

    def _repay(self, row: Ledger) -> None:
        baht = max(0, min(row.debt, row.money))
        row.debt -= baht
        row.money -= baht

    def pass_years(self) -> None:
        """Let the years pass to the next chapter, or to old age."""
        most = self.rules.told("เงินติดลบกลายเป็นหนี้ ไม่เกิน N บาท")
        for row in self.ledgers:
            if row.debt:
                grown = row.debt + row.debt * self.rules.told("หนี้โตขึ้นร้อยละ N") // 100
                row.debt = min(grown, most)
            else:
                row.hearts = min(3, row.hearts + self.rules.told("บ้านไม่มีหนี้ได้ใจคืน N ดวง"))
            for name in row.held & row.mat.protections.keys():
                protection = row.mat.protections[name]
                if protection.put_aside:
                    less = protection.half if row.joined else 0
                    baht = protection.put_aside[self.age] - less
                    row.aside[name] = row.aside.get(name, 0) + baht
            if row.holds(PAID):
                row.paid += row.mat.months_added(self.age) - self.missing(row)

    def grow_old(self) -> None:
        """Take what is still due, and repay."""
        for row in self.ledgers:
            row.money += row.due
            row.due = 0
            self._repay(row)

    def basket(self, seat: int) -> int:
        """Return baht a month in old age."""
        row = self.ledgers[seat]
        months = self.rules.told("กอช. หาร N")
        saved = sum(baht for name, baht in row.aside.items() if name.startswith(SAVED))
        paid = [baht for name, baht in row.aside.items() if not name.startswith(SAVED)]
        return row.mat.allowance + saved // months + sum(baht // months for baht in paid)

    def places(self) -> list[int]:
        """Return the place of each household: dream, basket, hearts, stars."""
        ranks = [
            (row.steps, self.basket(seat), row.hearts, row.stars)
            for seat, row in enumerate(self.ledgers)
        ]
        return [1 + sum(other > rank for other in ranks) for rank in ranks]

    def village_wins(self) -> bool:
        """Return whether something was built and nobody is in debt without a heart."""
        return bool(self.built) and not any(row.debt and not row.hearts for row in self.ledgers)
