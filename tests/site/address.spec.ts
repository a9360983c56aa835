// The address follows what the reader does, in browsers that limit how often it may change.
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

type Limit = { count: number; seconds: number; isSliding: boolean };

/** Lets the browser refuse changes of the address as others do: WebKit after 100 in 10 or 30 seconds, Firefox after 200. */
async function limit(page: Page, limit: Limit) {
  await page.addInitScript(({ count, seconds, isSliding }) => {
    let times: number[] = [];
    const seen = { refused: 0, changed: 0 };
    Object.assign(window, { seen });
    for (const name of ["pushState", "replaceState"] as const) {
      const change = history[name];
      history[name] = function (...state: Parameters<typeof change>) {
        const now = performance.now();
        const isOver = (time: number) => (isSliding ? now - time > 1000 * seconds : Math.floor(now / 1000 / seconds) > Math.floor(time / 1000 / seconds));
        times = times.filter((time) => !isOver(time));
        if (times.length >= count) {
          seen.refused += 1;
          throw new DOMException("The operation is insecure.", "SecurityError");
        }
        times.push(now);
        seen.changed += 1;
        return change.apply(this, state);
      };
    }
  }, limit);
}

const seen = (page: Page) => page.evaluate(() => (window as never as { seen: { refused: number; changed: number } }).seen);

for (const [name, of] of [
  ["a sliding window", { count: 4, seconds: 4, isSliding: true }],
  ["a fixed window", { count: 4, seconds: 4, isSliding: false }],
] as [string, Limit][]) {
  test(`what a browser refuses in ${name} is written later, and the page is ahead`, async ({ site, page }) => {
    await limit(page, of);
    await site.open("/");
    // Ticks, until the browser has had enough.
    const boxes = site.facet("Theme").getByRole("checkbox");
    for (let at = 0; at < 6; at++) await boxes.nth(at).check();
    await expect(site.filters.getByRole("button")).toHaveCount(6);
    expect((await seen(page)).refused).toBeGreaterThan(0);
    await site.searchbox.pressSequentially("meeting");
    await expect(page.locator("mark").first()).toHaveText(/meeting/i);
    const count = await site.count.textContent();
    await expect.poll(() => new URL(page.url()).searchParams.getAll("theme").length, { timeout: 15_000 }).toBe(6);
    await expect.poll(() => new URL(page.url()).searchParams.get("q"), { timeout: 15_000 }).toBe("meeting");
    await page.reload();
    await site.ready();
    await expect(site.count).toHaveText(count!);
    await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  });
}

test("typing, erasing and dragging change the address a few times, not with every key", async ({ site, page }) => {
  await limit(page, { count: 1000, seconds: 10, isSliding: true });
  await site.open("/");
  await site.searchbox.pressSequentially("a long text that finds no meeting at all", { delay: 20 });
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("a long text that finds no meeting at all");
  for (let key = 0; key < 40; key++) await page.keyboard.press("Backspace");
  await expect.poll(() => site.address()).toBe("/");
  await expect(site.count).toHaveText("7 meetings");
  const slider = page.getByRole("slider", { name: "From year" });
  await slider.focus();
  for (let key = 0; key < 5; key++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => site.address()).toBe("/?from=2009");
  expect((await seen(page)).changed).toBeLessThan(16);
});

test("what was typed is an entry of its own before a step, and Back leads there", async ({ site, page }) => {
  await site.open("/");
  await site.searchbox.fill("meeting");
  await expect(site.count).toHaveText("7 of 7 meetings");
  await site.value("Theme", "Mining, 1 meeting").check();
  expect(site.address()).toBe("/?q=meeting&theme=mining");
  await page.goBack();
  await expect(site.searchbox).toHaveValue("meeting");
  expect(site.address()).toBe("/?q=meeting");
  await expect(site.value("Theme", "Mining, 1 meeting")).not.toBeChecked();
  await page.goForward();
  await expect(site.value("Theme", "Mining, 1 meeting")).toBeChecked();
  // Back right after typing leads to the entry before, and nothing is written over it.
  await site.searchbox.fill("haparanda");
  await page.goBack();
  await expect(site.searchbox).toHaveValue("meeting");
  await page.waitForTimeout(600);
  expect(site.address()).toBe("/?q=meeting");
});

test("a click that is not the app's is the browser's", async ({ site, page, context }) => {
  await site.open("/");
  const opened = context.waitForEvent("page");
  await site.meetings.first().click({ modifiers: ["ControlOrMeta"] });
  await (await opened).close();
  expect(site.address()).toBe("/");
  await expect(site.count).toHaveText("7 meetings");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Spreadsheet (CSV)" }).click();
  expect((await download).suggestedFilename()).toBe("meetings.csv");
});
