// Home: begin a round, one thing to do, how far one is, lessons and sheets, looking things up.

import { button, note, paragraph, unseen } from "../components/controls.js";
import { deedCard } from "../components/deed.js";
import { el, icon, rendered, sign } from "../components/elements.js";
import { growthIcon } from "../components/growth.js";
import { languageChoice } from "../components/languages.js";
import { personPicture } from "../components/person.js";
import { comingBack, dayDots, goalMeter, stageRow } from "../components/progress.js";
import { shareCertificate } from "../components/sharing.js";
import { troubles } from "../components/troubles.js";
import { dayOf, longDate, today } from "../core/calendar.js";
import { content, moduleOr, word } from "../core/content.js";
import { personName } from "../core/people.js";
import { beginRound, chosenModules, remaining } from "../core/round/current_round.js";
import { isCertified, moduleStage } from "../core/round/progress.js";
import { go, replace } from "../core/router.js";
import { isRemembered, overdue, person, session } from "../core/session.js";
import { plain } from "../core/text.js";
import { lifeCard } from "./one_life.js";

/** @import { Mode, Module } from "../core/types.js" */

export function homeScreen() {
  const now = today();
  const isFirst = !person().memories.size;
  return el(
    "div.screen.home",
    head(),
    ...troubles(),
    ...warnings(now),
    isFirst ? firstStart() : start(),
    deedCard(() => replace("home")),
    isFirst ? null : el("section.list", goalMeter(), dayDots()),
    lifeCard(),
    el("h2", rendered(word("home.modules"))),
    el("div.modules", content.modules.map(card)),
    el("footer", paragraph(edition())),
  );
}

/** Return "ข้อมูล ณ วันที่ … ฉบับ …". */
export function edition() {
  return word("edition", { day: longDate(dayOf(content.as_of)), edition: content.edition });
}

function head() {
  const own = isRemembered() ? session.animal : null;
  const hello = own ? word("home.hello", { animal: personName(own) }) : word("home.hello-once");
  /** @type {(label: string, picture: Element, address: string) => HTMLElement} */
  const to = (label, picture, address) =>
    button("tool", [picture, el("span", rendered(word(label)))], () => go(address));
  return el(
    "header.head",
    languageChoice(),
    el("h1", { tabindex: -1 }, rendered(hello)),
    el(
      "nav",
      { "aria-label": plain(word("home.tools")) },
      to("home.switch", own ? personPicture(own) : icon("busts-in-silhouette"), "who"),
      to("search", icon("magnifying-glass-tilted-left"), "search"),
      to("glossary", icon("books"), "glossary"),
      to("settings", icon("gear"), "settings"),
    ),
  );
}

/** @param {number} now */
function warnings(now) {
  const found = [];
  if (now < dayOf(content.as_of) - 1) {
    const words = word("clock", { day: longDate(now) });
    found.push(note("think", "hourglass-not-done", paragraph(words)));
  }
  const old = overdue(Object.keys(content.facts), now);
  if (old.length) {
    found.push(note("think", "warning", paragraph(word("stale.file", { n: old.length }))));
  }
  return found;
}

/** Return the beginning for who has answered nothing yet: what this is, and one module. */
function firstStart() {
  const module = moduleOr(chosenModules()[0]);
  return el(
    "section.start",
    { "aria-label": plain(word("home.start")), "data-colour": module.colour },
    paragraph(word("home.first")),
    el("p.about", icon(module.icon), rendered(word("home.first-module", { module: module.short }))),
    ways(),
    button("plain", [icon("graduation-cap"), rendered(word("home.first-lesson"))], () =>
      go("lesson", module.id),
    ),
    content.modules.length > 1 ? moduleChoice() : null,
  );
}

function start() {
  const { round } = person();
  return el(
    "section.start",
    { "aria-label": plain(word("home.start")) },
    round && remaining(round)
      ? button("primary.wide", [rendered(word("home.resume", { n: remaining(round) }))], () =>
          go("round"),
        )
      : null,
    comingBack() ?? paragraph(word("home.none-due")),
    ways(),
    content.modules.length > 1 ? moduleChoice() : null,
  );
}

function ways() {
  /** @type {(mode: Mode, picture: string) => HTMLElement} */
  const way = (mode, picture) =>
    button("way", [icon(picture), el("span", rendered(word(`way.${mode}`)))], async () => {
      await beginRound(mode);
      go("round");
    });
  return el(
    "div.ways",
    way("questions", "check-mark-button"),
    way("minutes", "hourglass-not-done"),
  );
}

function moduleChoice() {
  const chosen = chosenModules();
  const summary = el("summary", rendered(about()));
  const toggles = content.modules.map((module) => {
    const toggle = button(
      "chip.toggle",
      [el("span.box", sign("tick")), icon(module.icon), el("span", rendered(module.short))],
      () => {
        choose(module.id, toggle);
        summary.replaceChildren(rendered(about()));
      },
      { role: "checkbox", "aria-checked": String(chosen.includes(module.id)) },
    );
    return toggle;
  });
  const group = { role: "group", "aria-label": plain(word("home.about")) };
  return el("details", summary, el("div.toggles", group, toggles));
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
  // Heard one by one, without the heading above them, they still say about what.
  /** @param {string} key */
  const about = (key) => [rendered(word(key)), unseen(module.short)];
  return el(
    "article.module",
    { "data-colour": module.colour },
    el(
      "div.title",
      icon(module.icon),
      el("h3", rendered(module.title)),
      growthIcon(moduleStage(memories, module.id)),
    ),
    stageRow(module.id),
    isCertified(memories, module.id)
      ? button("plain", [icon("trophy"), ...about("certificate.get")], () =>
          shareCertificate(module),
        )
      : null,
    el(
      "div.actions",
      button("plain", about("lesson"), () => go("lesson", module.id)),
      button("plain", about("sheet"), () => go("sheet", module.id)),
    ),
  );
}
