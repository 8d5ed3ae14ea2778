// The page begins here: opens the store, puts the settings on, and follows the address.

import { paragraph } from "./components/controls.js";
import { dialog } from "./components/dialog.js";
import { word } from "./core/content.js";
import { languages, languageToBegin, useLanguage } from "./core/languages.js";
import { openStore } from "./core/memory/store.js";
import { isPerson } from "./core/people.js";
import { follow } from "./core/router.js";
import { applySettings, session } from "./core/session.js";
import { loadVoices } from "./core/speech.js";
import { glossaryScreen } from "./screens/glossary.js";
import { homeScreen } from "./screens/home.js";
import { lessonScreen } from "./screens/lesson.js";
import { moveScreen } from "./screens/move_memory.js";
import { oneLifeScreen } from "./screens/one_life.js";
import { onePagerScreen } from "./screens/one_pager.js";
import { peopleScreen } from "./screens/people.js";
import { roundScreen } from "./screens/round.js";
import { searchScreen } from "./screens/search.js";
import { settingsScreen } from "./screens/settings.js";

const SCREENS = {
  who: peopleScreen,
  home: homeScreen,
  lesson: lessonScreen,
  sheet: onePagerScreen,
  glossary: glossaryScreen,
  settings: settingsScreen,
  round: roundScreen,
  search: searchScreen,
  move: moveScreen,
  life: oneLifeScreen,
};

async function start() {
  session.store = await openStore();
  const carried = languages().map(({ id }) => id);
  const { language } = session.store.settings;
  await useLanguage(languageToBegin(carried, language, navigator.languages));
  applySettings();
  const { animal } = session.store.settings;
  if (isPerson(animal) && session.store.people.has(animal)) session.animal = animal;
  session.store.onTrouble = () =>
    dialog(
      word("trouble.title"),
      [paragraph(word(`trouble.${session.store.trouble}`))],
      [{ label: word("go-on"), kind: "primary" }],
      { stays: true },
    );
  loadVoices();
  follow(SCREENS, () => (session.animal ? "home" : "who"));
  if (document.querySelector("link[rel=manifest]")) {
    navigator.serviceWorker?.register("worker.js");
  }
}

start();
