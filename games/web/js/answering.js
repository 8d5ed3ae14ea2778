// The six kinds of question as things to tap. Each maker returns {node, mark}: what is shown,
// and what shows right and wrong on it afterwards. It calls `give` once, with the answer.

import { word } from "./content.js";
import { el, plain, sign, thai } from "./dom.js";
import { shuffled } from "./judging.js";
import { button, unseen } from "./parts.js";

/** What answers the question. `seed` decides the order shown. */
export function answering(question, seed, give) {
  return MAKERS[question.kind](question, seed, give);
}

const MAKERS = { choice, several, true_false: trueFalse, order, match, number };

// What belongs together is told by the question, which asking.js puts above it.
const NAMED = { role: "group", "aria-labelledby": "ask" };

const LETTERS = ["letter.1", "letter.2", "letter.3", "letter.4", "letter.5", "letter.6"];

function choice({ options }, seed, give) {
  const shown = shuffled(options.length, seed);
  const buttons = shown.map((index, place) =>
    button("option", [letter(place), el("span", {}, thai(options[index].text))], () => give(index)),
  );
  const mark = (given) =>
    shown.forEach((index, place) =>
      verdict(buttons[place], { right: Boolean(options[index].right), chosen: index === given }),
    );
  return { node: el("div.options", NAMED, buttons), mark };
}

function several({ options }, seed, give) {
  const shown = shuffled(options.length, seed);
  const ticked = new Set();
  const buttons = shown.map((index) =>
    button(
      "option",
      [el("span.box", {}, sign("tick")), el("span", {}, thai(options[index].text))],
      (event) => {
        const now = !ticked.has(index);
        if (now) ticked.add(index);
        else ticked.delete(index);
        event.currentTarget.setAttribute("aria-checked", now);
        done.disabled = ticked.size === 0;
      },
      { role: "checkbox", "aria-checked": "false" },
    ),
  );
  const done = confirm(() => give([...ticked].sort()));
  const mark = (given) =>
    shown.forEach((index, place) =>
      verdict(buttons[place], {
        right: Boolean(options[index].right), chosen: given.includes(index),
      }),
    );
  return { node: el("div", {}, hint("hint.several"), el("div.options", NAMED, buttons)), done, mark };
}

function trueFalse({ answer = false }, seed, give) {
  const sides = [true, false];
  const buttons = sides.map((side) =>
    button("option.half", [thai(word(side ? "true" : "false"))], () => give(side)),
  );
  const mark = (given) =>
    sides.forEach((side, i) => verdict(buttons[i], { right: side === answer, chosen: side === given }));
  return { node: el("div.options.halves", NAMED, buttons), mark };
}

function order({ steps }, seed, give) {
  const shown = unlike(steps.length, seed);
  const tapped = [];
  const buttons = shown.map((step) =>
    button("option", [el("span.box.number"), el("span", {}, thai(steps[step]))], () => tap(step), {
      "aria-pressed": "false",
    }),
  );
  const done = confirm(() => give([...tapped]));
  const tap = (step) => {
    const place = tapped.indexOf(step);
    if (place < 0) tapped.push(step);
    else tapped.length = place;
    shown.forEach((each, i) => {
      const at = tapped.indexOf(each);
      buttons[i].firstChild.textContent = at < 0 ? "" : at + 1;
      buttons[i].setAttribute("aria-pressed", at >= 0);
    });
    done.disabled = tapped.length < steps.length;
  };
  const list = el("div.options", NAMED, buttons);
  const mark = (given) => {
    shown.forEach((step, i) => {
      verdict(buttons[i], { right: given[step] === step, chosen: true });
      buttons[i].firstChild.textContent = step + 1;
    });
    list.append(...steps.map((_, step) => buttons[shown.indexOf(step)]));
    advice.replaceChildren(thai(word("order.right")));
  };
  const advice = hint("hint.order");
  return { node: el("div", {}, advice, list), done, mark };
}

