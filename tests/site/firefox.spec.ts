// The site in Firefox, which Playwright cannot drive as it is installed; puppeteer can.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { open } from "./host";
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
      // What is driven by a program may else change its address as often as it likes.
      "dom.navigation.navigationRateLimit.count": 200,
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
    await page.click(".meetings h3 a");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.startsWith("3rd"));
    expect(page.url()).toBe(`${baseURL}meetings/2005-oslo/`);
    await page.goBack();
    await says(page, ".result-count", "1 of 7 meetings");
    expect(stopped).toEqual([]);
  });
});

const heading = (page: Page, text: string) => says(page, "h1", text);

test("Firefox shows the new release where its pages are altered on their way, and keeps it", async ({}, info) => {
  test.skip(info.project.name != "root");
  test.setTimeout(90_000);
  const host = await open("root");
  await inFirefox(async (page) => {
    await page.goto(host.url);
    await ready(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await ready(page);
    host.publish("release-2", (name, text) =>
      name.endsWith(".html") ? text.replace("</body>", '<script src="/cdn/beacon.js"></script></body>').replace(/\s+/g, " ") : text,
    );
    await page.goto(`${host.url}meetings/2001-bodo/`);
    await ready(page);
    await heading(page, "2nd talk");
    for (let at = 0; at < 3; at++) {
      await page.goto(host.url);
      await ready(page);
    }
    await heading(page, "Harbour talks");
    await says(page, ".result-count", "2 meetings");
    await page.waitForSelector("#update:not([hidden])");
    await Promise.all([page.waitForNavigation(), page.click("#update button")]);
    await ready(page);
    await host.close();
    await page.goto(`${host.url}meetings/1998-bodo/`);
    await ready(page);
    await heading(page, "1st talk");
  });
});

test("Firefox leads to one page however its address is written", async ({}, info) => {
  test.skip(info.project.name != "root");
  test.setTimeout(90_000);
  const host = await open("encoded", "/~anna/m%C3%B8ter/");
  await inFirefox(async (page) => {
    for (const [written, path, text] of [
      ["/%7Eanna/m%c3%b8ter/meetings/2011%2dhaparanda/", "meetings/2011-haparanda/", "8th Barents Industrial Partnership Meeting"],
      ["/~anna/m\u00f8ter/?q=tuomioja", "?q=tuomioja", "Barents Industrial Partnership meetings"],
    ]) {
      await page.goto(new URL(written, host.url).href);
      await ready(page);
      await heading(page, text);
      expect(page.url()).toBe(host.url + path);
    }
    await says(page, ".result-count", "1 of 7 meetings");
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await host.close();
    await page.goto(`${host.url}about/`);
    await page.waitForSelector("html[data-release]");
  });
});

test("Firefox goes on where the page was translated and the address may not change any more", async ({ baseURL }) => {
  test.setTimeout(90_000);
  await inFirefox(async (page) => {
    const stopped: string[] = [];
    page.on("pageerror", (error) => void stopped.push(String(error)));
    await page.goto(baseURL!);
    await ready(page);
    const isRefused = await page.evaluate(() => {
      // A translation takes texts out and puts others in their place.
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walk.nextNode()) texts.push(walk.currentNode as Text);
      for (const text of texts.filter((text) => text.data.trim() && !text.parentElement!.closest("script,style"))) {
        const font = document.createElement("font");
        font.textContent = `«${text.data}»`;
        text.replaceWith(font);
      }
      // Firefox itself refuses more than two hundred changes in ten seconds: by an error or, as it is, without a word.
      let isRefused = false;
      for (let at = 0; at < 300 && !isRefused; at++) {
        try {
          history.replaceState(history.state, "", `?utm=${at}`);
          isRefused = location.search !== `?utm=${at}`;
        } catch {
          isRefused = true;
        }
      }
      return isRefused;
    });
    expect(isRefused).toBe(true);
    await page.click("input[name=theme][value=mining]");
    await says(page, ".result-count", "1 of 7 meetings");
    await page.type("#q", "petro", { delay: 5 });
    await says(page, "mark", "Petro");
    for (let key = 0; key < 5; key++) await page.keyboard.press("Backspace");
    await says(page, ".result-count", "1 of 7 meetings");
    await page.waitForFunction(() => location.search === "?theme=mining", { timeout: 20_000 });
    expect(await page.$eval("html", (html) => html.dataset.app)).toBe("ready");
    expect(stopped.filter((text) => !/insecure|Too many calls/i.test(text))).toEqual([]);
  });
});
