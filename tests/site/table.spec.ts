// What is found as a table, and the ways between the views.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./site";

const table = (page: import("@playwright/test").Page) => page.getByRole("table", { name: "Meetings" });
const ids = (links: import("@playwright/test").Locator) =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!.split("/").at(-2)));

for (const query of ["", "q=meeting", "country=RU", "from=2005&to=2006", "sort=title", "sort=oldest", "theme=none&language=en"]) {
  test(`?${query}: the table has the rows of the list, in their order`, async ({ site, page }) => {
    await site.open(`/?${query}`);
    const listed = await ids(site.meetings);
    const count = await site.count.textContent();
    const group = page.getByRole("group", { name: "View" });
    await group.getByRole("link", { name: "Table" }).click();
    await expect(table(page)).toBeVisible();
    await expect(site.list).toHaveCount(0);
    expect(await ids(table(page).getByRole("rowheader").getByRole("link"))).toEqual(listed);
    await expect(site.count).toHaveText(count!);
    await expect(group.getByRole("link", { name: "Table" })).toBeFocused();
    await expect(group.locator("[aria-current]")).toHaveText("Table");
    await group.getByRole("link", { name: "List" }).click();
    expect(await ids(site.meetings)).toEqual(listed);
    await page.goBack();
    await expect(table(page)).toBeVisible();
  });
}

test("heads sort by date and title, tell so, and keep the focus", async ({ site, page }) => {
  await site.open("/?view=table");
  const head = (name: string) => table(page).getByRole("columnheader", { name });
  await expect(head("When")).toHaveAttribute("aria-sort", "descending");
  await head("When").getByRole("link").press("Enter");
  expect(site.address()).toBe("/?sort=oldest&view=table");
  await expect(head("When")).toHaveAttribute("aria-sort", "ascending");
  await expect(head("When").getByRole("link")).toBeFocused();
  await head("Title").getByRole("link").click();
  expect(site.address()).toBe("/?sort=title&view=table");
  await expect(head("Title")).toHaveAttribute("aria-sort", "ascending");
  await expect(head("When")).not.toHaveAttribute("aria-sort");
  await expect(table(page).getByRole("columnheader")).toHaveText(["Title", "When", "Place", "Themes", "Documents"]);
});

test("facets and text work on the table, and the gap stands at its place", async ({ site, page }) => {
  await site.open("/?view=table");
  await expect(table(page).getByRole("row").nth(2)).toContainText("7th Barents");
  await site.value("Country", "Russia, 2 meetings").check();
  expect(site.address()).toBe("/?country=RU&view=table");
  await expect(table(page).getByRole("row")).toHaveCount(3);
  await site.searchbox.fill("petrozavodsk");
  await expect(table(page).getByRole("row")).toHaveCount(2);
  await expect(table(page).locator("mark").first()).toHaveText("Petrozavodsk");
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect.poll(() => site.address()).toBe("/?view=table");
});

test("what is copied of it are rows with tabs between", async ({ site, page }) => {
  await site.open("/?view=table&year=2005");
  const text = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector("table")!);
    return getSelection()!.toString();
  });
  const rows = text.trim().split("\n").map((row) => row.split("\t").map((cell) => cell.trim()));
  expect(rows.map((row) => row.length)).toEqual([5, 5, 5]);
  expect(rows[1].slice(0, 3)).toEqual(["4th Barents Industrial Partnership Meeting", "14 June 2005", "St. Petersburg, Russia"]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`the table has no violation that axe finds, ${scheme}`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await site.open("/?view=table&q=meeting");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("on a phone a gap's note is read without scrolling, and a shade tells that there is more", async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open("/?view=table");
  const note = page.getByText("No source found tells when or where it was held.");
  const view = page.getByRole("region", { name: "Table of meetings" });
  expect(await view.evaluate((view) => getComputedStyle(view).backgroundAttachment)).toBe("local, local, scroll, scroll");
  for (const left of [0, 120, 400]) {
    await view.evaluate((view, left) => view.scrollTo(left, 0), left);
    const { x, width } = (await note.boundingBox())!;
    const title = (await page.getByRole("rowheader", { name: /^7th/ }).boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(title.x + title.width - 1);
    expect(x + width).toBeLessThanOrEqual(360);
  }
});

test("on a phone it scrolls inside itself with titles and heads kept", async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open("/?view=table");
  const view = page.getByRole("region", { name: "Table of meetings" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const title = table(page).getByRole("rowheader").first();
  const before = (await title.boundingBox())!.x;
  await view.focus();
  await view.evaluate((view) => view.scrollTo(200, 300));
  expect(await view.evaluate((view) => view.scrollLeft)).toBeGreaterThan(100);
  expect((await title.boundingBox())!.x).toBeCloseTo(before, 0);
  const top = (await view.boundingBox())!.y;
  expect((await table(page).getByRole("columnheader").first().boundingBox())!.y).toBeCloseTo(top, 0);
});
