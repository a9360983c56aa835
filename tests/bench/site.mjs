// Publishes made-up archives as `make build` does after the compile.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./report.mjs";

/** Built sites: one of an archive that is fetched whole, and one of an archive in pieces. */
export const [SMALL, LARGE] = [`${PROJECT}target/sites/root`, `${PROJECT}target/sites/large`];

/** Puts the app of the built sites back as Trunk stages it. */
export function stage(folder) {
  cpSync(`${PROJECT}public`, folder, { recursive: true });
  for (const [built, name, staged] of [
    [SMALL, /^explorer-.*\.js$/, "explorer-1.js"], [SMALL, /^explorer-.*_bg\.wasm$/, "explorer-1_bg.wasm"],
    [LARGE, /^large-.*\.js$/, "large.js"], [LARGE, /^large-.*_bg\.wasm$/, "large_bg.wasm"],
    [LARGE, /^export-.*\.js$/, "export.js"], [LARGE, /^export-.*_bg\.wasm$/, "export_bg.wasm"],
  ]) {
    copyFileSync(join(built, readdirSync(built).find((file) => name.test(file))), join(folder, staged));
  }
  writeFileSync(join(folder, "index.html"), '<script type="module">1</script>');
}

/** Runs the tool; gives its seconds and its peak memory in megabytes. */
export function publish(folder, data) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const tool = spawn(`${PROJECT}target/debug/archive`, ["build"], {
      cwd: PROJECT,
      env: { ...process.env, TRUNK_STAGING_DIR: folder, TRUNK_PUBLIC_URL: "/", DATA: data, SITE: "https://example.org" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    let peak = 0;
    const watch = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${tool.pid}/status`, "utf8"))?.[1] ?? 0));
      } catch {
        // The tool has ended, or the system tells nothing of its processes.
      }
    }, 20);
    tool.on("exit", (code) => {
      clearInterval(watch);
      code === 0 ? resolve([(performance.now() - start) / 1000, peak / 1024]) : reject(new Error(`archive build: ${code}`));
    });
  });
}
