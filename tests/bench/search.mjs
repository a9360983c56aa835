// How fast the explorer's core answers in a browser beside its peers, and what it holds.
//
// SIZES=7,1000,10000,100000  REPEATS=30  ENGINES=this,plain,minisearch,…  BUDGET=30 (seconds that an engine may
// spend on a measure, loading aside)
// CONFERENCES=path of real data, a row for each conference  MODULE=folder with explore.js  CHROMIUM=path
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { madeUp } from "./made_up.mjs";
import { PROJECT } from "./report.mjs";
import { asked, spellings } from "./search/asked.mjs";
import { COLUMNS } from "./search/columns.mjs";
import { conferences } from "./search/conferences.mjs";
import { serve } from "./search/host.mjs";
import { findsNames, measure } from "./search/measure.mjs";
import { componentTimes } from "./search/component.mjs";
import { fetchedBytes, writeIndex } from "./search/pagefind.mjs";
import { launch } from "./search/pages.mjs";
import { tell } from "./search/tables.mjs";

const SIZES = (process.env.SIZES ?? "7,1000,10000,100000").split(",").filter(Boolean);
const REPEATS = Number(process.env.REPEATS ?? 30);
const BUDGET = Number(process.env.BUDGET ?? 30);
const ENGINES = process.env.ENGINES?.split(",");
const MODULE = process.env.MODULE ?? `${PROJECT}target/bench-module`;
const CONFERENCES = process.env.CONFERENCES;
const PAGEFIND_SIZE = "10000";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = (column) => !ENGINES || ENGINES.includes(column.id);
const work = mkdtempSync(join(tmpdir(), "search-"));
const host = await serve({
  "/search/": join(here, "search/"),
  "/packages/": join(here, "node_modules/"),
  "/module/": join(MODULE, "/"),
  "/data/": join(work, "/"),
  "/pagefind/": join(work, "pagefind/"),
});
const browser = await launch();

/** Puts a dataset where the host serves it. */
function serveData(name, dataset) {
  const text = JSON.stringify(dataset);
  writeFileSync(join(work, `${name}.json`), text);
  return { dataset, url: `/data/${name}.json`, bytes: Buffer.byteLength(text) };
}

/** The bytes of a search of two words, and of all that this project fetches instead. */
async function measureBytes(size) {
  const { dataset } = serveData(size, madeUp(Number(size)));
  const folder = join(work, "pagefind");
  await writeIndex(dataset, folder);
  const phrases = asked(dataset).phrases(0).map(({ phrase }) => phrase.split(" ").slice(0, 2).join(" "));
  const sent = (file) => brotliCompressSync(readFileSync(file)).length;
  const built = existsSync(MODULE) ? readdirSync(MODULE, { recursive: true }).filter((name) => /\.(js|wasm)$/.test(name)) : [];
  return {
    size,
    pagefind: await fetchedBytes(browser, host, folder, phrases),
    component: await componentTimes(browser, host, phrases.slice(0, 4)),
    json: sent(join(work, `${size}.json`)),
    module: built.length > 0 ? built.reduce((sum, name) => sum + sent(join(MODULE, name)), 0) : undefined,
  };
}

const { devDependencies: versions } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
delete versions.lighthouse;
const results = {
  browser: `Chromium ${browser.version()}`, versions, repeats: REPEATS, budget: BUDGET, loads: {}, sizes: {},
  columns: COLUMNS.filter(wanted).map((column) => column.id),
};
try {
  const sets = SIZES.map((size) => [size, () => madeUp(Number(size))]);
  if (CONFERENCES && existsSync(CONFERENCES)) sets.push(["conferences", () => conferences(JSON.parse(readFileSync(CONFERENCES, "utf8")))]);
  else console.error("No conferences: CONFERENCES names no file.");
  for (const [name, make] of sets) {
    console.error(`${name} meetings`);
    const data = serveData(name, make());
    results.loads[name] = data.dataset.meetings.length > 10_000 ? Math.min(5, REPEATS) : REPEATS;
    results.sizes[name] = await measure(browser, host, data, { repeats: REPEATS, loads: results.loads[name], budget: BUDGET, wanted });
  }
  const names = spellings();
  results.names = await findsNames(browser, host, serveData("names", names.dataset).url, names.asked, wanted);
  if (SIZES.includes(PAGEFIND_SIZE)) {
    console.error("Pagefind");
    results.bytes = await measureBytes(PAGEFIND_SIZE).catch((error) => console.error(`  ${error}`));
  }
} finally {
  await browser.close();
  await host.close();
  rmSync(work, { recursive: true });
}
mkdirSync(`${PROJECT}target/bench`, { recursive: true });
writeFileSync(`${PROJECT}target/bench/search.json`, JSON.stringify(results));
tell(results);
