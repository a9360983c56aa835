// How long the keeper's tool takes to write a site of made-up meetings after the compile, and the most memory it holds.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { madeUp } from "./made_up.mjs";
import { PROJECT, report, table } from "./report.mjs";

const BUILT = `${PROJECT}target/sites/root`;

/** Puts the shell of a built site back as Trunk stages it. */
function stage(folder) {
  mkdirSync(folder, { recursive: true });
  const built = readdirSync(BUILT);
  for (const [name, staged] of [
    [/^explorer-.*\.js$/, "explorer-1.js"], [/^explorer-.*_bg\.wasm$/, "explorer-1_bg.wasm"], [/^export-.*\.js$/, "export.js"],
    [/^export-.*_bg\.wasm$/, "export_bg.wasm"], [/^style-.*\.css$/, "tokens-1.css"],
    // An archive in parts has an app of its own, which is much the same.
    [/^explorer-.*\.js$/, "large.js"], [/^explorer-.*_bg\.wasm$/, "large_bg.wasm"],
  ]) {
    copyFileSync(join(BUILT, built.find((file) => name.test(file))), join(folder, staged));
  }
  for (const name of ["base-1.css", "layout-1.css", "blocks-1.css"]) writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, "index.html"), '<script type="module">1</script>');
}

/** Runs the tool; gives its seconds and its peak memory in megabytes. */
function publish(folder, data) {
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

const work = mkdtempSync(join(tmpdir(), "publish-"));
const rows = [["meetings", "time", "a meeting", "peak memory", "beyond the first 1,000, a meeting"]];
let first;
for (const count of [1000, 10_000]) {
  const data = join(work, "meetings.json");
  writeFileSync(data, JSON.stringify(madeUp(count)));
  const folder = join(work, String(count));
  stage(folder);
  const [seconds, memory] = await publish(folder, data);
  rmSync(folder, { recursive: true });
  const beyond = first ? `${((1024 * (memory - first)) / (count - 1000)).toFixed(1)} kB` : "";
  first ??= memory;
  rows.push([count, `${seconds.toFixed(1)} s`, `${((1000 * seconds) / count).toFixed(1)} ms`, `${memory.toFixed(0)} MB`, beyond]);
}
rmSync(work, { recursive: true });
const brotli = (name) => brotliCompressSync(readFileSync(join(BUILT, name))).length;
const style = readdirSync(BUILT).find((name) => /^style-.*\.css$/.test(name));
const bytes = [["page", "HTML", "CSS", "together"]];
for (const page of ["", "meetings/2005-oslo/", "about/"]) {
  const [html, css] = [brotli(`${page}index.html`), brotli(style)];
  bytes.push([`\`/${page}\``, html, css, html + css]);
}
report(
  "publish.md",
  `# Publishing\n\n\`archive build\` in the development profile, as \`make build\` runs it, on made-up meetings (seed 1).\n\n${table(rows)}\n\n` +
    `## Bytes before the WASM\n\nBrotli.\n\n${table(bytes)}`,
);
