// Moving to another device: a code, or the same in a file. It holds an animal and its
// memories, nothing else, and is made and read by the person's own hand.
//
// "RS1.SUM.DATA": DATA is base64 of deflated JSON, SUM its checksum, to notice a torn copy.

import { isMemory } from "./store.js";

const MARK = "RS";
const FORMAT = 1;

export class BadCode extends Error {
  /** `reason`: "foreign", "newer" or "damaged". */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** The code of an animal and its memories. */
export async function toCode(animal, memories) {
  const cards = [...memories].map(([question, m]) => [
    question, round(m.stability, 4), round(m.difficulty, 4), m.last, m.due, m.seen, m.missed,
  ]);
  const data = base64(await through(new CompressionStream("deflate"), JSON.stringify({ animal, cards })));
  return `${MARK}${FORMAT}.${checksum(data)}.${data}`;
}

/** {animal, memories} of a code. Throws BadCode. */
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
  const isCard = (card) => Array.isArray(card) && typeof card[0] === "string";
  if (!animals.includes(read?.animal) || !Array.isArray(read.cards) || !read.cards.every(isCard)) {
    throw new BadCode("damaged");
  }
  const memories = new Map(read.cards.map(([question, ...numbers]) => [question, memoryOf(numbers)]));
  if (![...memories.values()].every(isMemory)) throw new BadCode("damaged");
  return { animal: read.animal, memories };
}

function memoryOf([stability, difficulty, last, due, seen, missed]) {
  return { stability, difficulty, last, due, seen, missed };
}

async function through(stream, data) {
  return new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(stream)).arrayBuffer());
}

function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Adler-32 in hex. */
function checksum(text) {
  let [a, b] = [1, 0];
  for (let i = 0; i < text.length; i += 1) {
    a = (a + text.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return (((b << 16) | a) >>> 0).toString(16).padStart(8, "0");
}

function round(number, decimals) {
  return Math.round(number * 10 ** decimals) / 10 ** decimals;
}
