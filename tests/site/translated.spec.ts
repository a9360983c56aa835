// What a browser's translation does to a page: it takes texts out and puts others, in elements of its own, in their place.
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

/** Puts every text of the page between quotation marks, as a translation would put other words there. */
async function translate(page: Page) {
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walk.nextNode()) {
      const text = walk.currentNode as Text;
      if (text.data.trim() && !text.parentElement!.closest("script,style,font")) texts.push(text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** A text as it was before the translation. */
const plain = (text: string | null) => text!.replace(/[«»]/g, "");

const list = (page: Page) => page.locator(".meetings h3").allTextContents();

test("a page that was translated goes on telling what is so, and no text stands twice", async ({ site, page }) => {
  await site.open("/");
  await translate(page);
  await page.locator("input[name=theme][value=mining]").check();
  await expect(site.count).toHaveText("1 of 7 meetings");
  await expect(page.locator(".meetings > li:visible")).toHaveCount(1);
  // The counts beside the boxes are those of the result.
  const country = page.locator("input[name=country][value=RU]").locator("xpath=..").locator(".count");
  await expect(country).toHaveText("1");
  await expect(page.locator(".filter")).toHaveText(["Theme: Mining ×"]);
  await expect(page).toHaveTitle(/^Theme: Mining – /);
  // Once more, with the translation of what is new.
  await translate(page);
  await site.searchbox.pressSequentially("oslo", { delay: 20 });
  await expect(site.count).toHaveText("No meetings match");
  await page.locator(".clear").click();
  await expect(site.count).toHaveText("7 meetings");
  await expect(country).toHaveText("2");
  await translate(page);
  await site.searchbox.fill("third");
  await expect(site.count).toHaveText("1 of 7 meetings");
  expect((await list(page)).map(plain)).toEqual([expect.stringContaining("3rd")]);
  await page.locator(".meetings h3 a").first().click();
  await expect(page.locator("h1")).toContainText("3rd");
  await translate(page);
  await page.goBack();
  await expect(site.count).toHaveText("1 of 7 meetings");
  await expect(page.locator("main h1")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
});

test("the button for the filters, and what is hidden behind it, follow a translation too", async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open("/");
  await translate(page);
  const toggle = page.locator(".facets-toggle");
  await toggle.click();
  await site.value("Country", "Russia, 2 meetings").check();
  await page.keyboard.press("Escape");
  await expect(toggle).toHaveText("Filters (1)");
});

test("a finished page that is translated before the app comes is replaced as a whole", async ({ site, page, baseURL }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(/explorer-.*_bg\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(baseURL!);
  await expect(page.locator(".meetings h3")).toHaveCount(8);
  await translate(page);
  go();
  await site.ready();
  await expect(site.count).toHaveText("7 meetings");
  expect(await list(page)).toHaveLength(8);
  await expect(page.locator("main h1")).toHaveCount(1);
  await site.searchbox.fill("haparanda");
  await expect(page.locator(".meetings h3")).toHaveCount(1);
});
