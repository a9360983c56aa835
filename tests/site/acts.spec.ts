// What one does with a meeting, or with the list: into the calendar, cited, sent on, printed, followed.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const oslo = "meetings/2005-oslo/";

/** The browser's own way to send things on; how it is called stands in `window.shared`. Without `answer` there is none. */
const stub = (page: Page, answer?: "sent" | "AbortError" | "NotAllowedError") =>
  page.addInitScript((answer) => {
    const shared: unknown[] = [];
    const share = async (what: unknown) => {
      shared.push(what);
      if (answer != "sent") throw new DOMException("", answer);
    };
    Object.assign(window, { shared });
    Object.defineProperty(navigator, "share", { value: answer && share });
  }, answer);
const shared = (page: Page) => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const acts = (page: Page) => page.getByRole("list", { name: "With this meeting" });

test.describe("below a meeting’s title", () => {
  test("one line says when and where, and the next what one does with it; both in sight on a phone", async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const id of ["2005-oslo", "2011-haparanda", "2006-rovaniemi"]) {
      await site.open(`/meetings/${id}/`);
      await expect(acts(page).getByRole("listitem")).toHaveText([/Add to calendar/, /Cite/, /Share/, /Print/]);
      for (const act of await acts(page).locator("a, button").all()) {
        await expect(act).toBeInViewport({ ratio: 1 });
        const { height, width } = (await act.boundingBox())!;
        expect(Math.min(height, width)).toBeGreaterThanOrEqual(24);
      }
      // The title is no longer than three lines even so.
      const lines = await page.locator("h1").evaluate((title) => title.clientHeight / parseFloat(getComputedStyle(title).lineHeight));
      expect(lines).toBeLessThan(2.5);
    }
    await expect(page.locator(".held")).toHaveText("28–29 March 2006Rovaniemi, Finland");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test("the calendar takes the published file", async ({ site, page, request }) => {
    await site.open(`/${oslo}`);
    const link = acts(page).getByRole("link", { name: "Add to calendar" });
    const file = await request.get(new URL((await link.getAttribute("href"))!, page.url()).href);
    expect(await file.text()).toContain("SUMMARY:3rd Barents Industrial Partnership Meeting");
  });

  test("by keyboard alone: cite leads to the citation", async ({ site, page }) => {
    await site.open(`/${oslo}`);
    const { links } = { links: acts(page).locator("a, button") };
    await links.first().focus();
    for (const name of ["Cite", "Share", "Print"]) {
      await page.keyboard.press("Tab");
      await expect(acts(page).locator("a, button", { hasText: name })).toBeFocused();
    }
    await acts(page).getByRole("link", { name: "Cite" }).press("Enter");
    await expect(page.locator("#cite")).toBeFocused();
    await expect(page.getByRole("heading", { name: "Cite, share, save" })).toBeInViewport();
    expect(site.address()).toBe(`/${oslo}#cite`);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Copy citation" })).toBeFocused();
  });

  test("print opens the browser’s own window for that, and is not printed", async ({ site, page }) => {
    await page.addInitScript(() => {
      let printed = 0;
      window.print = () => void document.documentElement.setAttribute("data-times", `${++printed}`);
    });
    await site.open(`/${oslo}`);
    await page.getByRole("button", { name: "Print" }).press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-times", "1");
    await page.emulateMedia({ media: "print" });
    await expect(acts(page)).toBeHidden();
    await expect(page.locator(".held")).toBeVisible();
    // On paper a document is followed by its address, not by an arrow.
    const document = page.getByRole("link", { name: "Deputy foreign minister" });
    expect(await document.evaluate((link) => getComputedStyle(link, "::after").content)).toMatch(/http|attr/);
  });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "before the app" : "without scripts", () => {
      test.use({ javaScriptEnabled });

      test(javaScriptEnabled ? "sharing works" : "there is what works without", async ({ page, baseURL, context }) => {
        if (javaScriptEnabled) {
          await context.grantPermissions(["clipboard-read", "clipboard-write"]);
          await stub(page);
          await page.route("**/*.wasm", () => {});
        }
        await page.goto(baseURL + oslo);
        await expect(acts(page).getByRole("link")).toHaveText(["Add to calendar", "Cite"]);
        await expect(acts(page).getByRole("button")).toHaveCount(javaScriptEnabled ? 2 : 0);
        if (!javaScriptEnabled) return;
        await acts(page).getByRole("button", { name: "Share" }).click();
        await expect(acts(page).getByRole("status")).toHaveText("Address copied");
        expect(await copied(page)).toBe(baseURL + oslo);
      });
    });
  }
});

