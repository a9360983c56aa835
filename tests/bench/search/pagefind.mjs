// What a browser fetches with Pagefind, which keeps its index in many small files and fetches what a search needs.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import * as pagefind from "pagefind";
import { countryName, records, wholeText } from "./records.mjs";

/** How many of the meetings found are fetched to be shown. */
export const SHOWN = 10;

/** Writes Pagefind's index of a dataset into a folder. */
export async function writeIndex(dataset, folder) {
  mkdirSync(folder, { recursive: true });
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "en" });
  if (!index) throw new Error(errors.join("; "));
  for (const record of records(dataset)) {
    const filters = { year: [String(record.year)], theme: record.themes };
    if (record.country) filters.country = [countryName(record.country)];
    const { errors } = await index.addCustomRecord({
      url: `/meetings/${record.id}/`, content: wholeText(record), language: "en", meta: { title: dataset.meetings[record.position].title }, filters,
    });
    if (errors.length > 0) throw new Error(errors.join("; "));
  }
  const { errors: unwritten } = await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  if (unwritten.length > 0) throw new Error(unwritten.join("; "));
}

/** For each phrase the bytes of the engine, of the index and of the first meetings found, in a browser without a cache. */
export async function fetchedBytes(browser, host, folder, phrases) {
  const results = [];
  for (const phrase of phrases) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${host.origin}/search/page.html`);
    host.fetched.length = 0;
    const found = await page.evaluate(async ([phrase, shown]) => {
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.init();
      const { results } = await pagefind.search(phrase);
      await Promise.all(results.slice(0, shown).map((result) => result.data()));
      return results.length;
    }, [phrase, SHOWN]);
    await context.close();
    const sum = { engine: 0, index: 0, meetings: 0, found };
    for (const { path, bytes } of host.fetched) {
      if (!path.startsWith("/pagefind/")) continue;
      // Its scripts are sent in Brotli; all else it has compressed itself.
      if (/\.js$/.test(path)) sum.engine += brotliCompressSync(readFileSync(join(folder, path.slice("/pagefind/".length)))).length;
      else if (/wasm\..*\.pagefind$/.test(path)) sum.engine += bytes;
      else if (path.includes("/fragment/")) sum.meetings += bytes;
      else sum.index += bytes;
    }
    results.push(sum);
  }
  return results;
}
