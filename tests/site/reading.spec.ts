// Texts of every kind in any archive: long words, lines, other languages and directions, the reader's own colours.
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

const host = (name: string) => serve(fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url)), "/", 0);
const on = (name: string) => async ({ page, quiet }: { page: Page; quiet: { expected: RegExp[] } }, use: (site: Site) => Promise<void>) => {
  quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
  const { origin, close } = await host(name);
  await use(new Site(page, `${origin}/`));
  await close();
};

/** A test on an archive in Finnish, of which some texts are in other scripts, and on one in Arabic. */
const test = base.extend<{ finnish: Site; arabic: Site }>({ finnish: on("reading"), arabic: on("right-to-left") });
// One base path is enough: nothing of a text depends on it.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

/** Where some texts within an element begin, in the order in which they are named. */
const places = (within: Locator, texts: string[]) =>
  within.first().evaluate((element, texts) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    return texts.map((text) => {
      const node = nodes.find((node) => node.data.includes(text))!;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(text));
      range.setEnd(node, node.data.indexOf(text) + text.length);
      const { left, top } = range.getBoundingClientRect();
      return { left, top };
    });
  }, texts);

/** Expects some texts within an element to be seen in this order: line by line, each from left to right. */
const seen = async (within: Locator, ...texts: string[]) => {
  const found = await places(within, texts);
  const before = (a: number, b: number) => (Math.abs(found[a].top - found[b].top) > 10 ? found[a].top - found[b].top : found[a].left - found[b].left);
  expect(texts.map((_, at) => at).sort(before).map((at) => texts[at])).toEqual(texts);
};

test.describe("long words", () => {
  const word = "Kolmivaihekilowattituntimittarinlukijakoulutussuunnittelutoimikuntapuheenjohtajistoa";
  const paths = [
    "/", "/?theme=long&theme=hebrew&year=2012", `/?theme=${word}`, `/?q=${word}`, `/?q=${word}&theme=long`,
    "/meetings/2012-long/", "/meetings/2013-short/", "/about/", "/themes/long/", "/years/2012/", `/nowhere${word}`,
  ];
  for (const path of paths) {
    test(`${path.replace(word, "…")}: nothing is wider than its place, on any screen, also with text twice as large`, async ({ finnish, page }) => {
      await finnish.open(path);
      const toggle = page.locator(".facets-toggle");
      for (const [width, size] of [[320, "100%"], [800, "100%"], [1280, "100%"], [640, "200%"], [1280, "200%"]] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size, "important"), size);
        if (await toggle.isVisible() && (await toggle.getAttribute("aria-expanded")) == "false") await toggle.click();
        const wide = await page.evaluate(() => {
          const wide: string[] = [];
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth > clientWidth) wide.push(`the page: ${scrollWidth} > ${clientWidth}`);
          // Each text lies within the window, and a facet's within the facets; what scrolls by itself may not.
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement!;
            if (parent.closest(".visually-hidden, .table-scroll, select, script, noscript") || !parent.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            const { right } = range.getBoundingClientRect();
            const place = parent.closest(".facet, .copy-text, .filter, .notice") ?? document.documentElement;
            if (right > place.getBoundingClientRect().right + 1) wide.push(`${walker.currentNode.textContent} in ${place.className}`);
          }
          return wide;
        });
        expect(wide, `${width} px, ${size}`).toEqual([]);
      }
    });
  }

  test("break in a table's column, of which the short ones stay whole", async ({ finnish, page }) => {
    await page.setViewportSize({ width: 800, height: 800 });
    await finnish.open("/about/");
    const table = page.getByRole("region", { name: "Chairmanships" });
    expect(await table.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await table.getByRole("cell", { name: "Suomi" }).evaluate((cell) => cell.clientWidth)).toBeGreaterThan(90);
  });

  test("a count is whole, however large the text", async ({ finnish, page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await finnish.open("/");
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "300%", "important"));
    const year = page.locator(".range .count").first();
    await expect(year).toHaveText("2010");
    expect(await year.evaluate((count) => count.clientHeight / parseFloat(getComputedStyle(count).lineHeight))).toBeLessThan(1.5);
  });
});

