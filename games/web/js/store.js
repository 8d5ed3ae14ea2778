// What this device remembers: for each animal its memories and the round it is in.
//
// It lives in IndexedDB and is written, flushed to the disk, after every answer. Where that is
// forbidden or full, everything works from memory and `trouble` says why it cannot last.

const NAME = "rusit-practice";
const FORMAT = 1;

/** Opens the store; never fails. */
export async function openStore() {
  const store = new Store();
  try {
    store.database = await openDatabase();
    // A newer page, open beside this one, wants to change the shelves: let it.
    store.database.onversionchange = () => store.cannotLast({ name: "VersionError" });
    await store.read();
  } catch (error) {
    store.cannotLast(error);
  }
  return store;
}

class Store {
  database = null;
  /** Why nothing lasts: "forbidden", "full" or "newer"; null while all is well. */
  trouble = null;
  /** How many damaged entries were left aside while reading. */
  damaged = 0;
  people = new Map();
  settings = {};
  onTrouble = () => {};

  async read() {
    const [memories, rounds, people, settings] = await readAll(this.database, [
      "memory", "round", "person", "setting",
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

  cannotLast(error) {
    this.database?.close();
    this.database = null;
    const reasons = { VersionError: "newer", QuotaExceededError: "full" };
    this.trouble = reasons[error?.name] ?? "forbidden";
    this.onTrouble();
  }

  /** The person behind an animal; made when there was none. */
  person(animal) {
    if (!this.people.has(animal)) this.people.set(animal, newPerson());
    return this.people.get(animal);
  }

  async begin(animal) {
    this.person(animal);
    await this.write(["person"], (put) => put.person({ animal }));
  }

  /** Keeps an answer: the question's memory and where the round now stands, or neither. */
  async keepAnswer(animal, question, memory, round) {
    const person = this.person(animal);
    person.memories.set(question, memory);
    person.round = round;
    await this.write(["memory", "round"], (put) => {
      put.memory({ animal, question, memory });
      put.round({ animal, round });
    });
  }

  async keepRound(animal, round) {
    this.person(animal).round = round;
    await this.write(["round"], (put) => put.round({ animal, round }));
  }

  /** Takes in memories from another device, and keeps of each question the later one. */
  async take(animal, memories) {
    const person = this.person(animal);
    for (const [question, memory] of memories) {
      const own = person.memories.get(question);
      const later = !own || memory.last > own.last || (memory.last === own.last && memory.seen > own.seen);
      if (later) person.memories.set(question, memory);
    }
    await this.write(["person", "memory"], (put) => {
      put.person({ animal });
      for (const [question, memory] of person.memories) put.memory({ animal, question, memory });
    });
  }

  async forget(animal) {
    const questions = [...(this.people.get(animal)?.memories.keys() ?? [])];
    this.people.delete(animal);
    await this.write(["person", "round", "memory"], (put, drop) => {
      drop.person(animal);
      drop.round(animal);
      for (const question of questions) drop.memory([animal, question]);
    });
  }

  async setting(name, value) {
    this.settings[name] = value;
    await this.write(["setting"], (put) => put.setting({ name, value }));
  }

  async write(names, work) {
    if (!this.database) return;
    try {
      const transaction = this.database.transaction(names, "readwrite", { durability: "strict" });
      const each = (act) =>
        Object.fromEntries(names.map((name) => [name, (x) => transaction.objectStore(name)[act](x)]));
      work(each("put"), each("delete"));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    } catch (error) {
      this.cannotLast(error);
    }
  }
}

/** A person who practises just once: the same, and never written down. */
export const ONCE = "once";

function newPerson() {
  return { memories: new Map(), round: null };
}

/** Whether it is a whole memory, as `learn` makes it. */
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

function isRound(round) {
  const isTable = (value) => typeof value === "object" && value !== null;
  return (
    round === null ||
    (isTable(round) && Array.isArray(round.queue) && isTable(round.first) && isTable(round.returned))
  );
}

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
