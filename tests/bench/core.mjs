// Tells what the native bench measured, from the files in which criterion keeps it.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { PROJECT, report, table } from "./report.mjs";

const KEPT = `${PROJECT}target/criterion/`;
const time = (nanoseconds) => {
  if (nanoseconds >= 1e6) return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
  return nanoseconds >= 1e3 ? `${(nanoseconds / 1e3).toPrecision(3)} µs` : `${nanoseconds.toPrecision(3)} ns`;
};
const rows = [["measured", "", "median", "95 % sure between"]];
for (const group of ["core", "words", "sets"]) {
  const measured = readdirSync(`${KEPT}${group}`).filter((name) => existsSync(`${KEPT}${group}/${name}/new/estimates.json`));
  for (const name of measured.sort((a, b) => statSync(`${KEPT}${group}/${a}`).birthtimeMs - statSync(`${KEPT}${group}/${b}`).birthtimeMs)) {
    const { median } = JSON.parse(readFileSync(`${KEPT}${group}/${name}/new/estimates.json`, "utf8"));
    const { lower_bound: low, upper_bound: high } = median.confidence_interval;
    rows.push([group, name, time(median.point_estimate), `${time(low)} – ${time(high)}`]);
  }
}
report(
  "core.md",
  "# The core, natively\n\nCriterion, 10,000 made-up meetings (seed 1). Words: every 97th of them looked up, or all that begin with its first letter. " +
    `Sets: every value of every facet counted within a third of all meetings.\n\n${table(rows)}`,
);
