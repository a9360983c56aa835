// The app in chunks: what is fetched when, and what a reader is told when a chunk does not come.
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { asked, built, chunk, cut, said, ways } from "./chunk";
import { serve } from "./server.mjs";
import { Site, expect, test } from "./site";

test.beforeEach(({ quiet }) => void quiet.expected.push(said));

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

test("where the style sheet of a view does not come, the view before stays, and trying again shows it dressed", async ({ site, page }) => {
  let isCut = true;
  await page.route(/\/pages-[0-9a-f]{16}\.css$/, (route) => (isCut ? route.abort() : route.continue()));
  await site.open("/");
  await page.locator("[data-view=table]").click();
  await expect(page.getByRole("alert").filter({ hasText: "A part of this site did not load." })).toBeVisible();
  await expect(site.meetings).toHaveCount(7);
  isCut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("columnheader").first()).toHaveCSS("position", "sticky");
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
    // It is asked for anew, and does not come again.
    await page.waitForTimeout(500);
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

  for (const view of ["table", "timeline", "map"]) {
    test(`${view} ${way}: the view before stays, and trying again shows what was chosen`, async ({ site, page }) => {
      const restore = await cut(page, view, answer);
      await site.open("/?theme=mining");
      await page.locator(`[data-view=${view}]`).click();
      const notice = page.getByRole("alert").filter({ hasText: "A part of this site did not load." });
      await expect(notice).toBeVisible();
      await expect(site.meetings).toHaveCount(1);
      restore();
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(site.list).toHaveCount(0);
      await expect(page.locator(`.${view === "table" ? "table-view" : view}`)).toBeVisible();
      await expect(notice).toHaveCount(0);
    });
  }

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

/** Holds a chunk back for good, each time it is asked for, until the function is called that this gives. */
async function hold(page: Page, name: string) {
  let isHeld = true;
  await page.route(chunk(name), (route) => (isHeld ? undefined : route.continue()));
  return () => (isHeld = false);
}

test("search that takes long is told of, again after a second time, and then asked for anew", async ({ site, page }) => {
  const names = asked(page);
  const release = await hold(page, "search");
  await page.clock.install();
  await site.open("/");
  await site.searchbox.fill("brende");
  const notice = page.getByRole("alert").filter({ hasText: "is taking long" });
  await expect(site.count).toHaveText("7 meetings");
  for (const count of [1, 2]) {
    await expect.poll(() => names.length).toBe(count);
    await page.clock.runFor(9000);
    await expect(notice).toContainText("does not answer “brende” yet");
    await expect(site.meetings).toHaveCount(7);
    if (count == 2) release();
    await page.getByRole("button", { name: "Try again" }).focus();
    await page.keyboard.press("Enter");
    await expect(site.searchbox).toBeFocused();
  }
  await expect(site.count).toHaveText("1 of 7 meetings");
  await expect(notice).toHaveCount(0);
  // What has come is not asked for once more.
  expect(names).toEqual(["search", "search", "search"]);
});

for (const [name, path] of [["search", "?q=haparanda"], ["pages", "meetings/2011-haparanda/"]]) {
  test(`${name} that takes long when the page opens is told of, and trying again helps`, async ({ site, page }) => {
    const release = await hold(page, name);
    await page.clock.install();
    await page.goto(site.baseURL + path);
    const notice = page.getByRole("alert").filter({ hasText: "A part of this site is taking long to load." });
    await expect(async () => {
      await page.clock.runFor(9000);
      await expect(notice).toBeVisible({ timeout: 200 });
    }).toPass();
    release();
    await page.getByRole("button", { name: "Try again" }).click();
    await site.ready();
    await expect(notice).toHaveCount(0);
  });
}

test("a page that takes long is told of, the address is of what is shown, and what is saved too", async ({ site, page }) => {
  const release = await hold(page, "pages");
  await page.clock.install();
  await page.setViewportSize({ width: 800, height: 500 });
  await site.open("/");
  await site.searchbox.pressSequentially("haparanda");
  await expect(site.count).toHaveText("1 of 7 meetings");
  await site.meetings.first().click();
  await page.clock.runFor(1000);
  expect(site.address()).not.toContain("/meetings/");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Spreadsheet (CSV)" }).click();
  expect((await download).suggestedFilename()).toBe("meetings-q-haparanda.csv");
  const notice = page.getByRole("alert").filter({ hasText: "A part of this site is taking long to load." });
  await expect(async () => {
    await page.clock.runFor(9000);
    await expect(notice).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(notice).not.toContainText("Search and filters are off");
  await expect(notice.getByRole("link", { name: "Load the page again" })).toHaveAttribute("href", /\/meetings\/2011-haparanda\/$/);
  await page.evaluate(() => scrollTo(0, 300));
  release();
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(site.heading(/^8th/)).toBeFocused();
  await expect.poll(() => site.address()).toBe("/meetings/2011-haparanda/");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(notice).toHaveCount(0);
});

test("a link whose page did not come can be followed again, and what failed is not taken from the cache", async ({ page, quiet, baseURL }, info) => {
  test.skip(info.project.name != "root");
  quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
  let count = 0;
  // A host that keeps what it did not have for ten minutes.
  const host = createServer(async (request, response) => {
    if (chunk("pages").test(request.url!) && ++count <= 1) {
      response.writeHead(404, { "cache-control": "max-age=600" }).end("gone");
      return;
    }
    const answer = await fetch(new URL(request.url!, baseURL));
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const site = new Site(page, `http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await site.open("/");
  await site.meetings.first().click();
  await expect(page.getByRole("alert").filter({ hasText: "A part of this site did not load." })).toBeVisible();
  await site.meetings.first().click();
  await expect(site.heading(/^8th/)).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  expect(count).toBe(2);
  host.closeAllConnections();
  await new Promise((resolve) => host.close(resolve));
});

test("a file that takes long is told of, and asked for once however often one clicks", async ({ site, page }) => {
  const release = await hold(page, "save");
  await page.clock.install();
  await site.open("/?theme=mining");
  const downloads: string[] = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  const link = page.getByRole("link", { name: "BibTeX" });
  for (let click = 0; click < 3; click++) await link.click();
  await page.clock.runFor(9000);
  await expect(page.getByText("The file could not be made.")).toBeVisible();
  release();
  await link.click();
  await expect.poll(() => downloads).toEqual(["meetings-theme-mining.bib"]);
  await expect(page.getByText("The file could not be made.")).toBeHidden();
  await page.waitForTimeout(300);
  expect(downloads).toHaveLength(1);
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
