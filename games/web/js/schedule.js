// When a question returns: FSRS over whole local days, as in games/practice/schedule.py.
//
// A memory is what is known of one person and one question:
//   stability   days after which recall falls to the chosen retention
//   difficulty  from 1 to 10
//   last, due   days: of the last answer, and when it should come again
//   seen, missed  answers given, and wrong ones among them

import { FSRS, Rating } from "./ts-fsrs.js";
import { content } from "./content.js";

const rules = content.schedule;

const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good };

const algorithm = new FSRS({
  w: rules.weights,
  request_retention: rules.retention,
  maximum_interval: rules.longest_days,
  enable_fuzz: false,
});

/** Wrong; right after long thought; right. `signs` is the length of what there was to read. */
export function grade(right, seconds, signs) {
  if (!right) return "again";
  const { seconds: pause, seconds_per_sign: each } = rules.hesitation;
  return seconds > pause + each * signs ? "hard" : "good";
}

/** The memory after an answer; null stands for a question never asked. */
export function learn(memory, given, today) {
  // A last day still to come means that the clock was set back since.
  const elapsed = memory ? Math.max(0, today - memory.last) : 0;
  const before = memory && { stability: memory.stability, difficulty: memory.difficulty };
  const after = algorithm.next_state(before, elapsed, RATINGS[given]);
  return {
    stability: after.stability,
    difficulty: after.difficulty,
    last: today,
    due: today + algorithm.next_interval(after.stability, elapsed),
    seen: (memory?.seen ?? 0) + 1,
    missed: (memory?.missed ?? 0) + (given === "again" ? 1 : 0),
  };
}

/** Whether it should be asked today. After the clock was set back: yes, and it heals by that. */
export function isDue(memory, today) {
  return memory.due <= today || memory.last > today;
}

/** Whether it will be remembered for weeks. */
export function isSolid(memory) {
  return memory.stability >= rules.solid_days;
}
