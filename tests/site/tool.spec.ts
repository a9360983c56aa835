// The keeper's one program, which carries the app inside.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { Site, expect, test } from "./site";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the program alone publishes a dataset, and the site works", async ({ page, quiet }, info) => {
  test.skip(info.project.name != "root");
  quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
  const folder = mkdtempSync(join(tmpdir(), "tool-"));
  const run = (...options: string[]) =>
    spawnSync(join(folder, "archive"), options, { cwd: folder, env: { PATH: "" }, encoding: "utf8" });
  try {
    copyFileSync(project("target/tool/archive"), join(folder, "archive"));
    copyFileSync(project("tests/fixtures/declared.json"), join(folder, "meetings.json"));
    const built = run("build", "--data", "meetings.json", "--out", "site", "--base", "/x/", "--site", "https://example.org");
    expect(built.stderr).toBe("");
    expect(built.status).toBe(0);
    const names = readdirSync(join(folder, "site"));
    expect(names.filter((name) => name.endsWith(".wasm"))).toEqual(readdirSync(project("target/sites/root")).filter((name) => name.endsWith(".wasm")));
    expect(names).toContain("icon.svg");
    expect(readFileSync(join(folder, "site/index.html"), "utf8")).toContain('href="https://example.org/x/"');
    const host = await serve(join(folder, "site"), "/x/", 0);
    const site = new Site(page, `${host.origin}/x/`);
    await site.open("/");
    await site.searchbox.fill("energy");
    await expect(page.locator("mark").first()).toHaveText(/energy/i);
    await site.meetings.first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await host.close();
    // What cannot be done is said in a sentence, and the exit code tells whose fault it is.
    expect(run("build", "--data", "nowhere.json").status).toBe(2);
    expect(run("build", "--frob").stderr).toContain("--frob");
    expect(run("check", "meetings.json").status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
