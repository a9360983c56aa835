// A large archive, of which the explorer fetches only what is asked for.
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

type Large = { site: Site; fetched: string[] };

/** A test on the large site, with the names of the parts that were fetched. */
const test = base.extend<{ large: Large }>({
  large: async ({ page, quiet }, use) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
    const host = await serve(fileURLToPath(new URL("../../target/sites/large", import.meta.url)), "/", 0);
    const fetched: string[] = [];
    page.on("request", (request) => {
      const name = request.url().split("/data/")[1];
      if (name) fetched.push(name.split("/").pop()!);
    });
    await use({ site: new Site(page, `${host.origin}/`), fetched });
    await host.close();
  },
});
// One base path is enough: the parts are fetched as all else is.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

const rows = (page: Page) => page.locator(".meetings > li:not(.pending)");

test("the first list needs the head and the first page alone, whatever the size", async ({ large: { site, fetched }, page }) => {
  await site.open("/");
  await expect(site.count).toHaveText("2,000 meetings");
  await expect(rows(page)).toHaveCount(50);
  expect([...new Set(fetched)].sort()).toEqual(["catalogue.json", "first.json"]);
});

test("typing fetches what the words need, and what is found is marked", async ({ large: { site, fetched }, page }) => {
  await site.open("/");
  await site.searchbox.pressSequentially("tromso");
  await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
  await expect(page.locator(".meetings mark").first()).toHaveText(/^Tromsø/);
  expect(fetched).not.toContain("meetings.json");
  // One run of words and the postings, not all words; and a record only for a row that is seen, or nearly.
  expect(fetched.filter((name) => name.startsWith("words-")).length).toBeLessThan(8);
  await expect(page.locator(".meetings > li")).toHaveCount(50);
  await expect(page.locator(".pending").last()).toHaveText("Loading…");
  const seen = rows(page);
  const before = await seen.count();
  await page.locator(".pending").last().scrollIntoViewIfNeeded();
  await expect(page.locator(".meetings > li").last()).not.toHaveClass("pending");
  expect(await seen.count()).toBeGreaterThan(before);
  expect(fetched).toContain("facets.bin");
  expect(site.address()).toBe("/?q=tromso");
  await site.searchbox.fill("");
  await expect(site.count).toHaveText("2,000 meetings");
});

test("a compound is found by its later part, after the list where others are found", async ({ large: { site, fetched }, page }) => {
  await site.open("/");
  const titles = await rows(page).getByRole("heading").allTextContents();
  const word = titles.flatMap((title) => title.split(" ")).find((word) => /^[A-Za-z]{9,}$/.test(word))!;
  await site.searchbox.fill(word.slice(3));
  await expect(page.locator(".meetings").getByText(`within “${word}”`, { exact: false }).first()).toBeVisible();
  expect(fetched.filter((name) => name.startsWith("words-")).length).toBeLessThan(8);
});

test("the box of a facet compares as search does: full-width capitals without a stroke find Tromsø", async ({ large: { site }, page }) => {
  await site.open("/");
  const places = site.facet("Place");
  await site.fold("Place");
  await places.getByRole("button", { name: /^Show all/ }).click();
  await places.getByRole("textbox", { name: "Find in Place" }).fill("ＴＲＯＭＳＯ");
  await expect(places.getByRole("checkbox")).toHaveCount(1);
  await expect(places.getByRole("checkbox")).toHaveAccessibleName(/^Tromsø, /);
  await places.getByRole("textbox", { name: "Find in Place" }).fill("xyz");
  await expect(places.getByText("None matches")).toBeVisible();
});

test("a filtered address, its order by title and its second page open as they stand", async ({ large: { site }, page }) => {
  await site.open("/?theme=theme-1&sort=title&page=2");
  await expect(site.value("Theme", /^./ as unknown as string).first()).toBeVisible();
  await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
  await expect(rows(page).first().getByRole("heading")).not.toBeEmpty();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
  const titles = await rows(page).getByRole("heading").allTextContents();
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual([...titles].sort(new Intl.Collator("en").compare));
  await page.reload();
  await site.ready();
  expect(site.address()).toBe("/?theme=theme-1&sort=title&page=2");
});

test("a meeting is its finished page, and Back leads to the list as it was", async ({ large: { site }, page }) => {
  await site.open("/?theme=theme-1&page=2");
  const title = await site.meetings.first().textContent();
  await site.meetings.first().click();
  await expect(site.heading(title!)).toBeVisible();
  await site.ready();
  await page.goBack();
  await site.ready();
  expect(site.address()).toBe("/?theme=theme-1&page=2");
  await expect(site.meetings.first()).toHaveText(title!);
});

test("the list stands there before the counts, and no count is told that is not known", async ({ large: { site }, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/facets.bin", async (route) => {
    await held;
    await route.continue();
  });
  await site.open("/?q=tromso");
  await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
  await expect(rows(page).first().getByRole("heading")).not.toBeEmpty();
  const counts = site.facet("Theme").locator("li .count");
  await expect(counts.first()).toBeEmpty();
  const first = site.meetings.first();
  await first.focus();
  // Whoever reads by keyboard gets all rows, and stays where they are meanwhile.
  await expect(page.locator(".pending")).toHaveCount(0);
  await expect(first).toBeFocused();
  release();
  await expect(counts.first()).toHaveText(/^\d+$/);
  await expect(first).toBeFocused();
});

test("after typing all rows are there, and they stay when the text is sent off", async ({ large: { site }, page }) => {
  await site.open("/");
  await site.searchbox.pressSequentially("hu");
  await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
  await expect(page.locator(".meetings > li")).toHaveCount(50);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await expect(page.locator(".meetings > li")).toHaveCount(50);
  // Whoever goes through the list by keyboard finds all of it.
  await site.meetings.first().focus();
  await expect(page.locator(".pending")).toHaveCount(0);
});

test("a part that does not come is told, may be tried again, and nothing is lost", async ({ large: { site }, page, quiet }) => {
  quiet.expected.push(/Failed to load resource|ERR_FAILED/);
  await site.open("/");
  await page.route("**/facets.bin", (route) => route.abort());
  await site.facet("Theme").getByRole("checkbox").first().check();
  await expect(page.getByRole("alert").first()).toContainText("connection");
  await expect(rows(page)).toHaveCount(50);
  await page.unroute("**/facets.bin");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
  await expect(site.facet("Theme").getByRole("checkbox").first()).toBeChecked();
});
