// What is found as a timeline: the same meetings as in the list, walked by keys, with years to be chosen.
import AxeBuilder from "@axe-core/playwright";
import { fileURLToPath } from "node:url";
import { type Locator, type Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { expect, test as base, type Site } from "./site";

/** What stands in the timeline, by roles and names. */
class Timeline {
  readonly group: Locator;

  constructor(readonly page: Page) {
    this.group = page.getByRole("group", { name: "Timeline", exact: true });
  }

  /** Opens it on a page of the site. */
  async open(site: Site, query: string) {
    await site.open(`/?${query}${query && "&"}view=timeline`);
    await expect(this.group.locator("svg")).toBeVisible();
  }

  get marks() {
    return this.group.locator("svg [data-row='0']");
  }

  get years() {
    return this.group.locator("svg [data-row='1']");
  }

  mark(name: RegExp) {
    return this.group.locator("svg").getByRole("link", { name });
  }

  ids() {
    return this.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute("href")!.split("/").at(-2)));
  }

  /** The edges of the drawing. */
  async box() {
    return (await this.group.locator("svg").boundingBox())!;
  }
}

const test = base.extend<{ timeline: Timeline }>({
  timeline: async ({ page }, use) => use(new Timeline(page)),
});

test("is a view of its own, with a name and a summary that says what it shows", async ({ site, page, timeline }) => {
  await site.open("/");
  await page.getByRole("group", { name: "View" }).getByText("Timeline").click();
  await expect(timeline.group).toBeVisible();
  expect(site.address()).toBe("/?view=timeline");
  await expect(site.list).toHaveCount(0);
  await expect(timeline.group).toHaveAccessibleDescription(
    /^7 meetings from 2004 to 2011, most in 2004 and 2005 \(2 each\)\. Nothing is recorded of the 7th .*Council chaired by Norway, Finland, Russia, Sweden and Norway\./,
  );
});

for (const query of ["", "theme=none", "year=2005", "year=2004&year=2011", "q=meeting", "q=Петрозаводск", "from=2005&to=2006", "country=RU&from=2005"]) {
  test(`?${query} has the marks of the meetings that the list has`, async ({ site, timeline }) => {
    await site.open(`/?${query}${query && "&"}sort=oldest`);
    const hrefs = await site.meetings.evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
    await timeline.open(site, query);
    expect(await timeline.ids()).toEqual(hrefs.map((href) => href.split("/").at(-2)));
  });
}

test("follows text and facets, and keeps the focus where it was", async ({ site, timeline }) => {
  await timeline.open(site, "");
  await site.value("Theme", "Not recorded, 4 meetings").check();
  await expect(timeline.marks).toHaveCount(4);
  await expect(site.value("Theme", "Not recorded, 4 meetings")).toBeFocused();
  expect(site.address()).toBe("/?theme=none&view=timeline");
  await site.searchbox.fill("oslo");
  await expect(timeline.marks).toHaveCount(1);
  await expect(site.searchbox).toBeFocused();
});

test("a mark tells title, time and place, and what it was a part of", async ({ site, timeline }) => {
  await timeline.open(site, "");
  await expect(timeline.mark(/^6th Barents Industrial Partnership Meeting, 18–19 April 2007, Saariselkä$/)).toHaveCount(1);
  await expect(timeline.mark(/^4th .*, 14 June 2005, St\. Petersburg, part of 9th Petersburg .*Forum \(14–16 June 2005\)$/)).toHaveCount(1);
});

