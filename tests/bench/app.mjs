// The whole app on archives in parts, as a reader has it: what it fetches, how soon a keystroke is painted, and how soon a
// search is answered on a slow phone.
//
// SIZES=10000,100000  CHROMIUM=path
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { serve } from "../site/server.mjs";
import { madeUp } from "./made_up.mjs";
import { quantile, report, table } from "./report.mjs";
import { asked } from "./search/asked.mjs";
import { publish } from "./site.mjs";
import { rowsOfViews, views } from "./views.mjs";

const SIZES = (process.env.SIZES ?? "10000,100000").split(",").filter((size) => Number(size) >= 10_000);
const SEARCHES = 12;
const TYPED_ROUNDS = 3;
/** The pause between two keys of a quick typist, in milliseconds. */
const PAUSE = 120;
/** Shorter events are not told of, in milliseconds. */
const LEAST = 16;
/** Lighthouse's slow 4G, and its slow phone. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const TIMES_SLOWER = 4;

/** What runs in the page before anything else: it notes when the answer to a text stands there, and how long each key took. */
function watch(least) {
  const now = () => performance.now();
  const seen = { answered: undefined, keys: [], events: new Map() };
  window.seen = seen;
  const answered = () => {
    if (document.documentElement.dataset.app !== "ready" || !/ of |No meet/.test(document.querySelector(".result-count")?.textContent ?? "")) return false;
    const pending = [...document.querySelectorAll(".pending")].map((row) => row.getBoundingClientRect());
    return pending.every((row) => row.bottom < 0 || row.top > innerHeight);
  };
  window.isAnswered = answered;
  new MutationObserver(() => {
    if (answered()) seen.answered ??= now();
    const key = seen.keys.at(-1);
    // What follows from a change is painted with the next frame. Rows that come behind those seen are no answer.
    const told = () => [".result-count", ".meetings > li:nth-child(-n + 5)"].map((part) => [...document.querySelectorAll(part)].map((one) => one.textContent)).join();
    if (key) requestAnimationFrame(() => setTimeout(() => {
      const text = told();
      if (!answered() || text === seen.told) return;
      seen.told = text;
      key.last = now();
    }));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("keydown", ({ timeStamp }) => seen.keys.push({ start: timeStamp }), true);
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) seen.events.set(interactionId, Math.max(duration, seen.events.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: least });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});

/** Does something in a browser without a cache, with an account of the bytes that were sent for data and for the rest. */
async function visit(act) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript(watch, LEAST);
  const page = await context.newPage();
  const sent = { data: 0, rest: 0, files: 0 };
  const finished = [];
  page.on("requestfinished", (request) => {
    const isData = new URL(request.url()).pathname.startsWith("/data/");
    finished.push(request.sizes().then(({ responseBodySize }) => {
      sent[isData ? "data" : "rest"] += responseBodySize;
      sent.files += isData ? 1 : 0;
    }, () => {}));
  });
  const result = await act(page);
  await Promise.all(finished);
  await context.close();
  return { sent, result };
}

const ready = (page) => page.waitForSelector("html[data-app=ready]");
const answered = (page) => page.waitForFunction(() => window.isAnswered());

