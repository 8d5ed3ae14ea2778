// The code that moves a memory to another device. It holds an animal and its memories, nothing
// else, and is made and read by the person's own hand.
//
// "RS1.SUM.DATA": DATA is base64 of deflated JSON, SUM its checksum, to notice a torn copy.

import { isMemory } from "./store.js";

/** @import { Memories, Memory } from "./types.js" */
/** @typedef {"foreign" | "newer" | "damaged"} Reason */

const MARK = "RS";
const FORMAT = 1;

export class BadCode extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Return the code of an animal and its memories.
 *
 * @param {string} animal
 * @param {Memories} memories
 */
export async function toCode(animal, memories) {
  const cards = [...memories].map(([question, m]) => [
    question,
    round(m.stability, 4),
    round(m.difficulty, 4),
    m.last,
    m.due,
    m.seen,
    m.missed,
  ]);
  const written = new TextEncoder().encode(JSON.stringify({ animal, cards }));
  const data = base64(await through(new CompressionStream("deflate"), written));
  return `${MARK}${FORMAT}.${checksum(data)}.${data}`;
}

/**
 * Return the animal and the memories of a code.
 *
 * @param {string} written
 * @param {string[]} animals those that this page knows
 * @throws {BadCode}
 */
export async function fromCode(written, animals) {
  const parts = /^RS(\d+)\.([0-9a-f]{8})\.([\w+/=-]*)$/.exec(written.replace(/\s+/g, ""));
  if (!parts) throw new BadCode(written.trim().startsWith(MARK) ? "damaged" : "foreign");
  const [, format, sum, data] = parts;
  if (Number(format) > FORMAT) throw new BadCode("newer");
  if (checksum(data) !== sum) throw new BadCode("damaged");
  let read;
  try {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    read = JSON.parse(
      new TextDecoder().decode(await through(new DecompressionStream("deflate"), bytes)),
    );
  } catch {
    throw new BadCode("damaged");
  }
  if (!animals.includes(read?.animal) || !Array.isArray(read.cards) || !read.cards.every(isCard)) {
    throw new BadCode("damaged");
  }
  /** @type {Memories} */
  const memories = new Map(read.cards.map(memoryOf));
  if (![...memories.values()].every(isMemory)) throw new BadCode("damaged");
  return { /** @type {string} */ animal: read.animal, memories };
}

/** @param {unknown} card */
function isCard(card) {
  return Array.isArray(card) && typeof card[0] === "string";
}

/**
 * @param {[string, ...number[]]} card
 * @returns {[string, Memory]}
 */
function memoryOf([question, stability, difficulty, last, due, seen, missed]) {
  return [question, { stability, difficulty, last, due, seen, missed }];
}

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} data
 */
async function through(stream, data) {
  const piped = new Blob([data]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * Return Adler-32 in hex.
 *
 * @param {string} text
 */
function checksum(text) {
  let [a, b] = [1, 0];
  for (let i = 0; i < text.length; i += 1) {
    a = (a + text.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return (((b << 16) | a) >>> 0).toString(16).padStart(8, "0");
}

/**
 * @param {number} number
 * @param {number} decimals
 */
function round(number, decimals) {
  return Math.round(number * 10 ** decimals) / 10 ** decimals;
}
