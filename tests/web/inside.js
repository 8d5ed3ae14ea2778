// Helpers that tests run inside the page: its modules are open to them as `modules(path)`.

window.modules = (path) => window.$[`app/${path}.js`];

const same = (text) => modules("core/text").plain(text).replace(/\s+/g, " ").trim();

/** Begins a round about one question, as someone who is not remembered. */
window.ask = (question) => {
  modules("core/session").session.animal = "once";
  modules("core/session").person().round = { queue: [question.id], first: {}, returned: {} };
  modules("core/router").replace("round");
};

/** A wrong answer, or the right one. */
window.answerTo = (question, right) => {
  switch (question.kind) {
    case "choice":
      return question.options.findIndex((option) => Boolean(option.right) === right);
    case "several": {
      const wanted = question.options.flatMap((o, i) => (Boolean(o.right) === right ? [i] : []));
      return wanted.length ? wanted : [0];
    }
    case "true_false":
      return (question.answer ?? false) === right;
    case "order":
      return right ? question.steps.map((_, i) => i) : question.steps.map((_, i) => i).reverse();
    case "match":
      return question.pairs.map((_, i) => (right ? i : (i + 1) % question.pairs.length));
    case "number": {
      const { answer, step, tolerance = 0, highest, lowest = 0 } = question;
      const off = answer.value + step * (1 + Math.floor(tolerance / step));
      return right ? answer.value : off <= highest ? off : lowest;
    }
  }
};

/** Taps the answer and waits for the feedback. */
window.reply = async (question, right) => {
  const answer = answerTo(question, right);
  const options = [...document.querySelectorAll(".option")];
  const words = (option) => same(option.querySelector(":scope > span:last-child").textContent);
  const tap = (text, among = options) =>
    among.find((o) => words(o) === same(text) && o.getAttribute("aria-pressed") !== "true").click();
  if (question.kind === "choice") tap(question.options[answer].text);
  else if (question.kind === "true_false") options[answer ? 0 : 1].click();
  else if (question.kind === "several") for (const i of answer) tap(question.options[i].text);
  else if (question.kind === "order") for (const i of answer) tap(question.steps[i]);
  else if (question.kind === "match") {
    const [lefts, rights] = [...document.querySelectorAll(".pairs .options")];
    for (const [i, j] of answer.entries()) {
      tap(question.pairs[i].left, [...lefts.children]);
      tap(question.pairs[j].right, [...rights.children]);
    }
  } else {
    const slider = document.querySelector("input[type=range]");
    slider.value = answer;
    slider.dispatchEvent(new Event("input"));
  }
  document.querySelector(".screen.round > .actions .primary")?.click();
  while (!document.querySelector(".feedback")) await new Promise((next) => setTimeout(next));
};

const boxOf = (element) => element.getBoundingClientRect();
const visible = (element) => {
  const bottom = boxOf(document.querySelector(".screen.round > .actions")).top;
  const { top, bottom: end, width } = boxOf(element);
  return width > 0 && top >= 0 && end <= bottom + 1;
};

/** What is wrong with the feedback to an answer: a line each. */
window.feedbackFaults = (question, right) => {
  const faults = [];
  const find = (css) => [...document.querySelectorAll(`.outcome ${css}`)];
  const colour = (css) => find(css).map((e) => getComputedStyle(e).backgroundColor);
  if (find("> *").some((part) => !visible(part))) faults.push("an answer is out of sight");
  if (colour(".was-right").some((c) => c !== "rgb(213, 240, 207)")) faults.push("right is not green");
  if (colour(".was-wrong").some((c) => c !== "rgb(251, 217, 229)")) faults.push("wrong is not pink");
  const parts = { order: "steps", match: "pairs" }[question.kind];
  const marks = { right: find(".was-right > .mark").length, wrong: find(".was-wrong > .mark").length };
  if (parts && find(".line").length !== question[parts].length) faults.push("a part is missing");
  if (right && (marks.wrong || !marks.right)) faults.push("the right answer is not marked right");
  if (!right && !marks.wrong) faults.push("nothing is marked wrong");
  if (!right && !parts && !marks.right && question.options?.some((o) => o.right)) {
    faults.push("the right answer is not shown");
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the screen");
  if (!visible(document.querySelector("#feedback-title"))) faults.push("the verdict is out of sight");
  return faults.map((fault) => `${question.id}: ${fault}`);
};

/** Stretches between break points that stand on two lines although one would hold them. */
window.brokenStretches = () => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(".unseen, .long, textarea, [hidden]")) continue;
    let start = 0;
    for (const stretch of node.data.split("\u200b")) {
      if (stretch.trim().length > 1) {
        range.setStart(node, start);
        range.setEnd(node, start + stretch.trimEnd().length);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        if (new Set(boxes.map((box) => Math.round(box.top))).size > 1) found.push(stretch);
      }
      start += stretch.length + 1;
    }
  }
  return found;
};

/** The wordiest questions of each kind in each module: what fits them fits the others. */
const fullest = (count) => {
  const length = (question) => JSON.stringify(question).length;
  const { bank } = modules("core/content");
  const alike = Object.groupBy(bank, ({ kind, module }) => `${kind} ${module}`);
  return Object.values(alike).flatMap((same) =>
    same.sort((a, b) => length(b) - length(a)).slice(0, count),
  );
};

/** Asks every question, or the fullest, answers it and tells what is wrong. */
window.walkQuestions = async ({ right, lines, voices, most }) => {
  const faults = [];
  const known = new Set(voices);
  const checkVoices = () => {
    if (!voices) return;
    for (const { dataset } of document.querySelectorAll("main [data-voice]")) {
      if (!known.has(dataset.voice)) faults.push(`${dataset.voice} is no text to record`);
    }
  };
  for (const question of most ? fullest(most) : modules("core/content").bank) {
    ask(question);
    checkVoices();
    if (lines) faults.push(...brokenStretches().map((s) => `${question.id}: splits ${s}`));
    await reply(question, right);
    checkVoices();
    faults.push(...feedbackFaults(question, right));
    if (lines) faults.push(...brokenStretches().map((s) => `${question.id}: splits ${s}`));
  }
  return faults;
};
