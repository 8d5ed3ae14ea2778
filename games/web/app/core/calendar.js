// Days as whole numbers since 1970-01-01, of the calendar where the person is.

const MILLISECONDS = 86_400_000;

const MONTHS = [
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
 * Return the day as "20 พฤศจิกายน 2569".
 *
 * @param {number} day
 */
export function thaiDate(day) {
  const date = new Date(day * MILLISECONDS);
  const year = date.getUTCFullYear() + BUDDHIST_ERA;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${year}`;
}
