// A round: what is asked, in which order, and what comes back; as games/practice/rounds.py.
//
// A round is {queue, first, returned}: what is still to be asked, the grade of the first
// answer to each question, and how often each missed question was put back.

import { content } from "./content.js";
import { isDue } from "./schedule.js";

const rules = content.schedule.round;

/** The ids of a round that begins today. `asked` has id, module and level, in reading order. */
export function choose(asked, memories, today, atMost) {
  const [due, fresh, early] = [[], [], []];
  for (const question of asked) {
    const memory = memories.get(question.id);
    if (!memory) fresh.push([question.level, question]);
    else if (isDue(memory, today)) due.push([Math.min(memory.due, today), question]);
    else early.push([memory.due, question]);
  }
  // Sorting is stable: what is equal keeps its reading order.
  const ordered = [due, fresh, early].flatMap((group) =>
    inTurns(group.sort((a, b) => a[0] - b[0]).map(([, question]) => question)),
  );
  return ordered.slice(0, atMost).map((question) => question.id);
}

/** The same questions with the modules taking turns, each in its own order. */
function inTurns(asked) {
  const waiting = new Map();
  for (const question of asked) {
    if (!waiting.has(question.module)) waiting.set(question.module, []);
    waiting.get(question.module).push(question);
  }
  const groups = [...waiting.values()];
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, turn) =>
    groups.filter((group) => turn < group.length).map((group) => group[turn]),
  ).flat();
}

export function begin(queue) {
  return { queue, first: {}, returned: {} };
}

/** The round after the answer to its first question. */
export function answer(round, given) {
  const [asked, ...rest] = round.queue;
  const first = { ...round.first };
  if (!(asked in first)) first[asked] = given;
  const returned = { ...round.returned };
  if (given === "again" && (returned[asked] ?? 0) < rules.returns) {
    returned[asked] = (returned[asked] ?? 0) + 1;
    rest.splice(Math.min(rules.gap, rest.length), 0, asked);
  }
  return { ...round, queue: rest, first, returned };
}

/** The round when its minutes are over: only what was begun is finished. */
export function withoutNew(round) {
  return { ...round, queue: round.queue.filter((id) => id in round.first) };
}
