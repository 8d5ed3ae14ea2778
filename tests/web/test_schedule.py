"""The page's rules against the tables that the app is held to."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from games.practice.rounds import Round, answer
from games.practice.scheduler import grade, learn
from games.practice.transfer import from_code, to_code
from games.web.export.page_html import scripts
from games.web.export.script_bundle import bundle

PRACTICE = Path(__file__).parents[1] / "practice"
EXPOSE = """import { answer, begin, choose } from "./app/core/rounds.js";
import { grade, learn } from "./app/core/schedule.js";
import { judge, shuffled } from "./app/core/grading.js";
import { fromCode, toCode } from "./app/core/memory_code.js";
window.rules = { answer, begin, choose, grade, learn, judge, shuffled, fromCode, toCode };
"""
BEGIN = date(1970, 1, 1)


@pytest.fixture(scope="module")
def rules(browser: Browser, content: dict[str, Any]) -> Iterator[Page]:
    """A blank page that holds the rules of the practice page, and no screen."""
    page = browser.new_page()
    data = json.dumps({**content, "modules": []}).replace("<", "\\u003c")
    code = bundle({**scripts(), "expose.js": EXPOSE}, "expose.js")
    page.set_content(
        f'<main id="page"></main><script type="application/json" id="content">{data}</script>'
        f"<script>{{ {code} }}</script>"
    )
    yield page
    page.close()


def due_dates(page: Page, histories: list[list[tuple[int, str]]]) -> list[list[int]]:
    """When each answer's question returns, by the page."""
    found: list[list[int]] = page.evaluate(
        """(histories) => histories.map((history) => {
          let memory = null;
          return history.map(([day, grade]) => (memory = rules.learn(memory, grade, day)).due);
        })""",
        histories,
    )
    return found


def test_the_page_gives_the_due_dates_of_the_table(rules: Page) -> None:
    table = json.loads((PRACTICE / "histories.json").read_text(encoding="utf-8"))
    found = due_dates(rules, [[(a["day"], a["grade"]) for a in h["answers"]] for h in table])
    for history, dues in zip(table, found, strict=True):
        assert dues == [a["due"] for a in history["answers"]], history["name"]


def test_page_and_app_agree_on_a_thousand_lives(rules: Page) -> None:
    rng = random.Random(1506)
    histories = []
    for _ in range(1000):
        day, history = 20_000, []
        for _ in range(rng.randint(1, 25)):
            history.append((day, rng.choice(["again", "hard", "good", "good"])))
            day += rng.choice([-30, 0, 0, 1, 1, 2, 3, 7, 14, 30, 90, 400])
        histories.append(history)
    for history, dues in zip(histories, due_dates(rules, histories), strict=True):
        memory = None
        for (number, given), due in zip(history, dues, strict=True):
            memory = learn(memory, given, BEGIN + timedelta(days=number))  # type: ignore[arg-type]
            assert (memory.due - BEGIN).days == due


def test_the_page_chooses_as_the_table_says(rules: Page) -> None:
    for row in json.loads((PRACTICE / "rounds.json").read_text(encoding="utf-8")):
        chosen = rules.evaluate(
            """({bank, memories, today, at_most}) => rules.choose(
              bank.map(([id, module, level]) => ({id, module, level})),
              new Map(Object.entries(memories).map(([id, [last, due]]) => [id, {last, due}])),
              today, at_most)""",
            row,
        )
        assert chosen == row["chosen"], row["name"]


def test_rounds_go_the_same_way(rules: Page) -> None:
    rng = random.Random(40)
    for _ in range(50):
        given = [rng.choice(["again", "hard", "good"]) for _ in range(60)]
        queues = rules.evaluate(
            """(given) => {
              let round = rules.begin(['a', 'b', 'c', 'd', 'e', 'f']);
              const seen = [];
              for (let i = 0; round.queue.length; i += 1) {
                round = rules.answer(round, given[i]);
                seen.push(round.queue);
              }
              return seen;
            }""",
            given,
        )
        going = Round(tuple("abcdef"))
        for grade_given, queue in zip(given, queues, strict=False):
            going = answer(going, grade_given)  # type: ignore[arg-type]
            assert list(going.queue) == queue
        assert going.over


def test_grades_are_the_same(rules: Page) -> None:
    for right in (True, False):
        for seconds in (0, 20, 39, 41, 500):
            for signs in (0, 100, 500):
                page = rules.evaluate(
                    "([r, s, n]) => rules.grade(r, s, n)", [right, seconds, signs]
                )
                assert page == grade(right=right, seconds=seconds, signs=signs)


def test_page_and_app_read_each_others_codes(rules: Page) -> None:
    rng = random.Random(2569)
    memories = {}
    for number in range(300):
        memory = None
        for _ in range(rng.randint(1, 6)):
            day = BEGIN + timedelta(days=20_000 + rng.randint(0, 900))
            memory = learn(memory, rng.choice(["again", "hard", "good"]), day)  # type: ignore[arg-type]
        assert memory is not None
        rounded = (round(memory.stability, 4), round(memory.difficulty, 4))
        memories[f"ม.{number}"] = replace(memory, stability=rounded[0], difficulty=rounded[1])
    page_code = rules.evaluate(
        """async (code) => {
          const { animal, memories } = await rules.fromCode(code, ["owl"]);
          return rules.toCode(animal, memories);
        }""",
        to_code("owl", memories),
    )
    assert from_code(page_code) == ("owl", memories)


def test_every_right_answer_of_our_content_is_judged_right(
    rules: Page, content: dict[str, Any]
) -> None:
    questions = [q for m in content["modules"] for q in m["questions"]]
    wrongly = rules.evaluate(
        """(questions) => {
          const answers = {
            choice: (q) => q.options.findIndex((o) => o.right),
            several: (q) => q.options.flatMap((o, i) => (o.right ? [i] : [])),
            true_false: (q) => q.answer,
            order: (q) => q.steps.map((_, i) => i),
            match: (q) => q.pairs.map((_, i) => i),
            number: (q) => q.answer.value,
          };
          const isWrong = (q) => !rules.judge(q, answers[q.kind](q)).right;
          return questions.filter(isWrong).map((q) => q.id);
        }""",
        questions,
    )
    assert wrongly == []


def test_shuffles_are_fair_and_repeatable(rules: Page) -> None:
    first = rules.evaluate(
        "() => Array.from({length: 4000}, (_, i) => rules.shuffled(4, `question-${i}`)[0])"
    )
    again = rules.evaluate(
        "() => Array.from({length: 4000}, (_, i) => rules.shuffled(4, `question-${i}`)[0])"
    )
    assert first == again
    for place in range(4):
        assert 850 < first.count(place) < 1150
