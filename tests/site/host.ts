// Hosts of a test's own, which can be switched off, publish another release, and alter what they send.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { test as base } from "./site";

const built = (name: string) => fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));

/** What becomes of a file on its way: by its name, and what is in it. */
export type Alter = (name: string, text: string) => string;

export type Host = {
  url: string;
  folder: string;
  /** The paths that were asked for. */
  asked: string[];
  state: { isOutOfOrder: boolean };
  publish(release: string, alter?: Alter): void;
  close(): Promise<void>;
};

/** Lets what is in a folder be as if a host or a network had altered it on its way. */
function alterAll(folder: string, alter: Alter) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|json|js|css)$/.test(name)) continue;
    const file = join(folder, name);
    const before = readFileSync(file, "utf8");
    const after = alter(name, before);
    if (after == before) continue;
    writeFileSync(file, after);
    for (const packed of [`${file}.br`, `${file}.gz`]) if (existsSync(packed)) rmSync(packed);
  }
}

/** A host that publishes a release under a path. */
export async function open(release: string, path = "/"): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const publish = (release: string, alter?: Alter) => {
    rmSync(folder, { recursive: true });
    cpSync(built(release), folder, { recursive: true });
    if (alter) alterAll(folder, alter);
  };
  publish(release);
  const server = await serve(folder, path, 0);
  return { url: `${server.origin}${path}`, folder, asked: server.asked, state: server.state, publish, close: server.close };
}

/** A test on a host of its own. */
export const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await open("root");
    await use(host);
    await host.close();
    rmSync(host.folder, { recursive: true, force: true });
  },
});

export async function ready(page: Page) {
  await page.waitForSelector("html[data-app=ready]");
}

/** Opens the page and waits until the service worker has kept the release. */
export async function install(page: Page, host: Host) {
  await page.goto(host.url);
  await ready(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

export async function keys(context: BrowserContext, page: Page) {
  return page.evaluate(() => caches.keys());
}

/** Waits until the worker has kept the chunks and their style sheet, which it does once the reader goes on to use the site. */
export async function chunks(page: Page) {
  const kept = () => page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().filter((request) => /\/((check|map|pages|pieces|save|search|table|timeline)-\w+\.wasm|pages-\w+\.css)$/.test(request.url)).length;
  });
  await base.expect.poll(kept).toBe(9);
}
