"""A seeded game is kept in pencil, with sums from the printed text alone: it ends as in the rules.

What the players decide and draw comes from the game; every sum of money comes from a card or from
the rules sheet, read out of the PDF. After each chapter money and debts are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

import pytest
from printed_play import EventCard, Rules, WorkCard, cards_of, found, number, text_of
from test_paper_game import catalogue

from games.rules import Setup, Tables, apply, compile_tables, new_game
from games.rules.model import events as ev
from games.rules.model.mutable import MutableState
from games.simulation.bots import choose
from printables.cards.household_cards import CHAPTERS
from printables.pdf.text_layer import as_written
from printables.print_target import PrintTarget
from printables.targets.registry import targets
from tests.rules.playing import bots_of

MODULE = "section40"


@cache
def printed() -> dict[str, PrintTarget]:
    return {target.name.removeprefix("print/"): target for target in targets(catalogue())}


@cache
def deck(name: str) -> dict[str, tuple[str, str]]:
    return cards_of(printed()[f"game/{name}-cards.pdf"])


@cache
def rules() -> Rules:
    return Rules("".join(text_of(printed()["rules.pdf"].render())))


@cache
def event(name: str) -> EventCard:
    pieces = printed()[f"{MODULE}/event-cards.pdf"].pieces
    piece = next(piece for piece in pieces if piece.content.id == name)
    return EventCard(*text_of(piece.render()))


@cache
def work(name: str) -> WorkCard:
    return WorkCard(*deck("occupation")[name])


def year_price(option: str) -> int:
    return found(r"ปีละ([\d,]+)", as_written(deck("protection")[option][0]))


def month_price(option: str) -> int:
    return found(r"จ่ายเดือนละ([\d,]+)", as_written(deck("protection")[option][0]))


def step_price(dream: str, step: int) -> int:
    """Return the price of a dream's step, of the numbers on its stairs."""
    prices = [n for n in re.findall(r"[\d,]+", deck("dream")[dream][0]) if len(n) > 1]
    return number(prices[step - 1])


def goal_percent(goal: str, words: str) -> int:
    return found(words + r"ร้อยละ(\d+)", as_written(deck("goal")[goal][0]), 0)


def sum_on_back(card: EventCard, title: str, option: str) -> tuple[str, int]:
    """Return the way in which a right pays in that event, and the baht: of a unit or month too."""
    # Before a right stands the number of its card.
    lines = [as_written(line) for line in card.back.splitlines()]
    numbers = "123456"
    start = next(n for n, line in enumerate(lines) if line.lstrip(numbers).startswith(title))
    text = "".join(lines[start : start + 4]).lstrip(numbers).removeprefix(title)
    for way, pattern in (
        ("covers", r"^ค่ารักษาลด([\d,]+)บาท"),
        ("mends", r"^ใจ\+\d+และค่าใช้จ่ายลด([\d,]+)บาท"),
        ("units", r"^([\d,]+)×[\d,]+="),
        ("once", r"^([\d,]+)บาท"),
        ("monthly", r"^เดือนละ([\d,]+)บาท×เดือน"),
    ):
        match = re.search(pattern, text)
        if match:
            return way, number(match[1])
    # The sum depends on the option: "ทาง 1 · ทาง 2 … ทาง 3 …".
    parts = re.split(r"((?:ทาง\d·?)+)", text)
    for names, rest in zip(parts[1::2], parts[2::2], strict=True):
        if option[-1] in re.findall(r"\d", names):
            match = re.match(r"(เดือนละ)?([\d,]+)(×|บาท)", rest)
            assert match, text
            way = "monthly" if match[1] else "units" if match[3] == "×" else "once"
            return way, number(match[2])
    return "nothing", 0


@dataclass
class Ledger:
    """A household's row in pencil."""

    money: int
    work: str = ""
    dream: str = ""
    debt: int = 0
    hearts: int = 3
    tool: bool = False
    hold: tuple[str, ...] = ()
    steps: int = 0
    later: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)


