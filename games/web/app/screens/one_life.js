// One life: the game's core for one person, screen by screen. A life is kept until the page is
// closed; it can be left and gone on with.

import { bar, button, paragraph } from "../components/controls.js";
import { el, icon, rendered, sign } from "../components/elements.js";
import { basketOf, twoLives } from "../components/life/ending.js";
import { cardChoice, harmList } from "../components/life/event.js";
import { purse, told } from "../components/life/parts.js";
import {
  costWords,
  heldList,
  protectionChoice,
  protectionFacts,
} from "../components/life/protection.js";
import { uncovered, verdictCard, verdictWords } from "../components/life/reveal.js";
import { sums } from "../components/life/sums.js";
import { listenButton, readBySelf } from "../components/listening.js";
import { sourcesButton } from "../components/sources.js";
import { content, word } from "../core/content.js";
import {
  affordable,
  ageOf,
  claim,
  closeChapter,
  drawEvent,
  live,
  newLife,
  oldAge,
  passYears,
  payday,
  protect,
  withoutProtection,
  yearsToNext,
} from "../core/life/one_life.js";
import { announce } from "../core/live_region.js";
import { go, onLeave, replace } from "../core/router.js";
import { hush } from "../core/speech.js";
import { plain } from "../core/text.js";

/** @import { Decision, Life, LifeTables, Payday, Revealed } from "../core/life/life_types.js" */
/** @import { Child, Text } from "../core/types.js" */

/**
 * Where a life stands. `life` is as it is when the screen is shown, `decision` what the chapter
 * has decided so far.
 *
 * @typedef {{ life: Life, decisions: Decision[] }} Going
 * @typedef {Going & { step: "protect", payday: Payday }} Protecting
 * @typedef {Going & { step: "event", decision: Decision }} Asking
 * @typedef {Going & { step: "reveal" | "sum", decision: Decision, revealed: Revealed }} Settling
 * @typedef {Going & { step: "old" | "two" }} Ending
 */

/** @type {Protecting | Asking | Settling | Ending | null} */
let at = null;

/** Return whether a life was begun and is not over. */
export function isLiving() {
  return at !== null && at.step !== "two";
}

export function oneLifeScreen() {
  const tables = content.life;
  if (!tables) {
    queueMicrotask(() => replace("home"));
    return el("div");
  }
  onLeave(hush);
  switch (at?.step) {
    case "protect":
      return protectScreen(tables, at);
    case "event":
      return eventScreen(tables, at);
    case "reveal":
      return revealScreen(tables, at);
    case "sum":
      return sumScreen(tables, at);
    case "old":
      return oldScreen(tables, at);
    case "two":
      return twoScreen(tables, at);
    default:
      return workScreen(tables);
  }
}

/** @param {typeof at} next */
function show(next) {
  at = next;
  replace("life");
}

/**
 * Return a screen of a life: head, what is shown and read aloud, and what to do next.
 *
 * @param {string} kind its class
 * @param {Text} title
 * @param {Child[]} body
 * @param {Child[]} actions
 */
function screen(kind, title, body, actions) {
  const shown = el("div.life-body", body);
  const toRead = () => [shown];
  queueMicrotask(() => readBySelf(toRead()));
  return el(
    `div.screen.life.${kind}`,
    bar(title, { right: [listenButton(toRead)] }),
    shown,
    el("div.actions", actions),
  );
}

/** @param {LifeTables} tables */
function workScreen(tables) {
  const { first_age: age, start_money: baht } = tables.amounts;
  const works = tables.listed.occupations.map((id) => {
    const { icon: picture, title } = tables.occupations[id];
    return button("work", [icon(picture), rendered(title)], () => begin(tables, id));
  });
  const body = [
    el("h2", rendered(word("life.work"))),
    paragraph(told("life.work.how", { age, baht })),
    el("div.works", works),
  ];
  return screen("choosing", word("life.title"), body, []);
}

