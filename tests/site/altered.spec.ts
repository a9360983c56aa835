// What hosts and networks do to files on their way: the site is read, works where it can, and nobody stays behind.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Alter, chunks, install, keys, ready, test } from "./host";
import { expect } from "./site";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const load = (page: Page) => page.getByRole("button", { name: "Load it" });
const pages = (change: (html: string) => string): Alter => (name, text) => (name.endsWith(".html") ? change(text) : text);

const changes: Record<string, Alter> = {
  "a script is added": pages((html) => html.replace("</body>", '<script src="/cdn/beacon.js"></script></body>')),
  "a script and a style of another host are added": pages((html) =>
    html.replace("<head>", '<head><link rel="stylesheet" href="https://other.example/a.css"><script>var a = 1</script>')),
  "comments are added": pages((html) => `<!-- by a host -->${html.replace(/<\/(p|li|head)>/g, "<!-- x --></$1>")}<!-- 12 ms -->`),
  "white space becomes single spaces": pages((html) => html.replace(/\s+/g, " ")),
  "white space between tags goes": pages((html) => html.replace(/>\s+</g, "><")),
  "tags that may be left out are": pages((html) => html.replace(/<\/(p|li|dd|dt|option|body|html)>/g, "")),
  "lines end otherwise": pages((html) => html.replace(/\n/g, "\r\n")),
  "attributes lose their quotes": pages((html) => html.replace(/="([^"\s=<>'`]+)"/g, "=$1")),
  "the data has a line more": (name, text) => (name == "data/meetings.json" ? `${text}\n` : text),
  "the data is written on one line": (name, text) => (name == "data/meetings.json" ? JSON.stringify(JSON.parse(text)) : text),
};

for (const [what, alter] of Object.entries(changes)) {
  test(`${what}: the page is read, and the app does what it does`, async ({ page, host }) => {
    host.publish("root", alter);
    await page.goto(`${host.url}meetings/2011-haparanda/`);
    await ready(page);
    await expect(heading(page)).toHaveText("8th Barents Industrial Partnership Meeting");
    await expect(page.getByRole("main")).toContainText("Haparanda, Sweden");
    await page.goto(host.url);
    await ready(page);
    await expect(page.getByText("Search and filters are off")).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: "Russia, 2 meetings" })).toBeVisible();
    await page.getByRole("searchbox").fill("tuomioja");
    await expect(page.locator(".result-count")).toHaveText("1 of 7 meetings");
    await expect(page.getByText(/(was|were) left out/)).toHaveCount(0);
  });

  test(`${what}: who has an earlier release gets the new one`, async ({ page, host }) => {
    await install(page, host);
    await page.reload();
    await ready(page);
    host.publish("release-2", alter);
    // A page of the new release alone is there at once.
    await page.goto(`${host.url}meetings/2001-bodo/`);
    await ready(page);
    await expect(heading(page)).toHaveText("2nd talk");
    await expect(page.getByRole("main")).toContainText("Bodø, Norway");
    // And of the others too, as soon as it is known of.
    await expect(async () => {
      await page.goto(host.url);
      await ready(page);
      await expect(heading(page)).toHaveText("Harbour talks", { timeout: 500 });
    }).toPass();
    await expect(page.locator(".result-count")).toHaveText("2 meetings");
    await expect(page.getByText(/(was|were) left out|Page not found/)).toHaveCount(0);
  });
}

test("data that a browser had kept from an earlier release is asked for once more", async ({ page, host }) => {
  const old = readFileSync(`${host.folder}/data/meetings.json`, "utf8");
  host.publish("release-2");
  let asked = 0;
  await page.route("**/data/meetings.json", (route) => (asked++ ? route.continue() : route.fulfill({ contentType: "application/json", body: old })));
  await page.goto(`${host.url}meetings/2001-bodo/`);
  await ready(page);
  await expect(heading(page)).toHaveText("2nd talk");
  expect(asked).toBe(2);
});

test("a page to which something is added is kept with all others", async ({ page, host }) => {
  host.publish("root", changes["a script is added"]);
  await install(page, host);
  await page.reload();
  await ready(page);
  await chunks(page);
  await host.close();
  await page.goto(`${host.url}meetings/2005-oslo/`);
  await ready(page);
  await expect(heading(page)).toHaveText("3rd Barents Industrial Partnership Meeting");
});

