// A code in parts that are small enough for QR pictures a camera can read.
//
// "RQ.SUM.I.N.CHUNK": SUM is the checksum in the code, by which its parts know each other; I
// counts from 1 to N.

const MARK = "RQ";

// A picture of so many letters is read from one tablet by another.
const LETTERS = 500;

/**
 * Return the parts of a code.
 *
 * @param {string} code as `toCode` makes it
 */
export function toParts(code) {
  const count = Math.max(1, Math.ceil(code.length / LETTERS));
  const [, sum] = code.split(".");
  return Array.from({ length: count }, (_, i) => {
    const chunk = code.slice(i * LETTERS, (i + 1) * LETTERS);
    return `${MARK}.${sum}.${i + 1}.${count}.${chunk}`;
  });
}

/** Collects the parts of one code, in any order; a part of another code begins anew. */
export class PartCollector {
  /** @type {Map<number, string>} */
  #chunks = new Map();
  #sum = "";
  #count = 0;

  /** How many parts were seen, and of how many; 0 of 0 before the first. */
  get progress() {
    return { seen: this.#chunks.size, all: this.#count };
  }

  /**
   * Take what a camera has read; return the whole code once it is complete, else null.
   *
   * @param {string} read
   */
  take(read) {
    const part = /^RQ\.([0-9a-f]{8})\.(\d{1,3})\.(\d{1,3})\.([\w.+/=-]*)$/.exec(read);
    if (!part) return null;
    const [, sum, written, count, chunk] = part;
    if (sum !== this.#sum || Number(count) !== this.#count) {
      this.#chunks.clear();
      this.#sum = sum;
      this.#count = Number(count);
    }
    const number = Number(written);
    if (number < 1 || number > this.#count) return null;
    this.#chunks.set(number, chunk);
    if (this.#chunks.size < this.#count) return null;
    return [...this.#chunks]
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each)
      .join("");
  }
}
