// The code that moves a memory to another device. It holds an animal and its memories, nothing
// else, and is made and read by the person's own hand.
//
// "RS1.SUM.DATA": DATA is base64 of deflated JSON, SUM its checksum, to notice a torn copy.

import { COLOURS, personId, personOf } from "../people.js";
import { isMemory } from "./stored_shapes.js";

/** @import { Memories, Memory } from "../types.js" */
/** @typedef {"foreign" | "newer" | "damaged"} Reason */

const MARK = "RS";
const FORMAT = 1;

// A code of ten thousand questions is smaller; anything above is no memory of a person.
const LONGEST = 500_000;
const LARGEST = 4_000_000;

export class BadCode extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Return the code of a person and their memories. The colour stands beside the animal, where
 * programs that know no colours do not look.
 *
 * @param {string} person
 * @param {Memories} memories
 */
export async function toCode(person, memories) {
  const { animal, colour } = personOf(person);
  const cards = [...memories].map(([question, m]) => [
    question,
    round(m.stability, 4),
    round(m.difficulty, 4),
    m.last,
    m.due,
    m.seen,
    m.missed,
  ]);
  const written = new TextEncoder().encode(JSON.stringify({ animal, colour, cards }));
  const data = base64(await through(new CompressionStream("deflate"), written));
  return `${MARK}${FORMAT}.${checksum(data)}.${data}`;
}

/**
 * Return the person and the memories of a code.
 *
 * @param {string} written
 * @param {(id: string) => boolean} isPerson true for those that this page knows
 * @throws {BadCode}
 */
export async function fromCode(written, isPerson) {
  if (written.length > LONGEST) throw new BadCode("foreign");
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
  const person = personId(String(read?.animal), String(read?.colour ?? COLOURS[0]));
  if (!isPerson(person) || !Array.isArray(read.cards) || !read.cards.every(isCard)) {
    throw new BadCode("damaged");
  }
  /** @type {Memories} */
  const memories = new Map(read.cards.map(memoryOf));
  if (![...memories.values()].every(isMemory)) throw new BadCode("damaged");
  return { person, memories };
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
 * Return what the stream makes of the data.
 *
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} data
 * @throws {RangeError} if that is larger than any memory
 */
async function through(stream, data) {
  const reader = new Blob([data]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new RangeError("larger than any memory");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
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
