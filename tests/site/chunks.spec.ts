// The app in chunks: what is fetched when, and what a reader is told when a chunk does not come.
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page, Route } from "@playwright/test";
import { serve } from "./server.mjs";
import { Site, expect, test } from "./site";

const built = (name: string) => fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));
const chunk = (name: string) => new RegExp(`/${name}-[0-9a-f]{16}\\.wasm$`);

/** The names of the chunks that a page asks for. */
function asked(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const name = request.url().match(/\/(check|pages|pieces|save|search)-[0-9a-f]{16}\.wasm$/)?.[1];
    if (name) names.push(name);
  });
  return names;
}

async function altered(route: Route) {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from([0])]) });
}

/** The ways in which a chunk does not come. */
const ways: [string, (route: Route) => Promise<void>][] = [
  ["missing", (route) => route.fulfill({ status: 404, body: "gone" })],
  ["altered", altered],
  ["unreachable", (route) => route.abort()],
];

/** Cuts a chunk off, until the function is called that this gives. */
async function cut(page: Page, name: string, answer: (route: Route) => Promise<void>) {
  let isCut = true;
  await page.route(chunk(name), (route) => (isCut ? answer(route) : route.continue()));
  return () => (isCut = false);
}

test.beforeEach(({ quiet }) => void quiet.expected.push(/integrity|Failed to (load resource|fetch|find a valid digest)|ERR_/));

test("nothing is fetched beside the first list before the reader acts", async ({ site, page }) => {
  const names = asked(page);
  await site.open("/");
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(300);
  expect(names).toEqual([]);
  await site.value("Theme", "Mining, 1 meeting").check();
  expect(names).toEqual([]);
  await site.searchbox.focus();
  await expect.poll(() => names).toEqual(["search"]);
  await site.meetings.first().hover();
  await expect.poll(() => names).toEqual(["search", "pages"]);
});

test("each chunk is fetched once, and with what the address asks for", async ({ site, page }) => {
  const names = asked(page);
  await site.open("/?q=brende");
  await expect(site.count).toHaveText("1 of 7 meetings");
  await site.meetings.first().click();
  await expect(site.heading(/^3rd/)).toBeFocused();
  await page.goBack();
  await site.meetings.first().click();
  await expect(site.heading(/^3rd/)).toBeVisible();
  expect(names).toEqual(["search", "pages"]);
});

for (const [way, answer] of ways) {
  test(`search ${way}: the list stays under a sentence, and trying again answers`, async ({ site, page }) => {
    const restore = await cut(page, "search", answer);
    await site.open("/?theme=mining");
    await site.searchbox.pressSequentially("haparanda");
    const notice = page.getByRole("alert").filter({ hasText: "The list does not answer “haparanda” yet." });
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("A part of this site did not load.");
    await expect(site.meetings).toHaveCount(1);
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect(site.searchbox).toBeFocused();
    // What needs no words is answered all the same.
    await site.searchbox.fill("");
    await site.value("Theme", "Mining, 1 meeting").uncheck();
    await expect(site.count).toHaveText("7 meetings");
    await expect(notice).toHaveCount(0);
    await site.searchbox.fill("rovaniemi");
    const again = page.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    await again.click();
    await expect(again).toBeVisible();
    restore();
    await again.click();
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect(page.locator("mark").first()).toHaveText("Rovaniemi");
    await expect(again).toHaveCount(0);
  });

  test(`search ${way} on an address with a text: the finished page stays, and trying again answers`, async ({ site, page }) => {
    const restore = await cut(page, "search", answer);
    await page.goto(`${site.baseURL}?q=haparanda`);
    await page.waitForSelector("html[data-app=failed]");
    await expect(page.getByText("The list shows all meetings, not only those")).toBeVisible();
    await expect(site.meetings).toHaveCount(7);
    restore();
    await page.getByRole("button", { name: "Try again" }).click();
    await site.ready();
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  });

  test(`pages ${way}: the page before stays with its address, and trying again opens the other`, async ({ site, page }) => {
    const restore = await cut(page, "pages", answer);
    await site.open("/?theme=mining");
    await site.meetings.first().click();
    const notice = page.getByRole("alert").filter({ hasText: "A part of this site did not load." });
    await expect(notice).toBeVisible();
    expect(site.address()).toBe("/?theme=mining");
    await expect(site.meetings).toHaveCount(1);
    // The reader goes on with something else meanwhile, and the address is of what is shown.
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(site.count).toHaveText("7 meetings");
    await expect.poll(() => site.address()).toBe("/");
    await site.meetings.first().click();
    restore();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(site.heading(/^8th/)).toBeVisible();
    await expect.poll(() => site.address()).toBe("/meetings/2011-haparanda/");
    await expect(notice).toHaveCount(0);
  });

  test(`pages ${way} on a finished page: it stays, and trying again starts the app`, async ({ site, page }) => {
    const restore = await cut(page, "pages", answer);
    await page.goto(`${site.baseURL}meetings/2011-haparanda/`);
    await page.waitForSelector("html[data-app=failed]");
    await expect(site.heading(/^8th/)).toBeVisible();
    restore();
    await page.getByRole("button", { name: "Try again" }).click();
    await site.ready();
    await expect(site.heading(/^8th/)).toBeVisible();
  });

  test(`check ${way}: data that no build has judged is not shown unjudged`, async ({ site, page }) => {
    const restore = await cut(page, "check", answer);
    await page.route("**/data/meetings.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"2005-03-15"', '"2005-03-32"') });
    });
    await page.goto(site.baseURL);
    await page.waitForSelector("html[data-app=failed]");
    await expect(page.getByRole("alert").first()).toContainText("A part of this site did not load.");
    await expect(site.meetings).toHaveCount(7);
    restore();
    await page.getByRole("button", { name: "Try again" }).click();
    await site.ready();
    await expect(site.count).toHaveText("6 meetings");
  });

  test(`save ${way}: the reader is told, and the next click saves`, async ({ site, page }) => {
    const restore = await cut(page, "save", answer);
    await site.open("/?theme=mining");
    await page.getByRole("link", { name: "BibTeX" }).click();
    await expect(page.getByText("The file could not be made.")).toBeVisible();
    restore();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "BibTeX" }).click();
    expect((await download).suggestedFilename()).toBe("meetings-theme-mining.bib");
    await expect(page.getByText("The file could not be made.")).toBeHidden();
  });
}

