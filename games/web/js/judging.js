// Whether an answer is right, and what to say to the person who gave it.
//
// What is given: choice → index of the option; several → indexes; true_false → true or false;
// order → indexes of the steps as tapped; match → for each left side the index of its right
// side; number → the number. Indexes are those of the content, whatever the order shown.

/** {right, why}: why is a list of {about, text}, for what was mistaken. */
export function judge(question, given) {
  const judged = JUDGES[question.kind](question, given);
  return judged.right ? { right: true, why: [] } : judged;
}

const JUDGES = {
  choice({ options }, given) {
    const chosen = options[given];
    return { right: Boolean(chosen.right), why: chosen.why ? [{ text: chosen.why }] : [] };
  },

  several({ options }, given) {
    const wrong = options.filter((option, i) => given.includes(i) !== Boolean(option.right));
    const why = wrong
      .filter((option) => !option.right && option.why)
      .map((option) => ({ about: option.text, text: option.why }));
    return { right: wrong.length === 0, why };
  },

  true_false({ answer = false, why }, given) {
    return { right: given === answer, why: [{ text: why }] };
  },

  order({ why }, given) {
    return { right: given.every((step, place) => step === place), why: [{ text: why }] };
  },

  // Two needs may share one office, so the words decide, not the place in the list.
  match({ pairs, why }, given) {
    const right = given.every((j, i) => pairs[j].right === pairs[i].right);
    return { right, why: [{ text: why }] };
  },

  number({ answer, tolerance = 0, mistakes = [], why }, given) {
    const known = mistakes.find((mistake) => mistake.amount.value === given);
    return {
      right: Math.abs(given - answer.value) <= tolerance,
      why: [{ text: known?.why ?? why }],
    };
  },
};

/** Numbers below `count`, shuffled; the same for the same seed, so that a reload shows the same. */
export function shuffled(count, seed) {
  let state = 2166136261;
  for (const sign of seed) state = Math.imul(state ^ sign.codePointAt(0), 16777619);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    const j = ((state ^ (state >>> 13)) >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
