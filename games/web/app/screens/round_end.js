// The close of a round: how it went, how far it brought you, one thing to do this week.

import { bar, button, note, paragraph } from "../components/controls.js";
import { deedCard, deedOffer } from "../components/deed.js";
import { el, icon, present, rendered } from "../components/elements.js";
import { comingBack, dayDots, goalMeter } from "../components/progress.js";
import { today } from "../core/calendar.js";
import { moduleOr, questions, word } from "../core/content.js";
import { deedModule, deedState } from "../core/deeds.js";
import { replace } from "../core/router.js";
import { person } from "../core/session.js";

/** @import { AskedQuestion, Round, Text } from "../core/types.js" */

const SHOWN = 3;

/**
 * @param {Round} round
 * @param {{ again: () => unknown, close: () => unknown }} acts begin another round; put this one away
 */
export function endOfRound(round, { again, close }) {
  const asked = present(Object.keys(round.first).map((id) => questions.get(id)));
  const missed = asked.filter((question) => round.first[question.id] === "again");
  const { profile } = person();
  const hasDeed = deedState(profile.deed, today()) !== "none";
  const redraw = () => replace("round");
  return el(
    "div.screen.ending",
    bar(word("close.title"), { back: close }),
    note(
      "right",
      "glowing-star",
      paragraph(word("close.thanks", { n: asked.length })),
      paragraph(word("close.right", { n: asked.length - missed.length, all: asked.length })),
      comingBack(),
    ),
    el("section.list", goalMeter(), dayDots()),
    list("close.growing", "seedling", missed.length, objectivesOf(missed)),
    hasDeed ? deedCard(redraw) : deedOffer(deedModule(missed.length ? missed : asked), redraw),
    el(
      "div.actions",
      button("plain", [rendered(word("close.home"))], close),
      button("primary", [rendered(word("close.again"))], again),
    ),
  );
}

/**
 * Return what these questions were about, in the words of their objectives.
 *
 * @param {AskedQuestion[]} asked
 */
function objectivesOf(asked) {
  return [...new Set(asked.map((q) => moduleOr(q.module).objectives[q.objective]))];
}

/**
 * @param {string} title
 * @param {string} picture
 * @param {number} n
 * @param {Text[]} objectives
 */
function list(title, picture, n, objectives) {
  if (!n) return null;
  const shown = objectives.slice(0, SHOWN).map((can) => el("li", rendered(can)));
  return el("section.list", el("h2", icon(picture), rendered(word(title, { n }))), el("ul", shown));
}
