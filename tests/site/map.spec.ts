// What is found as a map: by keyboard and pointer, on a phone, in the reader's own colours, and as a picture.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Site, expect, test } from "./site";
import dataset from "../../public/data/meetings.json" with { type: "json" };

const map = (page: Page) => page.getByRole("group", { name: "Map", exact: true });
const marks = (page: Page) => map(page).getByRole("button");
const names = (page: Page) => marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")!));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

async function open(site: Site, page: Page, path = "/?view=map") {
  await site.open(path);
  await expect(marks(page).first()).toBeVisible();
}

/** The ids of the meetings that an address finds, as the list has them. */
async function listed(site: Site, page: Page, query: string) {
  await site.open(`/?${query}`);
  const paths = await site.meetings.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return paths.map((path) => path.split("/").at(-2)!).sort();
}

test("each place is a mark with its name and number, and no two marks touch", async ({ site, page }) => {
  await open(site, page);
  const places = dataset.places.filter((place) => dataset.meetings.some((meeting) => meeting.place == place.id));
  const count = (id: string) => dataset.meetings.filter((meeting) => meeting.place == id).length;
  const expected = places.map(({ id, name }) => `${name}, ${count(id)} meeting${count(id) == 1 ? "" : "s"}`);
  expect((await names(page)).sort()).toEqual(expected.sort());
  const boxes = await marks(page).evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().toJSON()));
  for (const [at, a] of boxes.entries()) {
    expect(Math.min(a.width, a.height)).toBeGreaterThanOrEqual(24);
    for (const b of boxes.slice(0, at)) {
      expect(Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2)).toBeGreaterThan((a.width + b.width) / 2);
    }
  }
  await expect(page.locator(".map-view > p").first()).toHaveText("7 meetings at 7 places in 4 countries, 1 at each.");
});

test("on a phone each mark of the shipped archive has its name beside it", async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(site, page);
  const named = await marks(page).evaluateAll((all) => all.map((mark) => (mark as HTMLElement).dataset.name));
  expect(named.length).toBeGreaterThan(4);
  expect(named).not.toContain(undefined);
});

test("the marks are one stop of the Tab key, and keys lead to each of them", async ({ site, page }) => {
  await open(site, page);
  expect(await marks(page).evaluateAll((all) => all.filter((mark) => (mark as HTMLElement).tabIndex == 0).length)).toBe(1);
  const all = await names(page);
  await marks(page).first().focus();
  const walked = [await focused(page)];
  for (const _ of all.slice(1)) {
    await page.keyboard.press("ArrowRight");
    walked.push(await focused(page));
  }
  expect(walked).toEqual(all);
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toBe(all.at(-1));
  await page.keyboard.press("Home");
  expect(await focused(page)).toBe(all[0]);
  await page.keyboard.press("End");
  expect(await focused(page)).toBe(all.at(-1));
  // From the north to the south.
  const order = await marks(page).evaluateAll((all) =>
    all.sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y).map((mark) => mark.getAttribute("aria-label")),
  );
  const down = [];
  for (const _ of all) await page.keyboard.press("ArrowUp");
  for (const _ of all) {
    down.push(await focused(page));
    await page.keyboard.press("ArrowDown");
  }
  expect(down).toEqual(order);
  // Past the marks in one step, and back to the one that had the focus.
  const last = await focused(page);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.closest("#map-marks"))).toBeNull();
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe(last);
});

test("a mark chooses its place and no longer, by key and click; the focus stays, the others stay reachable", async ({ site, page }) => {
  await open(site, page);
  const oslo = map(page).getByRole("button", { name: "Oslo, 1 meeting" });
  await expect(oslo).toHaveAttribute("aria-pressed", "false");
  await oslo.focus();
  await page.keyboard.press("Enter");
  await expect(site.count).toHaveText("1 of 7 meetings");
  expect(site.address()).toBe("/?place=oslo&view=map");
  await expect(oslo).toHaveAttribute("aria-pressed", "true");
  await expect(oslo).toBeFocused();
  await expect(marks(page)).toHaveCount(7);
  await expect(page.getByText("Hollow marks are not chosen, and tell what they would show.")).toBeVisible();
  const card = page.getByRole("region", { name: "Oslo" });
  await expect(card.getByRole("heading")).toHaveText("Oslo, Norway");
  const meeting = dataset.meetings.find((of) => of.place == "oslo")!;
  await expect(card.getByRole("link", { name: meeting.title })).toHaveAttribute("href", new RegExp(`/meetings/${meeting.id}/$`));
  await expect(card.getByRole("link", { name: "All about Oslo" })).toHaveAttribute("href", /\/places\/oslo\/$/);
  await map(page).getByRole("button", { name: "Stockholm, 1 meeting" }).click();
  await expect(site.count).toHaveText("2 of 7 meetings");
  await page.keyboard.press("Space");
  await expect(site.count).toHaveText("1 of 7 meetings");
  await oslo.click();
  await expect(site.count).toHaveText("7 meetings");
  await expect(card).toHaveCount(0);
  await page.goBack();
  await expect(oslo).toHaveAttribute("aria-pressed", "true");
});

