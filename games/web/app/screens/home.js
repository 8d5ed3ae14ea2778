// Home: begin a round, choose what about, read a lesson or a sheet, look something up.

import { button, note, paragraph, unseen } from "../components/controls.js";
import { el, icon, sign, thai } from "../components/elements.js";
import { troubles } from "../components/troubles.js";
import { dayOf, thaiDate, today } from "../core/calendar.js";
import { bank, content, word } from "../core/content.js";
import { beginRound, chosenModules, remaining } from "../core/current_round.js";
import { go } from "../core/router.js";
import { isDue, isSolid } from "../core/schedule.js";
import { isRemembered, overdue, person, session } from "../core/session.js";
import { plain } from "../core/text.js";

/** @import { Mode, Module } from "../core/types.js" */

export function homeScreen() {
  const now = today();
  return el(
    "div.screen.home",
    {},
    head(),
    ...troubles(),
    ...warnings(now),
    start(now),
    el("h2", {}, thai(word("home.modules"))),
    el("div.modules", {}, content.modules.map(card)),
    el("footer", {}, paragraph(edition())),
  );
}

/** Return "ข้อมูล ณ วันที่ … ฉบับ …". */
export function edition() {
  return word("edition", { day: thaiDate(dayOf(content.as_of)), edition: content.edition });
}

function head() {
  const animal = isRemembered() ? session.animal : null;
  const hello = animal
    ? word("home.hello", { animal: word(`animal.${animal}`) })
    : word("home.hello-once");
  /** @type {(label: string, picture: string, address: string) => HTMLElement} */
  const to = (label, picture, address) =>
    button("tool", [icon(picture), el("span", {}, thai(word(label)))], () => go(address));
  return el(
    "header.head",
    {},
    el("h1", { tabindex: -1 }, thai(hello)),
    el(
      "nav",
      { "aria-label": plain(word("home.tools")) },
      to("home.switch", animal ?? "busts-in-silhouette", "who"),
      to("search", "magnifying-glass-tilted-left", "search"),
      to("glossary", "books", "glossary"),
      to("settings", "gear", "settings"),
    ),
  );
}

/** @param {number} now */
function warnings(now) {
  const found = [];
  if (now < dayOf(content.as_of) - 1) {
    found.push(
      note("think", "hourglass-not-done", paragraph(word("clock", { day: thaiDate(now) }))),
    );
  }
  const old = overdue(Object.keys(content.facts), now);
  if (old.length) {
    found.push(note("think", "warning", paragraph(word("stale.file", { n: old.length }))));
  }
  return found;
}

/** @param {number} now */
function start(now) {
  const { memories, round } = person();
  const due = bank.filter(({ id }) => {
    const memory = memories.get(id);
    return memory && isDue(memory, now);
  }).length;
  const tell = memories.size
    ? word(due ? "home.due" : "home.none-due", { n: due })
    : word("home.first");
  /** @type {(mode: Mode, picture: string) => HTMLElement} */
  const way = (mode, picture) =>
    button("way", [icon(picture), el("span", {}, thai(word(`way.${mode}`)))], async () => {
      await beginRound(mode);
      go("round");
    });
  return el(
    "section.start",
    { "aria-label": plain(word("home.start")) },
    round && remaining(round)
      ? button("primary.wide", [thai(word("home.resume", { n: remaining(round) }))], () =>
          go("round"),
        )
      : null,
    paragraph(tell),
    el("div.ways", {}, way("questions", "check-mark-button"), way("minutes", "hourglass-not-done")),
    content.modules.length > 1 ? moduleChoice() : null,
  );
}

function moduleChoice() {
  const chosen = chosenModules();
  const summary = el("summary", {}, thai(about()));
  const toggles = content.modules.map((module) => {
    const toggle = button(
      "chip.toggle",
      [el("span.box", {}, sign("tick")), icon(module.icon), el("span", {}, thai(module.short))],
      () => {
        choose(module.id, toggle);
        summary.replaceChildren(thai(about()));
      },
      { role: "checkbox", "aria-checked": String(chosen.includes(module.id)) },
    );
    return toggle;
  });
  const group = { role: "group", "aria-label": plain(word("home.about")) };
  return el("details", {}, summary, el("div.toggles", group, toggles));
}

/** Return what rounds are about: "ทุกเรื่อง", or the short names of those chosen. */
function about() {
  const chosen = chosenModules();
  const all = chosen.length === content.modules.length;
  const names = content.modules.filter(({ id }) => chosen.includes(id)).map(({ short }) => short);
  return word("home.about-now", { modules: all ? word("home.all") : names.join(" · \u200b") });
}

/**
 * Put a module into the rounds or out of them; one always stays.
 *
 * @param {string} id
 * @param {HTMLElement} toggle
 */
function choose(id, toggle) {
  const chosen = chosenModules();
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  if (!next.length) return;
  session.store.setting("modules", next);
  toggle.setAttribute("aria-checked", String(next.includes(id)));
}

/** @param {Module} module */
function card(module) {
  const { memories } = person();
  const own = bank.filter((question) => question.module === module.id);
  const met = own.flatMap(({ id }) => memories.get(id) ?? []);
  const solid = met.filter(isSolid).length;
  const growing = met.length - solid;
  /** @type {(kind: string, count: number) => HTMLElement} */
  const part = (kind, count) => {
    const share = el(`span.${kind}`);
    share.style.width = `${(100 * count) / own.length}%`;
    return share;
  };
  // Heard one by one, without the heading above them, they still say about what.
  /** @param {string} key */
  const about = (key) => [thai(word(key)), unseen(module.short)];
  return el(
    "article.module",
    { "data-colour": module.colour },
    el("div.title", {}, icon(module.icon), el("h3", {}, thai(module.title))),
    el("div.meter", { "aria-hidden": "true" }, part("solid", solid), part("growing", growing)),
    el("p.count", {}, thai(word("home.progress", { solid, growing, all: own.length }))),
    el(
      "div.actions",
      {},
      button("plain", about("lesson"), () => go("lesson", module.id)),
      button("plain", about("sheet"), () => go("sheet", module.id)),
    ),
  );
}
