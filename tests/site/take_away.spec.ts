// What readers take away: the published files, and what the browser makes of what is on the screen.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page, TestInfo } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { sites } from "./playwright.config";
import { expect, test } from "./site";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dataset = JSON.parse(readFileSync(`${root}public/data/meetings.json`, "utf8"));

/** What the keeper's tool writes for a page of a site. */
function written(site: (typeof sites)[number], address: string, format: string) {
  const env = { ...process.env, DATA: "", SITE: site.site, TRUNK_PUBLIC_URL: site.base };
  return execFileSync(`${root}target/debug/archive`, ["export", address, format], { cwd: root, env, encoding: "utf8" });
}

/** Saves the page's meetings by the link of this name: exactly what the keeper's tool writes. Gives the file's name. */
async function save(page: Page, info: TestInfo, address: string, name: string, ending: string) {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  const file = await download;
  const here = sites.find((of) => of.name == info.project.name)!;
  expect(readFileSync(await file.path(), "utf8")).toBe(written(here, address, ending));
  return file.suggestedFilename();
}

for (const [query, count] of [
  ["", 7],
  ["?theme=none", 4],
  ["?q=meeting&country=RU", 2],
] as const) {
  test(`/${query} is saved as it is on the screen, byte for byte as the build writes it`, async ({ site, page }, info) => {
    await site.open(`/${query}`);
    await expect(site.meetings).toHaveCount(count);
    for (const [name, ending] of [
      ["Spreadsheet (CSV)", "csv"],
      ["Calendar (iCalendar)", "ics"],
      ["BibTeX", "bib"],
      ["Data (JSON)", "json"],
    ]) {
      const saved = await save(page, info, `/${query}`, name, ending);
      expect(saved).toMatch(new RegExp(`^meetings[a-z0-9-]*\\.${ending}$`));
    }
  });
}

test("where nothing is found there is nothing to save", async ({ site, page }) => {
  await site.open("/?q=zzz");
  await expect(page.getByRole("heading", { name: "Save these meetings" })).toBeHidden();
});

test("a meeting is saved as calendar, as reference in three formats, and as data", async ({ site, page }, info) => {
  await site.open("/meetings/2007-saariselka/");
  for (const [name, ending] of [
    ["Calendar (iCalendar)", "ics"],
    ["BibTeX", "bib"],
    ["RIS", "ris"],
    ["CSL-JSON", "csl.json"],
    ["Data (JSON)", "json"],
  ]) {
    const saved = await save(page, info, "/meetings/2007-saariselka/", name, ending);
    expect(saved).toBe(`2007-saariselka.${ending}`);
  }
});

test("what writes files is fetched when it is first asked for, and its failing is told", async ({ site, page, quiet }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/save-") && asked.push(request.url()));
  await site.open("/?theme=mining");
  expect(asked).toEqual([]);
  quiet.expected.push(/ERR_FAILED|Failed to load resource/);
  await page.route("**/save-*", (route) => route.abort());
  const csv = page.getByRole("link", { name: "Spreadsheet (CSV)" });
  await csv.click();
  await expect(page.getByText("The file could not be made")).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
});

test("the published table is read back by another reader", async ({ request, baseURL }) => {
  const response = await request.get(`${baseURL}meetings.csv`);
  const text = await response.text();
  expect(text.startsWith("\ufeff")).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, record_delimiter: "\r\n" });
  expect(rows.map((row) => row.id)).toEqual(dataset.meetings.map((meeting: { id: string }) => meeting.id));
  for (const [index, meeting] of dataset.meetings.entries()) {
    const place = dataset.places.find((place: { id: string }) => place.id == meeting.place);
    expect(rows[index]).toMatchObject({
      title: meeting.title,
      start: meeting.start,
      end: meeting.end ?? "",
      place: place.name,
      country: place.country,
    });
    expect(Number(rows[index].latitude)).toBe(place.lat);
  }
});
