// The content of the page: modules, facts, words and rules, a language at a time. The build puts
// each language into the file as base64 of deflated JSON.

/** @import { AskedQuestion, Module, PageContent, Question } from "./types.js" */

/** What the page shows, in the language that was opened last. */
export const content = /** @type {PageContent} */ ({});

/**
 * Every question that can be asked, in reading order, each with its module's id.
 *
 * @type {AskedQuestion[]}
 */
export const bank = [];

/** @type {Map<string, AskedQuestion>} */
export const questions = new Map();

/** @type {Map<string, Module>} */
export const modules = new Map();

// The newest shape of the content that this script can read.
const FORMAT = 1;

const TOO_NEW = {
  th: "ไฟล์นี้ทำจากข้อมูลรุ่นใหม่กว่าที่หน้านี้อ่านได้ ขอไฟล์ฝึกสิทธิฉบับล่าสุดจากแกนนำ ความจำเดิมในเครื่องยังอยู่ครบ",
  en: "This file was made from newer information than this page can read. Ask your community leader for the latest file. All that this device remembers is still here.",
};

/**
 * Read the content in one of the languages that the file carries.
 *
 * @param {HTMLElement} packed the element that holds it
 */
export async function openContent(packed) {
  const written = atob(packed.textContent ?? "");
  const bytes = new Uint8Array(written.length);
  for (let i = 0; i < written.length; i += 1) bytes[i] = written.charCodeAt(i);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  takeContent(await new Response(unpacked).json());
}

/**
 * Take this for the content from now on.
 *
 * @param {PageContent} read
 */
export function takeContent(read) {
  if (read.format > FORMAT) {
    const page = document.getElementById("page");
    if (page) page.textContent = read.language === "th" ? TOO_NEW.th : TOO_NEW.en;
    throw new Error(`content format ${read.format}, this script reads up to ${FORMAT}`);
  }
  Object.assign(content, { audio: undefined }, read);
  bank.length = 0;
  for (const module of content.modules) {
    const asked = module.questions.filter(canBeAsked);
    bank.push(...asked.map((question) => ({ ...question, module: module.id })));
  }
  refill(questions, bank);
  refill(modules, content.modules);
}

/**
 * @template {{ id: string }} T
 * @param {Map<string, T>} map
 * @param {T[]} values
 */
function refill(map, values) {
  map.clear();
  for (const value of values) map.set(value.id, value);
}

/**
 * Return the module of that id, or the first one if there is none.
 *
 * @param {string | undefined} id
 * @returns {Module}
 */
export function moduleOr(id) {
  return modules.get(id ?? "") ?? content.modules[0];
}

/**
 * Return words of the page itself, with their {places} filled. A place may choose among forms by
 * the number in it, as the language counts: {n|one:question|other:questions}.
 *
 * @param {string} key
 * @param {Record<string, string | number>} places
 */
export function word(key, places = {}) {
  const text = content.words[key];
  if (text === undefined) throw new Error(`the page has no words "${key}"`);
  return text.replace(/\{(\w+)((?:\|[^{}|]*)*)\}/g, (all, name, forms) => {
    const value = places[name];
    if (value === undefined) return all;
    return forms ? formFor(value, forms) : String(value);
  });
}

/**
 * Return the form of a word that goes with a number, which may be grouped: "1,200".
 *
 * @param {string | number} value
 * @param {string} written "|one:question|other:questions"
 */
function formFor(value, written) {
  const number = Number(String(value).replace(/[^\d.]/g, ""));
  const forms = new Map();
  for (const form of written.slice(1).split("|")) {
    const [category, words] = form.split(/:(.*)/s, 2);
    forms.set(category, words);
  }
  return forms.get(new Intl.PluralRules(content.language).select(number)) ?? forms.get("other");
}

/**
 * Return false for a question about a right that has ended: it has no answer to give.
 *
 * @param {Question} question
 */
function canBeAsked(question) {
  return question.kind !== "number" || typeof question.answer.value === "number";
}