class Table:
    """The paper table: ledgers of all households, and the goals that were built."""

    def __init__(self, tables: Tables, works: list[str]) -> None:
        self.tables = tables
        self.ledgers = [Ledger(rules().start, name) for name in works]
        self.built: list[str] = []
        self.compared = 0

    def take(self, happened: ev.Event, month: int) -> None:
        """Write down what happened."""
        name = f"on_{type(happened).__name__}"
        handler = getattr(self, name, None)
        if handler is not None:
            handler(happened, month) if name == "on_Revealed" else handler(happened)

    def on_DreamChosen(self, e: ev.DreamChosen) -> None:
        self.ledgers[e.seat].dream = e.dream

    def on_Payday(self, e: ev.Payday) -> None:
        row = self.ledgers[e.seat]
        card = work(row.work)
        income = card.income * (100 + e.swing) // 100
        weary = income * rules().weary * (3 - row.hearts) // 100
        row.money += income - weary - card.living + (card.tool_income if row.tool else 0)

    def on_LaterPaid(self, e: ev.LaterPaid) -> None:
        row = self.ledgers[e.seat]
        row.money += row.later.pop(0)

    def on_Protected(self, e: ev.Protected) -> None:
        row = self.ledgers[e.seat]
        row.hold = e.hold
        row.money -= sum(year_price(line.option) for line in e.lines)

    def on_Revealed(self, e: ev.Revealed, month: int) -> None:
        row, card = self.ledgers[e.seat], event(e.situation)
        covered, pays = 0, []
        for verdict in e.verdicts:
            if not verdict.picked or verdict.outcome not in ("pays", "covers", "mends"):
                continue
            title = as_written(catalogue().benefits[verdict.benefit].short.shown)
            way, each = sum_on_back(card, title, verdict.option)
            if way in ("covers", "mends"):
                covered += each
            elif way == "monthly":
                assert verdict.times in (12 - month, 13 - month)
                pays.append(each * verdict.times)
            elif way == "units":
                # Days in hospital and of rest share the year's limit, as the rules sheet says.
                pays.append(each * verdict.times)
            elif way == "once":
                pays.append(each)
        assert covered == e.covered, (e.situation, e.verdicts)
        assert sum(pays) == e.pays, (pays, e.pays, e.situation, [v for v in e.verdicts if v.baht])
        spared = sum(goal_percent(goal, "ค่าอื่นของเรื่องร้ายลดลง") for goal in self.built)
        unpaid = min(max(0, card.treatment - covered), rules().treatment_most)
        other = card.other - card.other * min(100, spared) // 100
        cost = card.days * work(row.work).day + unpaid + other
        row.money -= cost + rules().trip * sum(v.trip > 0 for v in e.verdicts)
        row.hearts += e.hearts_mended - e.hearts_lost
        if "เงินจากเรื่องนี้ใช้ได้เท่าค่าใช้จ่าย" in as_written(card.back):
            left, kept = max(0, cost), []
            for baht in pays:
                kept.append(min(baht, left))
                left -= kept[-1]
            pays = kept
        pays = [baht for baht in pays if baht]
        if e.waits:
            row.waiting = pays
        else:
            row.money += sum(pays)

    def on_ClaimSettled(self, e: ev.ClaimSettled) -> None:
        row = self.ledgers[e.seat]
        if e.now:
            row.money += sum(row.waiting)
        else:
            row.later += row.waiting
        row.waiting = []

    def on_FundPaid(self, e: ev.FundPaid) -> None:
        text = as_written("".join(deck("protection")["fund"]))
        most = found(r"ไม่เกิน(\d+)คืน", text)
        assert e.nights <= most
        self.ledgers[e.seat].money += e.nights * found(r"คืนละ([\d,]+)บาท", text)
        self.ledgers[e.seat].hearts += e.hearts

    def on_HeartMended(self, e: ev.HeartMended) -> None:
        self.ledgers[e.seat].hearts += e.hearts

    def on_InviteAnswered(self, e: ev.InviteAnswered) -> None:
        if e.joined:
            row = self.ledgers[e.guest]
            # A scheme that is paid by the month costs the second half of the year.
            priced = self.tables.options[e.option].contributory >= 0
            row.money -= 6 * month_price(e.option) if priced else year_price(e.option)
            row.hold = (*row.hold, e.option)

    def on_GoalGiven(self, e: ev.GoalGiven) -> None:
        for row, coins in zip(self.ledgers, e.gives, strict=True):
            row.money -= coins * rules().coin
        if e.built:
            self.built.append(e.goal)

    def on_StormBroke(self, e: ev.StormBroke) -> None:
        rest = 100
        for goal in e.spared:
            rest -= rest * goal_percent(goal, "พายุทำให้เสียน้อยลง") // 100
        for row, hearts in zip(self.ledgers, e.hearts, strict=True):
            days = rules().storm_days * work(row.work).day
            loss = (days + rules().storm_repair) * rest // 100
            if "fund" in row.hold:
                loss -= min(loss, rules().storm_fund)
            row.money -= loss
            row.hearts -= hearts

    def on_Bought(self, e: ev.Bought) -> None:
        row = self.ledgers[e.seat]
        if e.what == "tool":
            row.money -= work(row.work).tool_price
            row.tool = True
        else:
            row.steps += 1
            row.money -= step_price(row.dream, row.steps)

    def on_Borrowed(self, e: ev.Borrowed) -> None:
        row = self.ledgers[e.seat]
        lent = max(0, min(-row.money, rules().debt_most - row.debt))
        row.hearts -= int(lent < -row.money and row.hearts > 0)
        row.debt += lent
        row.money = 0

    def on_Repaid(self, e: ev.Repaid) -> None:
        row = self.ledgers[e.seat]
        baht = min(row.debt, row.money)
        row.debt -= baht
        row.money -= baht

    def on_ChapterClosed(self, e: ev.ChapterClosed) -> None:
        row = self.ledgers[e.seat]
        assert (row.money, row.debt, row.hearts, row.steps) == (e.money, e.debt, e.hearts, e.steps)
        self.compared += 1

    def on_YearsPassed(self, e: ev.YearsPassed) -> None:
        row = self.ledgers[e.seat]
        if row.debt:
            grown = row.debt + row.debt * rules().debt_grows // 100
            row.debt = max(row.debt, min(grown, rules().debt_most))
        assert row.debt == e.debt


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_game_in_pencil_ends_as_the_rules_say(seed: int) -> None:
    tables = compile_tables(catalogue(), (MODULE,))
    bots = bots_of(tables, 3)
    state = new_game(tables, Setup(3, chapters=CHAPTERS), seed)
    table = Table(tables, [household.occupation for household in state.households])
    while state.phase != "over":
        month = state.month
        state, happened = apply(tables, state, choose(tables, MutableState(state), bots))
        for each in happened:
            table.take(each, month)
    assert table.compared == 3 * CHAPTERS
    for row, household in zip(table.ledgers, state.households, strict=True):
        assert (row.money, row.debt, row.steps) == (
            household.money,
            household.debt,
            household.steps,
        )
