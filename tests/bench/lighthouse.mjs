// How Lighthouse sees the published pages on a phone: mobile preset, simulated throttling, Brotli as a static host sends
// it, the median of five runs.
import { existsSync, readdirSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../site/server.mjs";
import { PROJECT, quantile, report, table } from "./report.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const SITES = [["root", "/", 4181], ["sub-path", "/some/sub/path/", 4182]];
/** The folder of the people; a person's page stands for all of them. */
const PEOPLE = `${PROJECT}target/sites/root/people`;
const people = existsSync(PEOPLE) ? readdirSync(PEOPLE, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => `people/${name}/`) : [];
const PAGES = ["", "?view=timeline", "meetings/2005-oslo/", ...people.slice(0, 1), "about/"];
const SCORES = ["performance", "accessibility", "best-practices", "seo"];
const AUDITS = ["largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time"];

const rows = [["page", "performance", "accessibility", "best practices", "SEO", "largest paint", "layout shift", "blocking"]];
for (const [name, base, port] of SITES) {
  const host = await serve(`${PROJECT}target/sites/${name}`, base, port);
  for (const page of PAGES) {
    const results = [];
    for (let run = 0; run < RUNS; run += 1) {
      // A browser of its own for each run: nothing is in its cache.
      const chrome = await launch({
        chromePath: process.env.CHROMIUM,
        chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      });
      const { lhr } = await lighthouse(`${host.origin}${base}${page}`, { port: chrome.port, onlyCategories: SCORES, logLevel: "error" });
      await chrome.kill();
      results.push(lhr);
      for (const [id, audit] of Object.entries(lhr.audits)) {
        if (audit.score !== null && audit.score < 0.9 && run === 0) console.error(`${base}${page}: ${id}: ${audit.displayValue ?? audit.score}`);
      }
    }
    const score = (id) => Math.round(100 * quantile(results.map((lhr) => lhr.categories[id].score), 0.5));
    const value = (id) => quantile(results.map((lhr) => lhr.audits[id].numericValue), 0.5);
    const [paint, shift, blocking] = AUDITS.map(value);
    rows.push([
      `\`${base}${page}\``, ...SCORES.map(score), `${(paint / 1000).toFixed(2)} s`, shift.toFixed(4), `${Math.round(blocking)} ms`,
    ]);
  }
  await host.close();
}
report("lighthouse.md", `# Lighthouse\n\nMobile preset, simulated throttling, Brotli, median of ${RUNS}.\n\n${table(rows)}`);