/**
 * @param {LifeTables} tables
 * @param {string} occupation
 */
function begin(tables, occupation) {
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  openChapter(tables, newLife(tables, occupation, seed), []);
}

/**
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {Decision[]} decisions
 */
function openChapter(tables, life, decisions) {
  show({ step: "protect", ...payday(tables, life), decisions });
}

/**
 * @param {LifeTables} tables
 * @param {Protecting} now
 */
function protectScreen(tables, { life, decisions, payday: paid }) {
  const { income, living, weary } = paid;
  let chosen = affordable(tables, life, life.hold);
  const cost = el("p.cost");
  const label = el("span");
  /** @param {string[]} now */
  const choose = (now) => {
    chosen = now;
    cost.replaceChildren(rendered(costWords(tables, life, chosen)));
    label.replaceChildren(rendered(word(chosen.length ? "life.protect.go" : "life.protect.none")));
  };
  const whole = () => protectionChoice(tables, life, chosen, choose);
  // Who holds something reads that alone, and opens the whole choice to change it.
  const isKept = chosen.length > 0 && chosen.length === life.hold.length;
  const choice = el("div", isKept ? heldList(tables, chosen) : whole());
  const change = button("plain", [rendered(word("life.protect.change"))], () => {
    choice.replaceChildren(whole());
    change.remove();
    choice.querySelector("button")?.focus();
  });
  if (isKept) choose(chosen);
  const goOn = button("primary", [label, sign("next")], () => {
    const held = protect(tables, life, chosen);
    const drawn = drawEvent(
      tables,
      life,
      decisions.map(({ situation }) => situation),
    );
    const decision = { hold: chosen, ...drawn, picks: [] };
    show({ step: "event", life: held.life, decisions, decision });
  });
  const body = [
    el(
      "section.year",
      paragraph(told("life.payday", { income, left: income - living })),
      weary ? paragraph(told("life.weary", { baht: weary })) : null,
      purse(life),
    ),
    el("h2", rendered(word(isKept ? "life.protect.kept" : "life.protect"))),
    decisions.length ? null : paragraph(word("life.protect.how")),
    choice,
    isKept ? change : null,
    el("div.tools", sourcesButton(protectionFacts(tables))),
  ];
  return screen("protecting", ageWords(tables, life), body, [cost, goOn]);
}

/**
 * @param {LifeTables} tables
 * @param {Life} life
 */
function ageWords(tables, life) {
  const { chapter: now, chapters: all } = life;
  return told("life.now", { age: ageOf(tables, life), now, all });
}

/**
 * @param {LifeTables} tables
 * @param {Asking} now
 */
function eventScreen(tables, { life, decisions, decision }) {
  const situation = tables.situations[decision.situation];
  const label = el("span", rendered(word("life.pick.none")));
  /** @type {string[]} */
  let picks = [];
  const cards = cardChoice(tables, situation, (now) => {
    picks = now;
    const words = picks.length ? word("life.pick.go", { n: picks.length }) : word("life.pick.none");
    label.replaceChildren(rendered(words));
  });
  const goOn = button("primary", [label, sign("next")], () => {
    const made = { ...decision, picks };
    show({ step: "reveal", ...claim(tables, life, made), decisions, decision: made });
  });
  const body = [
    el(
      "section.story",
      el("h2", icon(situation.icon), rendered(situation.title)),
      paragraph(situation.story),
      harmList(situation),
    ),
    el(
      "section.asking",
      el("h2", rendered(word("life.pick"))),
      decisions.length ? null : paragraph(told("life.pick.warn", { baht: tables.amounts.trip })),
      cards,
    ),
  ];
  return screen("event", ageWords(tables, life), body, [goOn]);
}

/**
 * Return the cards of a claim, uncovered one after the other.
 *
 * @param {LifeTables} tables
 * @param {Settling} now
 */
