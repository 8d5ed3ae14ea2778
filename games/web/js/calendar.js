// Days as whole numbers since 1970-01-01, of the calendar where the person is.

const MILLISECONDS = 86_400_000;

const MONTHS = [
  "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
  "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
];

const BUDDHIST_ERA = 543;

/** Today, by the clock of the device. */
export function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS;
}

/** The day written "2026-11-20". */
export function dayOf(written) {
  return Date.parse(`${written}T00:00:00Z`) / MILLISECONDS;
}

/** "20 พฤศจิกายน 2569" */
export function thaiDate(day) {
  const date = new Date(day * MILLISECONDS);
  const year = date.getUTCFullYear() + BUDDHIST_ERA;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${year}`;
}
