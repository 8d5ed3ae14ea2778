// Reads aloud what stands on the screen: a recorded clip where there is one, else a Thai voice
// that lives on the device. Voices that send the words to a server are passed over.

import { content } from "./content.js";
import { session } from "./session.js";
import { spokenText, wordRange } from "./spoken_text.js";

/** @typedef {() => void} Callback */

// A voice that has not begun after so many milliseconds will not be heard.
const SILENT = 3000;
const RATE = 0.9;

// Android loads its voices late and does not always tell: look again after these milliseconds.
const LATE = [300, 1000, 3000, 8000];

const HIGHLIGHT = "spoken";

/** @type {SpeechSynthesisVoice | null} */
let voice = null;

/** The number of the present reading; an older one stops when it is not its own any more. */
let reading = 0;

/** @type {HTMLAudioElement | null} */
let player = null;

/** Find the voice, now or when the device has loaded its voices. */
export function findVoice() {
  if (!("speechSynthesis" in window)) return;
  const look = () => {
    voice ??= thaiVoice(speechSynthesis.getVoices());
  };
  look();
  speechSynthesis.addEventListener?.("voiceschanged", look);
  for (const milliseconds of LATE) setTimeout(look, milliseconds);
}

/**
 * Return a Thai voice of the device, however it writes its language: th-TH, th_TH, th, tha.
 *
 * @param {Pick<SpeechSynthesisVoice, "lang" | "name" | "localService">[]} voices
 * @returns {any}
 */
export function thaiVoice(voices) {
  const local = voices.filter((each) => each.localService);
  const isThai = /^tha?(?:[-_]|$)/i;
  return (
    local.find((each) => isThai.test(each.lang)) ??
    local.find((each) => !each.lang && /thai|ไทย/i.test(each.name)) ??
    null
  );
}

/** Return true if a Thai voice was found. */
export function hasVoice() {
  return voice !== null;
}

/** Return the languages in which clips were recorded. */
export function clipLanguages() {
  return Object.keys(content.audio ?? {});
}

/**
 * Read the elements one after the other; stop what was being read.
 *
 * @param {HTMLElement[]} elements
 * @param {{ onSilent?: Callback, onEnd?: Callback }} callbacks nothing can be heard; all was read
 */
export async function read(elements, { onSilent = () => {}, onEnd = () => {} } = {}) {
  hush();
  reading += 1;
  const own = reading;
  let isHeard = false;
  for (const element of elements.flatMap(recordedParts)) {
    const clip = clipOf(element);
    const heard = clip ? await play(clip, element) : await say(element);
    if (own !== reading) return;
    // Where some texts were recorded, those that were not are passed over without a voice.
    isHeard ||= heard;
    if (!isHeard) {
      onSilent();
      break;
    }
  }
  showSpoken(null);
  onEnd();
}

/** Stop reading. */
export function hush() {
  reading += 1;
  if ("speechSynthesis" in window) speechSynthesis.cancel();
  player?.pause();
  player = null;
  showSpoken(null);
}

/**
 * Return the parts of an element that were recorded one by one; else the element itself.
 *
 * @param {HTMLElement} element
 * @returns {HTMLElement[]}
 */
function recordedParts(element) {
  if (clipOf(element)) return [element];
  const parts = [...element.querySelectorAll(/** @type {"p"} */ ("[data-voice]"))].filter(clipOf);
  return parts.length ? parts : [element];
}

/** @param {HTMLElement} element */
function clipOf(element) {
  const id = element.dataset.voice;
  const clips = content.audio ?? {};
  const chosen = clips[String(session.store.settings.voice)] ?? Object.values(clips)[0];
  return id ? chosen?.[id] : undefined;
}

/**
 * Play a clip to its end; return false if it cannot be heard.
 *
 * @param {string} address
 * @param {HTMLElement} element what is lit meanwhile
 * @returns {Promise<boolean>}
 */
function play(address, element) {
  const clip = new Audio(address);
  player = clip;
  const whole = document.createRange();
  whole.selectNodeContents(element);
  showSpoken(whole);
  return new Promise((resolve) => {
    clip.onended = () => resolve(true);
    clip.onerror = () => resolve(false);
    clip.onpause = () => resolve(true);
    clip.play().catch(() => resolve(false));
  });
}

/**
 * Say the words of an element to their end; return false if no voice begins.
 *
 * @param {HTMLElement} element
 * @returns {Promise<boolean>}
 */
function say(element) {
  const words = spokenText(element);
  if (!words.text.trim()) return Promise.resolve(true);
  const isPossible = "speechSynthesis" in window && (voice || !speechSynthesis.getVoices().length);
  if (!isPossible) return Promise.resolve(false);
  const saying = new SpeechSynthesisUtterance(words.text);
  saying.voice = voice;
  saying.lang = "th-TH";
  saying.rate = RATE;
  return new Promise((resolve) => {
    const silent = setTimeout(() => resolve(false), SILENT);
    saying.onstart = () => clearTimeout(silent);
    saying.onboundary = ({ charIndex, charLength }) =>
      showSpoken(wordRange(words, charIndex, charLength));
    saying.onend = () => {
      clearTimeout(silent);
      resolve(true);
    };
    saying.onerror = ({ error }) => {
      clearTimeout(silent);
      resolve(error === "interrupted" || error === "canceled");
    };
    speechSynthesis.speak(saying);
  });
}

/**
 * Light the words that are being read, where the browser can.
 *
 * @param {Range | null} range
 */
function showSpoken(range) {
  if (!("highlights" in CSS)) return;
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  else CSS.highlights.delete(HIGHLIGHT);
}
