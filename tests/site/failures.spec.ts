import { readFileSync } from "node:fs";
import { expect, test } from "./site";

const data = readFileSync(new URL("../../public/data/meetings.json", import.meta.url), "utf8");
const file = "**/data/meetings.json";

test.describe("when the data is not as it should be", () => {
  for (const [what, answer, sentence] of [
    ["missing", { status: 404, body: "" }, /data is missing/],
    ["refused", { status: 503, body: "" }, /status 503/],
    ["not JSON", { body: "<!doctype html>" }, /is not JSON/],
    ["of another version", { body: data.replace('"version": 1', '"version": 0') }, /version 0 of its format/],
    ["cut off", { body: data.slice(0, 5000) }, /cut off in the middle/],
    ["no archive", { body: "[1, 2]" }, /another form than expected/],
  ] as const) {
    test(`${what}: one sentence says so, and trying again helps`, async ({ site, page, quiet }) => {
      quiet.expected.push(/Failed to load resource/);
      let broken = true;
      await page.route(file, (route) => (broken ? route.fulfill({ contentType: "application/json", ...answer }) : route.continue()));
      await page.goto(site.baseURL);
      await page.waitForSelector("html[data-app=failed]");
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(sentence);
      await alert.getByRole("button", { name: "Try again" }).click();
      await expect(alert).toContainText(sentence);
      broken = false;
      await alert.getByRole("button", { name: "Try again" }).click();
      await site.ready();
      await expect(alert).toBeEmpty();
      await expect(site.meetings).toHaveCount(7);
    });
  }

  test("unreachable: the connection is to blame", async ({ site, page, quiet }) => {
    quiet.expected.push(/ERR_FAILED|Failed to load resource/);
    await page.route(file, (route) => route.abort());
    await page.goto(site.baseURL);
    await expect(page.getByRole("alert")).toContainText("the connection failed");
  });

  test("slow: the reader is told, may try again, and nothing is lost", async ({ site, page }) => {
    await page.clock.install();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(file, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await page.goto(site.baseURL);
    await page.waitForSelector("html[data-app=starting]");
    await expect(async () => {
      await page.clock.runFor(9000);
      await expect(page.getByRole("alert")).toContainText("taking long", { timeout: 200 });
    }).toPass();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    release();
    await site.ready();
    await expect(page.getByRole("alert")).toBeEmpty();
    await expect(site.meetings).toHaveCount(7);
  });

  test("faulty in one meeting: the others are shown, and the fault is named with its field", async ({ site, page }) => {
    const faulty = data.replace('"2005-03-15"', '"2005-03-32"');
    await page.route(file, (route) => route.fulfill({ contentType: "application/json", body: faulty }));
    await site.open("/");
    await expect(site.count).toHaveText("6 meetings");
    const notice = page.getByRole("group").filter({ hasText: "1 meeting was left out" });
    await notice.locator("summary").click();
    await expect(notice).toContainText("meetings[2].start: “2005-03-32” is not a date");
  });
});

test("an app that has panicked says so, and what it shows stays", async ({ site, page, quiet }) => {
  quiet.expected.push(/unreachable/);
  await site.open("/?theme=mining");
  const count = await site.meetings.count();
  await page.evaluate(() => {
    // A module whose one function is what is left of a panic.
    const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code))));
  });
  const alert = page.getByRole("alert").filter({ hasText: "search and filters have stopped" });
  await expect(alert).toBeVisible();
  await expect(page.locator("#unfiltered")).toBeHidden();
  await expect(site.meetings).toHaveCount(count);
  await alert.getByRole("button", { name: "Load the page again" }).click();
  await site.ready();
  await expect(alert).toBeHidden();
});
