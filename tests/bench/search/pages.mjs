// The browser and, for each engine, a page with a process of its own: what one leaves behind is no other's to clear away.
// Only one works at a time.
import { chromium } from "@playwright/test";

const SECOND = 1000;
const MOST_COLLECTIONS = 10;

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-renderer-backgrounding",
      "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
      "--js-flags=--expose-gc --max-old-space-size=4096",
    ],
  });
}

/** The page of an engine. Whatever goes wrong in it, as when its memory runs out, is kept as `failure`. */
export class Page {
  /** Opens the page of a host and fetches the engine; `undefined` if it is not there. */
  static async open(browser, origin, engine) {
    const context = await browser.newContext();
    const page = new Page();
    page.context = context;
    page.tab = await context.newPage();
    if (process.env.VERBOSE) page.tab.on("console", (message) => console.error(`${engine}: ${message.text()}`));
    page.protocol = await context.newCDPSession(page.tab);
    await page.tab.goto(`${origin}/search/page.html`);
    await page.tab.waitForFunction(() => "bench" in window);
    if (await page.call("prepare", engine)) return page;
    await page.close();
    return undefined;
  }

  /** Calls a function of the page; `undefined` once it has failed, as it does when it takes longer than it may. */
  async call(name, ...given) {
    return this.within(600, name, ...given);
  }

  async within(seconds, name, ...given) {
    if (this.failure) return undefined;
    let late;
    const limit = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error(`more than ${seconds} s`)), seconds * SECOND);
    });
    try {
      const called = this.tab.evaluate(([name, given]) => window.bench[name](...given), [name, given]);
      const crashed = new Promise((_, reject) => this.tab.once("crash", () => reject(new Error("out of memory"))));
      return await Promise.race([called, crashed, limit]);
    } catch (error) {
      this.failure = /out of memory|more than/.exec(error.message) ? error.message : error.message.split("\n")[0];
      if (/crash/i.test(error.message)) this.failure = "out of memory";
      console.error(`  ${name}: ${this.failure}`);
      await this.close();
      return undefined;
    } finally {
      clearTimeout(late);
    }
  }

  /** The bytes that it holds after a forced collection: heap, array buffers, and the memory of WASM modules. */
  async memory() {
    if (this.failure) return undefined;
    let held = Infinity;
    // What one collection frees may keep more alive until the next, so it goes on while there is less than before.
    for (let rounds = 0; rounds < MOST_COLLECTIONS; rounds += 1) {
      await this.protocol.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize } = await this.protocol.send("Runtime.getHeapUsage");
      const now = usedSize + backingStorageSize;
      if (rounds > 1 && now > 0.99 * held) break;
      held = Math.min(held, now);
    }
    return held + (await this.call("wasmBytes"));
  }

  async close() {
    await this.context.close().catch(() => {});
  }
}
