// The keeper's one program, which carries the app inside.
import AxeBuilder from "@axe-core/playwright";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The program in a folder with nothing else, and nothing on the PATH. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "tool-"));

  constructor() {
    copyFileSync(project("target/tool/archive"), join(this.folder, "archive"));
  }

  run(...options: string[]) {
    return spawnSync(join(this.folder, "archive"), options, { cwd: this.folder, env: { PATH: "" }, encoding: "utf8" });
  }

  /** Begins the preview; resolves with its address and what ends it. */
  serve() {
    const tool = spawn(join(this.folder, "archive"), ["serve", "--port", "0"], { cwd: this.folder, env: { PATH: "" } });
    tool.stderr.resume();
    const end = () => new Promise((resolve) => tool.on("exit", resolve).kill("SIGINT"));
    return new Promise<{ address: string; end: () => Promise<unknown> }>((resolve) =>
      tool.stdout.on("data", (text) => {
        const address = String(text).match(/http:[^;]+/)?.[0];
        if (address) resolve({ address, end });
      }),
    );
  }
}

const test = base.extend<{ desk: Desk }>({
  desk: async ({ quiet }, use) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
    const desk = new Desk();
    await use(desk);
    rmSync(desk.folder, { recursive: true });
  },
});

test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

test("from the one file to a site: new, serve, build", async ({ desk, page }) => {
  expect(desk.run("new")).toMatchObject({ status: 0, stderr: "" });
  expect(desk.run("check")).toMatchObject({ status: 0, stdout: "meetings.json: no problem found.\n", stderr: "" });
  const begun = JSON.parse(readFileSync(join(desk.folder, "meetings.json"), "utf8"));
  const preview = await desk.serve();
  const seen = new Site(page, preview.address);
  await seen.open("/");
  await expect(seen.count).toHaveText(`${begun.meetings.length} meetings`);
  await preview.end();
  const built = desk.run("build", "--out", "site", "--base", "/x/", "--site", "https://example.org");
  expect(built).toMatchObject({ status: 0, stderr: "" });
  const host = await serve(join(desk.folder, "site"), "/x/", 0);
  const site = new Site(page, `${host.origin}/x/`);
  for (const path of ["/", "/about/", "/themes/", `/meetings/${begun.meetings[0].id}/`]) {
    await site.open(path);
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
  await site.open("/");
  await site.searchbox.fill(begun.meetings[0].title.split(" ").at(-1));
  await site.meetings.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await host.close();
});

test("what it builds is, byte for byte, the site that all other tests are of", async ({ desk }) => {
  const built = desk.run(
    ...["build", "--data", project("public/data/meetings.json"), "--out", "site", "--site", "http://127.0.0.1:4181"],
  );
  expect(built).toMatchObject({ status: 0, stderr: "" });
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  const [own, tested] = [join(desk.folder, "site"), project("target/sites/root")];
  expect(files(own)).toEqual(files(tested));
  const differ = files(own).filter((name) => !readFileSync(join(own, name)).equals(readFileSync(join(tested, name))));
  expect(differ).toEqual([]);
});

test("a dataset of one's own, and what cannot be done is said in a sentence", async ({ desk, page }) => {
  copyFileSync(project("tests/fixtures/declared.json"), join(desk.folder, "meetings.json"));
  const built = desk.run("build", "--data", "meetings.json", "--out", "site", "--base", "/x/", "--site", "https://example.org");
  expect(built).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(desk.folder, "site/index.html"), "utf8")).toContain('href="https://example.org/x/"');
  const host = await serve(join(desk.folder, "site"), "/x/", 0);
  const site = new Site(page, `${host.origin}/x/`);
  await site.open("/");
  await site.searchbox.fill("energy");
  await expect(page.locator("mark").first()).toHaveText(/energy/i);
  await host.close();
  // The exit code tells whose fault it is.
  expect(desk.run("build", "--data", "nowhere.json").status).toBe(2);
  expect(desk.run("build", "--frob").stderr).toContain("--frob");
  expect(desk.run("check", "meetings.json").status).toBe(0);
});
