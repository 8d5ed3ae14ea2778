"""The page's rules against those of the app, over drawn lives. They run in node."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import segno

from engine.schema.text import Text
from games.practice.rounds import Round, answer
from games.practice.scheduler import Grade, Memory, grade, learn
from games.practice.transfer import from_code, to_code
from games.web.export.search_index import SearchEntry, search_index, spelled, words_of
from tests.web import node

BEGIN = date(1970, 1, 1)
SCRIPT = Path(__file__).parent / "app" / "run_rules.js"

SEARCHES = {
    "ค่าทำศพ เท่าไร": "s40.funeral",
    "ค่าทำศพเท่าไหร่": "s40.funeral",
    "คาทำศพ": "s40.funeral",
    "ค้าทำสพ": "s40.funeral",
    "อายุเท่าไหร่สมัคร กอช": "nsf.",
    "สายด่วนประกันสังคม": "s40.hotline",
}


def _histories() -> list[list[tuple[int, Grade]]]:
    rng = random.Random(1506)
    histories = []
    for _ in range(1000):
        day, history = 20_000, []
        for _ in range(rng.randint(1, 25)):
            given: Grade = rng.choice(("again", "hard", "good", "good"))
            history.append((day, given))
            day += rng.choice([-30, 0, 0, 1, 1, 2, 3, 7, 14, 30, 90, 400])
        histories.append(history)
    return histories


def _memories() -> dict[str, Memory]:
    rng = random.Random(2569)
    memories = {}
    for number in range(300):
        memory = None
        for _ in range(rng.randint(1, 6)):
            day = BEGIN + timedelta(days=20_000 + rng.randint(0, 900))
            memory = learn(memory, rng.choice(("again", "hard", "good")), day)
        assert memory is not None
        rounded = (round(memory.stability, 4), round(memory.difficulty, 4))
        memories[f"ม.{number}"] = replace(memory, stability=rounded[0], difficulty=rounded[1])
    return memories


# They fill their pictures: programs fill up what is left in ways of their own.
QR_TEXTS = ["RQ.00000000.1.1.x", ("RQ.b1c0bd4f.1.3." + "eJyNV9GO2zgM/Bc/" * 30)[:425]]
HISTORIES = _histories()
MEMORIES = _memories()
ROUNDS = [
    [random.Random(seed).choice(("again", "hard", "good")) for _ in range(60)] for seed in range(50)
]
ANSWERS = [(r, s, n) for r in (True, False) for s in (0, 20, 39, 41, 500) for n in (0, 100, 500)]


@pytest.fixture(scope="module")
def page(content: dict[str, Any]) -> dict[str, Any]:
    """What the page's rules make of all inputs."""
    inputs = {
        "histories": HISTORIES,
        "rounds": ROUNDS,
        "answers": ANSWERS,
        "code": to_code("owl", MEMORIES),
        "searches": list(SEARCHES),
        "qr": QR_TEXTS,
    }
    outcomes: dict[str, Any] = node.run(SCRIPT, {"content": content, "inputs": inputs})
    return outcomes


def test_page_and_app_agree_on_a_thousand_lives(page: dict[str, Any]) -> None:
    for history, dues in zip(HISTORIES, page["dues"], strict=True):
        memory = None
        for (number, given), due in zip(history, dues, strict=True):
            memory = learn(memory, given, BEGIN + timedelta(days=number))
            assert (memory.due - BEGIN).days == due


def test_rounds_go_the_same_way(page: dict[str, Any]) -> None:
    for grades, queues in zip(ROUNDS, page["queues"], strict=True):
        going = Round(tuple("abcdef"))
        for given, queue in zip(grades, queues, strict=False):
            going = answer(going, given)
            assert list(going.queue) == queue
        assert going.over


def test_grades_are_the_same(page: dict[str, Any]) -> None:
    own = [grade(right=right, seconds=s, signs=n) for right, s, n in ANSWERS]
    assert page["grades"] == own


def test_page_and_app_read_each_others_codes(page: dict[str, Any]) -> None:
    assert from_code(page["code"]) == ("owl", MEMORIES)
    # The app knows no colours: it takes the animal.
    assert from_code(page["coloured"]) == ("owl", MEMORIES)


def test_qr_pictures_are_those_of_another_program(page: dict[str, Any]) -> None:
    for text, drawn in zip(QR_TEXTS, page["qr"], strict=True):
        others = (
            segno.make(text, error="l", mode="byte", mask=mask, boost_error=False, micro=False)
            for mask in range(8)
        )
        assert any([list(row) for row in other.matrix] == drawn for other in others)


def test_every_right_answer_of_our_content_is_judged_right(page: dict[str, Any]) -> None:
    assert page["judgedWrong"] == []


@pytest.mark.parametrize(("number", "fact"), list(enumerate(SEARCHES.values())))
def test_a_question_finds_its_fact(page: dict[str, Any], number: int, fact: str) -> None:
    found = [place for kind, place in page["found"][number][:4] if kind == "fact"]
    assert any(place.startswith(fact) for place in found), found


def test_spelling_forgives_tones_and_letters_that_sound_alike() -> None:
    assert spelled("ค่าทำศพ") == spelled("คาทำสพ") == spelled("ค้าทําศพ".replace("ํา", "ำ"))
    assert spelled("บัญชี") == spelled("บันชี".replace("น", "ญ"))
    assert spelled("๑๕") == "15"


def test_the_index_weighs_titles_more_than_texts() -> None:
    title = Text(shown="ค่าทำศพ", breaks=())
    body = Text(shown="จ่าย ค่าทำศพ", breaks=(5,))
    entries = [SearchEntry("fact", "a", (title,), ()), SearchEntry("fact", "b", (), (body,))]
    made = search_index(entries)
    assert made["found"] == [["fact", "a"], ["fact", "b"]]
    assert made["words"][spelled("ค่าทำศพ")] == [0, 4, 1, 1]


def test_words_are_cut_where_lines_may_break() -> None:
    assert words_of(Text(shown="บำนาญ 300 บาท", breaks=(6,))) == [spelled("บำนาญ"), "300", "บาท"]
