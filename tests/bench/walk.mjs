// The keeper's walk with the one program in an empty folder, by a stopwatch; and how soon a change is on the screen under
// `archive serve`, of small archives and larger ones. Then the same walk with a spreadsheet of 300 rows, whose dates are written in
// four ways.
//
// ROUNDS=7  SIZES=3,300,3000  CHROMIUM=path  TMPDIR=a folder in memory, where the disk is not to be measured
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { madeUp } from "./made_up.mjs";
import { PROJECT, quantile, report, table } from "./report.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const SIZES = (process.env.SIZES ?? "3,300,3000").split(",").map(Number);

const folder = mkdtempSync(join(tmpdir(), "walk-"));
const program = join(folder, "archive");
copyFileSync(join(PROJECT, "target/tool/archive"), program);
// Nothing of this machine helps it.
const settings = { cwd: folder, env: { PATH: "" } };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();

function run(...options) {
  const ended = spawnSync(program, options, { ...settings, encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`archive ${options.join(" ")}: ${ended.stderr}`);
}

/** Begins to serve; resolves with the address and what ends it. */
function served() {
  const tool = spawn(program, ["serve", "--port", "0"], settings);
  tool.stderr.resume();
  const end = () => new Promise((resolve) => tool.on("exit", resolve).kill("SIGINT"));
  return new Promise((resolve) => tool.stdout.on("data", (text) => {
    const address = String(text).match(/http:[^;]+/)?.[0];
    if (address) resolve({ address, end });
  }));
}

/** Opens a page as soon as it is there, and waits for the heading. */
async function seen(address, title) {
  // Until the first build is over, the preview says so, and loads the page anew.
  await page.goto(address);
  await page.getByRole("heading", { name: title }).first().waitFor();
}

/** Writes the dataset as editors do, with a title of the first meeting. */
function write(dataset, title) {
  dataset.meetings[0].title = title;
  writeFileSync(join(folder, "new.json"), JSON.stringify(dataset, null, 2));
  renameSync(join(folder, "new.json"), join(folder, "meetings.json"));
}

/** How soon a changed title stands on the page that shows it, in seconds. */
async function change(dataset, title) {
  const began = performance.now();
  write(dataset, title);
  await page.getByRole("heading", { name: title }).first().waitFor();
  return (performance.now() - began) / 1000;
}

const seconds = (count) => `${count.toFixed(2)} s`;
const walk = [["step", "done after"]];
const began = performance.now();
const done = (step) => walk.push([step, seconds((performance.now() - began) / 1000)]);
run("new", ".");
done("`archive new .`");
run("check");
done("`archive check`");
const shipped = JSON.parse(readFileSync(join(folder, "meetings.json"), "utf8"));
let preview = await served();
await seen(`${preview.address}meetings/${shipped.meetings[0].id}/`, shipped.meetings[0].title);
done("`archive serve`, and a meeting is on the screen");
await change(shipped, "A title of our own");
done("a changed title is on the screen");
await preview.end();
run("build", "--out", "site");
done("`archive build --out site`");

/** Three hundred rows as a secretariat has them. */
function spreadsheet() {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];
  const places = ["Bodø", "Luleå", "Oulu", "Tromsø", "Murmansk"];
  const two = (number) => String(number).padStart(2, "0");
  const rows = Array.from({ length: 300 }, (_, at) => {
    const [year, month, day] = [1994 + Math.floor(at / 12), at % 10, 13 + (at % 15)];
    const date = [`${day}.${month + 1}.${year}`, `${day} ${months[month]} ${year}`, `${year}-${two(month + 1)}-${two(day)}`, `${months[month]} ${year}`];
    return `${at + 1};Board meeting ${at + 1};${date[at % 4]};${places[at % 5]};Ann Berg, Otso Laine;Minutes ${at + 1} (https://example.org/${at + 1}.pdf)`;
  });
  return ["Meetings of the harbour board;;;;;", "No;Title;Date;Place;Present;Papers", ...rows].join("\n");
}

const taken = [["step", "done after"]];
writeFileSync(join(folder, "board.csv"), spreadsheet());
rmSync(join(folder, "meetings.json"));
const start = performance.now();
const then = (step) => taken.push([step, seconds((performance.now() - start) / 1000)]);
run("import", "board.csv", "--into", "meetings.json");
then("`archive import board.csv --into meetings.json`");
run("check");
then("`archive check`");
const board = JSON.parse(readFileSync(join(folder, "meetings.json"), "utf8"));
if (board.meetings.length !== 300) throw new Error(`${board.meetings.length} meetings of 300 rows`);
preview = await served();
await seen(`${preview.address}meetings/${board.meetings[0].id}/`, board.meetings[0].title);
then("`archive serve`, and a meeting is on the screen");
await preview.end();
run("build", "--out", "site");
then("`archive build --out site`");
for (const name of ["meetings.json", "meetings.json.import.csv", "meetings.json.import.json", "meetings.json.import.toml"])
  rmSync(join(folder, name));

const changes = [["meetings", "median", "slowest"]];
for (const size of SIZES) {
  const dataset = size === 3 ? shipped : { ...madeUp(size) };
  write(dataset, "Before");
  preview = await served();
  await seen(`${preview.address}meetings/${dataset.meetings[0].id}/`, "Before");
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await change(dataset, `Round ${round}`));
  await preview.end();
  times.sort((a, b) => a - b);
  changes.push([size, seconds(quantile(times, 0.5)), seconds(times.at(-1))]);
}
const disk = process.env.TMPDIR ? " The temporary folder of the preview was one in memory: some eight files a meeting are written anew, and how long a disk takes for them is the disk's." : "";
await browser.close();
rmSync(folder, { recursive: true });
report(
  "walk.md",
  `# From an empty folder to a site\n\nThe program of \`make tool\` alone in an empty folder, with nothing on the PATH. What is left of the five minutes is the keeper's.\n\n${table(walk)}\n\n` +
    `## From a spreadsheet to a site\n\n300 rows, whose dates are written in four ways, likewise.\n\n${table(taken)}\n\n` +
    `## A change under \`archive serve\`\n\nFrom the moment that a changed dataset begins to be written until the new title stands on the screen, ${ROUNDS} times.${disk}\n\n${table(changes)}`,
);
