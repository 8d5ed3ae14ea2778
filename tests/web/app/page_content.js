// Content for tests without a browser: the shared numbers of practice and a few things to find.

import { readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

/** @param {string} path below the project's root */
export const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

const { asking, how_much, ...letters } = readJson("games/web/export/search_spelling.json");

export const content = {
  format: 1,
  language: "th",
  language_name: "ไทย",
  edition: "test",
  as_of: "2026-11-20",
  words: {
    hello: "สวัสดี {animal} {n}",
    count: "{n} {n|one:question|other:questions} here",
  },
  animals: ["elephant", "owl"],
  schedule: readJson("games/practice/schedule.json"),
  spelling: { ...letters, asking: asking.th, how_much: how_much.th },
  modules: [],
  facts: {
    funeral: { label: "ค่าทำศพ", text: "25,000 บาท", review_by: "2027-01-01" },
    age: { label: "อายุ", text: "15 ถึง 65 ปี", review_by: "2026-01-01" },
  },
  sources: {},
  helplines: {},
  glossary: [],
  search: {
    found: [
      ["fact", "funeral"],
      ["fact", "age"],
    ],
    lengths: [4, 4],
    words: { คาทามสพ: [0, 4], อายุ: [1, 4], สมัคร: [1, 1] },
  },
};

const { takeContent } = await import(
  new URL("../../../games/web/app/core/content.js", import.meta.url).href
);
takeContent(content);
