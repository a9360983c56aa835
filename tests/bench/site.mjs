// Publishes made-up archives as `make build` does after the compile.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { PROJECT } from "./report.mjs";

/** The site of the shipped archive. */
export const SMALL = `${PROJECT}target/sites/root`;

/** Runs the tool; gives its seconds and its peak memory in megabytes. */
export function publish(folder, data) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const tool = spawn(`${PROJECT}target/debug/archive`, ["build", "--data", data, "--out", folder, "--site", "https://example.org"], {
      cwd: PROJECT,
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
