// Home: begin a round, choose what about, read a lesson or a sheet, look something up.

import { dayOf, thaiDate, today } from "./calendar.js";
import { bank, content, word } from "./content.js";
import { el, icon, plain, sign, thai } from "./dom.js";
import { button, note, paragraph, unseen } from "./parts.js";
import { beginRound, chosenModules, remaining } from "./playing.js";
import { go } from "./router.js";
import { isDue, isSolid } from "./schedule.js";
import { isRemembered, overdue, person, state } from "./state.js";
import { troubles } from "./who.js";

export function home() {
  const now = today();
  return el(
    "div.screen.home",
    {},
    head(),
    ...troubles(),
    ...warnings(now),
    start(now),
    el("h2", {}, thai(word("home.modules"))),
    el("div.modules", {}, content.modules.map((module) => card(module))),
    el("footer", {}, paragraph(edition())),
  );
}

/** "ข้อมูล ณ วันที่ … ฉบับ …" */
export function edition() {
  return word("edition", { day: thaiDate(dayOf(content.as_of)), edition: content.edition });
}

function head() {
  const animal = isRemembered() ? state.animal : null;
  const hello = animal
    ? word("home.hello", { animal: word(`animal.${animal}`) })
    : word("home.hello-once");
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

function warnings(now) {
  const found = [];
  if (now < dayOf(content.as_of) - 1) {
    found.push(note("think", "hourglass-not-done", paragraph(word("clock", { day: thaiDate(now) }))));
  }
  const old = overdue(Object.keys(content.facts), now);
  if (old.length) {
    found.push(note("think", "warning", paragraph(word("stale.file", { n: old.length }))));
  }
  return found;
}

function start(now) {
  const { memories, round } = person();
  const due = bank.filter(({ id }) => memories.has(id) && isDue(memories.get(id), now)).length;
  const tell = memories.size ? word(due ? "home.due" : "home.none-due", { n: due }) : word("home.first");
  const chosen = chosenModules();
  const way = (mode, picture) =>
    button("way", [icon(picture), el("span", {}, thai(word(`way.${mode}`)))], () => beginRound(mode));
  const toggles = content.modules.map((module) =>
    button(
      "chip.toggle",
      [el("span.box", {}, sign("tick")), icon(module.icon), el("span", {}, thai(module.short))],
      (event) => {
        choose(module.id, event.currentTarget);
        summary.replaceChildren(thai(about()));
      },
      { role: "checkbox", "aria-checked": String(chosen.includes(module.id)) },
    ),
  );
  const summary = el("summary", {}, thai(about()));
  const group = el("div.toggles", { role: "group", "aria-label": plain(word("home.about")) }, toggles);
  return el(
    "section.start",
    { "aria-label": plain(word("home.start")) },
    round && remaining(round)
      ? button("primary.wide", [thai(word("home.resume", { n: remaining(round) }))], () => go("round"))
      : null,
    paragraph(tell),
    el("div.ways", {}, way("questions", "check-mark-button"), way("minutes", "hourglass-not-done")),
    toggles.length > 1 ? el("details", {}, summary, group) : null,
  );
}

/** What rounds are about: "ทุกเรื่อง", or the short names of those chosen. */
function about() {
  const chosen = chosenModules();
  const all = chosen.length === content.modules.length;
  const names = content.modules.filter(({ id }) => chosen.includes(id)).map(({ short }) => short);
  return word("home.about-now", { modules: all ? word("home.all") : names.join(" · \u200b") });
}

/** Puts a module into the rounds or out of them; one always stays. */
function choose(id, toggle) {
  const chosen = chosenModules();
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  if (!next.length) return;
  state.store.setting("modules", next);
  toggle.setAttribute("aria-checked", String(next.includes(id)));
}

function card(module) {
  const { memories } = person();
  const own = bank.filter((question) => question.module === module.id);
  const met = own.map(({ id }) => memories.get(id)).filter(Boolean);
  const solid = met.filter(isSolid).length;
  const growing = met.length - solid;
  const meter = el("div.meter", { "aria-hidden": "true" }, part("solid", solid), part("growing", growing));
  // Heard one by one, without the heading above them, they still say about what.
  const about = (key) => [thai(word(key)), unseen(module.short)];
  function part(kind, count) {
    const bar = el(`span.${kind}`);
    bar.style.width = `${(100 * count) / own.length}%`;
    return bar;
  }
  return el(
    "article.module",
    { "data-colour": module.colour },
    el("div.title", {}, icon(module.icon), el("h3", {}, thai(module.title))),
    meter,
    el("p.count", {}, thai(word("home.progress", { solid, growing, all: own.length }))),
    el(
      "div.actions",
      {},
      button("plain", about("lesson"), () => go("lesson", module.id)),
      button("plain", about("sheet"), () => go("sheet", module.id)),
    ),
  );
}
