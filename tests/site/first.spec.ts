// The first screen: what the archive is, what is found, and the filters, on a phone and by keyboard.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./site";

const PHONE = { width: 360, height: 740 };

test.describe("the overview", () => {
  test("says how much, when and where, before the app and with it, and leads to years by click and by keys", async ({ site, page }) => {
    await site.open("/");
    const overview = page.getByRole("region", { name: "At a glance" });
    await expect(overview).toContainText("7 meetings from 2004 to 2011, at 7 places in 4 countries.");
    const bars = overview.getByRole("group", { name: "Meetings a year" }).getByRole("link");
    // Years without a meeting lead nowhere.
    await expect(bars).toHaveCount(5);
    await expect(bars.first()).toHaveAccessibleName("2004, 2 meetings");
    await bars.first().focus();
    await page.keyboard.press("ArrowRight");
    await expect(bars.nth(1)).toBeFocused();
    await page.keyboard.press("End");
    await expect(bars.last()).toBeFocused();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expect(bars.first()).toBeFocused();
    // One Tab stop: the next is a place.
    await page.keyboard.press("Tab");
    await expect(overview.getByRole("listitem").getByRole("link").first()).toBeFocused();
    await bars.nth(1).click();
    await expect(site.heading("2005")).toBeVisible();
    await expect(site.meetings).toHaveCount(2);
    await page.goBack();
    await expect(overview).toBeVisible();
  });

  test("makes room for whoever asks something", async ({ site, page }) => {
    await site.open("/");
    const overview = page.getByRole("region", { name: "At a glance" });
    const size = () => page.locator("h1").evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
    const before = await size();
    await site.searchbox.fill("mining");
    await expect(overview).toBeHidden();
    expect(await size()).toBeLessThan(before);
    await site.searchbox.fill("");
    await expect(overview).toBeVisible();
  });

  test("is there again where another page was opened first", async ({ site, page }) => {
    await site.open("/meetings/2011-haparanda/");
    await page.getByRole("link", { name: "All meetings" }).first().click();
    await expect(page.getByRole("region", { name: "At a glance" })).toContainText("7 meetings from 2004 to 2011");
    await expect(page.getByRole("navigation", { name: /^Browse by/ })).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("the count and the first hit are on the screen, and Enter brings them there", async ({ site, page }) => {
    await site.open("/?q=haparanda");
    const first = () => site.meetings.first().boundingBox();
    expect((await site.count.boundingBox())!.y).toBeLessThan(PHONE.height);
    const { y, height } = (await first())!;
    expect(y + height).toBeLessThan(PHONE.height);
    await site.open("/");
    await site.searchbox.fill("oslo");
    await site.searchbox.press("Enter");
    await expect(page.locator("#results")).toBeFocused();
    await expect(site.count).toBeInViewport();
    await expect(site.meetings.first()).toBeInViewport();
  });

  test("the filters are a sheet whose foot tells what is left", async ({ site, page }) => {
    await site.open("/");
    await expect(site.facet("Theme")).toBeHidden();
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await expect(site.facet("Theme")).toBeVisible();
    await site.value("Year", "2005, 2 meetings").check();
    const show = page.getByRole("button", { name: "Show 2 meetings" });
    await expect(show).toBeInViewport();
    await page.locator("#filters").evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
    await expect(show).toBeInViewport();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect(page.getByRole("button", { name: "Show 7 meetings" })).toBeVisible();
    await site.value("Year", "2005, 2 meetings").check();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await show.click();
    await expect(site.facet("Theme")).toBeHidden();
    await expect(page.locator("#results")).toBeFocused();
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
  });

  test("the sheet closes with Escape, and when the focus goes on past its end", async ({ site, page }) => {
    await site.open("/");
    const filters = page.getByRole("button", { name: "Filters", exact: true });
    await filters.press("Enter");
    await expect(site.facet("Theme")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(site.facet("Theme")).toBeHidden();
    await expect(filters).toBeFocused();
    await filters.press("Enter");
    await page.getByRole("button", { name: "Clear", exact: true }).focus();
    await page.keyboard.press("Tab");
    await expect(site.facet("Theme")).toBeHidden();
  });
});

test.describe("the filters", () => {
  test("are the first three groups, and the others folded with how many values they have", async ({ site, page }) => {
    await site.open("/");
    const open = page.locator("details.facet[open] h3");
    await expect(open).toHaveText(["Theme", "Year", "Country"]);
    const place = site.facet("Place");
    await expect(place.getByRole("checkbox")).toHaveCount(0);
    await expect(place.locator("summary")).toHaveText("Place7");
    await place.locator("summary").click();
    await expect(place.getByRole("checkbox")).toHaveCount(7);
    // What narrows the list is not folded away.
    await site.open("/?document=speech");
    await expect(site.value("Document", "Speech, 1 meeting")).toBeChecked();
  });

  test("stand by how many meetings they show now, years the latest first, and zeros behind a button", async ({ site, page }) => {
    await site.open("/?country=NO");
    const years = site.facet("Year");
    await expect(years.getByRole("checkbox")).toHaveCount(1);
    await expect(site.value("Year", "2005, 1 meeting")).toBeVisible();
    await years.getByRole("button", { name: "Show all 5" }).click();
    const all = years.getByRole("checkbox");
    await expect(all).toHaveCount(5);
    await expect(all.first()).toHaveAccessibleName("2011, 0 meetings");
    await years.getByRole("button", { name: "Show fewer" }).click();
    await expect(all).toHaveCount(1);
    await site.open("/");
    const themes = site.facet("Theme").getByRole("checkbox");
    const counts = await themes.evaluateAll((boxes) => boxes.map((box) => Number(/, (\d+) /.exec(box.getAttribute("aria-label")!)![1])));
    // "Not recorded" is the last.
    expect(counts.slice(0, -1)).toEqual([...counts.slice(0, -1)].sort((a, b) => b - a));
  });

  test("a box that is unticked stays under the focus", async ({ site, page }) => {
    await site.open("/?theme=mining&theme=smes&country=RU");
    const box = site.value("Theme", "SMEs, 0 meetings");
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).not.toBeChecked();
    await expect(box).toBeFocused();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
  });

  test("bars of years are links that are clicked and walked", async ({ site, page }) => {
    await site.open("/");
    const bars = site.facet("Year").getByRole("group", { name: "Meetings a year" }).getByRole("link");
    await bars.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(site.count).toHaveText("2 of 7 meetings");
    expect(site.address()).toBe("/?from=2005&to=2005");
    await expect(bars.nth(1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(site.count).toHaveText("7 meetings");
    await bars.last().click();
    expect(site.address()).toBe("/?from=2011&to=2011");
    await page.goBack();
    await expect(site.count).toHaveText("7 meetings");
  });

  test("have a way past them and a way back", async ({ site, page }) => {
    await site.open("/");
    await page.getByRole("link", { name: "Skip the filters" }).press("Enter");
    await expect(page.locator("#results")).toBeFocused();
    await page.getByRole("link", { name: "Back to the filters" }).press("Enter");
    await expect(page.locator("#facets")).toBeFocused();
    await expect(page.getByRole("heading", { level: 2, name: "Filters" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "7 meetings" })).toBeVisible();
  });
});

test.describe("where nothing is found", () => {
  for (const [query, act, found] of [
    ["q=stokhlom", "Search for “stockholm”: 1 meeting", "1 of 7 meetings"],
    ["q=oslo&country=RU&year=2004", "Search “oslo” without filters: 1 meeting", "1 of 7 meetings"],
    ["q=oslo&country=RU", "Leave out “Country: Russia”: 1 meeting", "1 of 7 meetings"],
    ["q=zzzzzz&country=RU", "Leave out the search words: 2 meetings", "2 of 7 meetings"],
    ["country=RU&year=2011", "Leave out “Year: 2011”: 2 meetings", "2 of 7 meetings"],
  ] as const) {
    test(`?${query}: what to ask instead is a click away`, async ({ site, page }) => {
      await site.open(`/?${query}`);
      await expect(site.count).toHaveText("No meetings match");
      await page.getByRole("link", { name: act }).click();
      await expect(site.count).toHaveText(found);
    });
  }
});
