// The service worker: offline, and from one release to the next.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { expect, test as base } from "./site";

const built = (name: string) => fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));

type Host = { url: string; folder: string; publish(release: string): void; close(): Promise<void> };

/** A test on a host of its own, which can be switched off and can publish another release. */
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "release-"));
    const publish = (release: string) => {
      rmSync(folder, { recursive: true });
      cpSync(built(release), folder, { recursive: true });
    };
    publish("root");
    const server = await serve(folder, "/", 0);
    await use({ url: `${server.origin}/`, folder, publish, close: server.close });
    await server.close();
    rmSync(folder, { recursive: true });
  },
});
test.use({ serviceWorkers: "allow" });
// One base path is enough: what differs with it is the worker's scope, which the browser keeps.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

async function ready(page: Page) {
  await page.waitForSelector("html[data-app=ready]");
}

/** Opens the page and waits until the service worker has kept the release. */
async function install(page: Page, host: Host) {
  await page.goto(host.url);
  await ready(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function keys(context: BrowserContext, page: Page) {
  return page.evaluate(() => caches.keys());
}

/** Waits until the worker has kept the chunks, which it does once the reader goes on to use the site. */
async function chunks(page: Page) {
  const kept = () => page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().filter((request) => /\/(check|pages|pieces|save|search)-\w+\.wasm$/.test(request.url)).length;
  });
  await expect.poll(kept).toBe(5);
}

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
  await page.goto(`${host.url}meetings/2001-bodo/`);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
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
  const titles = page.locator(".meetings h2 a");
  await titles.first().click();
  await expect(page.getByRole("alert").filter({ hasText: "A part of this site did not load." })).toBeVisible();
  await expect(titles).toHaveCount(50);
  expect(page.url()).toBe(host.url);
});
