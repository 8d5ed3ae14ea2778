// Reads aloud with a Thai voice that lives on the device. Voices that send the words to a
// server are passed over; without a voice there is no button.

import { plain } from "./text.js";

/** @import { Text } from "./types.js" */

/** @type {SpeechSynthesisVoice | null} */
let voice = null;

/** Find the voice, now or when the device has loaded its voices. */
export function findVoice() {
  if (!("speechSynthesis" in window)) return;
  const look = () => {
    voice ??=
      speechSynthesis.getVoices().find((v) => v.localService && /^th\b/i.test(v.lang)) ?? null;
  };
  look();
  speechSynthesis.addEventListener?.("voiceschanged", look);
}

/** Return true if the device can read Thai aloud. */
export function canSpeak() {
  return voice !== null;
}

/**
 * Read the texts one after the other; stop what was being read.
 *
 * @param {Text[]} texts
 */
export function speak(texts) {
  speechSynthesis.cancel();
  for (const text of texts) {
    const saying = new SpeechSynthesisUtterance(plain(text));
    saying.voice = voice;
    saying.lang = voice?.lang ?? "th-TH";
    saying.rate = 0.9;
    speechSynthesis.speak(saying);
  }
}

/** Stop reading. */
export function hush() {
  if (voice) speechSynthesis.cancel();
}
