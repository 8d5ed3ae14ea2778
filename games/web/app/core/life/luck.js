// Luck: a pure function of the seed and the moment, the same as the board game's.

const MULTIPLIERS = [
  0xd1342543de82ef95n,
  0x9e3779b97f4a7c15n,
  0xbf58476d1ce4e5b9n,
  0x94d049bb133111ebn,
  0x2545f4914f6cdd1dn,
];

/** Purposes of a draw, as the game numbers them. */
export const SEASON = 2;
export const MONTH = 4;
export const VILLAGE = 13;

/**
 * Return a number from 0 to n - 1 for that purpose at that moment.
 *
 * @param {number} n
 * @param {number} seed
 * @param {number} purpose
 * @param {number} chapter
 * @param {number} seat
 */
export function below(n, seed, purpose, chapter, seat) {
  const [a, b, c, d, e] = MULTIPLIERS;
  const sum = BigInt(seed) * a + BigInt(purpose) * b + BigInt(chapter) * c + BigInt(seat) * d + e;
  let x = BigInt.asUintN(64, sum);
  x = BigInt.asUintN(64, (x ^ (x >> 30n)) * c);
  x = BigInt.asUintN(64, (x ^ (x >> 27n)) * d);
  x ^= x >> 31n;
  return Number((x * BigInt(n)) >> 64n);
}
