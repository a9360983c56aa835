// What is on paper.
import { fileURLToPath } from "node:url";
import { constants, inflateSync } from "node:zlib";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

/** A test on an archive with short pages and long words. */
const test = base.extend<{ short: Site }>({
  short: async ({ page, quiet }, use) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
    const { origin, close } = await serve(fileURLToPath(new URL("../../target/sites/reading", import.meta.url)), "/", 0);
    await use(new Site(page, `${origin}/`));
    await close();
  },
});

/** For each sheet of a PDF, as Chromium writes it, whether any text is on it. */
const sheets = (pdf: Buffer) => {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/Type\s*\/Page\b[^]*?\/Contents (\d+) 0 R/g)].map(([, number]) => {
    const start = text.indexOf("stream", text.search(new RegExp(`(^|\\n)${number} 0 obj`))) + "stream".length;
    const content = pdf.subarray(start + text.slice(start).match(/^\r?\n/)![0].length, text.indexOf("endstream", start));
    return /\bBT\b/.test(inflateSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"));
  });
};

for (const path of ["/", "/?theme=mining", "/?q=zzzz", "/meetings/2005-oslo/", "/meetings/2011-haparanda/", "/about/"]) {
  test(`${path} has no blank sheet, whatever its size and margins`, async ({ site, page }) => {
    test.slow();
    await site.open(path);
    for (const format of ["A4", "A5", "Letter"]) {
      for (const landscape of [false, true]) {
        for (const margin of ["0", "1cm", "2cm", "3cm"]) {
          const margins = { top: margin, bottom: margin, left: margin, right: margin };
          const printed = sheets(await page.pdf({ format, landscape, margin: margins }));
          expect(printed, `${format}, ${landscape}, ${margin}`).toEqual(printed.map(() => true));
        }
      }
    }
  });
}

test("a short page takes one sheet", async ({ short, page }) => {
  for (const path of ["/meetings/2013-short/", "/?theme=long", "/themes/hebrew/", "/nowhere"]) {
    await short.open(path);
    for (const landscape of [false, true]) expect(sheets(await page.pdf({ format: "A4", landscape })), path).toEqual([true]);
  }
});

test("a list has the sheet’s width, and nothing that only a screen can use", async ({ site, page }) => {
  await page.setViewportSize({ width: 1123, height: 794 });
  await page.emulateMedia({ media: "print" });
  await site.open("/?q=meeting&theme=mining&from=2004");
  await expect(site.meetings).toHaveCount(1);
  expect((await site.list.boundingBox())!.width).toBeGreaterThan(1000);
  for (const hidden of [site.searchbox, site.facet("Theme"), page.getByRole("combobox"), page.getByRole("link", { name: "BibTeX" })]) await expect(hidden).toBeHidden();
  // What the list was narrowed by stays, as a text.
  const chips = site.filters.getByRole("button");
  await expect(chips).toHaveText([/Theme: Mining/, /Year: from 2004/]);
  expect(await chips.first().evaluate((chip) => getComputedStyle(chip).borderTopWidth)).toBe("0px");
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(2);
  await expect(page.getByText("1 of 7 meetings").first()).toBeVisible();
});

test("a table prints without the shade of its sides, which would be a picture of megabytes", async ({ site, page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of ["/people/", "/?view=table", "/about/"]) {
    await site.open(path);
    const table = page.locator(".table-scroll, .table-view").first();
    expect(await table.evaluate((table) => [getComputedStyle(table).backgroundImage, getComputedStyle(table).overflowX]), path).toEqual(["none", "visible"]);
  }
});

test("what is folded on the screen is there on paper", async ({ site, page }) => {
  await page.emulateMedia({ media: "print" });
  await site.open("/?view=timeline");
  const list = page.locator("#timeline-list li").first();
  await expect(list).toHaveText(/Stockholm/);
  expect((await list.boundingBox())!.height).toBeGreaterThan(10);
  await site.open("/?view=map");
  await expect(page.getByRole("button", { name: /^Oslo/ })).toBeVisible();
  await expect(page.getByText("The places of the map as a table")).toBeHidden();
});

test.describe("a meeting on paper", () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with the app" : "without scripts", () => {
      test.use({ javaScriptEnabled });

      test("carries its citation and its address", async ({ site, page }) => {
        await page.goto(`${site.baseURL}meetings/2005-oslo/`);
        if (javaScriptEnabled) await site.ready();
        await page.emulateMedia({ media: "print" });
        await expect(page.getByText(/^3rd Barents Industrial Partnership Meeting\. Oslo, 15 March 2005\. .*\/meetings\/2005-oslo\/$/)).toBeVisible();
        const address = page.locator(".copy-text").last();
        await expect(address).toBeVisible();
        await expect(address).toHaveText(/\/meetings\/2005-oslo\/$/);
        for (const hidden of ["Cite, share, save", "Files", "Copy citation", "Copy address", "Search and filters need JavaScript"]) {
          await expect(page.getByText(hidden)).toBeHidden();
        }
      });
    });
  }

  test("says where it was printed from and on which day, of the reader’s own time", async ({ site, page }) => {
    await page.clock.setFixedTime("2026-11-26T12:00:00");
    await page.emulateMedia({ media: "print" });
    await site.open("/meetings/2005-oslo/");
    const said = () => page.evaluate(() => getComputedStyle(document.body, "::before").content);
    expect(await said()).toBe("none");
    for (let time = 0; time < 2; time++) {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect((await said()).replace(/" "/g, "")).toBe(`"Printed 2026-11-26, ${site.baseURL}meetings/2005-oslo/"`);
    }
    await page.emulateMedia({ media: "screen" });
    expect(await said()).toBe("none");
  });

  test("of a page opened without the app too", async ({ site, page, quiet }) => {
    quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(`${site.baseURL}about/`);
    await page.emulateMedia({ media: "print" });
    await page.pdf();
    expect(await page.locator("body").getAttribute("data-on")).toMatch(/^\d{4}-\d\d-\d\d, http.*\/about\/$/);
    await expect(page.getByText("Search and filters are off")).toBeHidden();
  });
});
