import { expect, test } from "./site";

test.describe("a meeting's page", () => {
  test("is reached from the list, takes the focus to its heading, and Back restores the list", async ({ site, page }) => {
    await page.setViewportSize({ width: 800, height: 400 });
    await site.open("/?country=RU&country=SE");
    await site.meetings.last().scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 40));
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(300);
    await site.meetings.last().click();
    const heading = site.heading("1st Barents Industrial Partnership Meeting");
    await expect(heading).toBeFocused();
    expect(site.address()).toBe("/meetings/2004-stockholm/");
    await expect(page).toHaveTitle(/^1st Barents Industrial Partnership Meeting – /);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect(site.count).toHaveText("4 of 7 meetings");
    expect(site.address()).toBe("/?country=RU&country=SE");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
    await page.goForward();
    await expect(heading).toBeFocused();
  });

  test("Back leads to where the list was, also where nothing had scrolled, and after a box was ticked", async ({ site, page }) => {
    await page.setViewportSize({ width: 1000, height: 400 });
    await site.open("/");
    // A click by hand would first bring the link into view.
    const follow = () => site.meetings.first().evaluate((link: HTMLElement) => link.click());
    await follow();
    await expect(site.heading(/^8th/)).toBeFocused();
    await page.evaluate(() => scrollTo(0, 500));
    await page.goBack();
    await expect(site.count).toHaveText("7 meetings");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    const box = site.value("Country", "Russia, 2 meetings");
    await box.scrollIntoViewIfNeeded();
    await box.press("Space");
    await expect(site.count).toHaveText("2 of 7 meetings");
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(100);
    await follow();
    await expect(site.heading(/^4th/)).toBeFocused();
    await page.evaluate(() => scrollTo(0, 500));
    await page.goBack();
    await expect(site.count).toHaveText("2 of 7 meetings");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
  });

  test("shows everything recorded, in reading order", async ({ site, page }) => {
    await site.open("/meetings/2011-haparanda/");
    const main = page.getByRole("main");
    await expect(main.locator("time").first()).toHaveAttribute("datetime", "2011-06-15");
    await expect(main.locator("time").first()).toHaveText("15 June 2011");
    await expect(main.locator("[lang=fi]")).toHaveText("Haaparanta");
    await expect(main.locator("[lang=ru]")).toHaveText("Хапаранда");
    for (const text of [
      "Cape East", "Barents Euro-Arctic Council: Sweden", "Barents Regional Council: Troms", "Per-Ola Eriksson",
      "Governor of Norrbotten and incoming chair of the Barents Regional Council", "K-G Bergström", "Moderator", "Åsa Petersen",
      "Ensuring the supply for qualified personel/Labour market", "Presentations", "no address survives", "Not recorded: format.",
    ]) {
      await expect(main).toContainText(text);
    }
    await expect(main.getByRole("heading", { level: 2 })).toHaveText([
      "Topics", "In the source’s own words", "People", "Documents", "Where", "Sources", "Cite, share, save",
    ]);
    await expect(main.getByRole("link", { name: "Written record" })).toHaveAttribute("href", /^http:\/\/docplayer\.se\//);
  });

  test("says of each addition where it comes from", async ({ site, page }) => {
    await site.open("/meetings/2004-petrozavodsk/");
    const mark = page.getByRole("link", { name: "Source 2: Barentsutbyte i Petrozavodsk" }).first();
    await mark.click();
    await expect(page.locator("#source-2")).toBeFocused();
    await expect(page.locator("#source-2")).toContainText("County Administrative Board of Västerbotten, 4 October 2004, in Swedish");
    await expect(site.heading(/^2nd Barents/)).toBeVisible();
  });

  test("leads back to the filtered list and on to its neighbours", async ({ site, page }) => {
    await site.open("/meetings/2007-saariselka/");
    const main = page.getByRole("main");
    await main.getByRole("link", { name: "Cross-border financing" }).click();
    expect(site.address()).toBe("/?theme=cross-border-financing");
    await expect(site.count).toHaveText("1 of 7 meetings");
    await page.goBack();
    await main.getByRole("link", { name: "Finland" }).click();
    expect(site.address()).toBe("/?country=FI");
    await page.goBack();
    await main.getByRole("link", { name: "All of 2007" }).click();
    expect(site.address()).toBe("/?year=2007");
    await page.goBack();
    const others = page.getByRole("navigation", { name: "Earlier and later meetings" });
    await others.getByRole("link", { name: /^5th/ }).click();
    await expect(site.heading(/^5th Barents/)).toBeFocused();
    await others.getByRole("link", { name: /^6th/ }).click();
    await others.getByRole("link", { name: /^8th/ }).click();
    await expect(others.getByRole("link", { name: /Meeting$/ })).toHaveCount(1);
  });

  test("gives its citation and its address away", async ({ site, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await site.open("/meetings/2005-oslo/");
    await page.getByRole("button", { name: "Copy address" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.baseURL}meetings/2005-oslo/`);
    await page.getByRole("button", { name: "Copy citation" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain("3rd Barents Industrial Partnership Meeting. Oslo, 15 March 2005.");
  });

  test("opens from its address without the closing slash, and settles on the one with it", async ({ site }) => {
    await site.open("/meetings/2006-rovaniemi");
    await expect(site.heading(/^5th Barents/)).toBeVisible();
    expect(site.address()).toBe("/meetings/2006-rovaniemi/");
  });
});

test("about tells objectives, background, organisers, sources and how complete the data is", async ({ site, page }) => {
  await site.open("/");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "About" }).click();
  await expect(site.heading("About the Barents Industrial Partnership meetings")).toBeFocused();
  expect(site.address()).toBe("/about/");
  const main = page.getByRole("main");
  for (const text of [
    "to promote crossborder economic activity", "exceptionally rich in natural resources", "Chairmanship of the Barents Regional Council",
    "biennial", "Oulu Region (end inferred)", "Meetings without a theme: 4 of 7.", "Documents without an address: 12 of 14.",
    "No source found tells when or where it was held.", "Send corrections",
  ]) {
    await expect(main).toContainText(text);
  }
  await page.reload();
  await site.ready();
  await expect(site.heading(/^About/)).toBeVisible();
});

test.describe("page not found", () => {
  for (const path of ["/nowhere/at/all", "/meetings/2011-haparnada/"]) {
    test(`answers ${path} with status 404, a way back and a search box`, async ({ site, page, baseURL }) => {
      const response = await page.goto(baseURL + path.slice(1));
      expect(response!.status()).toBe(404);
      await site.ready();
      await expect(site.heading("Page not found")).toBeVisible();
      await expect(page).toHaveTitle(/^Page not found – /);
      await site.searchbox.fill("oslo");
      await site.searchbox.press("Enter");
      await expect(site.count).toHaveText("1 of 7 meetings");
      expect(site.address()).toBe("/?q=oslo");
    });
  }

  test("suggests the nearest meeting", async ({ site, page }) => {
    await site.open("/meetings/2011-haparnada/");
    await page.getByRole("main").getByRole("link", { name: "8th Barents Industrial Partnership Meeting" }).click();
    await expect(site.heading(/^8th Barents/)).toBeFocused();
  });
});
