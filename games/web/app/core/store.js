// What this device remembers: for each animal its memories and the round it is in.
//
// It lives in IndexedDB and is written, flushed to the disk, after every answer. Where that is
// forbidden or full, everything works from memory and `trouble` says why it cannot last.

/** @import { Memories, Memory, Person, Round, Settings, Trouble } from "./types.js" */
/** @typedef {(value: any) => IDBRequest} Act writes or deletes one entry */

const NAME = "rusit-practice";
const FORMAT = 1;

/** The name of a person who practises just once: the same, and never written down. */
export const ONCE = "once";

/** @type {Record<string, Trouble>} */
const REASONS = { VersionError: "newer", QuotaExceededError: "full" };

/** Return the store of this device; never fails. */
export async function openStore() {
  const store = new Store();
  try {
    const database = await openDatabase();
    store.database = database;
    // A newer page, open beside this one, wants to change the object stores: let it.
    database.onversionchange = () => store.cannotLast({ name: "VersionError" });
    await store.read(database);
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
      if (typeof entry.animal === "string") this.people.set(entry.animal, newPerson());
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
    for (const { name, value } of settings) this.settings[name] = value;
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

  /** @param {string} animal */
  async begin(animal) {
    this.person(animal);
    await this.write(["person"], (put) => put.person({ animal }));
  }

  /**
   * Keep an answer: the question's memory and where the round now stands, or neither.
   *
   * @param {string} animal
   * @param {string} question
   * @param {Memory} memory
   * @param {Round | null} round
   */
  async keepAnswer(animal, question, memory, round) {
    const person = this.person(animal);
    person.memories.set(question, memory);
    person.round = round;
    await this.write(["memory", "round"], (put) => {
      put.memory({ animal, question, memory });
      put.round({ animal, round });
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
   * Take in memories from another device, and keep of each question the later one.
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
      put.person({ animal });
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
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    } catch (error) {
      this.cannotLast(error);
    }
  }
}

/** @returns {Person} */
function newPerson() {
  return { memories: new Map(), round: null };
}

/**
 * Return true if it is a whole memory, as `learn` makes it.
 *
 * @param {any} memory
 */
export function isMemory(memory) {
  const numbers = ["stability", "difficulty", "last", "due", "seen", "missed"];
  return (
    typeof memory === "object" &&
    memory !== null &&
    numbers.every((name) => Number.isFinite(memory[name])) &&
    memory.stability > 0 &&
    memory.difficulty >= 1 &&
    memory.difficulty <= 10
  );
}

/** @param {any} round */
function isRound(round) {
  return (
    round === null ||
    (isTable(round) &&
      Array.isArray(round.queue) &&
      isTable(round.first) &&
      isTable(round.returned))
  );
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function isTable(value) {
  return typeof value === "object" && value !== null;
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
