// The finished pages: readable before the app, without it, and while it takes over.
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const data = "**/data/meetings.json";

/** Holds the dataset back until the function it gives is called. */
async function holdData(page: Page) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(data, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return release;
}

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("the explorer lists the meetings and leads to themes and years", async ({ site, page, quiet }) => {
    quiet.expected.push(/was preloaded using link preload but not used/);
    await page.goto(site.baseURL);
    await expect(site.heading("Barents Industrial Partnership meetings")).toBeVisible();
    await expect(site.meetings).toHaveCount(7);
    await expect(page.locator("noscript p")).toBeVisible();
    const browse = page.getByRole("navigation", { name: "Browse by theme or year" });
    await browse.getByRole("link", { name: "Mining" }).click();
    await expect(site.heading("Mining")).toBeVisible();
    await expect(site.meetings).toHaveText(["2nd Barents Industrial Partnership Meeting"]);
    await page.goto(site.baseURL);
    await browse.getByRole("link", { name: "2005" }).click();
    await expect(page).toHaveTitle(/^2005 – /);
    await expect(site.meetings).toHaveCount(2);
    await site.meetings.first().click();
    await expect(site.heading("4th Barents Industrial Partnership Meeting")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Roundtable");
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "About" }).click();
    await expect(page.getByRole("main")).toContainText("exceptionally rich in natural resources");
    // What only the app can do is not offered.
    await page.goto(`${site.baseURL}meetings/2005-oslo/`);
    await expect(page.getByRole("button", { name: "Copy citation" })).toBeHidden();
    await expect(page.getByRole("link", { name: "Calendar (iCalendar)" })).toBeVisible();
    await expect(page.getByText("RIS", { exact: true })).toBeHidden();
    await page.getByRole("main").getByRole("link", { name: "All of 2005" }).click();
    await expect(site.heading("2005")).toBeVisible();
    await page.goto(site.baseURL);
    await expect(page.getByRole("checkbox").first()).toBeHidden();
    await expect(page.locator("#q")).toBeHidden();
    await expect(page.getByRole("combobox")).toHaveCount(0);
    // And what is there has the room.
    expect((await site.list.boundingBox())!.width).toBeGreaterThan(700);
  });

  test("the skip link stays on the page", async ({ site, page, quiet }) => {
    quiet.expected.push(/was preloaded using link preload but not used/);
    await page.goto(`${site.baseURL}nowhere`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${site.baseURL}nowhere#content`);
  });

  test("an unknown address says so", async ({ site, page }) => {
    const response = await page.goto(`${site.baseURL}nowhere`);
    expect(response!.status()).toBe(404);
    await expect(site.heading("Page not found")).toBeVisible();
  });
});

test.describe("without the app", () => {
  for (const [what, files] of [
    ["WASM", "**/*.wasm"],
    ["script", "**/explorer-*.js"],
  ] as const) {
    test(`its ${what} blocked: the page stays readable and says that search is off`, async ({ site, page, quiet }) => {
      quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
      await page.route(files, (route) => route.abort());
      await page.goto(site.baseURL);
      await page.waitForSelector("html[data-app=failed]");
      await expect(page.getByText("Search and filters are off, because a part of this site did not load.")).toBeVisible();
      await expect(site.meetings).toHaveCount(7);
      await page.unroute(files);
      await page.getByRole("link", { name: "Load the page again" }).click();
      await site.ready();
      await expect(page.getByText("Search and filters are off")).toHaveCount(0);
    });
  }

  test("the dataset blocked: the finished page stays", async ({ site, page, quiet }) => {
    quiet.expected.push(/Failed to load resource|ERR_FAILED/);
    await page.route(data, (route) => route.abort());
    await page.goto(`${site.baseURL}meetings/2007-saariselka/`);
    await expect(page.getByRole("alert").first()).toContainText("Search and filters are off");
    await expect(site.heading(/^6th Barents/)).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Suoločielgi");
  });

  test("on a filtered address it does not show the whole list, and offers it once it fails", async ({ site, page, quiet }) => {
    quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
    const release = await holdData(page);
    await page.goto(`${site.baseURL}?theme=mining`);
    await expect(site.heading(/^Barents/)).toBeVisible();
    await expect(site.meetings.first()).toBeHidden();
    release();
    await site.ready();
    await expect(site.meetings).toHaveCount(1);
    await page.route(/\.wasm/, (route) => route.abort());
    await page.reload();
    await page.waitForSelector("html[data-app=failed]");
    await expect(site.meetings.first()).toBeVisible();
    await expect(page.getByText("The list shows all meetings, not only those that the address asks for.")).toBeVisible();
    await page.unroute(/\.wasm/);
    await page.getByRole("link", { name: "Load the page again" }).click();
    await site.ready();
    expect(site.address()).toBe("/?theme=mining");
  });
});

