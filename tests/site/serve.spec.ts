// A keeper writes, and `archive serve` shows the site meanwhile.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Site, expect, test as base } from "./site";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The program alone in a folder with a dataset, and what it serves. */
class Preview {
  readonly folder = mkdtempSync(join(tmpdir(), "serve-"));
  readonly good = readFileSync(project("tests/fixtures/declared.json"), "utf8");
  address = "";
  private tool?: ChildProcess;

  constructor() {
    copyFileSync(project("target/tool/archive"), join(this.folder, "archive"));
    this.write(this.good);
  }

  /** Writes the dataset as many editors do: a new file takes the name of the old one. */
  write(text: string) {
    writeFileSync(join(this.folder, "meetings.json~"), text);
    renameSync(join(this.folder, "meetings.json~"), join(this.folder, "meetings.json"));
  }

  /** Begins to serve; resolves once the program has told the address. */
  start(port = "0") {
    const options = ["serve", "--data", "meetings.json", "--base", "/x/", "--port", port];
    const tool = spawn(join(this.folder, "archive"), options, { cwd: this.folder, env: { PATH: "" } });
    this.tool = tool;
    let told = "";
    tool.stderr.resume();
    return new Promise<void>((resolve, reject) => {
      tool.on("exit", () => reject(new Error(`it ended: ${told}`)));
      tool.stdout.on("data", (text) => {
        told += text;
        this.address = told.match(/http:[^;]+/)?.[0] ?? "";
        if (this.address) resolve();
      });
    });
  }

  /** Ends as with Ctrl-C. */
  async stop() {
    const tool = this.tool!;
    const ended = new Promise((resolve) => tool.on("exit", resolve));
    tool.kill("SIGINT");
    await ended;
  }
}

const test = base.extend<{ preview: Preview; said: string[] }>({
  preview: async ({}, use) => {
    const preview = new Preview();
    await use(preview);
    await preview.stop();
    rmSync(preview.folder, { recursive: true });
  },
  // What the page says in the console.
  said: async ({ page }, use) => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await use(said);
  },
});

test.beforeEach(({}, info) => test.skip(info.project.name !== "root"));

/** A meeting of the dataset, `2010-spring`. */
const TITLE = "Spring session";

const problem = (page: Page) => page.getByRole("region", { name: "Preview" });

test("what is changed is shown, what is broken is told beside the last good page, and mended it is gone", async ({ page, preview, said }) => {
  await preview.start();
  const site = new Site(page, preview.address);
  await site.open("/meetings/2010-spring/");
  preview.write(preview.good.replace(TITLE, "Changed title"));
  await expect(site.heading("Changed title")).toBeVisible();
  await expect(problem(page)).toHaveCount(0);

  // Where the reader has read to.
  await page.setViewportSize({ width: 400, height: 300 });
  await page.evaluate(() => scrollTo(0, 350));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(350);
  preview.write(preview.good.replace(TITLE, "Changed again"));
  await expect(site.heading("Changed again")).toBeAttached();
  await site.ready();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(350);

  preview.write(preview.good.replace('"2010-04-01"', '"2010-13"'));
  const alert = problem(page).getByRole("alert");
  await expect(alert).toContainText("This page is older than your files, which cannot be published as they are. error: ");
  await expect(alert).toContainText("“2010-13” is not a date");
  await expect(problem(page)).toContainText('"start": "2010-13"');
  await expect(problem(page)).toContainText("meetings.json: 1 error and 2 warnings; such data is not published.");
  await expect(site.heading("Changed again")).toBeAttached();
  // Another page of the last good state tells it too.
  await site.open("/");
  await expect(alert).toContainText("“2010-13” is not a date");

  // It is read and hidden by keys alone, and stays hidden until there is something new to tell.
  await page.keyboard.press("Tab");
  await expect(problem(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(problem(page).getByRole("button", { name: "Hide" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(problem(page)).toHaveCount(0);
  preview.write("{");
  await expect(alert).toContainText("ends in the middle of the data");
  await problem(page).getByRole("button", { name: "Hide" }).focus();
  await page.keyboard.press("Escape");
  await expect(problem(page)).toHaveCount(0);

  preview.write(preview.good.slice(0, -20));
  await expect(alert).toBeVisible();
  preview.write(preview.good);
  await expect(problem(page)).toHaveCount(0);
  await expect(site.meetings.filter({ hasText: TITLE })).toBeAttached();
  expect(said).toEqual([]);
});

test("a preview that begins broken says so, and goes on by itself; a page finds its way to the next preview", async ({ page, preview }) => {
  preview.write("{");
  await preview.start();
  await page.goto(preview.address);
  await expect(page.getByRole("alert")).toContainText("ends in the middle of the data");
  preview.write("[]");
  await expect(page.getByRole("alert")).toContainText("meetings.json");
  await expect(page.getByRole("alert")).not.toContainText("in the middle");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  preview.write(preview.good);
  const site = new Site(page, preview.address);
  await expect(site.meetings.filter({ hasText: TITLE })).toBeVisible();

  await preview.stop();
  preview.write(preview.good.replace(TITLE, "Changed meanwhile"));
  await preview.start(new URL(preview.address).port);
  await expect(site.meetings.filter({ hasText: "Changed meanwhile" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing in what is told at ${width} px in ${colorScheme} colours`, async ({ page, preview }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 720 });
      await preview.start();
      await new Site(page, preview.address).open("/");
      preview.write(preview.good.replaceAll('"start": "', '"start": "x'));
      await expect(problem(page).getByRole("alert")).toContainText("is not a date");
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      // Nothing of the page is pushed aside.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
