// How soon a reader is answered, in sites that lie side by side: this build's, and others to compare it with.
//
// SITES="a name=folder,another=folder" (else the sites of the tests)  ROUNDS=9  CHROMIUM=path
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { serve } from "../site/server.mjs";
import { PROJECT, quantile, report, table } from "./report.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const OWN = `7 meetings=${PROJECT}target/sites/root,2000 meetings=${PROJECT}target/sites/large`;
const SITES = (process.env.SITES ?? OWN).split(",").map((site) => site.split("="));
/** Lighthouse's slow 4G, and its slow phone. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const TIMES_SLOWER = 4;

/** Types a text as soon as there is a box, and notes when the answer stands there. */
function typeAtOnce(text) {
  let isTyped = false;
  new MutationObserver(() => {
    const box = document.getElementById("q");
    if (box && !isTyped) {
      isTyped = true;
      box.focus();
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const count = document.querySelector(".result-count")?.textContent ?? "";
    const pending = [...document.querySelectorAll(".pending")].map((row) => row.getBoundingClientRect());
    const isHere = pending.every((row) => row.bottom < 0 || row.top > innerHeight);
    if (document.documentElement.dataset.app === "ready" && / of |No meet/.test(count) && isHere) window.answered ??= performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Notes when the page of a meeting stands there, also where it is a page of its own. */
function watchPage() {
  addEventListener("click", () => sessionStorage.setItem("clicked", String(Date.now())), true);
  new MutationObserver(() => {
    if (document.querySelector("article.meeting h1") && sessionStorage.getItem("clicked") && !window.opened) {
      window.opened = 1;
      requestAnimationFrame(() => setTimeout(() => (window.opened = Date.now() - Number(sessionStorage.getItem("clicked")) || 1)));
    }
  }).observe(document, { subtree: true, childList: true });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});

async function inNewPage(script, argument, act) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript(script, argument);
  const page = await context.newPage();
  const result = await act(page);
  await context.close();
  return result;
}

/** From asking for the page to the first answer to a text that is typed as soon as there is a box, on a slow phone. */
const firstAnswer = (origin, text) => inNewPage(typeAtOnce, text, async (page) => {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", SLOW);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: TIMES_SLOWER });
  await page.goto(origin, { waitUntil: "commit" });
  await page.waitForFunction(() => window.answered !== undefined, undefined, { timeout: 120_000 });
  return page.evaluate(() => window.answered);
});

/** From a click on a meeting in the list to its page being painted. */
const opening = (origin) => inNewPage(watchPage, undefined, async (page) => {
  await page.goto(origin);
  await page.waitForSelector("html[data-app=ready]");
  await page.waitForLoadState("networkidle");
  const link = page.locator(".meetings h3 a").first();
  // A reader's pointer is on a link before it is clicked.
  await link.hover();
  await page.waitForTimeout(200);
  await link.click();
  await page.waitForFunction(() => window.opened > 1 || (window.opened === 1 && document.readyState === "complete"));
  await page.waitForTimeout(50);
  return page.evaluate(() => window.opened);
});

/** The most used word of the titles, of which there are answers in every archive. */
function wordOf(folder) {
  const { meetings } = JSON.parse(readFileSync(join(folder, "data/meetings.json"), "utf8"));
  return meetings.length < 100 ? "brende" : "tromso";
}

const hosts = [];
for (const [name, folder] of SITES) {
  const host = await serve(folder, "/", 0);
  hosts.push({ name, origin: host.origin, close: host.close, text: wordOf(folder), first: [], open: [] });
}
// In turn, so that whatever else the machine does is shared.
for (let round = 0; round < ROUNDS; round++) {
  for (const host of hosts) host.first.push(await firstAnswer(host.origin, host.text));
  for (const host of hosts) host.open.push(await opening(host.origin));
  console.error(`round ${round + 1} of ${ROUNDS}`);
}
await browser.close();
await Promise.all(hosts.map((host) => host.close()));
const ms = (values) => `${quantile(values, 0.5).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;
report(
  "first.md",
  `# The first answer\n\nMedian of ${ROUNDS}, lowest and highest; the sites in turn, in one run. First answer: slow 4G and a CPU ${TIMES_SLOWER} times ` +
    `slower, from asking for the page to the answer to a text that is typed as soon as there is a box. Opening: from a click on ` +
    `a meeting in the list to its page painted, at full speed.\n\n` +
    table([["site", "first answer", "opening a meeting"], ...hosts.map(({ name, first, open }) => [name, ms(first), ms(open)])]),
);
