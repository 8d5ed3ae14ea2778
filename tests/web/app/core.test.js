// The pure parts of the page, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "./page_content.js";

const core = new URL("../../../games/web/app/core/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, core).href);

const { content, word } = await load("content");
const { dayOf, isoDate, thaiDate, today } = await load("calendar");
const { plain } = await load("text");
const { choose, begin, answer, withoutNew } = await load("rounds");
const { grade, isDue, learn } = await load("schedule");
const { judge, shuffled } = await load("grading");
const { search } = await load("search");
const { BadCode, fromCode, toCode } = await load("memory_code");

test("days are those of the person's calendar and are written in the Buddhist era", () => {
  assert.equal(today(new Date(2026, 10, 21, 23, 59)), dayOf("2026-11-21"));
  assert.equal(isoDate(dayOf("2026-11-21")), "2026-11-21");
  assert.equal(thaiDate(dayOf("2026-11-21")), "21 พฤศจิกายน 2569");
});

test("words have their places filled, once each", () => {
  assert.equal(word("hello", { animal: "{n}", n: 3 }), "สวัสดี {n} 3");
  assert.throws(() => word("goodbye"));
});

test("texts without marks are unescaped once", () => {
  assert.equal(plain({ html: "<p>ก\u200bข</p>&amp;lt; &gt; &lt;" }).trim(), "กข &lt; > <");
});

test("questions return on the days of the shared table", () => {
  for (const { name, answers } of readJson("tests/practice/histories.json")) {
    let memory = null;
    for (const { day, grade: given, due } of answers) {
      memory = learn(memory, given, day);
      assert.equal(memory.due, due, name);
    }
  }
});

test("a clock that was set back makes a question due", () => {
  assert.ok(isDue({ last: 20_000, due: 20_010 }, 19_990));
  assert.ok(!isDue({ last: 20_000, due: 20_010 }, 20_005));
});

test("only a wrong answer is marked as wrong", () => {
  assert.equal(grade(false, 1, 10), "again");
  assert.equal(grade(true, 1, 10), "good");
});

test("rounds are chosen as the shared table says", () => {
  for (const row of readJson("tests/practice/rounds.json")) {
    const bank = row.bank.map(([id, module, level]) => ({ id, module, level }));
    const dues = Object.entries(row.memories).map(([id, [last, due]]) => [id, { last, due }]);
    const chosen = choose(bank, new Map(dues), row.today, row.at_most);
    assert.deepEqual(chosen, row.chosen, row.name);
  }
});

test("a missed question returns, at most so often, and overtime asks nothing new", () => {
  const { gap, returns } = content.schedule.round;
  let round = answer(begin(["a", "b", "c", "d", "e"]), "again");
  assert.equal(round.queue.indexOf("a"), gap);
  assert.deepEqual(withoutNew(round).queue, ["a"]);
  for (let asked = 0; round.queue.length; asked += 1) {
    assert.ok(asked < 5 * (1 + returns));
    round = answer(round, "again");
  }
  assert.deepEqual(Object.keys(round.first), ["a", "b", "c", "d", "e"]);
});

test("answers of every kind are graded, and a wrong one is told why", () => {
  const options = [
    { text: "ก", right: true },
    { text: "ข", why: "เพราะ" },
    { text: "ค", right: true },
  ];
  const pairs = [
    { left: "1", right: "สำนักงาน" },
    { left: "2", right: "โรงพยาบาล" },
    { left: "3", right: "สำนักงาน" },
  ];
  const cases = [
    [{ kind: "choice", options }, 0, 1],
    [{ kind: "several", options }, [0, 2], [0, 1, 2]],
    [{ kind: "true_false", answer: true, why: "w" }, true, false],
    [{ kind: "order", steps: ["a", "b"], why: "w" }, [0, 1], [1, 0]],
    [{ kind: "match", pairs, why: "w" }, [2, 1, 0], [1, 0, 2]],
    [{ kind: "number", answer: { value: 300 }, tolerance: 5, why: "w" }, 305, 306],
  ];
  for (const [question, right, wrong] of cases) {
    assert.deepEqual(judge(question, right), { right: true, why: [] }, question.kind);
    assert.equal(judge(question, wrong).right, false, question.kind);
    assert.equal(judge(question, wrong).why.length, 1, question.kind);
  }
});

test("a known slip in a number has its own reason", () => {
  const mistakes = [{ amount: { value: 30 }, why: "คูณสิบ" }];
  const question = { kind: "number", answer: { value: 300 }, mistakes, why: "w" };
  assert.equal(judge(question, 30).why[0].text, "คูณสิบ");
  assert.equal(judge(question, 31).why[0].text, "w");
});

test("shuffles are fair and the same for the same seed", () => {
  const firsts = Array.from({ length: 4000 }, (_, i) => shuffled(4, `question-${i}`)[0]);
  assert.deepEqual(
    firsts,
    Array.from({ length: 4000 }, (_, i) => shuffled(4, `question-${i}`)[0]),
  );
  for (let place = 0; place < 4; place += 1) {
    const count = firsts.filter((first) => first === place).length;
    assert.ok(count > 850 && count < 1150);
  }
});

test("a search forgives tones, letters that sound alike and one slip", () => {
  for (const typed of ["ค่าทำศพ เท่าไร", "คาทำศพ", "ค้าทำสพ", "ค่าทำศบ"]) {
    assert.deepEqual(search(typed)[0], ["fact", "funeral"], typed);
  }
  assert.deepEqual(search("xyzzy"), []);
});

test("a code gives back what was put in, and a bad one says why", async () => {
  const memory = learn(null, "good", 20_000);
  const rounded = {
    ...memory,
    stability: Number(memory.stability.toFixed(4)),
    difficulty: Number(memory.difficulty.toFixed(4)),
  };
  const code = await toCode("owl", new Map([["q", memory]]));
  const { animal, memories } = await fromCode(` ${code.slice(0, 20)}\n${code.slice(20)}`, ["owl"]);
  assert.equal(animal, "owl");
  assert.deepEqual(memories.get("q"), rounded);
  const bad = { foreign: "สวัสดี", newer: code.replace("RS1", "RS7"), damaged: code.slice(0, -5) };
  for (const [reason, written] of Object.entries(bad)) {
    await assert.rejects(fromCode(written, ["owl"]), (error) => {
      assert.ok(error instanceof BadCode);
      assert.equal(error.reason, reason);
      return true;
    });
  }
});
