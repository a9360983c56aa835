// The service worker: offline, and from one release to the next.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { expect, test as base } from "./site";

const built = (name: string) => fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));

type Host = { url: string; publish(release: string): void; close(): Promise<void> };

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
    await use({ url: `${server.origin}/`, publish, close: server.close });
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

test("offline, every meeting opens and search works, also where nobody has been", async ({ page, host, context }) => {
  await install(page, host);
  await page.goto(`${host.url}meetings/2005-oslo/`);
  await ready(page);
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
  // The neutral shell, before the app has filled it.
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
