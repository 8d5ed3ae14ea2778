// The one thing to do this week, as a card.

import { today } from "../core/calendar.js";
import { moduleOr, modules, word } from "../core/content.js";
import { deedState, deedStep } from "../core/deeds.js";
import { keepProfile } from "../core/round/current_round.js";
import { go } from "../core/router.js";
import { person } from "../core/session.js";
import { button, paragraph } from "./controls.js";
import { el, icon, rendered, sign } from "./elements.js";
import { shareDeed } from "./sharing.js";

/**
 * Return the card of the deed that the person has chosen; null when there is nothing to say.
 *
 * @param {() => unknown} changed draws the screen anew
 */
export function deedCard(changed) {
  const { deed } = person().profile;
  const state = deedState(deed, today());
  const module = deed && modules.get(deed.module);
  const step = module && deedStep(module);
  if (state === "none" || !deed || !step) return null;
  /** @param {import("../core/types.js").Deed | null} next */
  const keep = async (next) => {
    await keepProfile({ deed: next });
    changed();
  };
  const done = { ...deed, done: today() };
  const again = { ...deed, chosen: today() };
  const tick = button(
    "tick",
    [el("span.box", sign("tick")), el("span", rendered(word("deed.done")))],
    () => keep(state === "done" ? { ...deed, done: null } : done),
    { role: "checkbox", "aria-checked": String(state === "done") },
  );
  const choices =
    state === "ask"
      ? [
          button("plain", [rendered(word("deed.not-yet"))], () => keep(again)),
          button("plain", [rendered(word("deed.yes"))], () => keep(done)),
        ]
      : [tick];
  return el(
    "section.deed",
    { "data-colour": module.colour, "data-state": state },
    el("h2", icon("pushpin"), rendered(word(state === "ask" ? "deed.asked" : "close.deed"))),
    paragraph(step.say),
    el("div.actions", choices),
    el(
      "div.chips",
      button("chip", [icon(module.icon), rendered(word("sheet"))], () => go("sheet", module.id)),
      button("chip", [icon("mobile-phone"), rendered(word("deed.share"))], () =>
        shareDeed(module, step),
      ),
    ),
  );
}

/**
 * Return the offer of a deed at the end of a round; null when the module has none.
 *
 * @param {string} id of the module
 * @param {() => unknown} changed draws the screen anew
 */
export function deedOffer(id, changed) {
  const module = moduleOr(id);
  const step = deedStep(module);
  if (!step) return null;
  const take = async () => {
    await keepProfile({ deed: { module: module.id, chosen: today(), done: null } });
    changed();
  };
  return el(
    "section.deed",
    { "data-colour": module.colour },
    el("h2", icon("pushpin"), rendered(word("close.deed"))),
    el("p.about", icon(module.icon), rendered(module.title)),
    paragraph(step.say),
    el("div.actions", button("plain", [rendered(word("deed.take"))], take)),
  );
}
