// The pure parts of the page, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "./page_content.js";

const core = new URL("../../../games/web/app/core/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, core).href);

const { content, takeContent, word } = await load("content");
const { dayOf, isoDate, longDate, today, yearShown } = await load("calendar");
const { languageToBegin } = await load("languages");
const { plain } = await load("text");
const { choose, begin, answer, withoutNew } = await load("round/rounds");
const { grade, isDue, learn } = await load("round/schedule");
const { judge, shuffled } = await load("round/grading");
const { search } = await load("search");
const { BadCode, fromCode, toCode } = await load("memory/memory_code");
const { freeColours, isPerson, personId } = await load("people");
const { allowedPace, paceAfter } = await load("round/pace");
const { goalOf, stageOf, withDay } = await load("round/progress");
const { deedState } = await load("deeds");
const { picturesIn } = await load("pictures");
const { wrapLines } = await load("wrapping");
const { voiceFor } = await load("speech");
const { PartCollector, toParts } = await load("memory/qr_parts");
const { isMemory, isRound, profileOf } = await load("memory/stored_shapes");

/** Does something as the page does it in another language. */
function inLanguage(language, act) {
  takeContent({ ...content, language });
  act();
  takeContent({ ...content, language: "th" });
}

test("days are those of the person's calendar and are written in the Buddhist era", () => {
  assert.equal(today(new Date(2026, 10, 21, 23, 59)), dayOf("2026-11-21"));
  assert.equal(isoDate(dayOf("2026-11-21")), "2026-11-21");
  assert.equal(longDate(dayOf("2026-11-21")), "21 พฤศจิกายน 2569");
});

test("days are written as each language writes them", () => {
  inLanguage("en", () => assert.equal(longDate(dayOf("2026-11-21")), "21 November 2026"));
  inLanguage("my", () => assert.match(longDate(dayOf("2026-11-21")), /2026.*21/));
  assert.equal(yearShown(2569), 2569);
  inLanguage("en", () => assert.equal(yearShown(2569), 2026));
});

test("a word follows the number beside it, as the language counts", () => {
  const questions = (n) => word("count", { n });
  inLanguage("en", () => {
    assert.equal(questions(1), "1 question here");
    assert.equal(questions(2), "2 questions here");
    assert.equal(questions("1,001"), "1,001 questions here");
    assert.equal(word("count"), content.words.count);
  });
  inLanguage("my", () => assert.equal(questions(1), "1 questions here"));
});

test("the page begins in the language chosen here, else in the device's, else in Thai", () => {
  const carried = ["th", "en"];
  assert.equal(languageToBegin(carried, "en", ["th-TH"]), "en");
  assert.equal(languageToBegin(carried, "my", ["en-US"]), "en");
  assert.equal(languageToBegin(carried, undefined, ["my-MM", "EN"]), "en");
  assert.equal(languageToBegin(carried, undefined, ["eng", "km"]), "th");
  assert.equal(languageToBegin(["en"], undefined, ["th"]), "en");
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
  const { person, memories } = await fromCode(` ${code.slice(0, 20)}\n${code.slice(20)}`, isPerson);
  assert.equal(person, "owl");
  assert.deepEqual(memories.get("q"), rounded);
  const bad = { foreign: "สวัสดี", newer: code.replace("RS1", "RS7"), damaged: code.slice(0, -5) };
  for (const [reason, written] of Object.entries(bad)) {
    await assert.rejects(fromCode(written, isPerson), (error) => {
      assert.ok(error instanceof BadCode);
      assert.equal(error.reason, reason);
      return true;
    });
  }
});

test("a code that would unpack into something huge is refused before it does", async () => {
  const bomb = new Blob([new Uint8Array(20_000_000)])
    .stream()
    .pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
  const data = Buffer.from(bytes).toString("base64");
  let [a, b] = [1, 0];
  for (const sign of data) {
    a = (a + sign.charCodeAt(0)) % 65521;
    b = (b + a) % 65521;
  }
  const sum = (((b << 16) | a) >>> 0).toString(16).padStart(8, "0");
  await assert.rejects(fromCode(`RS1.${sum}.${data}`, isPerson), { reason: "damaged" });
  await assert.rejects(fromCode("R".repeat(1_000_000), isPerson), { reason: "foreign" });
});

test("an animal in six colours is six people, and the first has no colour in its name", () => {
  assert.equal(personId("owl", "gold"), "owl");
  assert.ok(isPerson("owl.teal"));
  for (const stranger of ["dragon", "owl.pink", "", null, 7, "constructor"]) {
    assert.ok(!isPerson(stranger), String(stranger));
  }
  assert.deepEqual(freeColours("owl", ["owl", "owl.teal"]), ["leaf", "violet", "lotus", "indigo"]);
});

test("who reads slowly is not marked down for it", () => {
  let pace = null;
  for (let i = 0; i < 10; i += 1) pace = paceAfter(pace, 60, 100);
  assert.equal(pace, 0.6);
  assert.equal(grade(true, 60, 100), "hard");
  assert.equal(grade(true, 60, 100, pace), "good");
  assert.equal(grade(true, 200, 100, pace), "hard");
  assert.equal(allowedPace(0.01, 0.2), 0.2);
});

test("a question grows from seed to tree, and goals are ten apart", () => {
  assert.equal(stageOf(undefined), 0);
  assert.deepEqual(
    [0.2, 6.9, 7, 21].map((stability) => stageOf({ stability })),
    [1, 1, 2, 3],
  );
  assert.deepEqual(goalOf(new Map()), { met: 0, goal: 0 });
  assert.deepEqual(withDay(withDay([], 5), 5), [5]);
  assert.deepEqual(withDay([5], 3), [3, 5]);
});

test("a deed is open for a week, then asked about", () => {
  const deed = { module: "nsf", chosen: 100, done: null };
  assert.equal(deedState(null, 100), "none");
  assert.equal(deedState(deed, 106), "open");
  assert.equal(deedState(deed, 107), "ask");
  assert.equal(deedState({ ...deed, done: 105 }, 107), "done");
  assert.equal(deedState({ ...deed, done: 105 }, 112), "none");
});

test("every spelling of Thai is heard, and no voice that sends the words away", () => {
  const voice = (lang, rest = {}) => ({ lang, name: "x", localService: true, ...rest });
  const thaiVoice = (voices) => voiceFor(voices, "th", ["ไทย", "Thai"]);
  for (const lang of ["th-TH", "th_TH", "th", "TH-th", "tha", "tha_THA"]) {
    assert.ok(thaiVoice([voice("en-US"), voice(lang)]), lang);
  }
  assert.ok(thaiVoice([voice("", { name: "ภาษาไทย" })]));
  for (const lang of ["en-US", "thx", "to-TO"]) assert.equal(thaiVoice([voice(lang)]), null);
  assert.equal(thaiVoice([voice("th-TH", { localService: false })]), null);
});

test("voices of a language are told by its short and its long code", () => {
  const voices = ["th-TH", "eng_GB"].map((lang) => ({ lang, name: "x", localService: true }));
  assert.equal(voiceFor(voices, "en", ["English"]).lang, "eng_GB");
  assert.equal(voiceFor(voices, "my", ["မြန်မာ"]), null);
});

test("pictures follow the story, and a child is no employee", () => {
  assert.deepEqual(picturesIn("Aew fell off a ladder and went to hospital"), [
    "ladder",
    "hospital",
  ]);
  assert.deepEqual(picturesIn("Call 1669 on your birthday"), ["telephone-receiver", "ambulance"]);
  assert.deepEqual(picturesIn("ตกบันไดแล้วไปโรงพยาบาล"), ["ladder", "hospital"]);
  assert.deepEqual(picturesIn("ลูกจ้าง"), ["factory"]);
  assert.deepEqual(picturesIn("ไม่มีนายจ้าง"), []);
});

test("drawn lines break only where the text allows it", () => {
  const lines = wrapLines("ไม่ได้\u200bเงิน\u200bบาท", (words) => words.length, 8);
  assert.deepEqual(lines, ["ไม่ได้", "เงินบาท"]);
});

test("damaged entries of the storage are told from whole ones", () => {
  const memory = learn(null, "good", 20_000);
  assert.ok(isMemory(memory));
  const spoilt = [
    null,
    [],
    "x",
    { ...memory, last: 1.5 },
    { ...memory, due: 1e300 },
    { ...memory, stability: Number.NaN },
  ];
  for (const each of spoilt) assert.ok(!isMemory(each));
  const round = { queue: ["a"], first: { a: "good" }, returned: {} };
  assert.ok(isRound(round) && isRound(null));
  const torn = [
    { ...round, queue: [7] },
    { ...round, first: { a: "great" } },
    { ...round, first: null },
    { ...round, mode: "x" },
    { ...round, spent: -1 },
  ];
  for (const each of torn) assert.ok(!isRound(each), JSON.stringify(each));
  assert.deepEqual(profileOf({ days: [3, "x", 3, -1], pages: { a: 2, b: "x" }, pace: 1e9 }), {
    days: [3],
    deed: null,
    pace: null,
    pages: { a: 2 },
  });
});

test("a code in QR parts is whole again, whatever the camera reads first", async () => {
  const memories = new Map(
    Array.from({ length: 120 }, (_, i) => [`q${i}`, learn(null, "good", i)]),
  );
  const code = await toCode("owl.teal", memories);
  const parts = toParts(code);
  assert.ok(parts.length > 1);
  const collector = new PartCollector();
  assert.equal(collector.take("https://example.org"), null);
  assert.equal(collector.take(toParts("RS1.00000000.x")[0]), "RS1.00000000.x");
  const read = [...parts].reverse().map((part) => collector.take(part));
  assert.equal(read.at(-1), code);
  assert.ok(read.slice(0, -1).every((each) => each === null));
  assert.equal((await fromCode(code, isPerson)).person, "owl.teal");
});
