// One life: the basket of old age, and the same life without protection.

import { word } from "../../core/content.js";
import { plain } from "../../core/text.js";
import { paragraph } from "../controls.js";
import { el, icon, rendered } from "../elements.js";
import { figure, hearts, line, signed, told } from "./parts.js";

/** @import { Child } from "../../core/types.js" */
/** @import { Chapter, LifeTables, OldAge, WholeLife } from "../../core/life/life_types.js" */

/**
 * Return a month's basket of old age, and what it consists of.
 *
 * @param {LifeTables} tables
 * @param {OldAge} old
 */
export function basketOf(tables, { lines, monthly, pieces }) {
  const { pension_months: months, piece } = tables.amounts;
  return el(
    "div.old-age",
    el(
      "section.basket",
      things(tables.basket, pieces),
      el("p.hero", rendered(told("life.old.monthly", { baht: monthly }))),
      paragraph(told("life.old.pieces", { n: pieces, baht: piece })),
    ),
    el(
      "section.list",
      el(
        "ul.lines",
        lines.map(({ benefit, option, monthly: baht }) => {
          const { icon: picture, title } = tables.benefits[benefit];
          const isSaving = option in tables.schemes;
          const what = isSaving ? word("life.old.savings") : title;
          return line(isSaving ? "bank" : picture, what, figure(baht), "gain");
        }),
      ),
      paragraph(told("life.old.estimate", { months })),
    ),
  );
}

/**
 * @param {string[]} basket names of icons
 * @param {number} pieces
 */
function things(basket, pieces) {
  const shown = Array.from({ length: pieces }, (_, i) => icon(basket[i % basket.length]));
  return el("p.things", { "aria-hidden": "true" }, shown);
}

/**
 * Return the life that was lived beside the one without protection, under the same luck.
 *
 * @param {LifeTables} tables
 * @param {WholeLife} held
 * @param {WholeLife} bare
 */
export function twoLives(tables, held, bare) {
  const apart = held.old_age.monthly - bare.old_age.monthly;
  const isSame = held.chapters.every(({ protected: { spent } }) => !spent);
  const { life } = held;
  return el(
    "div.two-lives",
    band(tables, held, "held"),
    band(tables, bare, "bare"),
    el(
      "section.list",
      isSame ? paragraph(word("life.two.same")) : null,
      apart > 0 ? el("p.about", rendered(told("life.two.difference", { baht: apart }))) : null,
      el(
        "ul.lines",
        line("coin", word("life.two.rights"), figure(life.received + life.covered), "gain"),
        life.missed ? line("thinking-face", word("life.two.missed"), figure(life.missed)) : null,
        life.not_joined
          ? line("umbrella", word("life.two.not-joined"), figure(life.not_joined))
          : null,
      ),
    ),
  );
}

/** The columns of a life after its ages and events. */
const COLUMNS = ["life.two.rights", "life.two.debt", "life.two.hearts"];

/**
 * Return a life as a table, a row for each chapter. Its roles are named because in the largest
 * type a phone shows the rows as blocks.
 *
 * @param {LifeTables} tables
 * @param {WholeLife} whole
 * @param {"held" | "bare"} kind
 */
function band(tables, { chapters, old_age, life }, kind) {
  const column = { scope: "col", role: "columnheader" };
  const head = ["life.two.event", ...COLUMNS].map((key) => el("th", column, rendered(word(key))));
  const end = told("life.two.basket", { age: tables.amounts.last_age, baht: old_age.monthly });
  return el(
    `section.band.${kind}`,
    el(
      "table",
      { role: "table" },
      el("caption", rendered(word(`life.two.${kind}`))),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
      el(
        "tbody",
        { role: "rowgroup" },
        chapters.map((chapter) => chapterRow(tables, chapter)),
      ),
    ),
    el(
      "p.end",
      el("b", rendered(end)),
      rendered(told(life.debt ? "life.debt" : "life.purse", { baht: life.debt || life.money })),
      hearts(life.hearts),
    ),
  );
}

/**
 * @param {LifeTables} tables
 * @param {Chapter} chapter
 */
function chapterRow(tables, { age, revealed, closed }) {
  const { icon: picture, title } = tables.situations[revealed.situation];
  const rights = [...revealed.paid, ...revealed.aside].reduce((sum, [, baht]) => sum + baht, 0);
  const got = rights + revealed.covered;
  /** @type {[Child, string][]} */
  const cells = [
    [signed(got), got ? ".gain" : ""],
    [figure(closed.debt), closed.debt ? ".loss" : ""],
    [hearts(closed.hearts), ""],
  ];
  return el(
    "tr",
    { role: "row" },
    el(
      "th",
      { scope: "row", role: "rowheader" },
      el("b", String(age)),
      icon(picture),
      el("span.unseen", plain(title)),
    ),
    cells.map(([shown, tone], place) =>
      el(`td${tone}`, { role: "cell", "data-label": plain(word(COLUMNS[place])) }, shown),
    ),
  );
}