function match({ pairs }, seed, give) {
  const rights = unlike(pairs.length, seed);
  const partner = pairs.map(() => null);
  let held = null;
  const badge = () => el("span.box.number");
  const lefts = pairs.map((pair, i) =>
    button("option", [badge(), el("span", {}, thai(pair.left))], () => hold("left", i), {
      "aria-pressed": "false",
    }),
  );
  const others = rights.map((index) =>
    button("option", [badge(), el("span", {}, thai(pairs[index].right))], () => hold("right", index), {
      "aria-pressed": "false",
    }),
  );
  const done = confirm(() => give([...partner]));
  const hold = (side, index) => {
    if (held && held.side !== side) {
      const [left, right] = side === "left" ? [index, held.index] : [held.index, index];
      partner.forEach((taken, i) => {
        if (taken === right) partner[i] = null;
      });
      partner[left] = right;
      held = null;
    } else if (held?.index === index) {
      held = null;
    } else {
      held = { side, index };
      if (side === "left") partner[index] = null;
      else partner.forEach((taken, i) => (partner[i] = taken === index ? null : taken));
    }
    draw();
  };
  const draw = () => {
    const show = (element, left, isHeld) => {
      element.firstChild.textContent = left >= 0 ? left + 1 : "";
      element.classList.toggle("held", isHeld);
      element.setAttribute("aria-pressed", left >= 0 || isHeld);
    };
    lefts.forEach((element, i) =>
      show(element, partner[i] === null ? -1 : i, held?.side === "left" && held.index === i));
    rights.forEach((index, i) =>
      show(others[i], partner.indexOf(index), held?.side === "right" && held.index === index));
    done.disabled = partner.includes(null);
  };
  const mark = (given) => {
    const fits = (left, right) => pairs[left].right === pairs[right].right;
    lefts.forEach((element, i) => verdict(element, { right: fits(i, given[i]), chosen: true }));
    // Afterwards the true pairs stand side by side, under the same number.
    rights.forEach((index, i) => {
      others[i].firstChild.textContent = index + 1;
      others[i].classList.remove("held");
      others[i].disabled = true;
    });
    lefts.forEach((element, i) => (element.firstChild.textContent = i + 1));
    rightSide.append(...pairs.map((_, index) => others[rights.indexOf(index)]));
    advice.replaceChildren(thai(word("match.right")));
  };
  const advice = hint("hint.match");
  const rightSide = el("div.options", {}, others);
  const columns = el("div.pairs", {}, el("div.options", {}, lefts), rightSide);
  return { node: el("div", {}, advice, columns), done, mark };
}

function number({ answer, unit, lowest = 0, highest, step, tolerance = 0 }, seed, give) {
  let value = lowest;
  const shown = el("output.amount");
  const slider = el("input", {
    type: "range", min: lowest, max: highest, step, value: lowest, "aria-label": plain(word("number")),
    oninput: () => set(Number(slider.value)),
  });
  const set = (next) => {
    value = Math.min(highest, Math.max(lowest, next));
    slider.value = value;
    slider.setAttribute("aria-valuetext", `${value.toLocaleString("en")} ${plain(unit)}`);
    shown.replaceChildren(el("b", {}, value.toLocaleString("en")), " ", thai(unit));
  };
  const move = (name, by) =>
    button("stepper", [sign(name), unseen(word(name))], () => set(value + by));
  set(lowest);
  const steppers = el("div.steppers", {}, move("minus", -step), shown, move("plus", step));
  const mark = (given) => {
    const isRight = Math.abs(given - answer.value) <= tolerance;
    node.classList.add(isRight ? "was-right" : "was-wrong");
    for (const control of node.querySelectorAll("button, input")) control.disabled = true;
    const right = answer.value.toLocaleString("en");
    advice.replaceChildren(thai(word("number.right", { right, unit })));
  };
  const advice = hint("hint.number");
  const node = el("div.dial", {}, advice, steppers, slider);
  return { node, done: confirm(() => give(value), { ready: true }), mark };
}

function confirm(act, { ready = false } = {}) {
  return button("primary", [thai(word("answer"))], act, { disabled: !ready });
}

function hint(key) {
  return el("p.hint", {}, thai(word(key)));
}

function letter(place) {
  return el("span.box.letter", { "aria-hidden": "true" }, thai(word(LETTERS[place])));
}

/** Shows on an answer whether it was right, and whether it was chosen; never by colour alone. */
function verdict(element, { right, chosen }) {
  element.disabled = true;
  element.classList.remove("held");
  if (chosen || right) element.classList.add(right ? "was-right" : "was-wrong");
  if (chosen) element.classList.add("chosen");
  const words = right ? "mark.right" : chosen ? "mark.wrong" : null;
  if (words) element.append(el("span.mark", {}, sign(right ? "tick" : "close"), unseen(word(words))));
}

/** Shuffled, and never in the right order: that would be given away. */
function unlike(count, seed) {
  const order = shuffled(count, seed);
  return order.every((each, i) => each === i) ? [...order.slice(1), order[0]] : order;
}