/** The bytes for the first list with all counts, and a first search of two words. */
async function bytes(origin, phrase) {
  let first;
  const { sent } = await visit(async (page) => {
    await page.goto(origin);
    await ready(page);
    await page.waitForLoadState("networkidle");
    first = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.startsWith("/data/"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
    await page.getByRole("searchbox").fill(phrase);
    await answered(page);
    // The counts come behind the list, and last what of the rows is only nearly seen.
    await page.waitForFunction(() => document.querySelector(".facet li .count")?.textContent !== "");
    await page.waitForTimeout(4 * PAUSE);
  });
  return { first, all: sent.data, files: sent.files, app: sent.rest };
}

/** The time from asking for a page with a query to its answer on a slow phone. */
async function slow(origin, phrase) {
  const { result } = await visit(async (page) => {
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", SLOW);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: TIMES_SLOWER });
    await page.goto(`${origin}/?q=${encodeURIComponent(phrase)}`, { waitUntil: "commit" });
    await page.waitForFunction(() => window.seen.answered !== undefined, undefined, { timeout: 60_000 });
    return page.evaluate(() => window.seen.answered);
  });
  return result;
}

/** For every key of some phrases: until something was painted, and until the answer was. */
async function keystrokes(origin, phrases) {
  const { result } = await visit(async (page) => {
    await page.goto(origin);
    await ready(page);
    const box = page.getByRole("searchbox");
    let pressed = 0;
    for (const phrase of phrases) {
      await box.fill("");
      await box.focus();
      await page.keyboard.type(phrase, { delay: PAUSE });
      await page.waitForTimeout(3 * PAUSE);
      pressed += [...phrase].length;
    }
    const { painted, answered } = await page.evaluate(() => ({
      painted: [...window.seen.events.values()], answered: window.seen.keys.filter(({ last }) => last).map(({ start, last }) => last - start),
    }));
    while (painted.length < pressed) painted.push(LEAST);
    return { pressed, painted, answered };
  });
  return result;
}

const work = mkdtempSync(join(tmpdir(), "app-"));
const ms = (value) => `${Math.round(value)} ms`;
const kB = (value) => `${(value / 1000).toFixed(1)} kB`;
const viewed = [];
const rows = [["meetings", "measured", "p50", "p95", "goal (p95, bytes: p50)"]];
try {
  for (const size of SIZES) {
    const dataset = madeUp(Number(size));
    const data = join(work, "meetings.json");
    writeFileSync(data, JSON.stringify(dataset));
    const folder = join(work, size);
    const [seconds] = await publish(folder, data);
    console.error(`${size} meetings published in ${seconds.toFixed(0)} s`);
    const { phrases } = asked(dataset);
    const some = (round) => phrases(round).map(({ phrase }) => phrase);
    const two = some(0).map((phrase) => phrase.split(" ").slice(0, 2).join(" ")).slice(0, SEARCHES);
    const host = await serve(folder, "/", 0);
    const fetched = [];
    for (const phrase of two) fetched.push(await bytes(host.origin, phrase));
    const waits = [];
    for (const phrase of two) waits.push(await slow(host.origin, phrase));
    const keys = await keystrokes(host.origin, Array.from({ length: TYPED_ROUNDS }, (_, round) => some(round)).flat());
    const times = await views(browser, host.origin);
    viewed.push(`## Views of ${Number(size).toLocaleString("en")} meetings\n\n${table(rowsOfViews(times))}`);
    await host.close();
    rmSync(folder, { recursive: true });
    const row = (what, values, unit, goal) =>
      rows.push([Number(size).toLocaleString("en"), what, unit(quantile(values, 0.5)), unit(quantile(values, 0.95)), goal]);
    const of = (key) => fetched.map((one) => one[key]);
    row("Bytes of data for the first list with all counts", of("first"), kB, "");
    row("The same with a first search of two words", of("all"), kB, size === "10000" ? "≤ 150 kB" : "≤ 300 kB");
    row("Files of data for both", of("files"), Math.round, "");
    row("Page, style, script and WASM", of("app"), kB, "");
    row(`A key to the next paint (${keys.pressed} keys; less than ${LEAST} ms counts as that)`, keys.painted, ms, "≤ 32 ms");
    row(`A key to its answer painted (${keys.answered.length} keys)`, keys.answered, ms, "");
    row("Slow 4G and a CPU 4 times slower: page asked for to search answered", waits, ms, size === "10000" ? "≤ 2,000 ms (p50)" : "");
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
report(
  "app.md",
  `# The whole app on archives in parts\n\nHeadless Chromium, the site on the loopback with Brotli, ${SEARCHES} searches of two words, each in a browser without a cache; ` +
    `${12 * TYPED_ROUNDS} phrases typed with ${PAUSE} ms between keys. A paint is what the browser tells of by Event Timing, in steps of 8 ms. ` +
    `Slow 4G is ${SLOW.latency} ms a request and 1.6 Mbit/s; a search is answered when its count stands there and every row to be seen has its meeting.\n\n${table(rows)}\n\n` +
    `In the views below a time is from a click to the last change that follows from it, painted; all that is fetched once has come.\n\n${viewed.join("\n\n")}`,
);
