import { expect, test } from "./site";

test.describe("the range of years", () => {
  test("is set by keyboard, in the address and in the list, and Back restores it", async ({ site, page }) => {
    await site.open("/");
    const years = site.facet("Year");
    const from = years.getByRole("slider", { name: "From year" });
    const to = years.getByRole("slider", { name: "To year" });
    await expect(from).toHaveValue("2004");
    await expect(to).toHaveValue("2011");
    await from.focus();
    await page.keyboard.press("ArrowRight");
    expect(site.address()).toBe("/?from=2005");
    await expect(site.count).toHaveText("5 of 7 meetings");
    await expect(from).toBeFocused();
    await to.focus();
    await page.keyboard.press("Home");
    // The first year is before the other end, which is taken along; and up to the first year is open there.
    expect(site.address()).toBe("/?to=2004");
    await expect(from).toHaveValue("2004");
    await expect(site.count).toHaveText("2 of 7 meetings");
    await page.goBack();
    expect(site.address()).toBe("/?from=2005");
    await expect(from).toHaveValue("2005");
    await expect(to).toHaveValue("2011");
    await expect(site.count).toHaveText("5 of 7 meetings");
    await page.goBack();
    await expect(from).toHaveValue("2004");
    await expect(site.count).toHaveText("7 meetings");
  });

  test("follows the address and the button that clears it", async ({ site, page }) => {
    await site.open("/?from=2005&to=2006");
    const from = page.getByRole("slider", { name: "From year" });
    const to = page.getByRole("slider", { name: "To year" });
    await expect(from).toHaveValue("2005");
    await expect(to).toHaveValue("2006");
    await expect(page.locator(".range .count")).toHaveText(["2005", "2006"]);
    await expect(page.locator(".bars [data-in]")).toHaveCount(2);
    await expect(site.filters.getByRole("button")).toHaveText(/Year: 2005–2006/);
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(from).toHaveValue("2004");
    await expect(to).toHaveValue("2011");
    await expect(page.locator(".bars [data-in]")).toHaveCount(8);
  });

  test("shows every year's meetings, also before the app, and goes with the other filters", async ({ site, page }) => {
    const bars = page.locator(".bars rect");
    const heights = () => bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute("height"))));
    const release: (() => void)[] = [];
    await page.route("**/data/meetings.json", async (route) => {
      await new Promise<void>((resolve) => release.push(resolve));
      await route.continue();
    });
    await page.goto(site.baseURL);
    expect(await heights()).toEqual([40, 40, 20, 20, 0, 0, 0, 20]);
    await expect(page.getByRole("slider")).toHaveCount(0);
    await expect.poll(() => release.length).toBe(1);
    release[0]();
    await site.ready();
    expect(await heights()).toEqual([40, 40, 20, 20, 0, 0, 0, 20]);
    await site.fold("Language");
    await site.value("Language", "Russian, 2 meetings").check();
    await expect(site.count).toHaveText("2 of 7 meetings");
    expect(await heights()).not.toEqual([40, 40, 20, 20, 0, 0, 0, 20]);
    const high = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
    expect(Math.max(...high)).toBeGreaterThan(40);
  });

  test("tells the year while a slider is moved, and sets it when it is let go", async ({ site, page }) => {
    await site.open("/");
    const from = page.getByRole("slider", { name: "From year" });
    await from.scrollIntoViewIfNeeded();
    const box = (await from.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(24);
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
    await expect(page.locator(".range .count").first()).toHaveText("2011");
    await expect(page.locator(".bars [data-in]")).toHaveCount(1);
    expect(site.address()).toBe("/");
    await page.mouse.up();
    await expect(site.count).toHaveText("1 of 7 meetings");
    expect(site.address()).toBe("/?from=2011");
  });
});

test("a value without a meeting is dimmed, and there when all are asked for", async ({ site }) => {
  await site.open("/?year=2011");
  const none = site.value("Country", "Russia, 0 meetings");
  await expect(none).toHaveCount(0);
  await site.facet("Country").getByRole("button", { name: "Show all 4" }).click();
  await expect(none).toBeVisible();
  await expect(none.locator("xpath=ancestor::li")).toHaveCSS("font-style", "italic");
});
