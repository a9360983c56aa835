import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./site";

const pages = ["/", "/?q=meeting&theme=none", "/?theme=fishing&q=zzz", "/meetings/2011-haparanda/", "/about/", "/nowhere"];

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    for (const path of pages) {
      test(`${path} has no violation that axe finds`, async ({ site, page }) => {
        await site.open(path);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const all = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(all.violations).toEqual([]);
        const contrast = await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze();
        expect(contrast.violations).toEqual([]);
      });
    }
  });
}

for (const path of pages) {
  test(`${path} fits a narrow screen, also with text twice as large`, async ({ site, page }) => {
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    await page.setViewportSize({ width: 320, height: 640 });
    await site.open(path);
    expect(await fits()).toBe(true);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
    expect(await fits()).toBe(true);
  });
}

test("one WASM serves every base path", async ({ site, page }) => {
  const names: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) names.push(request.url().split("/").at(-1)!);
  });
  await site.open("/about/");
  await site.open("/");
  // A file is named by its content, so one name is one content: the program and its chunks.
  const { readdirSync } = await import("node:fs");
  const files = ["root", "sub-path"].map((name) => {
    return readdirSync(new URL(`../../target/sites/${name}/`, import.meta.url)).filter((file) => file.endsWith(".wasm")).sort();
  });
  expect(files[0]).toHaveLength(9);
  expect(files[1]).toEqual(files[0]);
  expect(files[0]).toEqual(expect.arrayContaining(names));
});
