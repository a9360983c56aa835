import { expect, test } from "./site";

test.describe("the explorer", () => {
  test("has its landmarks, its title and all seven meetings, newest first, with the gap at its place", async ({ site, page }) => {
    await site.open("/");
    for (const role of ["banner", "main", "contentinfo", "search"] as const) {
      await expect(page.getByRole(role)).toHaveCount(1);
    }
    await expect(page).toHaveTitle("Barents Industrial Partnership meetings");
    await expect(site.heading("Barents Industrial Partnership meetings")).toBeVisible();
    await expect(site.count).toHaveText("7 meetings");
    await expect(site.meetings).toHaveCount(7);
    const rows = site.list.getByRole("listitem").filter({ has: page.getByRole("heading") });
    await expect(rows).toHaveCount(8);
    await expect(rows.nth(0)).toContainText("8th Barents");
    await expect(rows.nth(1)).toContainText("7th Barents");
    await expect(rows.nth(1).getByRole("link")).toHaveCount(0);
    await expect(rows.nth(2)).toContainText("18–19 April 2007");
  });

  test("names its facets and their values", async ({ site, page }) => {
    await site.open("/");
    for (const name of ["Theme", "Year", "Country", "Place", "Format", "Document", "Language"]) {
      await expect(site.facet(name)).toBeVisible();
    }
    await expect(site.value("Theme", "Investment, 1 meeting")).toBeVisible();
    await expect(site.value("Theme", "Not recorded, 4 meetings")).toBeVisible();
    await expect(site.value("Year", "2005, 2 meetings")).toBeVisible();
    await expect(site.value("Country", "Russia, 2 meetings")).toBeVisible();
    await site.fold("Document");
    await expect(site.value("Document", "Speech, 1 meeting")).toBeVisible();
    await expect(page.getByRole("checkbox").first()).not.toBeChecked();
  });

  for (const [query, count, ids] of [
    ["theme=investment", "1 of 7 meetings", ["2011-haparanda"]],
    ["year=2005", "2 of 7 meetings", ["2005-st-petersburg", "2005-oslo"]],
    ["country=RU&year=2004", "1 of 7 meetings", ["2004-petrozavodsk"]],
    ["theme=none", "4 of 7 meetings", ["2006-rovaniemi", "2005-st-petersburg", "2005-oslo", "2004-stockholm"]],
    ["q=saariselka", "1 of 7 meetings", ["2007-saariselka"]],
    ["q=tuomioja", "1 of 7 meetings", ["2006-rovaniemi"]],
    ["q=Петрозаводск", "1 of 7 meetings", ["2004-petrozavodsk"]],
    ["from=2005&to=2006", "3 of 7 meetings", ["2006-rovaniemi", "2005-st-petersburg", "2005-oslo"]],
    ["q=no+such+thing", "No meetings match", []],
  ] as const) {
    test(`shows what ?${query} asks for`, async ({ site }) => {
      await site.open(`/?${query}`);
      await expect(site.count).toHaveText(count);
      const links = await site.meetings.evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
      expect(links.map((href) => href.split("/").at(-2))).toEqual(ids);
    });
  }

  for (const width of [360, 1280]) {
    test(`choosing the years of a bar moves neither it nor the page, at ${width} px`, async ({ site, page }) => {
      await page.setViewportSize({ width, height: 740 });
      await site.open("/");
      if (width == 360) await page.getByRole("button", { name: "Filters" }).click();
      const bars = page.locator("#filters .bars");
      await bars.scrollIntoViewIfNeeded();
      const top = (await bars.boundingBox())!.y;
      for (const [way, address] of [["click", "/?from=2004&to=2004"], ["key", "/?from=2005&to=2005"]]) {
        if (way == "click") await bars.getByRole("link").first().click();
        else await page.keyboard.press("ArrowRight").then(() => page.keyboard.press("Enter"));
        await expect.poll(() => site.address()).toBe(address);
        expect(Math.abs((await bars.boundingBox())!.y - top)).toBeLessThanOrEqual(1);
      }
    });
  }

  test("ticking a box narrows the list, makes a step in the history, and moves neither focus nor page", async ({ site, page }) => {
    await site.open("/");
    await site.fold("Language");
    const box = site.value("Language", "Russian, 2 meetings");
    await box.scrollIntoViewIfNeeded();
    // Where the reader looks nothing moves, although the title above takes less room.
    const top = (await box.boundingBox())!.y;
    await box.check();
    await expect(site.count).toHaveText("2 of 7 meetings");
    expect(site.address()).toBe("/?language=ru");
    await expect(site.value("Language", "Russian, 2 meetings")).toBeFocused();
    expect((await box.boundingBox())!.y).toBeCloseTo(top, 0);
    await site.value("Theme", "Not recorded, 2 meetings").check();
    expect(site.address()).toBe("/?theme=none&language=ru");
    await page.goBack();
    expect(site.address()).toBe("/?language=ru");
    await expect(site.value("Theme", "Not recorded, 2 meetings")).not.toBeChecked();
    await page.goBack();
    await expect(site.count).toHaveText("7 meetings");
    await page.goForward();
    await expect(site.count).toHaveText("2 of 7 meetings");
  });

  test("writes one address for one view, in the facets' order", async ({ site }) => {
    await site.open("/");
    await site.value("Year", "2011, 1 meeting").check();
    await site.value("Year", "2004, 2 meetings").check();
    await site.value("Theme", "Mining, 1 meeting").check();
    expect(site.address()).toBe("/?theme=mining&year=2004&year=2011");
  });

  test("typing searches at once, marks the hits, and replaces the address", async ({ site, page }) => {
    await site.open("/?year=2005");
    const before = await page.evaluate(() => history.length);
    await site.searchbox.pressSequentially("brende");
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect.poll(() => site.address()).toBe("/?q=brende&year=2005");
    await expect(page.locator("mark")).toHaveText(["Brende", "Brende"]);
    await expect(site.searchbox).toBeFocused();
    expect(await page.evaluate(() => history.length)).toBe(before);
    await site.searchbox.fill("saariselka");
    await expect(site.count).toHaveText("No meetings match");
    await page.getByRole("button", { name: "Remove filter: Year: 2005" }).click();
    await expect(page.locator("mark").first()).toHaveText("Saariselkä");
  });

  test("shows what is set and takes it back, one by one or all at once", async ({ site, page }) => {
    await site.open("/?q=meeting&theme=smes&theme=mining&from=2004&to=2007");
    await expect(site.filters.getByRole("button")).toHaveCount(3);
    await site.filters.getByRole("button", { name: "Remove filter: Theme: SMEs" }).click();
    expect(site.address()).toBe("/?q=meeting&theme=mining&from=2004&to=2007");
    await site.filters.getByRole("button", { name: "Remove filter: Year: 2004–2007" }).click();
    expect(site.address()).toBe("/?q=meeting&theme=mining");
    await page.getByRole("button", { name: "Clear all filters" }).click();
    expect(site.address()).toBe("/");
    await expect(site.searchbox).toHaveValue("");
    await expect(site.filters).toHaveCount(0);
  });

  test("a filter taken back leaves the focus with the filters, or with the list when none is left", async ({ site, page }) => {
    await site.open("/?theme=smes&theme=mining&year=2004");
    await page.getByRole("button", { name: "Remove filter: Theme: SMEs" }).press("Enter");
    await expect(page.getByRole("button", { name: "Remove filter: Theme: Mining" })).toBeFocused();
    await page.getByRole("button", { name: "Remove filter: Year: 2004" }).press("Enter");
    await expect(page.getByRole("button", { name: "Remove filter: Theme: Mining" })).toBeFocused();
    await page.getByRole("button", { name: "Clear all filters" }).press("Enter");
    await expect(page.locator("#results")).toBeFocused();
  });

  for (const [asked, address] of [
    ["?language=ru&theme=none", "/?theme=none&language=ru"],
    ["?year=2011&year=2004", "/?year=2004&year=2011"],
    ["?sort=newest&view=list&page=1", "/"],
    ["?q=%20meeting%20", "/?q=meeting"],
    ["index.html?year=2005#results", "/?year=2005#results"],
    ["?theme=fishing", "/?theme=fishing"],
  ] as const) {
    test(`/${asked} settles on the one address of its view`, async ({ site }) => {
      await site.open(`/${asked}`);
      expect(site.address()).toBe(address);
    });
  }

  test("sorts, and offers the best match only for a text", async ({ site, page }) => {
    await site.open("/");
    const sort = page.getByRole("combobox", { name: "Sort by" });
    await expect(sort.getByRole("option")).toHaveText(["Newest first", "Oldest first", "Title"]);
    await sort.selectOption("oldest");
    expect(site.address()).toBe("/?sort=oldest");
    await expect(site.meetings.first()).toContainText("1st Barents");
    await site.searchbox.fill("governor");
    await expect(sort.getByRole("option")).toHaveCount(4);
    await expect(sort).toHaveValue("oldest");
    await sort.selectOption("relevance");
    expect(site.address()).toBe("/?q=governor");
  });

  test("says what it does not know, and is never empty for it", async ({ site, page }) => {
    await site.open("/?theme=fishing&page=7&from=2011&to=2004&sort=best");
    await expect(site.meetings).toHaveCount(7);
    for (const word of ["“fishing”", "page 7", "2011 to 2004", "“best”"]) {
      await expect(page.locator(".results .notice")).toContainText(word);
    }
  });

  test("speaks the count to a screen reader, once it stands still", async ({ site, page }) => {
    await site.open("/");
    const status = page.locator("#results > [role=status]");
    await expect(status).toHaveText("");
    await site.searchbox.fill("mining");
    await expect(status).toHaveText("1 of 7 meetings");
  });

  test("can be worked by keyboard alone", async ({ site, page }) => {
    await site.open("/");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to results" });
    await expect(skip).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#results")).toBeFocused();
    // The way back to the filters, four views, the order, and then the first meeting.
    for (let stop = 0; stop < 7; stop++) await page.keyboard.press("Tab");
    await expect(site.meetings.first()).toBeFocused();
    await site.value("Theme", "Investment, 1 meeting").focus();
    await page.keyboard.press("Space");
    await expect(site.count).toHaveText("1 of 7 meetings");
    await site.meetings.first().focus();
    await page.keyboard.press("Enter");
    await expect(site.heading("8th Barents Industrial Partnership Meeting")).toBeFocused();
  });

  test("keeps the filters behind a button on a phone", async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await site.open("/");
    await expect(site.facet("Theme")).toBeHidden();
    await page.getByRole("button", { name: "Filters" }).click();
    await site.value("Theme", "Transport, 1 meeting").check();
    await page.getByRole("button", { name: "Show 1 meeting" }).click();
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect(site.facet("Theme")).toBeHidden();
  });
});