test("a new release that cannot be kept is told, is there on the press of a button, and is not asked for again and again", async ({ page, host }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  host.publish("release-2", changes["the data has a line more"]);
  await page.reload();
  await ready(page);
  await expect(heading(page)).toHaveText("Barents Industrial Partnership meetings");
  await expect(load(page)).toBeVisible();
  await load(page).click();
  await expect(heading(page)).toHaveText("Harbour talks");
  await ready(page);
  // What is shown is the new release: there is none to load.
  await page.waitForLoadState("networkidle");
  await expect(load(page)).toBeHidden();
  const asked = (name: RegExp) => host.asked.filter((path) => name.test(path)).length;
  for (let at = 0; at < 4; at++) {
    host.asked.length = 0;
    await page.goto(`${host.url}${at % 2 ? "about/" : ""}`);
    await ready(page);
    // Each page looks for a new worker, which cannot be kept any more than before and asks for nothing.
    await expect.poll(() => asked(/sw\.js$/)).toBeGreaterThan(0);
    await page.waitForLoadState("networkidle");
    expect(asked(/meetings\.json$/)).toBe(1);
    expect(asked(/explorer-.*\.wasm$/)).toBeLessThanOrEqual(1);
    expect(asked(/offline/)).toBe(0);
  }
  // Without a connection the release before is there, and says that it is.
  await host.close();
  await page.goto(host.url);
  await ready(page);
  await expect(heading(page)).toHaveText("Barents Industrial Partnership meetings");
  await expect(page.getByRole("status").filter({ hasText: "what is newer could not be kept" })).toBeVisible();
  await page.goto(`${host.url}meetings/2011-haparanda/`);
  await expect(heading(page)).toHaveText("8th Barents Industrial Partnership Meeting");
  await expect(page.getByText("what is newer could not be kept")).toBeVisible();
});

test("once it can be kept it is", async ({ page, host, context }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  host.publish("release-2", changes["the data has a line more"]);
  await page.goto(`${host.url}about/`);
  await expect.poll(() => keys(context, page)).toContainEqual(expect.stringMatching(/ failed$/));
  host.publish("release-2");
  // The time to wait is over.
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.endsWith(" failed"))!;
    const cache = await caches.open(name);
    const [key] = await cache.keys();
    const note = await (await cache.match(key))!.json();
    await cache.put(key, new Response(JSON.stringify({ ...note, until: 0 })));
  });
  await page.reload();
  await expect(load(page)).toBeVisible();
  const again = page.waitForEvent("load");
  await load(page).click();
  await again;
  await ready(page);
  await expect.poll(() => keys(context, page)).not.toContainEqual(expect.stringMatching(/ failed$/));
  await host.close();
  await page.goto(`${host.url}meetings/2001-bodo/`);
  await ready(page);
  await expect(heading(page)).toHaveText("2nd talk");
});

test("who has nothing kept and can keep nothing whole is told without a connection", async ({ page, host }) => {
  host.publish("root", changes["the data has a line more"]);
  await install(page, host);
  host.asked.length = 0;
  for (let at = 0; at < 3; at++) {
    await page.goto(`${host.url}about/`);
    await ready(page);
    await page.waitForLoadState("networkidle");
  }
  expect(host.asked.filter((path) => /meetings\.json$/.test(path)).length).toBeLessThanOrEqual(3);
  await host.close();
  await page.goto(`${host.url}about/`);
  await expect(heading(page)).toHaveText("About the Barents Industrial Partnership meetings");
  await page.goto(`${host.url}meetings/2011-haparanda/`);
  await expect(page.getByRole("main")).toContainText("This page was not kept for offline");
});

test("a host that is out of order is not waited for where a page is kept", async ({ page, host }) => {
  await install(page, host);
  await page.reload();
  await ready(page);
  host.publish("release-2", changes["the data has a line more"]);
  await page.reload();
  await expect(load(page)).toBeVisible();
  host.state.isOutOfOrder = true;
  await page.reload();
  await ready(page);
  await expect(heading(page)).toHaveText("Barents Industrial Partnership meetings");
});

test("what a host adds may fail, and the app is none the worse for it", async ({ page, host }) => {
  const seen: string[] = [];
  await page.exposeFunction("seen", (state: string) => seen.push(state));
  await page.addInitScript(() => {
    new MutationObserver(() => (window as never as { seen(state: string): void }).seen(document.documentElement.dataset.app!))
      .observe(document, { attributes: true, subtree: true, attributeFilter: ["data-app"] });
  });
  host.publish("root", pages((html) => html.replace("</head>", '<script src="/missing.js"></script><script src="/thrower.js"></script></head>')));
  await page.route("**/thrower.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('not ours')" }));
  await page.goto(host.url);
  await ready(page);
  expect(seen).not.toContain("failed");
});
