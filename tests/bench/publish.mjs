// How long the keeper's tool takes to write a site of made-up meetings after the compile, and the most memory it holds.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { madeUp } from "./made_up.mjs";
import { report, table } from "./report.mjs";
import { SMALL, publish } from "./site.mjs";

const work = mkdtempSync(join(tmpdir(), "publish-"));
const rows = [["meetings", "time", "a meeting", "peak memory", "beyond the first 1,000, a meeting"]];
let first;
for (const count of [1000, 10_000]) {
  const data = join(work, "meetings.json");
  writeFileSync(data, JSON.stringify(madeUp(count)));
  const folder = join(work, String(count));
  const [seconds, memory] = await publish(folder, data);
  rmSync(folder, { recursive: true });
  const beyond = first ? `${((1024 * (memory - first)) / (count - 1000)).toFixed(1)} kB` : "";
  first ??= memory;
  rows.push([count, `${seconds.toFixed(1)} s`, `${((1000 * seconds) / count).toFixed(1)} ms`, `${memory.toFixed(0)} MB`, beyond]);
}
rmSync(work, { recursive: true });
const brotli = (name) => brotliCompressSync(readFileSync(join(SMALL, name))).length;
const style = readdirSync(SMALL).find((name) => /^style-.*\.css$/.test(name));
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
