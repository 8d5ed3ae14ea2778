"""What the rules name lies on the table, as often as the players need it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pypdfium2
import pytest

from games.rules.model.tables import CARDS
from printables.print_target import PrintOptions, PrintTarget
from printables.targets.registry import TargetMaker
from printables.targets.session_pack import Session, session_targets
from tests.copied_text import as_written
from tests.paper_game.cards import EventCard, GoalCard
from tests.paper_game.printed_text import CELL, card_lines, sheet_html, sheet_lines
from tests.paper_game.sheets import Rules
from tests.shipped import shipped_catalogue as catalogue

SESSIONS = [
    Session(("section40",), 2, 105, seed=3),
    Session(("section40", "nsf"), 3, 45, seed=7),
    Session(("section40", "gold_card", "nsf", "sogiesc", "hormones"), 6, 90, seed=5),
]
EACH_SESSION = pytest.mark.parametrize("session", SESSIONS, ids=lambda s: f"{s.teams} households")


@cache
def pack(session: Session) -> dict[str, PrintTarget]:
    """Return the files of a pack by the last part of their names."""
    make = TargetMaker(catalogue(), PrintOptions(), {})
    return {
        target.name.rpartition("-")[2].removesuffix(".pdf"): target
        for target in session_targets(make, session)
    }


@cache
def rules() -> Rules:
    return Rules(sheet_lines(pack(SESSIONS[0])["rules"]))


@EACH_SESSION
def test_tokens_are_as_many_as_the_rules_need(session: Session) -> None:
    html = sheet_html(pack(session)["tokens"])
    lines = sheet_lines(pack(session)["tokens"])
    households = [team.name.shown for team in catalogue().teams if team.name][: session.teams]

    laid = rules().told("เลขใบสิทธิที่คิดว่าใช้ได้ ไม่เกิน N")
    assert Counter(line for line in lines if line in households) == dict.fromkeys(
        households, 1 + laid
    )
    coins = rules().told("ทุกบ้านกำเหรียญ 0 ถึง N เหรียญ")
    assert html.count('class="tok coin"') == coins * session.teams + rules().told(
        "วางเหรียญNอันแทนพายุ"
    )
    first = catalogue().tuning["life_first_month"].value
    months = [re.match(r"เดือน (\d+)ส่งแล้ว (\d+)เหลืออีก (\d+)$", line) for line in lines]
    drawn = [tuple(map(int, month.groups())) for month in months if month]
    assert drawn == [(n, n - 1, 12 - n) for n in range(first, 13)]
    assert html.count('class="die"') == 1


@EACH_SESSION
def test_each_household_has_a_mat_for_all_its_chapters(session: Session) -> None:
    lines = sheet_lines(pack(session)["mats"])

    assert sum(line.startswith("บ้าน ") for line in lines) == session.teams
    rows = [line for line in lines if re.match(rf"\d\d \{CELL}", line)]
    assert len(rows) == session.teams * session.chapters
    assert lines.count("".join(str(n) for n in range(1, CARDS + 1))) == session.teams
    for scheme in catalogue().schemes.values():
        for option in scheme.options:
            named = f"{scheme.short.shown} {option.short.shown}"
            assert sum(line.startswith(f"{named} ") and CELL in line for line in lines) == (
                session.teams
            )


@EACH_SESSION
def test_decks_last_for_every_chapter(session: Session) -> None:
    events = [EventCard(*card_lines(card)) for card in pack(session)["events"].pieces]
    assert sum(card.of_village for card in events) == session.chapters
    small = Counter(card.content.kind for card in pack(session)["cards"].pieces)
    assert small["rumour"] >= session.chapters
    goals = [c for c in pack(session)["cards"].pieces if c.content.kind == "goal"]
    assert goals
    for card in goals:
        assert GoalCard(*card_lines(card)).coins(session.teams) > 0


def test_the_board_has_the_storm_and_every_space_that_the_rules_explain() -> None:
    lines = sheet_lines(pack(SESSIONS[1])["board"])
    assert catalogue().village is not None
    storm = Rules(lines).told("ครบ N พายุมา")

    assert storm == rules().told("ครบNก้อนพายุมา") == catalogue().village.storm.steps
    explained = " ".join(rules().lines)
    assert catalogue().board is not None
    for space in catalogue().board.spaces:
        assert space.title.shown in lines
        assert space.title.shown in explained


def test_titles_and_scores_stand_in_the_pack() -> None:
    lines = sheet_lines(pack(SESSIONS[2])["contents"])

    for title in catalogue().titles:
        assert f"{title.title.shown} {title.text.shown}" in lines
    heads = next(line for line in lines if line.startswith(f"บ้าน {CELL} ฝัน"))
    assert heads.split(f" {CELL} ") == ["บ้าน", "ฝัน", "ตะกร้าต่อเดือน", "ใจ", "ดาว", "ฉายา"]


@pytest.mark.parametrize("name", ["mats", "tokens", "contents", "rules"])
def test_a_sheets_pdf_says_what_was_read(name: str) -> None:
    target = pack(SESSIONS[0])[name]
    with pypdfium2.PdfDocument(target.render()) as document:
        copied = as_written("".join(p.get_textpage().get_text_range() for p in document))

    for line in sheet_lines(target):
        for cell in line.split(CELL):
            for word in cell.split():
                assert as_written(word) in copied, line
