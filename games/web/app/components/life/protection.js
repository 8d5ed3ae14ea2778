// One life: the choice of protection, with what it costs and what comes back.

import { word } from "../../core/content.js";
import { ageOf, choices, costOf, stateShare } from "../../core/life/one_life.js";
import { announce } from "../../core/live_region.js";
import { plain } from "../../core/text.js";
import { button } from "../controls.js";
import { el, icon, rendered, sign } from "../elements.js";
import { line, told } from "./parts.js";

/** @import { Choice, Life, LifeTables } from "../../core/life/life_types.js" */
/** @import { Text } from "../../core/types.js" */
/** @typedef {{ option: string, node: HTMLElement, show: (choice: Choice, chosen: string[]) => void }} Row */

/**
 * Return the things to hold as buttons, a group for each scheme and one for the others.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} begun what is chosen at first
 * @param {(chosen: string[]) => unknown} onChange
 */
export function protectionChoice(tables, life, begun, onChange) {
  let chosen = begun;
  const refresh = () => {
    for (const choice of choices(tables, life, chosen)) {
      rows.find((row) => row.option === choice.option)?.show(choice, chosen);
    }
    onChange(chosen);
  };
  /** @param {string} option */
  const toggle = (option) => {
    const choice = choices(tables, life, chosen).find((each) => each.option === option);
    const { scheme, act } = tables.options[option];
    if (!choice || (choice.held && act)) return;
    if (chosen.includes(option)) chosen = chosen.filter((name) => name !== option);
    else if (choice.refusal) return announce(refusalWords(tables, choice));
    else
      chosen = [...chosen.filter((name) => tables.options[name].scheme !== scheme), option].sort();
    refresh();
    announce(costWords(tables, life, chosen));
  };
  const rows = choices(tables, life, chosen).map((choice) =>
    optionRow(tables, life, choice, () => toggle(choice.option)),
  );
  const node = el("div.groups", groups(tables, rows));
  refresh();
  return node;
}

/**
 * Return what is held as a list, each with what it costs and what comes back.
 *
 * @param {LifeTables} tables
 * @param {string[]} held
 */
export function heldList(tables, held) {
  return el(
    "ul.lines.kept",
    held.map((option) => {
      const { icon: picture, scheme, monthly, yearly } = tables.options[option];
      const { short } = tables.schemes[scheme] ?? { short: "" };
      const what = `${plain(short)} ${plain(titleOf(tables, option))}`.trim();
      return line(picture, what, rendered(payWords(monthly || yearly || 0, Boolean(monthly))));
    }),
  );
}

/**
 * Return what the chosen things cost this year, and what is left.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} chosen
 */
export function costWords(tables, life, chosen) {
  const cost = costOf(tables, chosen, life);
  return told("life.protect.cost", { cost, left: life.money - cost });
}

/**
 * Return every fact that the prices and what comes back rest on.
 *
 * @param {LifeTables} tables
 */
export function protectionFacts(tables) {
  const paid = Object.values(tables.options).flatMap(({ fact }) => fact ?? []);
  const back = tables.listed.options.flatMap((option) =>
    gainsOf(tables, option).flatMap(({ row }) => row.facts[option] ?? []),
  );
  const matched = Object.values(tables.matches).flatMap((name) =>
    Object.values(tables.benefits[name].facts).flat(),
  );
  return [...new Set([...paid, ...back, ...matched])];
}

/**
 * @param {LifeTables} tables
 * @param {Row[]} rows
 */
function groups(tables, rows) {
  const listed = new Set(tables.listed.options.map((name) => tables.options[name].scheme));
  const schemes = [...listed].filter((scheme) => scheme in tables.schemes);
  const others = rows.filter(({ option }) => !schemes.includes(tables.options[option].scheme));
  return [
    ...schemes.map((scheme) => {
      const own = rows.filter(({ option }) => tables.options[option].scheme === scheme);
      return group(tables.schemes[scheme].title, own);
    }),
    group(word("life.group.acts"), others),
  ];
}

