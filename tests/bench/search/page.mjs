// What runs in the page of one engine. The bench calls it by `window.bench`.
import { ENGINES } from "./engines.mjs";

const EVERYTHING = { text: "", years: null, themes: [], countries: [] };
/** A word that some engine or other may have put off reading. */
const ANY_TEXT = { ...EVERYTHING, text: "kirkenes" };
const FIRST = 50;
/** A query shorter than this, in milliseconds, is timed by the hundred. */
const SHORT = 1;

// The browser's account of the heap leaves the memory of WASM modules out: what they have is noted as they start, in
// such a way that it may be collected.
const memories = new Set();
const noted = (instance) => {
  for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(new WeakRef(value));
  return instance;
};
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const result = await original.apply(WebAssembly, given);
    noted(result.instance ?? result);
    return result;
  };
}
WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, given) => noted(new target(...given)) });

let engine;
let handle;
let text;
/** What the answers added up to: no engine may leave out work because nobody looks at it. */
let seen = 0;

const ask = (query, isForgiving) => {
  seen += engine.query(handle, query, FIRST, isForgiving).total;
};

/** Loads, and gives the times to the first full answer and to the first answer to a text. */
function load() {
  const start = performance.now();
  handle = engine.load(text);
  ask(EVERYTHING);
  const listed = performance.now() - start;
  ask(ANY_TEXT);
  return [listed, performance.now() - start];
}

function release() {
  handle?.free?.();
  handle = undefined;
  gc();
}

window.bench = {
  /** Fetches an engine; whether it is there. */
  async prepare(id) {
    try {
      engine = await ENGINES[id]();
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  },

  async fetch(url) {
    text = await (await fetch(url)).text();
  },

  forget() {
    text = undefined;
  },

  wasmBytes: () => [...memories].reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),

  /** The times from the JSON text to the first answers, after what was loaded before has been cleared away. */
  load() {
    release();
    return load();
  },

  /** The mean time of some clicks: of all of them as often as makes a hundred, or of a fifth where they take long. */
  clicks(queries) {
    const start = performance.now();
    const some = queries.slice(0, queries.length / 5);
    for (const query of some) ask(query);
    const mean = (performance.now() - start) / some.length;
    if (mean >= SHORT) return mean;
    const again = performance.now();
    for (const query of queries) ask(query);
    return (performance.now() - again) / queries.length;
  },

  /** The time of each query, until too much time has passed. */
  each(queries, isForgiving, limit) {
    const times = [];
    const end = performance.now() + limit;
    for (const query of queries) {
      const start = performance.now();
      if (start > end) break;
      ask(query, isForgiving);
      times.push(performance.now() - start);
    }
    return times;
  },

  /** Whole answers, to see whether they are right. */
  answers: (queries, limit, isForgiving) => queries.map((query) => engine.query(handle, query, limit, isForgiving)),

  /** For each query whether a certain meeting is in its answer; `null` where the answer names fewer than it found. */
  finds: (asked, limit, isForgiving) =>
    asked.map(({ query, id }) => {
      const { total, ids } = engine.query(handle, query, limit, isForgiving);
      return ids.includes(id) || (ids.length < total ? null : false);
    }),
};
