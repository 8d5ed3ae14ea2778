// What this device remembers: for each animal its memories and the round it is in.
//
// It lives in IndexedDB and is written, flushed to the disk, after every answer. Where that is
// forbidden or full, everything works from memory and `trouble` says why it cannot last.

import { isMemory, isRound, profileOf } from "./stored_shapes.js";

/** @import { Memories, Memory, Person, Profile, Round, Settings, Trouble } from "../types.js" */
/** @typedef {(value: any) => IDBRequest} Act writes or deletes one entry */

const NAME = "rusit-practice";
const FORMAT = 1;

/** The name of a person who practises just once: the same, and never written down. */
export const ONCE = "once";

/** @type {Record<string, Trouble>} */
const REASONS = { VersionError: "newer", QuotaExceededError: "full", TimeoutError: "slow" };

// Storage that gives no answer for so many milliseconds is done without.
const PATIENCE = { open: 4000, write: 8000 };

/** Return the store of this device; never fails. */
export async function openStore() {
  const store = new Store();
  try {
    const database = await inTime(openDatabase(), PATIENCE.open);
    store.database = database;
    // A newer page, open beside this one, wants to change the object stores: let it.
    database.onversionchange = () => store.cannotLast({ name: "VersionError" });
    await inTime(store.read(database), PATIENCE.open);
  } catch (error) {
    store.cannotLast(error);
  }
  return store;
}

export class Store {
  /** @type {IDBDatabase | null} */
  database = null;
  /** Why nothing lasts; null while all is well. @type {Trouble | null} */
  trouble = null;
  /** How many damaged entries were left aside while reading. */
  damaged = 0;
  /** @type {Map<string, Person>} */
  people = new Map();
  /** @type {Settings} */
  settings = {};
  onTrouble = () => {};

  /** @param {IDBDatabase} database */
  async read(database) {
    const [memories, rounds, people, settings] = await readAll(database, [
      "memory",
      "round",
      "person",
      "setting",
    ]);
    for (const entry of people) {
      if (typeof entry?.animal === "string") this.people.set(entry.animal, newPerson(entry));
    }
    for (const entry of memories) {
      const person = this.people.get(entry.animal);
      if (person && isMemory(entry.memory)) person.memories.set(entry.question, entry.memory);
      else this.damaged += 1;
    }
    for (const entry of rounds) {
      const person = this.people.get(entry.animal);
      if (person && isRound(entry.round)) person.round = entry.round;
      else this.damaged += 1;
    }
    for (const entry of settings) {
      if (typeof entry?.name === "string") this.settings[entry.name] = entry.value;
    }
  }

  /**
   * Go on without the disk.
   *
   * @param {any} error
   */
  cannotLast(error) {
    this.database?.close();
    this.database = null;
    this.trouble = REASONS[error?.name] ?? "forbidden";
    this.onTrouble();
  }

  /**
   * Return the person behind an animal; made when there was none.
   *
   * @param {string} animal
   * @returns {Person}
   */
  person(animal) {
    const known = this.people.get(animal) ?? newPerson();
    this.people.set(animal, known);
    return known;
  }

  /**
   * Keep what is known of a person beside the questions; begin with nothing for a new one.
   *
   * @param {string} animal
   * @param {Partial<Profile>} changed
   */
  async keepProfile(animal, changed = {}) {
    const person = this.person(animal);
    person.profile = { ...person.profile, ...changed };
    await this.write(["person"], (put) => put.person({ animal, ...person.profile }));
  }

  /**
   * Keep an answer: the question's memory, where the round now stands and what the person's
   * profile has become, or none of them.
   *
   * @param {string} animal
   * @param {string} question
   * @param {Memory} memory
   * @param {Round | null} round
   * @param {Profile} profile
   */
  async keepAnswer(animal, question, memory, round, profile) {
    const person = this.person(animal);
    person.memories.set(question, memory);
    Object.assign(person, { round, profile });
    await this.write(["memory", "round", "person"], (put) => {
      put.memory({ animal, question, memory });
      put.round({ animal, round });
      put.person({ animal, ...profile });
    });
  }

  /**
   * @param {string} animal
   * @param {Round | null} round
   */
  async keepRound(animal, round) {
    this.person(animal).round = round;
    await this.write(["round"], (put) => put.round({ animal, round }));
  }

  /**
   * Take in memories from another device: those of a person known here are joined, and of each
   * question the later one is kept.
   *
   * @param {string} animal
   * @param {Memories} memories
   */
  async take(animal, memories) {
    const person = this.person(animal);
    for (const [question, memory] of memories) {
      const own = person.memories.get(question);
      const later =
        !own || memory.last > own.last || (memory.last === own.last && memory.seen > own.seen);
      if (later) person.memories.set(question, memory);
    }
    await this.write(["person", "memory"], (put) => {
      put.person({ animal, ...person.profile });
      for (const [question, memory] of person.memories) put.memory({ animal, question, memory });
    });
  }

  /** @param {string} animal */
  async forget(animal) {
    const questions = [...(this.people.get(animal)?.memories.keys() ?? [])];
    this.people.delete(animal);
    await this.write(["person", "round", "memory"], (_, drop) => {
      drop.person(animal);
      drop.round(animal);
      for (const question of questions) drop.memory([animal, question]);
    });
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  async setting(name, value) {
    this.settings[name] = value;
    await this.write(["setting"], (put) => put.setting({ name, value }));
  }

  /**
   * Write all of it or nothing.
   *
   * @param {string[]} names of the object stores
   * @param {(put: Record<string, Act>, drop: Record<string, Act>) => void} work
   */
  async write(names, work) {
    if (!this.database) return;
    try {
      const transaction = this.database.transaction(names, "readwrite", { durability: "strict" });
      const shelves = names.map((name) => transaction.objectStore(name));
      work(
        Object.fromEntries(shelves.map((shelf) => [shelf.name, (value) => shelf.put(value)])),
        Object.fromEntries(shelves.map((shelf) => [shelf.name, (value) => shelf.delete(value)])),
      );
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      await inTime(done, PATIENCE.write);
    } catch (error) {
      this.cannotLast(error);
    }
  }
}

/**
 * @param {unknown} entry of the object store "person"
 * @returns {Person}
 */
function newPerson(entry = null) {
  return { memories: new Map(), round: null, profile: profileOf(entry) };
}

/**
 * Return the promise, or one that fails after so many milliseconds.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
function inTime(promise, milliseconds) {
  return Promise.race([
    promise,
    new Promise((_, reject) => {
      const late = () => reject(new DOMException("storage gives no answer", "TimeoutError"));
      setTimeout(late, milliseconds);
    }),
  ]);
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, FORMAT);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      database.createObjectStore("person", { keyPath: "animal" });
      database.createObjectStore("memory", { keyPath: ["animal", "question"] });
      database.createObjectStore("round", { keyPath: "animal" });
      database.createObjectStore("setting", { keyPath: "name" });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("another window holds an older format open"));
  });
}

/**
 * Return all entries of those object stores.
 *
 * @param {IDBDatabase} database
 * @param {string[]} names
 * @returns {Promise<any[][]>}
 */
function readAll(database, names) {
  const transaction = database.transaction(names);
  return Promise.all(
    names.map(
      (name) =>
        new Promise((resolve, reject) => {
          const reading = transaction.objectStore(name).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        }),
    ),
  );
}
