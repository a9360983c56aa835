// Who is measured in what, and what for.

/** What is measured, in the order of the tables; `share` is the quantile that the goals and the plots go by. */
export const MEASURES = [
  { id: "load", title: "From JSON text to the first full answer", unit: "ms", share: 0.5 },
  { id: "text", title: "The same, and then the first answer to a text", unit: "ms", share: 0.5 },
  { id: "first", title: "The first full answer once, in a fresh page", unit: "ms", share: 0.5 },
  { id: "click", title: "Facet click: all counts, first 50", unit: "ms", share: 0.5 },
  { id: "keystroke", title: "Any keystroke of a phrase, with counts", unit: "ms", share: 0.95 },
  { id: "mistake", title: "A word with one mistake", unit: "ms", share: 0.95 },
  { id: "memory", title: "Memory after loading ÷ size of the JSON", unit: "×", share: 0.5 },
];

const LOADING = ["load", "text", "first", "memory"];

/** The engines; `page` is the page whose engine answers, `forgives` whether it is asked to forgive mistakes while typing. */
export const COLUMNS = [
  { id: "this", name: "this project", measures: [...LOADING, "click", "keystroke", "mistake"], searches: true },
  { id: "plain", name: "plain loop", measures: [...LOADING, "click", "keystroke"], searches: true },
  { id: "minisearch", name: "MiniSearch", measures: [...LOADING, "keystroke", "mistake"], searches: true },
  { id: "minisearch-fuzzy", name: "MiniSearch, fuzzy", page: "minisearch", forgives: true, measures: ["keystroke"], searches: true },
  { id: "itemsjs", name: "itemsjs", measures: [...LOADING, "click", "keystroke"], searches: true },
  { id: "itemsjs-minisearch", name: "itemsjs on MiniSearch", measures: [...LOADING, "keystroke", "mistake"], searches: true },
  { id: "flexsearch", name: "FlexSearch", measures: [...LOADING, "keystroke"], searches: true },
  { id: "crossfilter2", name: "crossfilter2", measures: ["load", "first", "memory", "click"], searches: false },
  { id: "ufuzzy", name: "uFuzzy", measures: [...LOADING, "keystroke", "mistake"], searches: true },
].map((column) => ({ page: column.id, forgives: false, ...column }));

/** What this project wants to reach. */
export const GOALS = [
  { size: "10000", measure: "load", most: 100 },
  { size: "10000", measure: "click", most: 0.3 },
  { size: "10000", measure: "keystroke", most: 1.9 },
  { size: "10000", measure: "memory", most: 1.5 },
  { size: "100000", measure: "click", most: 1.5 },
  { size: "100000", measure: "keystroke", most: 8 },
  { size: "100000", measure: "mistake", most: 8 },
];