for (const query of ["", "theme=mining", "from=2005&to=2006", "q=rovaniemi", "country=NO&country=SE", "theme=none"]) {
  test(`the map of "${query}" shows the meetings that the list has`, async ({ site, page }) => {
    const ids = await listed(site, page, query);
    await open(site, page, `/?${query}&view=map`);
    await page.getByText("The places of the map as a table").click();
    const rows = page.locator(".map-rows tbody tr");
    await expect(rows).toHaveCount((await names(page)).length);
    const places = await rows.locator("th a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split("/").at(-2)));
    const found = dataset.meetings.filter((meeting) => places.includes(meeting.place)).map(({ id }) => id);
    expect(found.filter((id) => ids.includes(id)).sort()).toEqual(ids);
    const numbers = (await rows.locator("td:last-child").allTextContents()).map(Number);
    expect(numbers.reduce((sum, of) => sum + of, 0)).toBe(ids.length);
    expect((await names(page)).map((name) => Number(/, (\d+) /.exec(name)![1])).reduce((sum, of) => sum + of, 0)).toBe(ids.length);
  });
}

test("on a phone places that would touch share a mark, which opens to them", async ({ site, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(site, page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  const shared = map(page).getByRole("button", { name: / and .*, \d meetings$/ }).first();
  await expect(shared).toHaveAttribute("aria-expanded", "false");
  await shared.click();
  await expect(shared).toHaveAttribute("aria-expanded", "true");
  const here = page.getByRole("region", { name: "Places here" }).getByRole("button");
  expect(await here.count()).toBeGreaterThan(1);
  const first = here.first();
  const name = (await first.getAttribute("aria-label"))!.split(",")[0];
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await expect(first).toBeFocused();
  await expect(site.filters.getByRole("button", { name: `Remove filter: Place: ${name}` })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(map(page).getByRole("button", { name: / and / })).toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing in ${scheme} colours`, async ({ site, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(site, page, "/?place=oslo&view=map");
    await page.getByText("The places of the map as a table").click();
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    expect((await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze()).violations).toEqual([]);
  });
}

test("in the reader's own colours chosen marks are filled and others hollow", async ({ site, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(site, page, "/?place=oslo&view=map");
  const ground = (name: string) => map(page).getByRole("button", { name }).evaluate((mark) => getComputedStyle(mark).backgroundColor);
  expect(await ground("Oslo, 1 meeting")).not.toBe(await ground("Stockholm, 1 meeting"));
});

test("a page from right to left has the same map", async ({ site, page }) => {
  await open(site, page);
  const at = () => marks(page).evaluateAll((all) => {
    const frame = document.querySelector("#map-marks")!.getBoundingClientRect();
    return all.map((mark) => Math.round(mark.getBoundingClientRect().x - frame.x));
  });
  const before = await at();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  expect(await at()).toEqual(before);
  const turned = await page.locator("#map-picture svg").evaluate((svg) => getComputedStyle(svg).transform);
  expect(turned).toBe("none");
});

test("the map is a picture of its own, in which an address shows one place", async ({ site, page, baseURL }) => {
  await site.open("/about/");
  const shot = async (hash: string) => {
    await page.evaluate(async (src) => {
      document.querySelector("#shown")?.remove();
      const image = Object.assign(new Image(400), { id: "shown", src });
      document.querySelector("main")!.prepend(image);
      await image.decode();
    }, `${baseURL}map.svg${hash}`);
    return (await page.locator("#shown").screenshot()).toString("base64");
  };
  const [all, oslo, stockholm] = [await shot(""), await shot("#spot-oslo"), await shot("#spot-stockholm")];
  expect(new Set([all, oslo, stockholm]).size).toBe(3);
});

test("a map whose picture does not come is told, and trying again shows it", async ({ site, page, quiet }) => {
  quiet.expected.push(/503/);
  await site.open("/");
  let isOut = true;
  await page.route("**/map.svg", (route) => (isOut ? route.fulfill({ status: 503 }) : route.continue()));
  await page.getByRole("group", { name: "View" }).getByRole("link", { name: "Map" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(site.list).toBeVisible();
  isOut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(marks(page)).toHaveCount(7);
});

test("the map is no higher than the window, and what opens below it comes into sight", async ({ site, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await site.open("/?view=map");
  const map = page.getByRole("group", { name: "Map", exact: true });
  await expect(map.getByRole("button").first()).toBeVisible();
  expect((await map.boundingBox())!.height).toBeLessThan(700);
  await page.setViewportSize({ width: 360, height: 740 });
  await map.locator("button[aria-expanded]").first().click();
  await expect(page.locator("#map-card h3").first()).toBeInViewport();
});
