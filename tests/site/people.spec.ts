// People and places: their tables and pages, who met whom, by pointer, by keyboard and without script.
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { parseFeed } from "@rowanmanning/feed-parser";
import { serve } from "./server.mjs";
import { Site, expect, test } from "./site";

const rows = (site: Site) => site.page.locator("tbody tr");
const names = (site: Site) => rows(site).getByRole("rowheader").getByRole("link");

test.describe("the table of people", () => {
  test("is ordered by its heads, keeps the focus, and the address tells the order", async ({ site }) => {
    await site.open("/people/");
    await expect(site.heading("People")).toBeVisible();
    await expect(names(site)).toHaveCount(8);
    const head = (name: string) => site.page.getByRole("columnheader", { name });
    await expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
    await expect(names(site).first()).toHaveText("Åsa Petersen");
    await head("Meetings").getByRole("link").focus();
    await site.page.keyboard.press("Enter");
    await expect(names(site).first()).toHaveText("Lorentz Andersson");
    await expect(head("Meetings")).toHaveAttribute("aria-sort", "descending");
    await expect(head("Name")).not.toHaveAttribute("aria-sort");
    await expect(head("Meetings").getByRole("link")).toBeFocused();
    expect(site.address()).toBe("/people/?sort=meetings");
    await site.page.goBack();
    await expect(names(site).first()).toHaveText("Åsa Petersen");
    expect(site.address()).toBe("/people/");
    await site.open("/people/?sort=last");
    await expect(head("Last meeting")).toHaveAttribute("aria-sort", "descending");
    await expect(names(site).last()).toHaveText("Lorentz Andersson");
  });

  test("leads to people, and these to those they met and to what both attended", async ({ site }) => {
    await site.open("/");
    await site.page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "People" }).click();
    await names(site).filter({ hasText: "Lorentz" }).click();
    await expect(site.heading("Lorentz Andersson")).toBeFocused();
    await expect(site.page.getByRole("listitem").filter({ hasText: "Governor of Västerbotten recorded 2004–2005" })).toBeVisible();
    await expect(site.meetings).toHaveText([/^3rd/, /^2nd/]);
    await site.page.getByRole("link", { name: "1 meeting with Børge Brende" }).click();
    await expect(site.heading("Lorentz Andersson and Børge Brende")).toBeFocused();
    await expect(site.count).toHaveText("1 meeting that both attended");
    await expect(site.meetings).toHaveText([/^3rd/]);
    expect(site.address()).toBe("/people/lorentz-andersson/?with=borge-brende");
    await expect(site.page).toHaveTitle(/^Lorentz Andersson and Børge Brende –/);
    await site.page.reload();
    await site.ready();
    await expect(site.heading("Lorentz Andersson and Børge Brende")).toBeVisible();
    await site.meetings.click();
    await site.page.getByRole("link", { name: "Kim Traavik", exact: true }).click();
    await expect(site.heading("Kim Traavik")).toBeFocused();
  });

  test("tells who is not there, with whom the reader may have meant", async ({ site, quiet }) => {
    quiet.expected.push(/status of 404/);
    for (const path of ["/people/lorentz-anderson/", "/people/kim-traavik/2/", "/places/osl/"]) {
      await site.open(path);
      await expect(site.heading("Page not found")).toBeVisible();
    }
    await expect(site.page.getByRole("link", { name: "Oslo" })).toBeVisible();
    await site.open("/people/kim-traavik/?with=nobody");
    await expect(site.heading("Page not found")).toBeVisible();
  });
});

test("who met whom is one Tab stop, walked by keys, and tells of whoever has the focus", async ({ site }) => {
  await site.open("/people/");
  const picture = site.page.getByRole("group", { name: "Who met whom" });
  await expect(picture).toHaveAccessibleDescription(/^8 people .* Of 28 pairs 7 met/);
  const links = picture.getByRole("link");
  await expect(links).toHaveCount(8);
  await site.page.getByRole("link", { name: "Spreadsheet (CSV)" }).focus();
  await site.page.keyboard.press("Tab");
  await expect(links.first()).toBeFocused();
  await expect(picture.locator("[data-met]")).toHaveText(["Børge Brende", "Kim Traavik"]);
  await site.page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await site.page.keyboard.press("End");
  await expect(links.last()).toBeFocused();
  await site.page.keyboard.press("ArrowRight");
  await expect(links.last()).toBeFocused();
  await site.page.keyboard.press("Home");
  await site.page.keyboard.press("Tab");
  await expect(picture.locator(":focus")).toHaveCount(0);
  await site.page.keyboard.press("Shift+Tab");
  await expect(links.first()).toBeFocused();
  await site.page.keyboard.press("Enter");
  await expect(site.heading("Lorentz Andersson")).toBeFocused();
});

