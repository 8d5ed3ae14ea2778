// Days as whole numbers since 1970-01-01, of the calendar where the person is.

import { content } from "./content.js";
import { locale } from "./languages.js";

const MILLISECONDS = 86_400_000;

const THAI_MONTHS = [
  "มกราคม",
  "กุมภาพันธ์",
  "มีนาคม",
  "เมษายน",
  "พฤษภาคม",
  "มิถุนายน",
  "กรกฎาคม",
  "สิงหาคม",
  "กันยายน",
  "ตุลาคม",
  "พฤศจิกายน",
  "ธันวาคม",
];

const BUDDHIST_ERA = 543;

/** Return today, by the clock of the device. */
export function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS;
}

/**
 * Return the day written "2026-11-20".
 *
 * @param {string} written
 */
export function dayOf(written) {
  return Date.parse(`${written}T00:00:00Z`) / MILLISECONDS;
}

/**
 * Return the day written as "2026-11-20".
 *
 * @param {number} day
 */
export function isoDate(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * Return the day as the language writes it: "20 พฤศจิกายน 2569", "20 November 2026".
 *
 * @param {number} day
 */
export function longDate(day) {
  const date = new Date(day * MILLISECONDS);
  if (content.language !== "th") {
    const form = { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" };
    return date.toLocaleDateString(locale(), /** @type {Intl.DateTimeFormatOptions} */ (form));
  }
  const year = date.getUTCFullYear() + BUDDHIST_ERA;
  return `${date.getUTCDate()} ${THAI_MONTHS[date.getUTCMonth()]} ${year}`;
}

/**
 * Return a year that was written in the Buddhist era, in the era of the language.
 *
 * @param {number} year
 */
export function yearShown(year) {
  return content.language === "th" ? year : year - BUDDHIST_ERA;
}
