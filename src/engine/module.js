// The engine that finds meetings as a module of its own: `load` reads the text of a dataset, `query` asks.
import instance from "./instance.js";

const address = new URL("engine_bg.wasm", import.meta.url);
// Node fetches no files.
const bytes = address.protocol == "file:" ? (await import("node:fs")).readFileSync(address) : await (await fetch(address)).arrayBuffer();
const module = await WebAssembly.compile(bytes);

const FACETS = ["year", "theme", "country"];

/** Reads an archive from the text of its dataset; gives what `query` asks. Its words are read when they are first asked for. */
export function load(jsonText) {
  // Memory that an instance has taken is given back with the instance alone, so one reads and another answers.
  const files = instance(module).Files.read(jsonText);
  if (!files) throw new TypeError("This is no dataset of meetings.");
  const handle = { engine: new (instance(module).Engine)(), ids: files.ids().split("\n"), files };
  take(handle);
  handle.values = FACETS.map((_, facet) => handle.engine.values(facet));
  return handle;
}

/** Lets the engine have what has been read. */
function take({ engine, files }) {
  for (let name; (name = files.name()); ) engine.take(name, files.take());
}

function readWords(handle) {
  if (!handle.files.read_words()) throw new TypeError("This is no dataset of meetings.");
  take(handle);
  // Until then the browser would keep the instance for it.
  handle.files.free();
  handle.files = undefined;
}

/**
 * What is shown for a text, years from first to last, themes and countries by id: the number of meetings, the ids of the
 * first `limit`, and for every value of a facet how many meetings it would show were its facet empty.
 */
export function query(handle, { text = "", years = null, themes = [], countries = [] } = {}, limit = 50) {
  if (text && handle.files) {
    readWords(handle);
    // Compounds are found by their later parts once the first answer stands.
    setTimeout(() => handle.engine.read_later_parts());
  }
  const { engine, ids, values } = handle;
  const told = engine.query(text, years?.[0] ?? 0, years?.[1] ?? 0, themes, countries, limit);
  let at = 2 + told[1];
  const facets = {};
  for (const [facet, name] of FACETS.entries()) {
    facets[name] = {};
    for (const value of values[facet]) facets[name][value] = told[at++];
  }
  return { total: told[0], ids: Array.from(told.subarray(2, 2 + told[1]), (position) => ids[position]), facets };
}