test("whoever follows a person finds feeds of its meetings, in the finished page and in the app", async ({ site, request }) => {
  await site.open("/people/");
  await names(site).filter({ hasText: "Lorentz" }).click();
  await expect(site.heading("Lorentz Andersson")).toBeFocused();
  const link = site.page.getByRole("link", { name: "Feed (Atom)" });
  const address = await link.evaluate((link: HTMLAnchorElement) => link.href);
  expect(address).toMatch(/\/people\/lorentz-andersson\/feed\.xml$/);
  const feed = parseFeed(await (await request.get(address)).text());
  expect(feed.title).toMatch(/^Lorentz Andersson –/);
  expect(feed.items.map((item) => item.title)).toEqual(await site.meetings.allTextContents());
  await site.page.reload();
  await site.ready();
  const named = site.page.locator('head link[rel="alternate"][type="application/atom+xml"]').first();
  expect(await named.evaluate((link: HTMLLinkElement) => link.href)).toBe(address);
});

test("a place tells its names, what was held there, and how to narrow further", async ({ site }) => {
  await site.open("/places/");
  await names(site).filter({ hasText: "Haparanda" }).click();
  await expect(site.heading("Haparanda")).toBeFocused();
  await expect(site.page.getByRole("list", { name: "Names in other languages" }).locator("[lang=ru]")).toHaveText("Хапаранда");
  await expect(site.meetings).toHaveText([/^8th/]);
  await site.page.getByRole("link", { name: "Search and narrow these meetings" }).click();
  await expect(site.count).toHaveText("1 of 7 meetings");
});

test("a theme and a year say what they are, and several meetings can be had in the order of time", async ({ site }) => {
  await site.open("/themes/mining/");
  await expect(site.page.locator(".kicker")).toHaveText("Theme");
  await expect(site.meetings).toHaveCount(1);
  const ordered = site.page.getByRole("link", { name: "In the order of time, the earliest first" });
  await expect(ordered).toHaveCount(0);
  await site.open("/years/2005/");
  await expect(site.page.locator(".kicker")).toHaveText("Year");
  await ordered.click();
  await expect(site.count).toHaveText("2 of 7 meetings");
  expect(site.address()).toBe("/?year=2005&sort=oldest");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong in the ${colorScheme}`, async ({ site }) => {
    await site.page.emulateMedia({ colorScheme });
    for (const path of ["/people/", "/places/", "/people/lorentz-andersson/", "/people/lorentz-andersson/?with=kim-traavik", "/places/oslo/"]) {
      await site.open(path);
      const { violations } = await new AxeBuilder({ page: site.page }).analyze();
      expect(violations.map((of) => `${path} ${of.id}: ${of.nodes.map((node) => node.html)}`)).toEqual([]);
    }
  });
}

test("nothing is wider than a phone of 320 pixels but the table, which scrolls inside", async ({ site }) => {
  await site.page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/people/", "/places/", "/people/per-ola-eriksson/", "/places/petrozavodsk/"]) {
    await site.open(path);
    expect(await site.page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("tables, pages and the picture can be read, and each name is a link", async ({ page, baseURL }) => {
    await page.goto(`${baseURL}people/`);
    await expect(page.locator("tbody tr")).toHaveCount(8);
    const picture = page.getByRole("group", { name: "Who met whom" });
    await expect(picture.locator("svg path").first()).toBeAttached();
    await picture.getByRole("link", { name: /Kim Traavik/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kim Traavik" })).toBeVisible();
    // What both attended, and another order, take the app: what would lead to the page that it stands on looks and acts like no link.
    const act = (name: string) =>
      page.getByRole("link", { name, exact: true }).evaluate((link) => [getComputedStyle(link).pointerEvents, getComputedStyle(link).textDecorationLine]);
    expect(await act("1 meeting with Børge Brende")).toEqual(["none", "none"]);
    expect((await act("Børge Brende"))[0]).toBe("auto");
    await page.goto(`${baseURL}people/`);
    expect(await act("Last meeting")).toEqual(["none", "none"]);
  });
});

test.describe("of a large archive", () => {
  const large = test.extend<{ large: Site }>({
    large: async ({ page }, use) => {
      const { origin, close } = await serve(fileURLToPath(new URL("../../target/sites/large", import.meta.url)), "/", 0);
      await use(new Site(page, `${origin}/`));
      close();
    },
  });

  large("another order and who met whom are shown in place of the finished page", async ({ large, page }) => {
    await large.open("/people/?sort=meetings");
    const head = page.getByRole("columnheader", { name: "Meetings" });
    await expect(head).toHaveAttribute("aria-sort", "descending");
    const counts = await page.locator("tbody tr td:last-child").allTextContents();
    expect(counts.map(Number)).toEqual([...counts].map(Number).sort((a, b) => b - a));
    await names(large).first().click();
    await large.ready();
    const name = await page.getByRole("heading", { level: 1 }).textContent();
    const met = page.getByRole("link", { name: /^\d+ meetings? with / }).first();
    const said = await met.textContent();
    await met.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${name} and `));
    await expect(large.count).toHaveText(`${said} that both attended`);
    await large.meetings.first().click();
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText(" and ");
  });

  large("the way there from the explorer is a page of its own", async ({ large, page }) => {
    await large.open("/");
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "People" }).click();
    await expect(large.heading("People")).toBeVisible();
    await page.getByRole("columnheader", { name: "Meetings" }).getByRole("link").click();
    await expect(page.getByRole("columnheader", { name: "Meetings" })).toHaveAttribute("aria-sort", "descending");
    expect(large.address()).toBe("/people/?sort=meetings");
  });
});
