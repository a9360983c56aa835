// The published folder as a whole: links, HTML, linked data, calendars, feeds.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseFeed } from "@rowanmanning/feed-parser";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import ICAL from "ical.js";
import { LinkChecker } from "linkinator";
import { sites } from "./playwright.config";
import { expect, test } from "./site";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dataset = JSON.parse(readFileSync(`${root}public/data/meetings.json`, "utf8"));
type Meeting = { id: string; title: string; start: string; end?: string; place: string };
const meetings: Meeting[] = dataset.meetings;

/** The published files of a project's site that end so, as paths within it. */
function files(project: string, ending: string): string[] {
  const all = readdirSync(`${root}target/sites/${project}`, { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.endsWith(ending)).sort();
}

function read(project: string, name: string) {
  return readFileSync(`${root}target/sites/${project}/${name}`, "utf8");
}

test("what the first page asks for before the first click weighs at most 123.6 kB", async ({}, info) => {
  const asked = [/^index\.html\.br$/, /^style-.*\.br$/, /^explorer-.*\.br$/, /^data\/meetings\.json\.br$/];
  const found = files(info.project.name, ".br").filter((name) => asked.some((pattern) => pattern.test(name)));
  expect(found).toHaveLength(5);
  const folder = `${root}target/sites/${info.project.name}`;
  expect(found.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0)).toBeLessThanOrEqual(123_600);
});

test("a finished first page with its styles and the app's script weighs at most 20 kB", async ({}, info) => {
  const asked = [/^index\.html\.br$/, /^style-.*\.br$/, /^explorer-.*\.js\.br$/];
  const found = files(info.project.name, ".br").filter((name) => asked.some((pattern) => pattern.test(name)));
  expect(found).toHaveLength(3);
  const folder = `${root}target/sites/${info.project.name}`;
  expect(found.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0)).toBeLessThanOrEqual(20_000);
});

test("the program and its chunks weigh what they may", async ({}, info) => {
  // Some 3 % above what they weigh, in kilobytes (Brotli 11).
  const may: Record<string, number> = {
    explorer: 104.1, search: 35.5, pages: 40, save: 55.3, check: 23.5, pieces: 9, table: 4, timeline: 12, map: 12,
  };
  const modules = files(info.project.name, ".wasm.br").map((name) => [name.split("-")[0], name]);
  expect(modules.map(([name]) => name).sort()).toEqual(Object.keys(may).sort());
  for (const [name, file] of modules) {
    const size = statSync(`${root}target/sites/${info.project.name}/${file}`).size;
    expect(size, name).toBeLessThanOrEqual(1000 * may[name]);
  }
});

test("every internal link leads somewhere", async ({ baseURL }) => {
  const origin = new URL(baseURL!).origin;
  const checker = new LinkChecker();
  const skip = (url: string) => Promise.resolve(!url.startsWith(origin));
  const result = await checker.check({ path: baseURL!, recurse: true, linksToSkip: skip, checkCss: true } as never);
  const checked = result.links.filter((link) => link.state != "SKIPPED");
  expect(checked.filter((link) => link.state == "BROKEN").map((link) => `${link.parent} → ${link.url}`)).toEqual([]);
  for (const path of ["about/", "meetings/2011-haparanda/", "themes/mining/", "years/2004/", "meetings.csv", "feed.xml"]) {
    expect(checked.map((link) => link.url)).toContain(baseURL + path);
  }
});

test("every page is valid HTML", async ({}, info) => {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:document"],
    rules: {
      // Safari's lists lose their role with their bullets unless it is told.
      "no-redundant-role": "off",
      // The app's scripts and styles carry their hashes; the icon and the like need none.
      "require-sri": "off",
      // Titles of meetings are what they are.
      "long-title": "off",
      // A page without scripts would be wrong to have a button that does nothing; these are hidden until the app is there.
      "no-inline-style": "error",
    },
  } as never));
  const pages = files(info.project.name, ".html");
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) {
    const report = await validator.validateString(read(info.project.name, page));
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map((of) => `${page}:${of.line}:${of.column} ${of.ruleId} ${of.message}`)).toEqual([]);
  }
});

