// What every bench needs to tell what it measured.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The value below which a share of the values lie: 0.5 is the median. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** A Markdown table; the first row is its head. */
export function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Prints a report and keeps it in docs/bench/. */
export function report(name, text) {
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}`;
  mkdirSync(`${PROJECT}docs/bench`, { recursive: true });
  writeFileSync(`${PROJECT}docs/bench/${name}`, `${text}\n\nMeasured by \`make bench\` on ${machine}.\n`);
  console.log(`${text}\n`);
}
