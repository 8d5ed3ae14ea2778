// Milliseconds that the page takes to schedule a thousand questions, a few times over.

import { readFileSync } from "node:fs";

const core = new URL("../../games/web/app/core/", import.meta.url);
const { takeContent } = await import(new URL("content.js", core).href);
takeContent(JSON.parse(readFileSync(0, "utf8")));
const { choose } = await import(new URL("round/rounds.js", core).href);
const { learn } = await import(new URL("round/schedule.js", core).href);

const bank = Array.from({ length: 1000 }, (_, i) => {
  return { id: `q${i}`, module: `m${i % 5}`, level: 1 + (i % 3) };
});
const known = new Map(bank.slice(0, 800).map(({ id }) => [id, learn(null, "good", 20_000)]));

const taken = Array.from({ length: 5 }, () => {
  const began = performance.now();
  choose(bank, known, 20_003, 10);
  for (const { id } of bank) learn(known.get(id) ?? null, "good", 20_003);
  return performance.now() - began;
});
console.log(JSON.stringify(taken));
