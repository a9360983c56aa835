// An archive with every field that a record can have: one assembly has 400 items on its agenda and 40 people.
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

const long = "/meetings/2016-nordvik/";
const paths = ["/", "/about/", long, "/meetings/2018-two-shores/", "/meetings/2020-havn/", "/meetings/2021-hybrid/", "/meetings/2017-online/"];

/** A test on the site of that archive. */
const test = base.extend<{ every: Site }>({
  every: async ({ page, quiet }, use) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
    const { origin, close } = await serve(fileURLToPath(new URL("../../target/sites/every", import.meta.url)), "/", 0);
    await use(new Site(page, `${origin}/`));
    await close();
  },
});
// One base path is enough: nothing of a record depends on it.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with the app" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    const open = async (every: Site, path: string) => {
      await every.page.goto(every.baseURL + path.slice(1));
      if (javaScriptEnabled) await every.ready();
    };

    test("all items of a long agenda are on one page, and the list of contents leads to each", async ({ every, page }) => {
      await open(every, long);
      await expect(page.locator(".agenda > li")).toHaveCount(400);
      const contents = page.getByRole("navigation", { name: "Agenda" });
      await expect(contents.getByRole("link")).toHaveCount(400);
      const entry = contents.getByRole("link").nth(299);
      const anchor = (await entry.getAttribute("href"))!;
      await entry.click();
      expect(new URL(page.url()).hash).toBe(anchor);
      const item = page.locator(`[id="${anchor.slice(1)}"]`);
      await expect(item.getByRole("heading", { level: 3 })).toBeInViewport();
      await expect(item).toHaveText(new RegExp((await entry.innerText()).replace(/[^\p{L} ]+/gu, ".*"), "u"));
      // The item that an address leads to is told apart.
      expect(await item.evaluate((item) => getComputedStyle(item).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
    });

    test("an address leads to an item", async ({ every, page }) => {
      await open(every, `${long}#item-250`);
      await expect(page.locator("#item-250 h3")).toBeInViewport();
      // Below the edge, not at it.
      await expect.poll(() => page.locator("#item-250").evaluate((item) => item.getBoundingClientRect().top)).toBeGreaterThan(8);
    });

    test("the status is a word beside the title and in the list", async ({ every, page }) => {
      for (const [id, word] of [["2020-havn", "Cancelled"], ["2021-hybrid", "Postponed"], ["2031-nordvik", "Planned"], ["2032-havn", "Tentative"], ["2008-nordvik", "Held"]]) {
        await open(every, `/meetings/${id}/`);
        await expect(page.locator(".held .status")).toHaveText(word);
      }
      await open(every, "/");
      await expect(every.list.locator(".status")).toHaveText(["Tentative", "Planned", "Postponed", "Cancelled"]);
    });
  });
}

for (const path of paths) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} has no violation that axe finds, in ${colorScheme} colours`, async ({ every, page }) => {
      await page.emulateMedia({ colorScheme });
      await every.open(path);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
      expect((await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze()).violations).toEqual([]);
    });
  }

  test(`${path} fits a narrow screen, also with large text and wide spacing`, async ({ every, page }) => {
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    await every.open(path);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await fits(), `${width}`).toBe(true);
    }
    await page.setViewportSize({ width: 320, height: 740 });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>("main *")) {
        element.style.setProperty("letter-spacing", "0.12em", "important");
        element.style.setProperty("word-spacing", "0.16em", "important");
        element.style.setProperty("line-height", "1.5", "important");
      }
    });
    expect(await fits(), "spacing").toBe(true);
    await page.setViewportSize({ width: 640, height: 740 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
    expect(await fits(), "200 %").toBe(true);
  });
}

test("the reader’s own colours leave each status its frame", async ({ every, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await every.open("/");
  const widths = await every.list.locator(".status").evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth)));
  expect(widths).toHaveLength(4);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(2);
});

test("on paper there is the agenda without its list of contents", async ({ every, page }) => {
  await every.open(long);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Agenda" })).toBeHidden();
  await expect(page.locator(".agenda > li").last()).toBeVisible();
  await every.open("/meetings/2021-hybrid/");
  const online = page.getByRole("link", { name: /^meet\.example/ });
  expect(await online.evaluate((link) => getComputedStyle(link, "::after").content)).toBe("none");
  await every.open("/meetings/2020-havn/");
  const cancelled = page.locator(".held .status");
  // No ground is printed, so the word may not rely on one.
  expect(await cancelled.evaluate((badge) => [getComputedStyle(badge).backgroundColor, getComputedStyle(badge).color])).toEqual(["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"]);
});
