// Pagefind as its own components show it, with facets from the beginning: how long a key and a click take until all that
// follows is painted. The input is told not to wait for the next key, as it does for 300 ms where nobody says otherwise.
import { QUIET, watchPaints } from "../painted.mjs";

/** How many boxes are clicked, again and again. */
const BOXES = 5;
const ROUNDS = 4;

/** The times of keys and of clicks, in milliseconds. */
export async function componentTimes(browser, host, phrases) {
  const context = await browser.newContext();
  await context.addInitScript(watchPaints, QUIET);
  const page = await context.newPage();
  await page.goto(`${host.origin}/search/component.html`);
  await page.waitForSelector("pagefind-filter-pane input[type=checkbox]", { state: "attached" });
  await page.waitForTimeout(2 * QUIET);
  const clicks = await page.evaluate(async ([most, rounds]) => {
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      for (let at = 0; at < most; at += 1) {
        for (const _ of ["ticked", "unticked"]) {
          const box = document.querySelectorAll("pagefind-filter-pane input[type=checkbox]")[at];
          const time = await window.painted(() => box.click());
          // The first round fetches what the others find there.
          if (round > 0 && time !== undefined) times.push(time);
        }
      }
    }
    return times;
  }, [BOXES, ROUNDS]);
  const keys = await page.evaluate(async (phrases) => {
    const times = [];
    const input = document.querySelector("pagefind-input input");
    for (const isWarm of [false, true]) {
      for (const phrase of phrases) {
        for (let end = 1; end <= phrase.length; end += 1) {
          const time = await window.painted(() => {
            input.value = phrase.slice(0, end);
            input.dispatchEvent(new Event("input", { bubbles: true }));
          });
          if (isWarm && time !== undefined) times.push(time);
        }
      }
    }
    return times;
  }, phrases);
  await context.close();
  return { clicks, keys };
}