test("a chunk that takes long is told of, and trying again asks for it once more", async ({ site, page }) => {
  const names = asked(page);
  let isHeld = true;
  await page.route(chunk("search"), (route) => (isHeld ? undefined : route.continue()));
  await page.clock.install();
  await site.open("/");
  await site.searchbox.fill("brende");
  await expect.poll(() => names).toEqual(["search"]);
  await page.clock.runFor(9000);
  await expect(page.getByRole("alert").filter({ hasText: "is taking long" })).toContainText("does not answer “brende” yet");
  await expect(site.meetings).toHaveCount(7);
  isHeld = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(site.count).toHaveText("1 of 7 meetings");
  expect(names).toEqual(["search", "search"]);
});

test("without a connection the list stays, and with one again it answers", async ({ site, page, context }) => {
  await site.open("/");
  await context.setOffline(true);
  await site.searchbox.fill("brende");
  await expect(page.getByText("The list does not answer “brende” yet.")).toBeVisible();
  await expect(site.meetings).toHaveCount(7);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(site.count).toHaveText("1 of 7 meetings");
});

test("data with other white space is the same archive", async ({ site, page }) => {
  await page.route("**/data/meetings.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: JSON.stringify(await response.json()) });
  });
  const names = asked(page);
  await site.open("/");
  await expect(site.count).toHaveText("7 meetings");
  await expect(site.value("Country", "Norway, 1 meeting")).toBeVisible();
  expect(names).toEqual(["check"]);
});

test("a page of a release that the host has no more mixes nothing, and can be read", async ({ page, quiet }, info) => {
  test.skip(info.project.name != "root");
  quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  cpSync(built("root"), folder, { recursive: true });
  const host = await serve(folder, "/", 0);
  try {
    const site = new Site(page, `${host.origin}/`);
    await site.open("/");
    // The next release has chunks of other names, and of the same for other things.
    for (const name of readdirSync(folder).filter((name) => /^(search|pages)-.*\.wasm/.test(name))) {
      rmSync(join(folder, name));
      if (name.startsWith("pages")) cpSync(join(folder, readdirSync(folder).find((other) => other.startsWith("check-") && other.endsWith(".wasm"))!), join(folder, name.replace(/\.(br|gz)$/, "")));
    }
    await site.searchbox.fill("brende");
    await expect(page.getByText("The list does not answer “brende” yet.")).toBeVisible();
    await site.meetings.first().click();
    await expect(page.getByRole("alert").filter({ hasText: "A part of this site did not load." }).first()).toBeVisible();
    await expect(site.meetings).toHaveCount(7);
  } finally {
    await host.close();
    rmSync(folder, { recursive: true });
  }
});

test.describe("of a large archive", () => {
  test.beforeEach(({ quiet }, info) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
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
        await expect(site.count).toHaveText("2000 meetings");
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
      const notice = page.getByRole("alert").filter({ hasText: "connection" });
      await expect(notice).toBeVisible();
      await expect(site.meetings).toHaveCount(50);
      expect(site.address()).toBe("/");
      await page.unroute(/\/meetings\/[^/]+\/$/);
      const title = (await site.meetings.first().textContent())!;
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(site.heading(title)).toBeVisible();
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
    }, page);
  });
});
