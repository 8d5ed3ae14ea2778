// The content of the page: modules, facts, words and rules, put into the file by the build.

/** @import { AskedQuestion, Module, PageContent, Question } from "./types.js" */

/** @type {PageContent} */
export const content = JSON.parse(document.getElementById("content")?.textContent ?? "");

// The newest shape of the content that this script can read.
const FORMAT = 1;

if (content.format > FORMAT) {
  const page = document.getElementById("page");
  if (page) {
    page.textContent =
      "ไฟล์นี้ทำจากข้อมูลรุ่นใหม่กว่าที่หน้านี้อ่านได้ ขอไฟล์ฝึกสิทธิฉบับล่าสุดจากแกนนำ ความจำเดิมในเครื่องยังอยู่ครบ";
  }
  throw new Error(`content format ${content.format}, this script reads up to ${FORMAT}`);
}

/**
 * Every question that can be asked, in reading order, each with its module's id.
 *
 * @type {AskedQuestion[]}
 */
export const bank = content.modules.flatMap((module) =>
  module.questions.filter(canBeAsked).map((question) => ({ ...question, module: module.id })),
);

export const questions = new Map(bank.map((question) => [question.id, question]));

export const modules = new Map(content.modules.map((module) => [module.id, module]));

/**
 * Return the module of that id, or the first one if there is none.
 *
 * @param {string | undefined} id
 * @returns {Module}
 */
export function moduleOr(id) {
  return modules.get(id ?? "") ?? content.modules[0];
}

// A place that is filled, or one that takes the form of a word for a count:
// {n|one:year|other:years}.
const PLACE = /\{(\w+)(?:\|one:([^{}|]*)\|other:([^{}|]*))?\}/g;

/**
 * Return words of the page itself, with their {places} filled.
 *
 * @param {string} key
 * @param {Record<string, string | number>} places
 */
export function word(key, places = {}) {
  const text = content.words[key];
  if (text === undefined) throw new Error(`the page has no words "${key}"`);
  return text.replace(PLACE, (all, name, one, other) => {
    const value = places[name];
    if (value === undefined) return all;
    if (other === undefined) return String(value);
    return String(value) === "1" ? one : other;
  });
}

/**
 * Return false for a question about a right that has ended: it has no answer to give.
 *
 * @param {Question} question
 */
function canBeAsked(question) {
  return question.kind !== "number" || typeof question.answer.value === "number";
}