/**
 * @param {Text} title
 * @param {Row[]} rows
 */
function group(title, rows) {
  const name = { role: "group", "aria-label": plain(title) };
  return el(
    "section.holds",
    name,
    el("h3", rendered(title)),
    rows.map(({ node }) => node),
  );
}

/**
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {Choice} choice
 * @param {() => unknown} toggle
 * @returns {Row}
 */
function optionRow(tables, life, { option, each, times, held }, toggle) {
  const row = tables.options[option];
  const isDone = held && row.act;
  const pay = isDone ? word("life.pay.done") : payWords(each, times > 1);
  const said = el("span");
  const node = button(
    "hold",
    [
      el("span.box", { "aria-hidden": "true" }, sign("tick")),
      el(
        "span.offer",
        el("span.title", rendered(titleOf(tables, option)), " ", el("b", rendered(pay))),
        said,
      ),
    ],
    toggle,
    { "data-colour": row.colour },
  );
  return {
    option,
    node,
    show: (now, chosen) => {
      const isChosen = chosen.includes(option);
      const isRefused = !isChosen && now.refusal !== "";
      node.setAttribute("aria-pressed", String(isChosen));
      node.setAttribute("aria-disabled", String(isRefused || Boolean(isDone)));
      said.className = isRefused ? "refused" : "back";
      const words = isRefused
        ? [icon("locked"), rendered(refusalWords(tables, now))]
        : gainWords(tables, life, option).map(rendered);
      said.replaceChildren(...words);
    },
  };
}

/**
 * @param {number} baht
 * @param {boolean} isMonthly
 */
function payWords(baht, isMonthly) {
  if (!baht) return word("life.pay.free");
  return told(isMonthly ? "life.pay.month" : "life.pay.year", { baht });
}

/**
 * Return what a thing to hold is called.
 *
 * @param {LifeTables} tables
 * @param {string} option
 */
export function titleOf(tables, option) {
  return tables.options[option].short ?? word(`life.hold.${option}`);
}

/**
 * Return the benefits that the option has and the one before it in its scheme has not, or not
 * of that size; `before` is that one if it has any of its own.
 *
 * @param {LifeTables} tables
 * @param {string} option
 */
function gainsOf(tables, option) {
  const before = siblingBefore(tables, option);
  return Object.values(tables.benefits).flatMap((row) => {
    const baht = row.each?.[option];
    const isNew = !before || row.each?.[before] !== baht;
    return row.unit && baht && isNew ? [{ row, unit: row.unit, baht }] : [];
  });
}

/**
 * @param {LifeTables} tables
 * @param {string} option
 */
function siblingBefore(tables, option) {
  const { scheme } = tables.options[option];
  const own = tables.listed.options.filter((name) => tables.options[name].scheme === scheme);
  return own[own.indexOf(option) - 1];
}

/**
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string} option
 * @returns {Text[]}
 */
function gainWords(tables, life, option) {
  const row = tables.options[option];
  if (row.saves) {
    return [told("life.gain.match", { baht: stateShare(tables, option, ageOf(tables, life)) })];
  }
  const gains = gainsOf(tables, option);
  if (!gains.length) return [told(`life.gain.${option}`, { baht: tables.amounts.fund_night })];
  const words = gains.map(({ unit, baht }) => told(`life.gain.${unit}`, { baht }));
  const before = siblingBefore(tables, option);
  const same = before && tables.options[before].short;
  return same ? [word("life.gain.and", { option: plain(same) }), ...words] : words;
}

/**
 * @param {LifeTables} tables
 * @param {Choice} choice
 */
function refusalWords(tables, { refusal, beside }) {
  if (refusal !== "excluded") return word(`life.refused.${refusal}`);
  const { short, scheme } = tables.options[beside];
  const { short: holder } = tables.schemes[scheme] ?? { short: "" };
  return word("life.refused.excluded", { other: `${plain(holder)} ${plain(short ?? "")}` });
}