function revealScreen(tables, now) {
  const { revealed, life } = now;
  const situation = tables.situations[revealed.situation];
  const rounds = uncovered(revealed);
  const shown = rounds.flat();
  const list = el("ol.opening");
  const label = el("span");
  let opened = 0;
  const settle = () => {
    const closed = closeChapter(tables, life);
    show({ ...now, step: "sum", life: closed.life });
  };
  const next = button("primary", [label, sign("next")], () => {
    if (opened < rounds.length) openNext();
    else settle();
  });
  const openNext = () => {
    const verdicts = rounds[opened];
    opened += 1;
    list.append(...verdicts.map((verdict) => verdictCard(tables, revealed, verdict)));
    announce(verdicts.map((verdict) => verdictWords(tables, revealed, verdict)).join(" "));
    if (opened === rounds.length && shown.length < revealed.verdicts.length) {
      list.append(el("li.rest", rendered(word("life.reveal.rest"))));
    }
    list.lastElementChild?.scrollIntoView({ block: "nearest" });
    nameNext();
  };
  const nameNext = () => {
    const words =
      opened < rounds.length
        ? word("life.reveal.next", { now: opened + 1, all: rounds.length })
        : word("life.reveal.sum");
    label.replaceChildren(rendered(words));
  };
  nameNext();
  const body = [
    el("p.about", icon(situation.icon), rendered(situation.title)),
    harmList(situation),
    list,
  ];
  return screen("revealing", word("life.reveal"), body, [next]);
}

/**
 * @param {LifeTables} tables
 * @param {Settling} now
 */
function sumScreen(tables, { life, decisions, decision, revealed }) {
  const lived = [...decisions, decision];
  const begun = newLife(tables, life.occupation, life.seed);
  const { closed } = live(tables, begun, lived).chapters[decisions.length];
  const years = yearsToNext(tables, life);
  const goOn = button("primary", [rendered(word("life.sum.go", { years })), sign("next")], () => {
    const passed = passYears(tables, life);
    if (lived.length === life.chapters) show({ step: "old", life: passed.life, decisions: lived });
    else openChapter(tables, passed.life, lived);
  });
  const facts = revealed.verdicts.flatMap((verdict) => verdict.facts);
  const body = [
    sums(tables, revealed, closed, life),
    el("div.tools", sourcesButton([...new Set(facts)])),
  ];
  return screen("summing", word("life.sum"), body, [goOn]);
}

/**
 * @param {LifeTables} tables
 * @param {Ending} now
 */
function oldScreen(tables, now) {
  const old = oldAge(tables, now.life);
  const facts = old.lines.flatMap((line) => line.facts);
  const goOn = button("primary", [rendered(word("life.old.go")), sign("next")], () =>
    show({ ...now, step: "two" }),
  );
  const body = [basketOf(tables, old), el("div.tools", sourcesButton([...new Set(facts)]))];
  return screen("old", told("life.old", { age: tables.amounts.last_age }), body, [goOn]);
}

/**
 * @param {LifeTables} tables
 * @param {Ending} now
 */
function twoScreen(tables, { life, decisions }) {
  const begun = newLife(tables, life.occupation, life.seed);
  const held = live(tables, begun, decisions);
  const bare = live(tables, begun, withoutProtection(tables, decisions));
  const close = () => {
    at = null;
    go("home");
  };
  return screen(
    "two",
    word("life.two"),
    [twoLives(tables, held, bare)],
    [
      button("plain", [rendered(word("close.home"))], close),
      button("primary", [rendered(word("life.again"))], () => show(null)),
    ],
  );
}

/** Return the card of One life on home; null where the content holds no game. */
export function lifeCard() {
  if (!content.life) return null;
  const label = word(isLiving() ? "life.resume" : "life.begin");
  return el(
    "section.life-card",
    { "aria-label": plain(word("life.title")) },
    el("h2", icon("umbrella"), rendered(word("life.title"))),
    paragraph(word("life.what")),
    button("plain", [icon("game-die"), rendered(label)], () => go("life")),
  );
}
