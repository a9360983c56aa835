// The address follows what the reader does, in browsers that limit how often it may change.
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

type Limit = { count: number; seconds: number; isSliding: boolean; areRefusedCounted?: boolean };

/** Lets the browser refuse changes of the address as others do: WebKit after 100 in 10 or 30 seconds, Firefox after 200. */
async function limit(page: Page, limit: Limit) {
  await page.addInitScript(({ count, seconds, isSliding, areRefusedCounted }) => {
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
          if (areRefusedCounted) times.push(now);
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

test("a slider that is moved makes one entry of the history, however many keys that takes", async ({ site, page }) => {
  await site.open("/");
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await page.getByRole("slider", { name: "From year" }).focus();
  for (let key = 0; key < 5; key++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => site.address()).toBe("/?from=2009");
  expect(await entries()).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => site.address()).toBe("/");
  await expect(site.count).toHaveText("7 meetings");
});

// Both ways to change an address are counted together, as WebKit does.
for (const [name, of] of [
  ["100 in 10 seconds, sliding", { count: 100, seconds: 10, isSliding: true }],
  ["100 in 10 seconds, each ten anew", { count: 100, seconds: 10, isSliding: false }],
  ["100 in 10 seconds, what is refused counted too", { count: 100, seconds: 10, isSliding: true, areRefusedCounted: true }],
  ["200 in 10 seconds", { count: 200, seconds: 10, isSliding: true }],
  ["100 in 30 seconds", { count: 100, seconds: 30, isSliding: true }],
] as [string, Limit][]) {
  test.describe(`where a browser allows ${name}`, () => {
    test.beforeEach(async ({ page }, info) => {
      test.skip(info.project.name != "root");
      test.setTimeout(120_000);
      await limit(page, of);
    });
    const follows = { timeout: 1000 * (of.seconds + 15) };

    test("much is typed and erased, with steps back and forth", async ({ site, page }) => {
      await site.open("/");
      await site.searchbox.pressSequentially("forest ".repeat(9).slice(0, 60), { delay: 20 });
      await page.goBack();
      await page.goForward();
      await site.ready();
      await site.searchbox.focus();
      await page.keyboard.press("End");
      for (let key = 0; key < 60; key++) await page.keyboard.press("Backspace");
      await expect(site.count).toHaveText("7 meetings");
      await site.searchbox.pressSequentially("tuomioja", { delay: 20 });
      await expect(site.count).toHaveText("1 of 7 meetings");
      await expect.poll(() => site.address(), follows).toBe("/?q=tuomioja");
      await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
      await expect(page.locator("#stopped")).toBeHidden();
    });

    test("a slider is moved 110 times", async ({ site, page }) => {
      await site.open("/");
      const slider = page.getByRole("slider", { name: "From year" });
      await slider.focus();
      for (let key = 0; key < 110; key++) await page.keyboard.press(key % 2 ? "ArrowLeft" : "ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const from = await slider.inputValue();
      await expect.poll(() => site.address(), follows).toBe(`/?from=${from}`);
      await site.searchbox.pressSequentially("meeting");
      await expect(page.locator("mark").first()).toHaveText(/meeting/i);
      await expect.poll(() => site.address(), follows).toBe(`/?q=meeting&from=${from}`);
      await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
      await expect(page.locator("#stopped")).toBeHidden();
    });

    test("a box is ticked 110 times, with steps back and forth", async ({ site, page }) => {
      await site.open("/");
      const box = site.value("Theme", "Mining, 1 meeting");
      for (let tick = 0; tick < 110; tick++) {
        await box.click();
        if (tick == 50) {
          await page.goBack();
          await expect(box).not.toBeChecked();
          await page.goForward();
          await expect(box).toBeChecked();
        }
      }
      await expect(box).not.toBeChecked();
      await expect(site.count).toHaveText("7 meetings");
      await box.check();
      await expect(site.count).toHaveText("1 of 7 meetings");
      await expect.poll(() => site.address(), follows).toBe("/?theme=mining");
      await site.searchbox.pressSequentially("kirkenes");
      await expect.poll(() => site.address(), follows).toMatch(/^\/\?q=kirkenes&theme=mining$/);
      await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
      await expect(page.locator("#stopped")).toBeHidden();
    });
  });
}
