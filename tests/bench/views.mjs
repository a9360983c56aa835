// The views of one result: how long it takes to switch to each, and to tick a box in each, beside the list in the same run.
import { QUIET, watchPaints } from "./painted.mjs";
import { quantile } from "./report.mjs";

const VIEWS = ["list", "table", "timeline", "map"];
/** How many boxes of the first facet are clicked, and how often. */
const BOXES = 4;
const ROUNDS = 4;

/** For each view that there is the times of switching to it and of clicks in it, in milliseconds. */
export async function views(browser, origin) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watchPaints, QUIET);
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForSelector("html[data-app=ready]");
  await page.waitForLoadState("networkidle");
  const times = await page.evaluate(async ([all, boxes, rounds]) => {
    const link = (view) => document.querySelector(`a[data-view=${view}]`);
    const there = all.filter(link);
    const times = Object.fromEntries(there.map((view) => [view, { switched: [], clicks: [] }]));
    for (let round = 0; round < rounds; round += 1) {
      // Each stands behind another once a round, and the first round fetches what the others find there.
      const order = there.map((_, at) => there[(at + round) % there.length]);
      for (const view of order) {
        const switched = await window.painted(() => link(view).click());
        if (round > 0 && switched !== undefined) times[view].switched.push(switched);
        for (let at = 0; at < boxes; at += 1) {
          const box = document.querySelectorAll(".facet input[type=checkbox]")[at];
          const { id, name, value } = box;
          const again = () => (id ? document.getElementById(id) : [...document.querySelectorAll(".facet input")].find((other) => other.name === name && other.value === value)) ?? box;
          const ticked = await window.painted(() => box.click());
          const unticked = await window.painted(() => again().click());
          if (round > 0) times[view].clicks.push(...[ticked, unticked].filter((time) => time !== undefined));
        }
      }
    }
    return times;
  }, [VIEWS, BOXES, ROUNDS]);
  await context.close();
  return times;
}

/** The rows of a table of these times: of each view the medians, and how many times the list's own. */
export function rowsOfViews(times) {
  const ms = (value) => `${Math.round(value)} ms`;
  const middle = (values) => quantile(values, 0.5);
  const list = middle(times.list.clicks);
  const head = ["view", "switching to it (p50)", "a click on a box (p50)", "p95", "of the list’s own click", "goal"];
  const row = ([view, { switched, clicks }]) => [
    view, ms(middle(switched)), ms(middle(clicks)), ms(quantile(clicks, 0.95)),
    `${(middle(clicks) / list).toFixed(2)} × (switching ${(middle(switched) / list).toFixed(2)} ×)`, view === "list" ? "" : "≤ 1.5 ×",
  ];
  return [head, ...Object.entries(times).map(row)];
}