test.describe("a parameter that is none of the site's", () => {
  const unfiltered = "The list shows all meetings, not only those that the address asks for.";
  const foreign = ["utm_source=newsletter", "fbclid=abc", "gclid=1", "theme=", "q=+", "Theme=mining", "asks=1", "=x", "q%20=x"];

  for (const search of foreign) {
    test(`?${search} asks for nothing: the list is there at once, and stays`, async ({ site, page, quiet }) => {
      quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
      const release = await holdData(page);
      await page.goto(`${site.baseURL}?${search}`);
      await expect(site.meetings).toHaveCount(7);
      await expect(site.meetings.first()).toBeVisible();
      release();
      await site.ready();
      await expect(site.count).toHaveText("7 meetings");
      await page.route(/\.wasm/, (route) => route.abort());
      await page.goto(`${site.baseURL}?${search}`);
      await page.waitForSelector("html[data-app=failed]");
      await expect(site.meetings.first()).toBeVisible();
      await expect(page.getByText(unfiltered)).toBeHidden();
    });
  }

  for (const search of ["gclid=1&theme=x", "utm_source=a&q=oslo", "from=2005", "document=invitation&fbclid=1", "theme=&theme=mining", "%71=oslo"]) {
    test(`?${search} asks for something, which is told once the app fails`, async ({ site, page, quiet }) => {
      quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
      const release = await holdData(page);
      await page.goto(`${site.baseURL}?${search}`);
      await expect(site.heading(/^Barents/)).toBeVisible();
      await expect(site.meetings.first()).toBeHidden();
      release();
      await site.ready();
      await page.route(/\.wasm/, (route) => route.abort());
      await page.goto(`${site.baseURL}?${search}`);
      await page.waitForSelector("html[data-app=failed]");
      await expect(page.getByText(unfiltered)).toBeVisible();
    });
  }

  for (const search of ["utm_source=x", "theme=mining", "q=oslo"]) {
    test(`on a page that is no list ?${search} makes no difference`, async ({ site, page, quiet }) => {
      quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
      await page.route(/\.wasm/, (route) => route.abort());
      for (const path of ["meetings/2011-haparanda/", "themes/mining/", "about/"]) {
        await page.goto(`${site.baseURL}${path}?${search}`);
        await page.waitForSelector("html[data-app=failed]");
        await expect(page.getByText(unfiltered)).toBeHidden();
        await expect(page.locator("html[data-query]")).toHaveCount(0);
      }
      await page.goto(`${site.baseURL}meetings/2011-haparanda/?${search}`);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Calendar (iCalendar)" }).click();
      expect((await download).url()).toBe(`${site.baseURL}meetings/2011-haparanda.ics`);
      await expect(page.locator("#unsaved")).toBeHidden();
    });
  }
});

