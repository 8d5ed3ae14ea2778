"""Life events at the paper table: what they cost, who has which right, and what it pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.paper_game.cards import EventCard, GoalCard, Right, Sum
from tests.paper_game.ledger import FUND, GOLD, NAMED, Ledger
from tests.paper_game.sheets import Mat, Months, Rules


class LifeEvents:
    """What befalls the households at a table, and what rights bring.

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

    def missing(self, row: Ledger) -> int:
        """Return the months of this year that lay before the household joined."""
        return self.months.less_in_mid_year if row.joined else 0

    def has(self, row: Ledger, right: Right, month: int) -> bool:
        """Return whether the household has what the right needs."""
        needs = right.needs
        if "scheme" in needs:
            options = needs.get("options", "").split(" · ")
            if not any(row.holds(f"{needs['scheme']} {o.strip()}".strip()) for o in options):
                return False
        if "months" in needs:
            this_year = self.months.before(month) - self.missing(row)
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

    def _lose_hearts(self, row: Ledger, card: EventCard, helping: list[Right], paid: bool) -> None:
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
