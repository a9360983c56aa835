// Tells what was measured, in tables and plots.
import { mkdirSync, writeFileSync } from "node:fs";
import { PROJECT, quantile, report, table } from "../report.mjs";
import { SPELLINGS } from "./asked.mjs";
import { COLUMNS, GOALS, MEASURES } from "./columns.mjs";
import { SHOWN } from "./pagefind.mjs";
import { bars, short } from "./plots.mjs";

const PLOTTED = ["load", "click", "keystroke", "mistake", "memory"];
const kilobytes = (bytes) => `${(bytes / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} kB`;

/** A quantile of what was measured, if it was. */
function value(results, size, column, measure, share = measure.share) {
  const values = results.sizes[size]?.samples[column.id]?.[measure.id]?.values;
  return values?.length > 0 ? quantile(values, share) : undefined;
}

/** The best of the peers, or of those that search. */
function best(results, size, measure, searches = false) {
  const among = COLUMNS.filter((column) => column.id !== "this" && (column.searches || !searches));
  const peers = among.map((column) => ({ column, value: value(results, size, column, measure) }));
  return peers.filter((peer) => peer.value !== undefined).sort((a, b) => a.value - b.value)[0];
}

const withUnit = (value, measure) => (measure.unit === "×" ? `${value.toFixed(2)}×` : `${short(value)} ms`);
const called = (measure, share = measure.share) => (measure.unit === "×" || measure.id === "first" ? "" : `, p${share * 100}`);
const sizeName = (size, { meetings }) => (/^\d+$/.test(size) ? meetings.toLocaleString("en") : `${size} (${meetings.toLocaleString("en")})`);

function goals(results) {
  const rows = [["meetings", "measured", "this project", "best peer", "÷ best peer", "goal", "met"]];
  const ours = COLUMNS[0];
  for (const { size, measure: id, most } of GOALS) {
    if (!results.sizes[size]) continue;
    const measure = MEASURES.find((measure) => measure.id === id);
    const own = value(results, size, ours, measure);
    // Who searches no text has less to load and to hold, so the best of the others is told too.
    const peers = [best(results, size, measure), best(results, size, measure, true)].filter(Boolean);
    if (peers[0]?.column === peers[1]?.column || measure.id === "click") peers.splice(1);
    const told = (peer) => `${withUnit(peer.value, measure)} (${peer.column.name}${peer.column.searches ? "" : ", no text"})`;
    rows.push([
      sizeName(size, results.sizes[size]), measure.title + called(measure),
      own === undefined ? results.sizes[size].problems[ours.id] ?? "not measured" : withUnit(own, measure),
      peers.map(told).join("; "), own === undefined ? "" : peers.map((peer) => `${(own / peer.value).toFixed(2)}×`).join("; "),
      `≤ ${measure.unit === "×" ? `${most}×` : `${most} ms`}`, own === undefined ? "" : own <= most ? "yes" : "**no**",
    ]);
  }
  return rows.length > 1 ? `## Goals\n\n${table(rows)}` : "";
}

function size(results, name) {
  const result = results.sizes[name];
  const columns = COLUMNS.filter((column) => results.columns.includes(column.id));
  const rows = [["measured", ...columns.map((column) => column.name), "÷ best peer"]];
  for (const measure of MEASURES) {
    const own = value(results, name, COLUMNS[0], measure);
    const peer = best(results, name, measure);
    const cells = columns.map((column) => {
      if (!column.measures.includes(measure.id)) return "–";
      const [middle, high] = [value(results, name, column, measure, 0.5), value(results, name, column, measure, 0.95)];
      if (middle === undefined) return result.problems[column.page] ?? "–";
      return called(measure) ? `${short(middle)} / ${short(high)}` : measure.unit === "×" ? middle.toFixed(2) : short(middle);
    });
    const unit = measure.unit === "×" ? "" : called(measure) ? ", ms, p50 / p95" : ", ms";
    rows.push([`${measure.title}${unit}`, ...cells, own !== undefined && peer ? `${(own / peer.value).toFixed(2)}×` : ""]);
  }
  if (Object.keys(result.found).length > 0) {
    rows.push(["Phrases that find their meeting", ...columns.map((column) => result.found[column.id]?.phrases ?? "–"), ""]);
    rows.push(["Words with one mistake that find their meeting", ...columns.map((column) => result.found[column.id]?.mistaken ?? "–"), ""]);
  }
  const few = columns.flatMap((column) => MEASURES.map((measure) => {
    const sampled = result.samples[column.id]?.[measure.id];
    const due = { load: results.loads[name], text: results.loads[name], first: 1, memory: 1 }[measure.id] ?? results.repeats;
    return sampled && sampled.rounds < due ? `${column.name}, ${measure.id}: ${sampled.rounds} of ${due} (${sampled.values.length} samples)` : "";
  })).filter(Boolean);
  const answers = Object.entries(result.gists).filter(([, gists]) => gists);
  const [, most] = answers.find(([id]) => id === "plain") ?? answers[0] ?? [];
  const differing = answers.filter(([, gists]) => gists.join() !== most.join()).map(([id]) => COLUMNS.find((column) => column.id === id).name);
  return [
    `## ${sizeName(name, result)} meetings`,
    `${kilobytes(result.bytes)} of JSON, ${(result.bytes / result.meetings).toFixed(0)} bytes a meeting with what all share.`,
    table(rows),
    answers.length < 2 ? "" : differing.length === 0
      ? `All ${answers.length} that count answered 20 clicks alike.`
      : `**To some of 20 clicks others answered differently from the plain loop: ${differing.join(", ")}.**`,
    few.length > 0 ? `Fewer rounds, for an engine may spend ${results.budget} seconds on a measure and three times that on loading: ${few.join("; ")}.` : "",
  ].filter(Boolean).join("\n\n");
}

