// Where a reader is after a step and back: focus, title, and the ways back.
import { expect, test } from "./site";

const focused = "document.activeElement.textContent";

test("Back leads to the link that was followed, at its place, and Tab goes on from there", async ({ site, page }) => {
  await site.open("/");
  const link = site.meetings.nth(4);
  const title = await link.textContent();
  await link.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await link.click();
  await expect(site.heading(title!)).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await page.keyboard.press("Tab");
  // The next thing that Tab reaches stands behind the link, in the list or after it.
  expect(await page.evaluate("!!(document.querySelectorAll('.meetings h3 a')[4].compareDocumentPosition(document.activeElement) & 4)")).toBe(true);
  // Forward leads to the heading, since no link was followed there; and from a link in a page Back leads to it again.
  await page.goForward();
  await expect(site.heading(title!)).toBeFocused();
  const related = page.locator("main a[href*='/meetings/'][href$='/']").first();
  const other = await related.textContent();
  await related.click();
  await expect(page.locator("h1")).toBeFocused();
  await page.goBack();
  await expect(site.heading(title!)).toBeVisible();
  await expect.poll(() => page.evaluate(focused)).toBe(other);
});

test("of links with one address Back leads to the one that was followed", async ({ site, page }) => {
  await site.open("/meetings/2011-haparanda/");
  await page.getByRole("navigation", { name: "You are here" }).getByRole("link").first().click();
  await expect(site.count).toHaveText("7 meetings");
  await page.goBack();
  await expect(page.getByRole("navigation", { name: "You are here" }).getByRole("link").first()).toBeFocused();
});

test("the tab tells what is asked, and a meeting's page leads back to it", async ({ site, page }) => {
  await site.open("/");
  const archive = await page.title();
  await site.value("Theme", "Mining, 1 meeting").check();
  await expect(page).toHaveTitle(`Theme: Mining – ${archive}`);
  await site.searchbox.fill("petrozavodsk");
  await expect(page).toHaveTitle(`“petrozavodsk”, Theme: Mining – ${archive}`);
  await site.meetings.first().click();
  await expect(page).toHaveTitle(/Meeting.* – /);
  const way = page.getByRole("navigation", { name: "You are here" }).getByRole("link");
  await expect(way).toHaveText(["All meetings", "Found for “petrozavodsk”, Theme: Mining"]);
  await way.nth(1).click();
  expect(site.address()).toBe("/?q=petrozavodsk&theme=mining");
  await expect(site.count).toHaveText("1 of 7 meetings");
  await site.filters.getByRole("button").click();
  await site.searchbox.fill("");
  await expect(page).toHaveTitle(archive);
  await site.meetings.first().click();
  await expect(way).toHaveText(["All meetings"]);
});

test("an address that asks for something has its title from the beginning, and unknown values are not in it", async ({ site, page }) => {
  await site.open("/?theme=mining&theme=nonsense&from=2005&to=2011");
  await expect(page).toHaveTitle(/^Theme: Mining, Year: 2005–2011 – /);
});

test("a slider is one entry of the history, however often it is moved", async ({ site, page }) => {
  await site.open("/");
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  const slider = page.getByRole("slider", { name: "From year" });
  await slider.focus();
  for (let key = 0; key < 4; key++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => site.address()).toBe("/?from=2007");
  expect(await length()).toBe(before + 1);
  // The other end is another slider.
  await page.getByRole("slider", { name: "To year" }).press("ArrowLeft");
  await expect.poll(() => site.address()).toBe("/?from=2007&to=2010");
  expect(await length()).toBe(before + 2);
  await page.goBack();
  await expect.poll(() => site.address()).toBe("/?from=2007");
  await page.goBack();
  await expect.poll(() => site.address()).toBe("/");
  await expect(site.count).toHaveText("7 meetings");
  // After something else it is a step again.
  await site.value("Theme", "Mining, 1 meeting").check();
  await slider.press("ArrowRight");
  await expect.poll(() => site.address()).toBe("/?theme=mining&from=2005");
  await page.goBack();
  await expect.poll(() => site.address()).toBe("/?theme=mining");
});

test("a page leads back to what was asked when it was come to, whatever has been asked since", async ({ site, page }) => {
  await site.open("/?theme=investment&sort=title");
  await site.meetings.first().click();
  const way = page.getByRole("navigation", { name: "You are here" }).getByRole("link");
  await expect(way).toHaveText(["All meetings", "Found for Theme: Investment"]);
  const country = page.getByRole("link", { name: "Sweden", exact: true }).first();
  await country.click();
  await expect(page).toHaveTitle(/^Country: Sweden – /);
  await page.goBack();
  await expect(way).toHaveText(["All meetings", "Found for Theme: Investment"]);
  await expect(country).toBeFocused();
  await page.reload();
  await site.ready();
  await expect(way.nth(1)).toHaveAttribute("href", /\?theme=investment&sort=title$/);
  // Whoever has come from nowhere is told nothing.
  await page.goto(page.url());
  await site.open("/meetings/2004-stockholm/");
  await expect(way).toHaveText(["All meetings"]);
});
