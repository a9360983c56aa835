// The guides for keepers as they are laid out: their links lead somewhere, and they can be read.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { LinkChecker } from "linkinator";
import { serve } from "./server.mjs";
import { expect, test as base } from "./site";

const folder = fileURLToPath(new URL("../../target/guide/", import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith(".html") && !/^(404|toc)\.html$/.test(name));

const test = base.extend<{ guide: string }>({
  guide: async ({}, use) => {
    const host = await serve(folder, "/guide/", 0);
    await use(`${host.origin}/guide/`);
    await host.close();
  },
});

test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

test("every link of the guides leads to a page and to a place in it", async ({ guide }) => {
  expect(pages).toContain("format.html");
  const skip = (url: string) => Promise.resolve(!url.startsWith(guide));
  const result = await new LinkChecker().check({ path: guide, recurse: true, linksToSkip: skip } as never);
  const checked = result.links.filter((link) => link.state != "SKIPPED");
  expect(checked.filter((link) => link.state == "BROKEN").map((link) => `${link.parent} → ${link.url}`)).toEqual([]);
  // The first page is there under the address of the folder.
  for (const page of pages.filter((name) => name != "index.html")) expect(checked.map((link) => link.url)).toContain(guide + page);
  const text = (page: string) => readFileSync(folder + page, "utf8");
  let anchors = 0;
  for (const page of pages) {
    for (const [, of, anchor] of text(page).matchAll(/href="([\w-]+\.html)?#([^"]+)"/g)) {
      anchors++;
      expect(text(of ?? page), `${page} → #${anchor}`).toContain(`id="${decodeURIComponent(anchor)}"`);
    }
  }
  expect(anchors).toBeGreaterThan(100);
});

test("a guide is read on a phone without scrolling sideways, and axe finds nothing wrong in what we wrote", async ({ page, guide }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of pages) {
    await page.goto(guide + name);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360);
    const found = await new AxeBuilder({ page }).include("main").disableRules(["scrollable-region-focusable", "color-contrast"]).analyze();
    expect(found.violations.map((of) => of.id), name).toEqual([]);
  }
});