test.describe("texts of another direction", () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with the app" : "without scripts", () => {
      test.use({ javaScriptEnabled });
      const open = (site: Site, path: string) => (javaScriptEnabled ? site.open(path) : site.page.goto(site.baseURL + path.slice(1)));

      test("in the list each runs as it is written, and what follows keeps its order", async ({ finnish, page }) => {
        await open(finnish, "/");
        const row = (title: string) => finnish.list.getByRole("listitem").filter({ hasText: title });
        await seen(row("CSS"), "!", "جديدة", "مغامرة", "CSS");
        await seen(row("הצפון"), "2019", "1", "הצפון", "ועידת");
        await seen(row("הצפון").locator(".facts"), "1", "3 May 2011", "חיפה", "Israel");
        await seen(row("הצפון").locator(".tags"), "Satama", "2", "נמל");
        // A title stands at the page's side, also where it runs the other way.
        const [own, other] = await Promise.all(["Lyhyt", "הצפון"].map((title) => row(title).locator("h3 a").first().boundingBox()));
        expect(Math.abs(own!.x - other!.x)).toBeLessThan(1);
      });

      test("on a meeting’s page too: heading, place, source, citation, neighbours", async ({ finnish, page }) => {
        await open(finnish, "/meetings/2010-latin-first/");
        await seen(page.locator("h1"), "!", "جديدة", "مغامرة", "CSS");
        await seen(page.locator(".held"), "1 May 2010", "חיפה", "Israel");
        await seen(page.locator(".places"), "חיפה", "Haifa");
        await seen(page.locator(".copy-text").first(), "!", "CSS", "חיפה", "1 May 2010", "Satamakokoukset");
        const later = page.getByRole("navigation", { name: "Earlier and later meetings" }).locator(".later");
        await seen(later, "2019", "הצפון");
        await seen(later.locator("span").last().locator(".."), "חיפה", "1", "3 May 2011");
        await open(finnish, "/meetings/2011-hebrew/");
        await seen(page.locator(".sources li"), "3", "המקור", "לאור", "הוצאה", ", in Hebrew");
        await seen(page.locator(".copy-text").first(), "2019", "הצפון", "חיפה", "1–3 May 2011", "Satamakokoukset");
        // The text that is copied is the one sentence.
        await expect(page.locator(".copy-text").first()).toHaveText(/^ועידת הצפון \(1\) 2019\. חיפה, 1–3 May 2011\. Satamakokoukset\. /);
        await open(finnish, "/about/");
        await seen(page.locator(".sources li"), "3", "המקור", "לאור", "הוצאה", ", in Hebrew");
      });

      test("an archive that is written so is laid out so, and its dates stay as the interface writes them", async ({ arabic, page }) => {
        await open(arabic, "/");
        await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
        const row = (title: string) => arabic.list.getByRole("listitem").filter({ hasText: title });
        await seen(row("UNESCO"), "!", "اجتماع", "UNESCO");
        await seen(row("أول").locator(".facts"), "Norway", "Narvik", "1", "3 May 2010");
        await seen(row("third"), "The", "third", "3");
        // Everything begins at the right.
        const right = async (locator: Locator) => (await locator.first().boundingBox().then((box) => box!.x + box!.width));
        const edge = await right(arabic.list);
        for (const title of ["UNESCO", "أول", "third"]) expect(Math.abs((await right(row(title).locator("h3 a"))) - edge)).toBeLessThan(1);
        // A sentence of the interface reads as in any archive, also with a link in it.
        await seen(page.locator(".site-footer p").first(), "3", "1 place", "How complete it is");
        await open(arabic, "/meetings/2010-first/");
        await seen(page.locator(".held"), "Norway", "Narvik", "1", "3 May 2010");
        await seen(page.locator(".copy-text").first(), "1–3 May 2010", "Narvik", "أول");
        await seen(page.getByText("Not recorded:"), "Not", "documents", ".");
        await seen(page.locator("section li", { hasText: "UNESCO" }), "1 May 2011", "UNESCO");
      });
    });
  }

  test("in facets, chips and suggestions too; bars stand over their ends of the sliders", async ({ finnish, arabic, page }) => {
    await finnish.open("/?theme=hebrew");
    await seen(finnish.facet("Theme").locator("li", { hasText: "נמל" }), "2", "נמל");
    await seen(finnish.filters.getByRole("button"), "Theme", "2", "נמל", "×");
    await finnish.open("/nowhere/2011-hebrw");
    await seen(page.getByRole("main").locator("li", { hasText: "הצפון" }), "2019", "הצפון", "2011-hebrew");
    await arabic.open("/?year=2010");
    const facet = arabic.facet("Year");
    const [bar, slider] = await Promise.all([facet.locator("rect").first(), facet.getByRole("slider").first()].map((of) => of.boundingBox()));
    expect(Math.abs(bar!.x + bar!.width - (slider!.x + slider!.width))).toBeLessThan(slider!.width / 10);
    const { x } = (await facet.boundingBox())!;
    expect(x).toBeGreaterThan((await arabic.list.boundingBox())!.x);
  });
});