test("has one Tab stop, and is walked by arrow keys, Home and End", async ({ site, page, timeline }) => {
  await timeline.open(site, "");
  await expect(timeline.group.locator("svg [tabindex='0']")).toHaveCount(1);
  await expect(timeline.group.locator("svg a:not([tabindex])")).toHaveCount(0);
  await timeline.group.locator("svg [tabindex='0']").focus();
  await expect(timeline.mark(/^1st/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(timeline.mark(/^2nd/)).toBeFocused();
  await expect(page.locator("#timeline-told")).toHaveText("2nd Barents Industrial Partnership Meeting, 5 October 2004, Petrozavodsk");
  await page.keyboard.press("End");
  await expect(timeline.mark(/^8th/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(timeline.mark(/^8th/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(timeline.mark(/^6th/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(timeline.mark(/^2007 alone$/)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(timeline.mark(/^6th/)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(timeline.mark(/^1st/)).toBeFocused();
  // Tab leaves it, and Shift+Tab comes back to the same mark.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.closest("svg"))).toBeNull();
  await page.keyboard.press("Shift+Tab");
  await expect(timeline.mark(/^2nd/)).toBeFocused();
});

test("Enter opens a meeting, and Back leads to its mark", async ({ site, page, timeline }) => {
  await timeline.open(site, "");
  await timeline.mark(/^6th/).focus();
  await page.keyboard.press("Enter");
  await expect(site.heading("6th Barents Industrial Partnership Meeting")).toBeFocused();
  expect(site.address()).toBe("/meetings/2007-saariselka/");
  await page.goBack();
  await expect(timeline.mark(/^6th/)).toBeFocused();
  expect(site.address()).toBe("/?view=timeline");
});

test("with the control key a mark opens another window, and the page stays", async ({ site, page, context, timeline }) => {
  await timeline.open(site, "");
  const opened = context.waitForEvent("page");
  await timeline.mark(/^6th/).click({ modifiers: ["ControlOrMeta"] });
  expect((await opened).url()).toContain("/meetings/2007-saariselka/");
  expect(site.address()).toBe("/?view=timeline");
});

test("years are chosen by key and by click, one step each, and the focus stays in the timeline", async ({ site, page, timeline }) => {
  await timeline.open(site, "");
  await timeline.mark(/^3rd/).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(timeline.marks).toHaveCount(2);
  expect(site.address()).toBe("/?from=2005&to=2005&view=timeline");
  await expect(timeline.mark(/^3rd/)).toBeFocused();
  // Of a single year the months are told.
  await expect(timeline.group.getByText("Jun", { exact: true })).toHaveCount(1);
  await page.goBack();
  await expect(timeline.marks).toHaveCount(7);
  expect(site.address()).toBe("/?view=timeline");
  await timeline.mark(/^2004 alone$/).click();
  expect(site.address()).toBe("/?from=2004&to=2004&view=timeline");
  await timeline.group.getByRole("link", { name: "Show all years" }).press("Enter");
  await expect(timeline.marks).toHaveCount(7);
  expect(site.address()).toBe("/?view=timeline");
  await expect(timeline.mark(/^1st|^2nd/).and(page.locator(":focus"))).toHaveCount(1);
});

test("years are chosen by drawing over them, in place of those that were ticked", async ({ site, page, timeline }) => {
  await timeline.open(site, "year=2004&year=2011");
  const { x, y, width, height } = await timeline.box();
  // Over the second and the third of eight years.
  await page.mouse.move(x + width * 0.16, y + height - 40);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.2, y + height - 40);
  await page.mouse.move(x + width * 0.34, y + height - 40);
  await page.mouse.up();
  await expect.poll(() => site.address()).toBe("/?from=2005&to=2006&view=timeline");
  await expect(timeline.marks).toHaveCount(3);
  await page.goBack();
  await expect.poll(() => site.address()).toBe("/?year=2004&year=2011&view=timeline");
  // A press and a small movement is a click.
  await timeline.mark(/^8th/).click();
  await expect.poll(() => site.address()).toBe("/meetings/2011-haparanda/");
});

test("the same stands there as a list, with the gap at its place and who chaired", async ({ site, page, timeline }) => {
  await timeline.open(site, "");
  await timeline.group.getByText("The same as a list").click();
  const items = timeline.group.locator("details ol").getByRole("listitem");
  await expect(items).toHaveCount(8);
  await expect(items.nth(6)).toContainText("7th Barents Industrial Partnership Meeting: No source");
  await expect(items.nth(6).getByRole("link")).toHaveCount(0);
  await expect(timeline.group.locator("details ul")).toContainText("Barents Regional Council: Republic of Karelia (start inferred), November 2005 to November 2007");
  await items.nth(0).getByRole("link").click();
  await expect(site.heading("1st Barents Industrial Partnership Meeting")).toBeVisible();
  expect(page.url()).toContain("2004-stockholm");
});

test("where nothing is found there is no drawing", async ({ site, page, timeline }) => {
  await site.open("/?q=no+such+thing&view=timeline");
  await expect(site.count).toHaveText("No meetings match");
  await expect(timeline.group.locator("svg")).toHaveCount(0);
  await page.getByRole("searchbox").fill("oslo");
  await expect(timeline.marks).not.toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`has no violation that axe finds, ${scheme}`, async ({ site, page, timeline }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await timeline.open(site, "");
    await timeline.group.getByText("The same as a list").click();
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const all = await new AxeBuilder({ page }).include(".timeline").withTags(tags).analyze();
    expect(all.violations).toEqual([]);
    const contrast = await new AxeBuilder({ page }).include(".timeline").withRules(["color-contrast-enhanced"]).analyze();
    expect(contrast.violations).toEqual([]);
  });
}

test("fits a narrow screen, also with text twice as large, and is drawn anew for it", async ({ site, page, timeline }) => {
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  await page.setViewportSize({ width: 320, height: 640 });
  await timeline.open(site, "");
  expect(await fits()).toBe(true);
  // No label is wider than the drawing.
  const widest = () =>
    timeline.group.locator("svg text").evaluateAll((texts) => {
      const all = texts[0].closest("svg")!.getBoundingClientRect();
      return texts.filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < all.left - 2 || box.right > all.right + 2;
      }).length;
    });
  expect(await widest()).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => Math.round((await timeline.box()).width)).toBeGreaterThan(700);
  await expect.poll(widest).toBe(0);
  await page.setViewportSize({ width: 640, height: 640 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
  await page.setViewportSize({ width: 641, height: 640 });
  expect(await fits()).toBe(true);
  await expect.poll(widest).toBe(0);
});

test("in the reader's own colours marks, gap and bands are seen", async ({ site, page, timeline }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await timeline.open(site, "");
  const paint = (selector: string, what: "fill" | "stroke") =>
    timeline.group.locator(selector).first().evaluate((shape, what) => getComputedStyle(shape)[what], what);
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paint("svg [data-row='0'] rect:nth-of-type(2)", "fill")).not.toBe(canvas);
  expect(await paint("svg [stroke-dasharray]", "stroke")).not.toBe(canvas);
  expect(await paint("svg [data-told] rect", "stroke")).not.toBe(canvas);
});

test.describe("of a large archive", () => {
  const large = base.extend<{ timeline: Timeline }, { host: string }>({
    host: [async ({}, use) => {
      const host = await serve(fileURLToPath(new URL("../../target/sites/large", import.meta.url)), "/", 0);
      await use(`${host.origin}/`);
      await host.close();
    }, { scope: "worker" }],
    baseURL: async ({ host }, use) => use(host),
    timeline: async ({ page }, use) => use(new Timeline(page)),
  });

  large("bars count the meetings, lead to their years, and in the end to marks", async ({ site, page, timeline }) => {
    await timeline.open(site, "");
    const counts = () => timeline.marks.evaluateAll((bars) => bars.map((bar) => Number(/([\d,]+) meetings?/.exec(bar.getAttribute("aria-label")!)![1].replace(",", ""))));
    const all = await counts();
    expect(all.length).toBeGreaterThan(5);
    // Some last over New Year, and are counted twice.
    expect(all.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2000);
    await timeline.marks.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => site.address()).toMatch(/^\/\?from=\d{4}&to=\d{4}&view=timeline$/);
    await expect(page.locator("svg :focus")).toHaveCount(1);
    await expect(site.count).toHaveText(/^\d+ of /);
    const found = Number((await site.count.textContent())!.split(" ")[0]);
    expect(found).toBeLessThanOrEqual(MOST);
    // Each meeting found is a mark, or counted by the bars.
    const names = await timeline.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")!));
    if (names.every((name) => /\d meetings?(, in the list)?$/.test(name))) {
      expect((await counts()).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(found);
    } else {
      expect(names).toHaveLength(found);
    }
    await page.goBack();
    expect(site.address()).toBe("/?view=timeline");
  });

  large("marks have their names once their records have come, and the list the same meetings", async ({ site, page, timeline }) => {
    await site.open("/?q=åst&sort=oldest");
    const found = Number((await site.count.textContent())!.split(" ")[0]);
    await timeline.open(site, "q=åst");
    if (found <= 120 && (await timeline.mark(/meetings?$/).count()) === 0) await expect(timeline.marks).toHaveCount(found);
    await expect(timeline.group.locator("[aria-disabled]")).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelectorAll(".timeline svg [data-row='0'][href='']").length)).toBe(0);
  });
});

/** More meetings than any year of the made-up archive has. */
const MOST = 400;

test("where nothing is found it offers what the list offers, and nothing to walk", async ({ site, page }) => {
  await site.open("/?theme=mining&place=oslo&view=timeline");
  const ways = page.locator(".ways-out li");
  await expect(ways.first()).toBeVisible();
  const offered = await ways.allInnerTexts();
  await expect(page.getByText("The same as a list")).toBeHidden();
  await expect(page.getByText("Arrow keys go along")).toBeHidden();
  await site.open("/?theme=mining&place=oslo");
  await expect(ways).toHaveText(offered);
});
