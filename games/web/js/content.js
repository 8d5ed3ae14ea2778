// What the page is about: modules, facts, words and rules, put into the file by the build.

export const content = JSON.parse(document.getElementById("content").textContent);

// The newest shape of the content that this script can read.
const FORMAT = 1;

if (content.format > FORMAT) {
  document.getElementById("page").textContent =
    "ไฟล์นี้ทำจากข้อมูลรุ่นใหม่กว่าที่หน้านี้อ่านได้ ขอไฟล์ฝึกสิทธิฉบับล่าสุดจากแกนนำ ความจำเดิมในเครื่องยังอยู่ครบ";
  throw new Error(`content format ${content.format}, this script reads up to ${FORMAT}`);
}

/** Every question that can be asked, in reading order, each with its module's id. */
export const bank = content.modules.flatMap((module) =>
  module.questions.filter(canBeAsked).map((question) => ({ ...question, module: module.id })),
);

export const questions = new Map(bank.map((question) => [question.id, question]));

export const modules = new Map(content.modules.map((module) => [module.id, module]));

/** Words of the page itself, with their {places} filled. */
export function word(key, places = {}) {
  const text = content.words[key];
  if (text === undefined) throw new Error(`the page has no words "${key}"`);
  return text.replace(/\{(\w+)\}/g, (all, name) => places[name] ?? all);
}

/** A question about a right that has ended has no answer to give. */
function canBeAsked(question) {
  return question.kind !== "number" || typeof question.answer.value === "number";
}
