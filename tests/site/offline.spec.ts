// The service worker: offline, and from one release to the next.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { chunks, install, keys, ready, test } from "./host";
import { expect } from "./site";

test.use({ serviceWorkers: "allow" });
// One base path is enough: what differs with it is the worker's scope, which the browser keeps.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

test("offline, every meeting opens and search works, also where nobody has been", async ({ page, host, context }) => {
  await install(page, host);
  await page.goto(`${host.url}meetings/2005-oslo/`);
  await ready(page);
  await chunks(page);
  await host.close();
  for (const [path, heading] of [
    ["meetings/2005-oslo/", "3rd Barents Industrial Partnership Meeting"],
    ["meetings/2011-haparanda/", "8th Barents Industrial Partnership Meeting"],
    ["about/", "About the Barents Industrial Partnership meetings"],
    ["themes/mining/", "Mining"],
    ["nowhere/", "Page not found"],
    ["", "Barents Industrial Partnership meetings"],
  ]) {
    await page.goto(host.url + path);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
  await page.getByRole("searchbox").fill("tuomioja");
  await expect(page.locator(".result-count")).toHaveText("1 of 7 meetings");
  expect(await keys(context, page)).toHaveLength(1);
});

test("a page that was never visited is never another page's content", async ({ page, host }) => {
  await install(page, host);
  await page.goto(`${host.url}meetings/2005-oslo/`);
  await ready(page);
  await host.close();
  // The neutral page, before the app has filled it.
  const text = await page.evaluate(async (url) => (await (await fetch(url)).text()), `${host.url}offline/`);
  expect(text).not.toContain("<h1");
  expect(text).not.toContain("3rd Barents");
});

test("a new release waits until the reader asks for it, and no page mixes the two", async ({ page, host, context }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  host.publish("release-2");
  // A page of the old release that was visited, one that was not, and the update in the background.
  await page.reload();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Barents Industrial Partnership meetings");
  const note = page.getByText("There is a new version of this site.");
  await expect(note).toBeVisible();
  await page.goto(`${host.url}meetings/2006-rovaniemi/`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("5th Barents Industrial Partnership Meeting");
  // A page that only the new release has is shown, with all that is its own.
  await page.goto(`${host.url}meetings/2001-bodo/`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2nd talk");
  await page.getByRole("link", { name: "Harbour talks" }).first().click();
  await expect(page.locator(".result-count")).toHaveText("2 meetings");
  await page.goBack();
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Load it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2nd talk");
  await ready(page);
  await host.close();
  await page.goto(host.url);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour talks");
  expect(await keys(context, page)).toHaveLength(2);
});

test("once the reader has begun to use the site, files can be saved offline too", async ({ page, host }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  await page.getByRole("searchbox").pressSequentially("mining");
  await chunks(page);
  await host.close();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "BibTeX" }).click();
  expect((await download).suggestedFilename()).toBe("meetings-q-mining.bib");
});

test("another window is told too, saves nothing of the new release, and follows when it is asked", async ({ page, host, context }) => {
  await install(page, host);
  await page.goto(`${host.url}?theme=mining`);
  await ready(page);
  const other = await context.newPage();
  await other.goto(`${host.url}?theme=mining`);
  await ready(other);
  host.publish("release-2");
  await page.reload();
  const load = (of: Page) => of.getByRole("button", { name: "Load it" });
  await expect(load(page)).toBeVisible();
  await load(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour talks");
  await expect(load(other)).toBeVisible();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Barents Industrial Partnership meetings");
  await other.getByRole("link", { name: "BibTeX" }).click();
  await expect(load(other)).toBeFocused();
  await load(other).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Harbour talks");
});

test("another site below this one is left alone", async ({ page, host }) => {
  await install(page, host);
  mkdirSync(`${host.folder}/project`);
  writeFileSync(`${host.folder}/project/index.html`, "<!doctype html><title>Another</title><h1>Another site</h1>");
  await page.goto(`${host.url}project/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Another site");
});

test("switched off by the publisher, it takes away what it kept, and itself", async ({ page, host }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  writeFileSync(`${host.folder}/sw.js`, readFileSync(new URL("../../src/browser/scripts/sw_off.js", import.meta.url)));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("of a large archive a page that was not kept is told, and the list stays", async ({ page, host }) => {
  host.publish("large");
  await install(page, host);
  await page.reload();
  await ready(page);
  await host.close();
  const titles = page.locator(".meetings h3 a");
  await titles.first().click();
  await expect(page.getByRole("alert").filter({ hasText: "A part of this site did not load." })).toBeVisible();
  await expect(titles).toHaveCount(50);
  expect(page.url()).toBe(host.url);
});