test.describe("sharing", () => {
  test("is the browser’s own where there is one, and nothing is said of who thinks better of it", async ({ site, page }) => {
    await stub(page, "AbortError");
    await site.open(`/${oslo}#cite`);
    await acts(page).getByRole("button", { name: "Share" }).click();
    await expect.poll(() => shared(page)).toEqual([{ title: await page.title(), url: site.baseURL + oslo }]);
    await expect(acts(page).getByRole("status")).toHaveText("");
  });

  test("says what else can be done where it is not allowed", async ({ site, page }) => {
    await stub(page, "NotAllowedError");
    await site.open(`/${oslo}`);
    await acts(page).getByRole("button", { name: "Share" }).click();
    await expect(acts(page).getByRole("status")).toHaveText("Copying is not allowed here; take the address from the browser instead");
  });

  test("sends the list on as it is filtered, or copies its address", async ({ site, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await stub(page);
    await site.open("/?theme=mining");
    await page.getByRole("button", { name: "Share this list" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Address copied" })).toBeVisible();
    expect(await copied(page)).toBe(`${site.baseURL}?theme=mining`);
  });
});

test("a citation that is copied tells the day of access, and whoever copies hears so", async ({ site, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.setFixedTime("2026-11-26T12:00:00");
  await site.open(`/${oslo}`);
  await page.getByRole("button", { name: "Copy citation" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied, with today as the day of access" })).toBeVisible();
  expect(await copied(page)).toMatch(/Oslo, 15 March 2005\. .*\/meetings\/2005-oslo\/ \(accessed 2026-11-26\)$/);
});

test("the list can be followed: feeds and a calendar are beside what saves it", async ({ site, page, request }) => {
  await site.open("/");
  await expect(page.getByRole("heading", { name: "Share and follow" })).toBeVisible();
  for (const [name, type] of [["Feed (Atom)", "xml"], ["Feed (JSON)", "json"], ["Calendar to subscribe to", "calendar"]]) {
    const link = page.getByRole("link", { name });
    const file = await request.get(new URL((await link.getAttribute("href"))!, page.url()).href);
    expect(file.status(), name).toBe(200);
    expect(file.headers()["content-type"], name).toContain(type);
  }
});

test("rows tell what a meeting has, and its name is the whole title, also where words are marked", async ({ site, page }) => {
  await site.open("/");
  await expect(site.meetings.first()).toHaveAccessibleName("8th Barents Industrial Partnership Meeting");
  await expect(site.meetings.first().locator("strong")).toHaveText("8th");
  await expect(site.list.getByRole("listitem").first()).toContainText("3 documents, 1 can be opened");
  await site.searchbox.fill("partnership meeting");
  await expect(site.meetings.first().locator("mark").first()).toHaveText(/Partnership/);
  await expect(site.meetings.first()).toHaveAccessibleName(/^\d(st|nd|rd|th) Barents Industrial Partnership Meeting$/);
});

test("a number marks its word and stays with it; days stay together", async ({ site, page }) => {
  await site.open("/meetings/2011-haparanda/");
  for (let width = 320; width < 480; width += 16) {
    await page.setViewportSize({ width, height: 740 });
    const alone = await page.locator(".source-mark").evaluateAll((marks) =>
      marks.filter((mark) => {
        const before = mark.previousSibling;
        const text = before && (before.nodeType == Node.TEXT_NODE ? before : document.createTreeWalker(before, NodeFilter.SHOW_TEXT).lastChild());
        if (!text?.textContent) return false;
        const range = document.createRange();
        range.setStart(text, text.textContent.length - 1);
        range.setEnd(text, text.textContent.length);
        const [word, number] = [range.getBoundingClientRect(), mark.getBoundingClientRect()];
        return number.top > word.bottom;
      }).length,
    );
    expect(alone, `${width}`).toBe(0);
  }
});

for (const [width, path] of [[360, oslo], [1280, oslo], [1280, "meetings/2011-haparanda/"]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`/${path} at ${width} px has no violation that axe finds, in ${colorScheme} colours`, async ({ site, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await site.open(`/${path}`);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
      expect((await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze()).violations).toEqual([]);
    });
  }
}

test("on a wide screen people and documents stand beside what was said", async ({ site, page }) => {
  const left = async (name: string) => (await page.getByRole("heading", { level: 2, name, exact: true }).boundingBox())!;
  await page.setViewportSize({ width: 1280, height: 800 });
  await site.open("/meetings/2011-haparanda/");
  const [topics, people, documents] = [await left("Topics"), await left("People"), await left("Documents")];
  expect(people.x).toBeGreaterThan(topics.x + topics.width);
  expect(documents.x).toBe(people.x);
  // What follows what was said does not wait for what stands beside it.
  expect((await left("Sources")).x).toBe(topics.x);
  await page.setViewportSize({ width: 800, height: 800 });
  expect((await left("People")).x).toBe((await left("Topics")).x);
  expect((await left("People")).y).toBeGreaterThan((await left("Topics")).y);
  await page.setViewportSize({ width: 1280, height: 800 });
  await site.open("/meetings/2005-oslo/");
  expect((await left("Sources")).y).toBeLessThan((await left("Where")).y);
});

test("a table that is wider than the screen has a shade at the side on which there is more", async ({ site, page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await site.open("/about/");
  const table = page.getByRole("region", { name: "Chairmanships" });
  expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  expect(await table.evaluate((box) => getComputedStyle(box).backgroundAttachment)).toBe("local, local, scroll, scroll");
  await table.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
});

test("the foot of a page says how much there is, how complete, and who can use it", async ({ site, page }) => {
  await site.open("/");
  const foot = page.getByRole("contentinfo");
  await expect(foot).toContainText("7 meetings; 14 documents, 2 can be opened; 8 people; 7 places.");
  await foot.getByRole("link", { name: "How complete it is" }).click();
  await site.ready();
  expect(site.address()).toBe("/about/#complete");
  await expect(page.getByRole("heading", { name: "How complete it is" })).toBeInViewport();
  await foot.getByRole("link", { name: "Accessibility" }).click();
  await expect(page.getByRole("heading", { name: "Accessibility" })).toBeInViewport();
});

test("the share picture is the archive’s own, and told in words", async ({ page, baseURL }, info) => {
  await page.goto(baseURL!);
  const alt = page.locator("meta[property='og:image:alt']");
  if (info.project.name == "root") {
    await expect(alt).toHaveAttribute("content", "A timeline: 7 meetings from 2004 to 2011, and one more, dashed, that no source records.");
  } else {
    // Without an origin no picture has an address.
    await expect(alt).toHaveCount(0);
  }
});