test.describe("languages", () => {
  /** The language of each text that is seen, by the nearest element that says one. */
  const languages = (page: Page) =>
    page.evaluate(() => {
      const found: Record<string, string> = {};
      const walker = document.createTreeWalker(document.getElementById("app")!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) found[walker.currentNode.textContent!.trim()] = walker.currentNode.parentElement!.closest("[lang]")!.getAttribute("lang")!;
      return found;
    });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "with the app" : "without scripts", () => {
      test.use({ javaScriptEnabled });
      const open = (site: Site, path: string) => (javaScriptEnabled ? site.open(path) : site.page.goto(site.baseURL + path.slice(1)));

      test("what the interface says is in its language, and what the archive tells in the archive’s", async ({ finnish, page }) => {
        await open(finnish, "/");
        await expect(page.locator("html")).toHaveAttribute("lang", "fi");
        expect(await languages(page)).toMatchObject({
          "Satamakokoukset": "fi", "Lyhyt": "fi", "Satama": "fi", "4. kokous": "fi", "Siitä ei ole tietoa.": "fi", "חיפה": "fi", "Muistio": "fi",
          "4 meetings": "en", "1 February 2013": "en", "Finland": "en", "Not recorded": "en", "Finnish": "en", "Theme": "en", "Save these meetings": "en",
        });
        await open(finnish, "/meetings/2011-hebrew/");
        expect(await languages(page)).toMatchObject({
          "Avaus\nRaportit\n- metsä\n- kaivos": "fi", "Pöytäkirja": "fi", "Muistio": "fi", "Satama": "fi", "Haifa": "en", "המקור (3)": "he",
          "Where": "en", "Topics": "en", "All of 2011": "en", "Israel": "en", "Copy citation": "en",
        });
        await open(finnish, "/themes/port/");
        expect(await languages(page)).toMatchObject({ "Satama": "fi", "3 meetings": "en", "Lyhyt": "fi" });
        await open(finnish, "/about/");
        expect(await languages(page)).toMatchObject({ "Ensimmäinen rivi.\nToinen rivi.": "fi", "Suomi": "fi", "4. kokous": "fi", "Background": "en" });
      });
    });
  }

  test("where both are one, nothing says so twice", async ({ site, page }) => {
    await site.open("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("body, #app h1, #app li, #app a").and(page.locator("[lang], [dir]"))).toHaveCount(0);
  });

  for (const path of ["/", "/meetings/2011-hebrew/", "/about/"]) {
    test(`${path} in two languages has no violation that axe finds`, async ({ finnish, page }) => {
      await finnish.open(path);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
});

test("lines of the data stay lines, and the page’s own layout does not change", async ({ finnish, page }) => {
  await finnish.open("/");
  await expect(page.locator(".lead")).toHaveText("Puheita satamista ja laivoista.\nNeljä kokousta, ja pitkiä sanoja.", { useInnerText: true });
  const lines = (locator: Locator) => locator.evaluate((element) => (element as HTMLElement).innerText);
  await finnish.open("/meetings/2011-hebrew/");
  expect(await lines(page.locator("section", { hasText: "Topics" }).locator("li").first())).toBe("Avaus\nRaportit\n- metsä\n- kaivos");
  expect(await lines(page.locator("blockquote p"))).toBe("Puheenjohtaja sanoi:\n\nTapaamme taas.");
  expect(await lines(page.locator("section", { hasText: "Notes" }).locator("li").first())).toBe("Yksi.\nKaksi.");
  // What holds no line break has one line.
  const height = (locator: Locator) => locator.evaluate((box) => box.getBoundingClientRect().height);
  expect(await height(page.locator(".breadcrumb"))).toBeLessThan(30);
  await finnish.open("/?q=kaivos");
  expect(await lines(page.locator(".elsewhere li"))).toBe("Avaus Raportit - metsä - kaivos");
});

test("from the search box the results are a Tab and Enter past the filters", async ({ site, page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await site.open("/");
    await page.getByRole("button", { name: "Search", exact: true }).focus();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip the filters" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    expect((await skip.boundingBox())!.height).toBeGreaterThan(24);
    expect(await skip.evaluate((link) => getComputedStyle(link).clipPath)).toBe("none");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Results" })).toBeFocused();
    expect(site.address()).toBe("/");
  }
});

test.describe("in the reader’s own colours", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test("what only a colour tells is seen", async ({ site, page }) => {
        await page.emulateMedia({ forcedColors: "active", colorScheme });
        await site.open("/?q=meeting&from=2004&to=2006&theme=mining&theme=transport");
        const style = (locator: Locator, name: string) => locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
        const paper = await style(page.locator("html"), "background-color");
        // Bars within the range are filled, those outside are hollow; both have a line.
        const [filled, hollow] = [page.locator(".bars rect[data-in]"), page.locator(".bars rect:not([data-in])")];
        expect(await style(filled, "fill")).not.toBe(paper);
        expect(await style(hollow, "fill")).toBe(paper);
        expect(await style(hollow, "stroke")).not.toBe(paper);
        // Words found stand out, and themes are apart.
        expect(await style(page.locator("mark"), "background-color")).not.toBe(paper);
        expect(await style(page.locator(".tags li"), "outline-style")).toBe("solid");
        expect(await style(page.locator(".filter"), "border-top-color")).not.toBe(paper);
        await site.value("Theme", "Mining, 1 meeting").focus();
        await page.keyboard.press("Shift");
        expect(await style(page.locator("input:focus-visible"), "outline-style")).toBe("solid");
        expect(await style(page.locator("[aria-current=page]"), "font-weight")).toBe("600");
        await site.open("/?theme=fishing");
        expect(await style(page.locator(".results .notice"), "border-inline-start-width")).toBe("4px");
        await site.open("/meetings/2011-haparanda/#source-2");
        expect(await style(page.locator("#source-2"), "outline-style")).toBe("solid");
      });
    });
  }
});
