// Shows an outcome: your answer, the right one. Never by colour alone.

import { word } from "../core/content.js";
import { outcomeOf } from "../core/round/outcome.js";
import { unseen } from "./controls.js";
import { el, rendered, sign } from "./elements.js";

/** @import { Answer, Child, Outcome, OutcomeCard, Question } from "../core/types.js" */

/**
 * Return the answer given beside the right one; only the right one if they are the same.
 *
 * @param {Question} question
 * @param {Answer} given
 * @param {boolean} right
 */
export function outcomeView(question, given, right) {
  const outcome = outcomeOf(question, given);
  /** @param {string} part of the question that a recording tells */
  const voice = (part) => ({ "data-voice": `${question.id}.${part}` });
  return el(`div.outcome.${outcome.form}`, parts(outcome, right, voice));
}

/**
 * @param {Outcome} outcome
 * @param {boolean} right
 * @param {(part: string) => Record<string, string>} voice
 */
function parts(outcome, right, voice) {
  switch (outcome.form) {
    case "cards": {
      /** @param {OutcomeCard} card */
      const told = (card) =>
        "word" in card
          ? el("b", rendered(word(card.word)))
          : el("b", voice(card.voice), rendered(card.text));
      return [right ? null : yours(told(outcome.yours)), answer(told(outcome.right), right)];
    }
    case "number": {
      const { unit } = outcome;
      /** @param {string} amount */
      const told = (amount) => el("b", el("span.hero", amount), " ", rendered(unit));
      return [right ? null : yours(told(outcome.yours)), answer(told(outcome.right), right)];
    }
    case "ticks":
      return outcome.rows.map(({ text, right: isRight, chosen, why, voice: part }) => {
        const reason = isRight
          ? rendered(word("outcome.missed"))
          : rendered(why ?? word("outcome.extra"));
        const tag = isRight && chosen ? null : el("span.tag", reason);
        return line(isRight, chosen, [el("span.words", voice(part), rendered(text)), tag]);
      });
    case "order":
      return outcome.rows.map(({ text, right: isRight, yours: place, voice: part }, i) =>
        line(isRight, true, [el("span.words", voice(part), rendered(text))], {
          number: i + 1,
          own: isRight ? null : place + 1,
        }),
      );
    case "match":
      return outcome.rows.map(({ left, right: partner, isRight, yours: chosen, number }) => {
        const own = el("span.tag", rendered(word("outcome.yours")), " ", rendered(chosen));
        const words = el(
          "span.words",
          el("span", voice(`left-${number}`), rendered(left)),
          sign("next"),
          el("b", voice(`right-${number}`), rendered(partner)),
        );
        return line(isRight, true, [words, isRight ? null : own]);
      });
  }
}

/** @param {HTMLElement} told */
function yours(told) {
  return el(
    "div.card.was-wrong.chosen",
    mark(false),
    el("p", el("span.label", rendered(word("outcome.yours"))), " ", told),
  );
}

/**
 * @param {HTMLElement} told
 * @param {boolean} isYours
 */
function answer(told, isYours) {
  const label = word(isYours ? "outcome.yours-right" : "outcome.right");
  return el(
    `div.card.was-right${isYours ? ".chosen" : ""}`,
    mark(true),
    el("p", el("span.label", rendered(label)), " ", told),
  );
}

/**
 * Return one part of an answer.
 *
 * @param {boolean} isRight
 * @param {boolean} chosen
 * @param {Child[]} words
 * @param {{ number?: number | null, own?: number | null }} places its right place, and the one given
 */
function line(isRight, chosen, words, { number = null, own = null } = {}) {
  const verdict = isRight ? "was-right" : "was-wrong";
  return el(
    `div.line.${verdict}${chosen ? ".chosen" : ""}`,
    number ? el("span.box.number", String(number)) : null,
    el("p", ...words),
    own ? el("span.own", rendered(word("outcome.yours")), el("s", String(own))) : null,
    mark(isRight),
  );
}

/** @param {boolean} isRight */
function mark(isRight) {
  const words = word(isRight ? "mark.right" : "mark.wrong");
  return el("span.mark", sign(isRight ? "tick" : "close"), unseen(words));
}
