// Runs rules of the page in node: content and inputs come as JSON, outcomes go as JSON.

import { readFileSync } from "node:fs";

const { content, inputs } = JSON.parse(readFileSync(0, "utf8"));

const core = new URL("../../../games/web/app/core/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, core).href);
const { bank, takeContent } = await load("content");
takeContent(content);
const { learn, grade } = await load("round/schedule");
const { answer, begin } = await load("round/rounds");
const { judge } = await load("round/grading");
const { outcomeOf } = await load("round/outcome");
const { search } = await load("search");
const { fromCode, toCode } = await load("memory/memory_code");
const { isPerson } = await load("people");
const { qrcode } = await import(new URL("../../vendor/qrcode-generator.js", core).href);

const dues = (history) => {
  let memory = null;
  return history.map(([day, given]) => {
    memory = learn(memory, given, day);
    return memory.due;
  });
};

const queues = (grades) => {
  let round = begin(["a", "b", "c", "d", "e", "f"]);
  const seen = [];
  for (let i = 0; round.queue.length; i += 1) {
    round = answer(round, grades[i]);
    seen.push(round.queue);
  }
  return seen;
};

const RIGHT = {
  choice: (q) => q.options.findIndex((o) => o.right),
  several: (q) => q.options.flatMap((o, i) => (o.right ? [i] : [])),
  true_false: (q) => q.answer ?? false,
  order: (q) => q.steps.map((_, i) => i),
  match: (q) => q.pairs.map((_, i) => i),
  number: (q) => q.answer.value,
};

const judgedWrong = bank.filter((question) => {
  const given = RIGHT[question.kind](question);
  outcomeOf(question, given);
  return !judge(question, given).right;
});

const { person, memories } = await fromCode(inputs.code, isPerson);

const matrix = (text) => {
  const code = qrcode(0, "L");
  code.addData(text, "Byte");
  code.make();
  const places = [...Array(code.getModuleCount()).keys()];
  return places.map((row) => places.map((column) => Number(code.isDark(row, column))));
};

console.log(
  JSON.stringify({
    dues: inputs.histories.map(dues),
    queues: inputs.rounds.map(queues),
    grades: inputs.answers.map(([right, seconds, signs]) => grade(right, seconds, signs)),
    judgedWrong: judgedWrong.map(({ id }) => id),
    code: await toCode(person, memories),
    coloured: await toCode("owl.teal", memories),
    qr: inputs.qr.map(matrix),
    found: inputs.searches.map((typed) => search(typed)),
  }),
);