test("every page tells machines what it is", async ({}, info) => {
  const data = (page: string) => {
    const scripts = read(info.project.name, page).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g);
    return [...scripts].map(([, json]) => JSON.parse(json));
  };
  const types = (page: string) => data(page).map((of) => of["@type"]);
  expect(types("index.html")).toEqual(["EventSeries", "Dataset"]);
  expect(types("about/index.html")).toEqual(["BreadcrumbList"]);
  for (const meeting of meetings) {
    const [event, crumbs] = data(`meetings/${meeting.id}/index.html`);
    expect(event).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      name: meeting.title,
      startDate: meeting.start,
      endDate: meeting.end ?? meeting.start,
    });
    expect(event.location.address.addressCountry).toHaveLength(2);
    expect(crumbs.itemListElement).toHaveLength(2);
  }
  const titles = files(info.project.name, ".html").map((page) => /<title>(.*)<\/title>/.exec(read(info.project.name, page))![1]);
  // The neutral page is the only one without a title of its own.
  expect(new Set(titles).size).toBe(titles.length - 1);
});

test("every calendar is what another reader finds in the dataset", async ({}, info) => {
  const events = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((of) => new ICAL.Event(of));
  };
  const whole = events(read(info.project.name, "meetings.ics"));
  expect(whole).toHaveLength(meetings.length);
  expect(files(info.project.name, ".ics")).toHaveLength(meetings.length + 1);
  for (const [index, meeting] of meetings.entries()) {
    const [event, ...more] = events(read(info.project.name, `meetings/${meeting.id}.ics`));
    expect(more).toEqual([]);
    expect(event.toString()).toBe(whole[index].toString());
    expect(event.uid).toBe(`${meeting.id}@${dataset.id}`);
    expect(event.summary).toBe(meeting.title);
    expect(event.startDate.toString()).toBe(meeting.start);
    expect(event.startDate.isDate).toBe(true);
    const after = ICAL.Time.fromDateString(meeting.end ?? meeting.start);
    after.adjust(1, 0, 0, 0);
    expect(event.endDate.toString()).toBe(after.toString());
    const place = dataset.places.find((place: { id: string }) => place.id == meeting.place);
    expect(event.location).toContain(place.name);
    const geo = event.component.getFirstPropertyValue("geo") as unknown as number[];
    expect(geo).toEqual([place.lat, place.lon]);
    expect(event.component.getFirstPropertyValue("dtstamp")!.toString()).toBe(`${dataset.modified}T00:00:00Z`);
  }
});

test("the feeds are read by another reader and tell of the newest meetings", async ({}, info) => {
  const site = sites.find((of) => of.name == info.project.name)!;
  const newest = meetings.map((meeting) => meeting.title).reverse();
  const atom = read(info.project.name, "feed.xml");
  for (const part of ["<id>", "<updated>", "<author>", 'rel="self"', 'rel="alternate"']) expect(atom).toContain(part);
  const feed = parseFeed(atom);
  expect(feed.title).toBe(dataset.title);
  expect(feed.items.map((item) => item.title)).toEqual(newest);
  for (const item of feed.items) {
    expect(item.updated!.toISOString()).toBe(`${dataset.modified}T00:00:00.000Z`);
    if (site.site) expect(item.url).toMatch(new RegExp(`^${site.site}${site.base}meetings/`));
  }
  const json = JSON.parse(read(info.project.name, "feed.json"));
  expect(json.version).toBe("https://jsonfeed.org/version/1.1");
  expect(json.items.map((item: { title: string }) => item.title)).toEqual(newest);
  const ids = feed.items.map((item) => item.id);
  expect(json.items.map((item: { id: string }) => item.id)).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expect(new Set(ids).size).toBe(meetings.length);
  for (const item of json.items) {
    expect(typeof item.content_text).toBe("string");
    expect("url" in item).toBe(Boolean(site.site));
  }
});

test("the data package describes the table that is there", async ({}, info) => {
  const pack = JSON.parse(read(info.project.name, "datapackage.json"));
  expect(pack.name).toBe(dataset.id);
  for (const resource of pack.resources) {
    expect(read(info.project.name, resource.path).length).toBeGreaterThan(0);
  }
  const header = read(info.project.name, "meetings.csv").replace("\ufeff", "").split("\r\n")[0];
  expect(pack.resources[0].schema.fields.map((field: { name: string }) => field.name).join()).toBe(header);
});

test("the site can be installed", async ({ request, baseURL }) => {
  const manifest = await (await request.get(`${baseURL}manifest.webmanifest`)).json();
  expect(manifest.name).toBe(dataset.title);
  expect(baseURL!.endsWith(manifest.start_url)).toBe(true);
  for (const icon of manifest.icons) {
    const response = await request.get(new URL(icon.src, baseURL).href);
    expect(response.status()).toBe(200);
    if (icon.sizes == "any") continue;
    const image = await response.body();
    expect(`${image.readUInt32BE(16)}x${image.readUInt32BE(20)}`).toBe(icon.sizes);
  }
  const picture = await (await request.get(`${baseURL}picture.png`)).body();
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
});
