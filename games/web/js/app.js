// The page begins here: opens the store, puts the settings on, and follows the address.

import { word } from "./content.js";
import { dialog } from "./dom.js";
import { finding, glossary } from "./finding.js";
import { home } from "./home.js";
import { lesson } from "./lesson.js";
import { moving } from "./moving.js";
import { paragraph } from "./parts.js";
import { playing } from "./playing.js";
import { follow } from "./router.js";
import { settings } from "./settings.js";
import { sheet } from "./sheet.js";
import { findVoice } from "./speech.js";
import { applySettings, state } from "./state.js";
import { openStore } from "./store.js";
import { who } from "./who.js";

const SCREENS = {
  who, home, lesson, sheet, glossary, settings, round: playing, search: finding, move: moving,
};

async function start() {
  state.store = await openStore();
  applySettings();
  const { animal } = state.store.settings;
  if (state.store.people.has(animal)) state.animal = animal;
  state.store.onTrouble = () =>
    dialog(
      word("trouble.title"),
      [paragraph(word(`trouble.${state.store.trouble}`))],
      [{ label: word("go-on"), kind: "primary" }],
      { stays: true },
    );
  findVoice();
  follow(SCREENS, () => (state.animal ? "home" : "who"));
  if (document.querySelector("link[rel=manifest]")) navigator.serviceWorker?.register("worker.js");
}

start();