function names(results) {
  const columns = COLUMNS.filter((column) => results.names[column.id]);
  if (columns.length === 0) return "";
  const rows = [["typed", "written", ...columns.map((column) => column.name)]];
  SPELLINGS.forEach(([typed, written], at) => rows.push([typed, written, ...columns.map((column) => (results.names[column.id][at] ? "found" : "–"))]));
  rows.push(["", "", ...columns.map((column) => `${results.names[column.id].filter(Boolean).length} of ${SPELLINGS.length}`)]);
  return `## Northern spellings\n\nAs each engine is set up for the keystrokes.\n\n${table(rows)}`;
}

/** How long Pagefind's own components take until all that follows is painted. */
function shownBy({ clicks, keys }) {
  const row = (what, values) => [what, ...[0.5, 0.95].map((share) => `${Math.round(quantile(values, share))} ms`), values.length];
  const rows = [["", "p50", "p95", "times"], row("A click on a box, or off it", clicks), row("A key", keys)];
  return `\n\n### Pagefind in a page\n\nIts own components in faceted mode, warm, told not to wait for the next key (without being told they wait for 300 ms): from the act to the last change of the page that follows, painted. What the same takes in the whole of this project’s app is in [app.md](app.md).\n\n${table(rows)}`;
}

function bytes(results) {
  if (!results.bytes) return "";
  const { size, pagefind, component, json, module } = results.bytes;
  const middle = (key) => kilobytes(quantile(pagefind.map((one) => one[key]), 0.5));
  const together = quantile(pagefind.map((one) => one.engine + one.index + one.meetings), 0.5);
  const rows = [["", "engine", "index or data", `first ${SHOWN} found`, "together", "the next search"]];
  rows.push(["Pagefind", middle("engine"), middle("index"), middle("meetings"), kilobytes(together), "some more of the index, and what is found"]);
  rows.push(["this project", module === undefined ? "not built" : kilobytes(module), kilobytes(json), "none more", module === undefined ? "" : kilobytes(module + json), "none more"]);
  return `## Bytes of a search of two words in ${Number(size).toLocaleString("en")} meetings\n\nIn Brotli, or as Pagefind has compressed it itself; the median of ${pagefind.length} phrases, each in a browser without a cache. Here this project has the whole dataset; published, an archive of this size is in parts, and [app.md](app.md) tells what is fetched of them.\n\n${table(rows)}${component ? shownBy(component) : ""}`;
}

/** Writes docs/bench/search.md and the plots. */
export function tell(results) {
  mkdirSync(`${PROJECT}docs/bench`, { recursive: true });
  const sizes = Object.keys(results.sizes);
  const columns = COLUMNS.filter((column) => results.columns.includes(column.id));
  const plots = [];
  for (const measure of MEASURES.filter((measure) => PLOTTED.includes(measure.id))) {
    const title = measure.title + called(measure);
    const plot = bars({
      title,
      unit: measure.unit === "×" ? "times" : "milliseconds",
      groups: sizes.map((size) => sizeName(size, results.sizes[size])),
      series: columns.map((column) => ({ name: column.name, values: sizes.map((size) => value(results, size, column, measure)) })),
    });
    if (!plot) continue;
    writeFileSync(`${PROJECT}docs/bench/search-${measure.id}.svg`, plot);
    plots.push(`![${title}: the figures are in the tables below](search-${measure.id}.svg)`);
  }
  const text = [
    "# Search and facets beside others",
    `Headless ${results.browser}, all engines in one run on the same data. Each has a page and a process of its own; they take turns, another begins each round, and none works while another does. ${results.repeats} rounds (loading 100,000: ${Math.min(5, results.repeats)}); every round clicks and types something else, so that no answer is one that was kept. Made-up meetings are of seed 1. Versions: ${Object.entries(results.versions).map(([name, version]) => `${name} ${version}`).join(", ")}.`,
    [
      "- A click ticks one or two values; a sample is the mean of 100 clicks, or of 20 where a click takes longer than a millisecond.",
      "- A keystroke is any beginning of 12 phrases a round, each asked and timed by itself, with its counts.",
      "- A word with one mistake has 6–10 letters, one of them changed, dropped or swapped; no word of the data begins so. Engines that forgive none are not measured.",
      "- The first full answer is the first 50 of all with all counts. This project reads the words when they are first asked for, so the time to the first answer to a text is told too. What it then reads is the index as it is published in parts, with all of it at hand and uncut: the “in parts, warm” of the goals.",
      "- Memory is the WASM memory and the JavaScript heap with its buffers after a forced collection, beyond what the page held before it fetched the JSON, once a text has been answered. The JSON text is dropped; the peers keep the parsed dataset, from which a meeting found can be shown.",
      "- MiniSearch, FlexSearch and uFuzzy count no facets: what they find goes through the plain loop, and so would a click. crossfilter2 searches no text.",
    ].join("\n"),
    goals(results),
    plots.join("\n\n"),
    ...sizes.map((name) => size(results, name)),
    names(results),
    bytes(results),
  ];
  report("search.md", text.filter(Boolean).join("\n\n"));
}
