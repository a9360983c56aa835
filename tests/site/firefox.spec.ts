// The site in Firefox, which Playwright cannot drive as it is installed; puppeteer can.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { expect, test } from "./site";

const paths = (process.env.PATH ?? "").split(delimiter);
const firefox = ["firefox-esr", "firefox"].flatMap((name) => paths.map((path) => join(path, name))).find(existsSync);
test.skip(!firefox, "there is no Firefox on the PATH");

/** Opens Firefox, and closes it again; files are saved into the folder. */
async function inFirefox(act: (page: Page, folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": folder,
      "browser.download.useDownloadDir": true,
      "browser.download.alwaysOpenPanel": false,
      "browser.helperApps.neverAsk.saveToDisk": "application/x-bibtex,text/plain",
    },
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await act(page, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ready = (page: Page) => page.waitForSelector("html[data-app=ready]");
const says = (page: Page, selector: string, text: string) =>
  page.waitForFunction((selector, text) => document.querySelector(selector)?.textContent === text, {}, selector, text);

test("Firefox opens the site, filters, searches, opens a meeting and saves a file", async ({ baseURL }) => {
  test.setTimeout(90_000);
  await inFirefox(async (page, folder) => {
    const stopped: string[] = [];
    page.on("pageerror", (error) => void stopped.push(String(error)));
    await page.goto(baseURL!);
    await ready(page);
    await says(page, ".result-count", "7 meetings");
    await page.click("input[name=theme][value=mining]");
    await says(page, ".result-count", "1 of 7 meetings");
    expect(page.url()).toBe(`${baseURL}?theme=mining`);
    await page.click(".clear");
    await says(page, ".result-count", "7 meetings");
    await page.type("#q", "brende", { delay: 20 });
    await says(page, ".result-count", "1 of 7 meetings");
    await page.waitForFunction(() => location.search === "?q=brende");
    await says(page, "mark", "Brende");
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-save=bib]")!.click());
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith(".bib"))).toEqual(["meetings-q-brende.bib"]);
    await expect.poll(() => readFileSync(join(folder, "meetings-q-brende.bib"), "utf8")).toContain("2005-oslo");
    await page.click(".meetings h2 a");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.startsWith("3rd"));
    expect(page.url()).toBe(`${baseURL}meetings/2005-oslo/`);
    await page.goBack();
    await says(page, ".result-count", "1 of 7 meetings");
    expect(stopped).toEqual([]);
  });
});
