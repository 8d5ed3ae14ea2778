"""The paper table: ledgers in pencil, counted from what is printed and from what people do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.paper_game.cards import EventCard, GoalCard, QuestionCard, Right, Sum
from tests.paper_game.sheets import Mat, Months, Rules

GOLD, NAMED, FUND = "บัตรทอง", "ระบุสิทธิ", "กองทุนสวัสดิการ"
PAID = "ม.40"
"""The scheme whose months are counted."""
SAVED = "กอช."


@dataclass
class Ledger:
    """A household's mat with what is written on it.

    Attributes:
        paid: months of contribution without a gap, before this chapter.
        joined: it joined in the middle of this chapter.
        due: baht from a counter that come in the next chapter.
        aside: baht for old age, by protection.
    """

    mat: Mat
    place: int
    money: int = 0
    debt: int = 0
    hearts: int = 3
    stars: int = 0
    dream: str = ""
    steps: int = 0
    tool: bool = False
    held: frozenset[str] = frozenset()
    paid: int = 0
    joined: bool = False
    hints: int = 0
    due: int = 0
    waiting: int = 0
    aside: dict[str, int] = field(default_factory=dict)

    def holds(self, scheme: str) -> bool:
        """Return whether it holds an option of the scheme."""
        return any(name.startswith(scheme) for name in self.held)


class Table:
    """The table with the board, the cards that lie open, and all ledgers.

    Args:
        mats: of the households, with the space on which each begins.
        storm: clouds on the storm's track.
    """

    def __init__(
        self, rules: Rules, months: Months, storm: int, mats: Sequence[tuple[Mat, int]]
    ) -> None:
        self.rules = rules
        self.months = months
        self.track = storm
        self.ledgers = [Ledger(mat, place, mat.start) for mat, place in mats]
        self.chapter = 0
        self.clouds = 0
        self.coins = 0
        self.built: list[GoalCard] = []
        self.round_over = False

    @property
    def age(self) -> str:
        """The age that the chapter's row begins with."""
        return self.ledgers[0].mat.ages[self.chapter - 1]

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

    # --- a life event -----------------------------------------------------------------------

    def has(self, row: Ledger, right: Right, month: int) -> bool:
        """Return whether the household has what the right needs."""
        needs = right.needs
        if "scheme" in needs:
            options = needs.get("options", "").split(" · ")
            if not any(row.holds(f"{needs['scheme']} {o.strip()}".strip()) for o in options):
                return False
        if "months" in needs:
            this_year = self.months.before(month) - (6 if row.joined else 0)
            if max(0, this_year) + row.paid < int(needs["months"]):
                return False
        if "named" in needs and NAMED not in row.held:
            return False
        return int(self.age) >= int(needs.get("age", 0))

    def befall(
        self, seat: int, card: EventCard, month: int, laid: Sequence[int], at_counter: bool
    ) -> bool:
        """Uncover what a household laid, and count what the event costs and brings.

        Args:
            laid: numbers of the right-cards.
            at_counter: its money is decided at the counter, if it has a right at all.

        Returns:
            Whether one of the cards helped.
        """
        row = self.ledgers[seat]
        helping = [
            right
            for right in (card.rights[number] for number in laid)
            if right.applies and self.has(row, right, month)
        ]
        sums = {right.number: right.sum_for(row.held) for right in helping}
        covered = sum(s.each for s in sums.values() if s.way in ("covers", "mends"))
        spared = card.other * sum(goal.cheaper for goal in self.built) // 100
        unpaid = max(0, card.treatment - covered)
        unpaid = min(unpaid, self.rules.told("จ่ายเองไม่เกิน N บาท"))
        cost = card.days * row.mat.day + unpaid + card.other - spared
        paid = self._paid(list(sums.values()), month)
        self._lose_hearts(row, card, helping, bool(paid))
        trips = len(laid) - len(helping)
        if GOLD not in row.held and any(right.needs["held"] == GOLD for right in helping):
            trips += 1
            row.held |= {GOLD}
        row.money -= cost + trips * self.rules.told("เสียเที่ยวใบละ N บาท")
        if FUND in row.held and card.hospital_days:
            self._visit(row, card.hospital_days)
        if card.kept:
            paid = min(paid, cost)
        if at_counter and helping:
            row.waiting = paid
        else:
            row.money += paid
        return bool(helping)

    def _paid(self, sums: list[Sum], month: int) -> int:
        """Return the baht of rights; days in hospital count first where a limit is shared."""
        total = days = 0
        for one in sorted(sums, key=lambda s: s.shared > 0):
            if one.way == "units":
                times = min(one.times, one.shared - days) if one.shared else one.times
                total += one.each * max(0, times)
                days += times
            elif one.way == "monthly":
                total += one.each * self.months.left(month)
            elif one.way == "once":
                total += one.each
        return total

    def _lose_hearts(
        self, row: Ledger, card: EventCard, helping: list[Right], paid: bool
    ) -> None:
        early = self.rules.told("ไม่มีใบไหนจ่ายเงิน ใจหาย N ดวง")
        lost = card.hearts + (early if card.ill_days and not paid else 0)
        row.hearts = max(0, row.hearts - lost)
        row.hearts = min(3, row.hearts + sum(right.hearts for right in helping))

    def _visit(self, row: Ledger, nights: int) -> None:
        says = Rules((row.mat.protections[FUND].says,))
        row.money += min(nights, says.told("ไม่เกิน N คืน")) * says.told("คืนละ N บาท")
        row.hearts = min(3, row.hearts + says.told("ใจคืน N ดวง"))

    def back(self, seat: int, card: EventCard, month: int, named: Mapping[int, int]) -> None:
        """Give stars to who named the card that helps the household most.

        Args:
            named: a card's number, by the seat that named it.
        """
        row = self.ledgers[seat]
        worth = {}
        for right in card.rights.values():
            if right.applies and self.has(row, right, month):
                one = right.sum_for(row.held)
                times = self.months.left(month) if one.way == "monthly" else one.times
                worth[right.number] = one.each * times
        for other, number in named.items():
            if worth.get(number) == max(worth.values(), default=-1):
                self.ledgers[other].stars += 1

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
                row.paid += row.mat.months_added(self.age) - (6 if row.joined else 0)

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