test.describe("when the app takes over", () => {
  test("what was typed and ticked becomes the query, and focus, caret and scroll stay", async ({ site, page }) => {
    const release = await holdData(page);
    await page.goto(site.baseURL);
    await site.value("Country", "Russia, 2 meetings").check();
    await site.searchbox.pressSequentially("meeting  rus");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => scrollTo(0, 60));
    release();
    await site.ready();
    expect(site.address()).toBe("/?q=meeting+rus&country=RU");
    await expect(site.count).toHaveText(/2 of 7|1 of 7/);
    await expect(site.searchbox).toBeFocused();
    await expect(site.searchbox).toHaveValue("meeting  rus");
    await expect(site.value("Country", /^Russia/ as unknown as string)).toBeChecked();
    expect(await site.searchbox.evaluate((box: HTMLInputElement) => box.selectionStart)).toBe(10);
    expect(await page.evaluate(() => scrollY)).toBe(60);
    await page.keyboard.type("x");
    await expect(site.searchbox).toHaveValue("meeting  rxus");
  });

  test("on a phone the filters open, and what is ticked and sorted counts", async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const release = await holdData(page);
    await page.goto(site.baseURL);
    await page.getByRole("button", { name: "Filters" }).click();
    await site.value("Country", "Russia, 2 meetings").check();
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
    await page.getByRole("combobox", { name: "Sort by" }).focus();
    release();
    await site.ready();
    expect(site.address()).toBe("/?country=RU&sort=oldest");
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Sort by" })).toBeFocused();
  });

  test("on a phone the sheet that was opened stays open", async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const release = await holdData(page);
    await page.goto(site.baseURL);
    await page.getByRole("button", { name: "Filters" }).click();
    await site.value("Country", "Russia, 2 meetings").check();
    release();
    await site.ready();
    await expect(site.value("Country", "Russia, 2 meetings")).toBeFocused();
    await expect(page.getByRole("button", { name: "Show 2 meetings" })).toBeVisible();
  });

  test("text that was selected stays selected, and a link that had the focus keeps it", async ({ site, page }) => {
    const release = await holdData(page);
    await page.goto(`${site.baseURL}meetings/2011-haparanda/`);
    await page.getByText("K-G Bergström").selectText();
    const about = page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "About" });
    await page.evaluate(() => (document.querySelector('nav a[href$="/about/"]') as HTMLElement).focus());
    release();
    await site.ready();
    expect(await page.evaluate(() => String(getSelection()))).toBe("K-G Bergström");
    await expect(about).toBeFocused();
  });

  for (const path of ["", "about/", "meetings/2011-haparanda/", "themes/mining/", "?theme=mining"]) {
    test(`nothing on /${path} moves`, async ({ site, page }) => {
      await page.addInitScript(() => {
        const shifts = ((window as unknown as { shifts: number[] }).shifts = []) as number[];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.setViewportSize({ width: 412, height: 823 });
      const release = await holdData(page);
      await page.goto(site.baseURL + path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      release();
      await site.ready();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.005);
    });
  }

  test("a link to a place within a page still leads there", async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await site.open("/meetings/2011-haparanda/#source-2");
    await expect(page.locator("#source-2")).toBeInViewport();
    await expect(page.locator("#source-2")).toBeFocused();
  });
});

test("the app is fetched once the finished page has been painted, or a second later where nothing is", async ({ site, page }) => {
  const asked = () => page.evaluate(() => performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm"))!.startTime);
  await site.open("/");
  const painted = await page.evaluate(() => performance.getEntriesByType("paint")[0].startTime);
  expect(await asked()).toBeGreaterThanOrEqual(painted);
  await page.addInitScript(() => {
    // As in the background: no paint is ever told.
    PerformanceObserver.prototype.observe = () => {};
  });
  await site.open("/about/");
  expect(await asked()).toBeGreaterThanOrEqual(900);
});

test("files that were altered on the way do not run", async ({ site, page, quiet }) => {
  quiet.expected.push(/integrity|Failed to fetch|Failed to load resource|Failed to find a valid digest/i);
  await page.route(/explorer-.*\.wasm/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from([0])]) });
  });
  await page.goto(site.baseURL);
  await page.waitForSelector("html[data-app=failed]");
  await page.unroute(/explorer-.*\.wasm/);
  await page.route(/save-.*\.wasm/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from([0])]) });
  });
  await site.open("/?theme=mining");
  await page.getByRole("link", { name: "BibTeX" }).click();
  await expect(page.getByText("The file could not be made.")).toBeInViewport();
});

test("the pages allow no script but their own", async ({ site, page, quiet }) => {
  await site.open("/");
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
  quiet.expected.push(/Content Security Policy/);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
        const script = document.createElement("script");
        script.textContent = "window.reached = true";
        document.body.append(script);
        setTimeout(() => resolve("nothing"), 2000);
      }),
  );
  expect(refused).toMatch(/^script-src/);
  expect(await page.evaluate(() => (window as unknown as { reached?: boolean }).reached)).toBeUndefined();
  await expect(page.locator("link[rel=stylesheet], link[rel=modulepreload]").first()).toHaveAttribute("integrity", /^sha256-/);
});
