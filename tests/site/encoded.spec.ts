// One address however it is written: signs that need no escaping escaped, hex digits small, letters beyond ASCII.
import { chunks, open, ready, test as base } from "./host";
import { expect } from "./site";

const canonical = "/~anna/m%C3%B8ter/";
const test = base.extend<{ host: Awaited<ReturnType<typeof open>> }>({
  host: async ({}, use) => {
    const host = await open("encoded", canonical);
    await use(host);
    await host.close();
  },
});
test.use({ serviceWorkers: "allow" });
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

const spellings = ["/~anna/m%C3%B8ter/", "/%7Eanna/m%C3%B8ter/", "/%7eanna/m%c3%b8ter/", "/~%61nna/møter/"];

for (const written of spellings) {
  for (const [path, heading] of [
    ["", "Barents Industrial Partnership meetings"],
    ["%61bout/", "About the Barents Industrial Partnership meetings"],
    ["meetings/2011%2dhaparanda/", "8th Barents Industrial Partnership Meeting"],
    ["themes/%6Dining/", "Mining"],
  ]) {
    test(`${written}${path} is one page, before the app and with it`, async ({ page, host }) => {
      const address = new URL(written + path, host.url).href;
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/data/meetings.json", async (route) => (await held, route.continue().catch(() => {})));
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      release();
      await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      expect(new URL(page.url()).pathname).toBe(canonical + path.replace("%61", "a").replace("%2d", "-").replace("%6D", "m"));
      await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`^https://example.org${canonical}`));
      // Links lead on within the app.
      await page.evaluate(() => void Object.assign(window, { stays: true }));
      await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "About" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^About/);
      expect(await page.evaluate(() => "stays" in window)).toBe(true);
    });
  }

  test(`${written}?q= is answered, and the pages are kept`, async ({ page, host, context }) => {
    await page.goto(new URL(`${written}?q=tuomioja#content`, host.url).href);
    await ready(page);
    await expect(page.locator(".result-count")).toHaveText("1 of 7 meetings");
    expect(page.url()).toBe(`${host.url}?q=tuomioja#content`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.goto(new URL(`${written}meetings/2011%2Dhaparanda/`, host.url).href);
    await ready(page);
    await chunks(page);
    const kept = await page.evaluate(async (of) => Boolean(await caches.match(of)), `${host.url}meetings/2011-haparanda/`);
    expect(kept).toBe(true);
    await host.close();
    await page.reload();
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("8th Barents Industrial Partnership Meeting");
    await page.goto(`${host.url}meetings/2005%2Doslo/`);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("3rd Barents Industrial Partnership Meeting");
  });
}

test("a host that sends readers to another spelling does not send them in circles", async ({ page, host }) => {
  await page.route(`${host.url}about/`, (route) => route.fulfill({ status: 302, headers: { location: "/%7Eanna/m%C3%B8ter/about/" } }));
  await page.goto(new URL("/%7Eanna/m%C3%B8ter/about/", host.url).href);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("About the Barents Industrial Partnership meetings");
  await expect(page).toHaveURL(`${host.url}about/`);
});

test("without scripts every spelling is read too", async ({ browser, host }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(new URL("/%7Eanna/m%c3%b8ter/", host.url).href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Barents Industrial Partnership meetings");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "About" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^About/);
  await page.close();
});
