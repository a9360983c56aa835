// The app in chunks, of a large archive: its other pages are finished ones.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { asked, built, chunk, cut, said, ways } from "./chunk";
import { serve } from "./server.mjs";
import { Site, expect, test } from "./site";

test.beforeEach(({ quiet }, info) => {
  quiet.expected.push(said, /request to http:\/\/127\.0\.0\.1:/);
  test.skip(info.project.name != "root");
});
const large = async (act: (site: Site) => Promise<void>, page: Page) => {
  const host = await serve(built("large"), "/", 0);
  try {
    await act(new Site(page, `${host.origin}/`));
  } finally {
    await host.close();
  }
};

for (const [way, answer] of ways) {
  test(`pieces ${way}: the finished page stays, and trying again starts the app`, async ({ page }) => {
    await large(async (site) => {
      const restore = await cut(page, "pieces", answer);
      await page.goto(site.baseURL);
      await page.waitForSelector("html[data-app=failed]");
      await expect(page.getByRole("alert").first()).toContainText("A part of this site did not load.");
      await expect(site.meetings).toHaveCount(50);
      restore();
      await page.getByRole("button", { name: "Try again" }).click();
      await site.ready();
      await expect(site.count).toHaveText("2,000 meetings");
    }, page);
  });
}

test("meetings and other pages open inside the app, and Back leads to the list as it was", async ({ page }) => {
  await large(async (site) => {
    await site.open("/?theme=theme-1");
    await page.evaluate(() => void ((window as never as { mark: number }).mark = 1));
    const names = asked(page);
    const title = (await site.meetings.nth(2).textContent())!;
    await site.meetings.nth(2).click();
    await expect(site.heading(title)).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(title));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.getByRole("link", { name: "About", exact: true }).click();
    await expect(site.heading(/^About/)).toBeFocused();
    await page.goBack();
    await expect(site.heading(title)).toBeVisible();
    await page.goBack();
    await expect(site.meetings.nth(2)).toHaveText(title);
    expect(site.address()).toBe("/?theme=theme-1");
    expect(await page.evaluate(() => (window as never as { mark: number }).mark)).toBe(1);
    expect(names).toEqual([]);
  }, page);
});

test("a page that does not come is told, the list stays, and trying again opens it", async ({ page }) => {
  await large(async (site) => {
    await site.open("/");
    await page.route(/\/meetings\/[^/]+\/$/, (route) => route.abort());
    await site.meetings.first().click();
    const notice = page.getByRole("alert").filter({ hasText: "A part of this site did not load." });
    await expect(notice).toBeVisible();
    await expect(site.meetings).toHaveCount(50);
    expect(site.address()).toBe("/");
    await page.unroute(/\/meetings\/[^/]+\/$/);
    const title = (await site.meetings.first().textContent())!;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(site.heading(title)).toBeVisible();
  }, page);
});

test("a page of another release is the browser's to show, but only if the reader still wants it", async ({ page }) => {
  await large(async (site) => {
    await site.open("/");
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/meetings\/[^/]+\/$/, async (route) => {
      if (route.request().resourceType() == "document") return route.continue();
      const response = await route.fetch();
      await held;
      await route.fulfill({ response, body: (await response.text()).replace(/data-release="\w+"/, 'data-release="other"') });
    });
    await site.meetings.first().click();
    await site.facet("Theme").getByRole("checkbox").first().check();
    await expect(site.count).toHaveText(/^[\d,]+ of 2,000 meetings$/);
    answer();
    await page.waitForTimeout(500);
    expect(site.address()).toMatch(/^\/\?theme=/);
    const title = (await site.meetings.first().textContent())!;
    await site.meetings.first().click();
    await expect(site.heading(title)).toBeVisible();
    await expect(page.locator("#finished")).toHaveCount(0);
  }, page);
});

test("a finished page has what only the app can write", async ({ page }) => {
  await large(async (site) => {
    await site.open("/");
    const address = (await site.meetings.first().getAttribute("href"))!;
    await page.goto(new URL(address, site.baseURL).href);
    await site.ready();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "BibTeX" }).click();
    expect((await download).suggestedFilename()).toBe(`${address.split("/").at(-2)}.bib`);
    // Its countries have their names, as in the app.
    expect(readFileSync(await (await download).path(), "utf8")).toMatch(/address = \{\w+, (Norway|Sweden|Finland|Russia)\}/);
  }, page);
});

test("the picture of who met whom is one stop of the Tab key there too, and promises nothing that it does not tell", async ({ page }) => {
  await large(async (site) => {
    await page.goto(`${site.baseURL}people/`);
    await site.ready();
    const names = page.locator("#who-met-whom ol a");
    expect(await names.count()).toBeGreaterThan(2);
    await names.first().focus();
    await expect(page.locator("#who-met-whom ol a[tabindex='0']")).toHaveCount(1);
    await expect(page.getByText("stands how often somebody met")).toBeHidden();
  }, page);
});

test("no two numbers of the overview's years run together, however narrow the page", async ({ page }) => {
  await large(async (site) => {
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await site.open("/");
      const ends = await page.locator("#years span").evaluateAll((spans) =>
        spans.filter((span) => span.firstChild && getComputedStyle(span).visibility == "visible").map((span) => {
          const range = document.createRange();
          range.selectNodeContents(span);
          const { left, right } = range.getBoundingClientRect();
          return [left, right];
        }),
      );
      expect(ends.length, `${width}`).toBeGreaterThan(3);
      for (const [at, [left]] of ends.entries()) expect(at == 0 || left >= ends[at - 1][1] + 2, `${width}: ${ends}`).toBe(true);
      expect(ends.at(-1)![1]).toBeLessThanOrEqual(width);
    }
  }, page);
});

test("without facts people and documents begin beside the text too", async ({ page }) => {
  await large(async (site) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await site.open("/meetings/meeting-100/");
    await expect(page.locator(".beside > .facts-table")).toHaveCount(0);
    const top = async (of: string) => (await page.locator(`.beside > ${of}`).boundingBox())!.y;
    expect(await top(".known")).toBe(await top(".said"));
  }, page);
});
