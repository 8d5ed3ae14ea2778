// Reads aloud what stands on the screen: a recorded clip where there is one, else a voice for the
// page's language that lives on the device. Voices that send the words to a server are passed over.

import { content } from "./content.js";
import { locale } from "./languages.js";
import { session } from "./session.js";
import { spokenText, wordRange } from "./spoken_text.js";

/** @typedef {() => void} Callback */

// A voice that has not begun after so many milliseconds will not be heard.
const SILENT = 3000;
const RATE = 0.9;

const HIGHLIGHT = "spoken";

// Android names some voices by codes of three letters.
const LONG_CODES = /** @type {Record<string, string>} */ ({
  th: "tha",
  en: "eng",
  my: "mya",
  km: "khm",
  lo: "lao",
  vi: "vie",
});

/** The number of the present reading; an older one stops when it is not its own any more. */
let reading = 0;

/** @type {HTMLAudioElement | null} */
let player = null;

/** Ask for the voices of the device, which it loads late: they are there when one is needed. */
export function loadVoices() {
  if ("speechSynthesis" in window) speechSynthesis.getVoices();
}

/**
 * Return a voice of the device for a language, however it is written: th-TH, th_TH, th, tha.
 *
 * @param {Pick<SpeechSynthesisVoice, "lang" | "name" | "localService">[]} voices
 * @param {string} language
 * @param {string[]} names of the language, for voices that do not tell theirs
 * @returns {any}
 */
export function voiceFor(voices, language, names) {
  const local = voices.filter((each) => each.localService);
  const isOfLanguage = new RegExp(`^(?:${language}|${LONG_CODES[language]})(?:[-_]|$)`, "i");
  const isNamed = (/** @type {string} */ voice) =>
    names.some((name) => voice.toLowerCase().includes(name.toLowerCase()));
  return (
    local.find((each) => isOfLanguage.test(each.lang)) ??
    local.find((each) => !each.lang && isNamed(each.name)) ??
    null
  );
}

/** Return the voice for the page's language; null without one. */
function pageVoice() {
  const { language, language_name: name } = content;
  const english = new Intl.DisplayNames(["en"], { type: "language" }).of(language);
  return voiceFor(speechSynthesis.getVoices(), language, english ? [name, english] : [name]);
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
  if (!("speechSynthesis" in window)) return Promise.resolve(false);
  const voice = pageVoice();
  if (!voice && speechSynthesis.getVoices().length) return Promise.resolve(false);
  const saying = new SpeechSynthesisUtterance(words.text);
  saying.voice = voice;
  saying.lang = locale();
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
