// What readers that others have written make of the files of an archive that uses every field of the format.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import datapackage from "datapackage";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import { parseFeed } from "@rowanmanning/feed-parser";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = process.env.PUBLISHED ?? `${root}target/sites/every/`;
const read = (name) => readFileSync(folder + name, "utf8");
const dataset = JSON.parse(read("data/meetings.json"));
const meeting = (id) => dataset.meetings.find((of) => of.id == id);
const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

test("a calendar program reads each meeting with a day, and whether it came to be", () => {
  const calendar = new ICAL.Component(ICAL.parse(read("meetings.ics")));
  const events = calendar.getAllSubcomponents("vevent");
  assert.equal(events.length, dataset.meetings.filter((of) => of.start.length >= 10).length);
  // A calendar knows a meeting by the id that it had first.
  const first = (of) => list(of.formerly)[0] ?? of.id;
  const event = (id) => events.find((of) => of.getFirstPropertyValue("uid").startsWith(`${first(meeting(id))}@`));
  const said = { planned: "CONFIRMED", held: "CONFIRMED", cancelled: "CANCELLED", postponed: "TENTATIVE", tentative: "TENTATIVE" };
  for (const of of events) {
    const [id] = of.getFirstPropertyValue("uid").split("@");
    const { status, online } = dataset.meetings.find((of) => first(of) == id);
    assert.equal(of.getFirstPropertyValue("status"), said[status]);
    assert.equal(of.getFirstPropertyValue("conference"), online ?? null);
    assert.equal(of.getFirstProperty("conference")?.type ?? "uri", "uri");
  }
  const long = event("2016-nordvik");
  assert.equal(new ICAL.Event(long).startDate.toJSDate().toISOString(), "2016-01-15T15:30:00.000Z");
  const lines = long.getFirstPropertyValue("description").split("\n");
  assert.equal(lines.filter((line) => /^\d+ /.test(line)).length, 400);
  assert.equal(event("2018-two-shores").getFirstPropertyValue("location"), "The Council Hall, Nordvik, Norway; Havn, Finland");
});

// How a cell with several values is read, as datapackage.json tells.
const cut = (cell) => cell.split("; ").map((value) => value.replaceAll(";\\ ", "; ").replaceAll("\\\\", "\\"));

test("as many values come out of a cell as went in", () => {
  const rows = parse(read("meetings.csv"), { columns: true, bom: true });
  const long = rows.find((row) => row.id == "2016-nordvik");
  const { agenda, documents } = meeting("2016-nordvik");
  assert.deepEqual(cut(long.agenda), agenda.map((item) => [item.number, item.title].join(" ")));
  const decision = (item) => item.decision?.text ?? item.decision ?? "";
  assert.deepEqual(cut(long.decisions), agenda.map(decision));
  const all = [...documents, ...agenda.flatMap((item) => item.documents ?? [])];
  for (const [column, of] of [
    ["documents", (document) => document.title],
    ["document_files", (document) => document.file ?? ""],
    ["document_sizes", (document) => String(document.size ?? "")],
    ["document_sha256", (document) => document.sha256 ?? ""],
    ["document_types", (document) => document.type ?? ""],
  ]) {
    assert.deepEqual(cut(long[column]), all.map(of), column);
  }
});

test("another program reads the same table", (t) => {
  if (spawnSync("python3", ["--version"]).status != 0) {
    t.skip("python3 is not on this machine: its reader of tables was not asked");
    return;
  }
  const script =
    "import csv,json,sys;print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')))))";
  const told = execFileSync("python3", ["-c", script, `${folder}meetings.csv`], { maxBuffer: 1 << 26 });
  assert.deepEqual(JSON.parse(told), parse(read("meetings.csv"), { columns: true, bom: true }));
});

test("the data package is sound, and its table is as it says", async () => {
  const package_ = await datapackage.Package.load(JSON.parse(read("datapackage.json")), { basePath: folder });
  assert.deepEqual(package_.errors, []);
  assert.ok(package_.valid);
  // The library takes the mark at the beginning, which spreadsheets need, for a part of the first heading; so csv-parse cuts.
  const { schema } = package_.getResource("meetings");
  const [headings, ...rows] = parse(read("meetings.csv"), { bom: true });
  assert.deepEqual(headings, schema.fieldNames);
  assert.equal(rows.length, dataset.meetings.length);
  for (const row of rows) schema.castRow(row);
  assert.deepEqual(package_.descriptor.licenses[0].name, dataset.licence);
});

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** The paths of all files of this name. */
const named = (name) => readdirSync(folder, { recursive: true }).filter((path) => path.split(/[\\/]/).pop() == name);

/** Holds a feed against RFC 4287; gives the ids of its entries. */
function sound(text) {
  assert.equal(XMLValidator.validate(text), true);
  const { feed } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" }).parse(text);
  assert.equal(feed["@xmlns"], "http://www.w3.org/2005/Atom");
  // Section 4.1.1: exactly one of these, and at most one of those.
  const only = (of, names) => names.forEach((name) => assert.equal(list(of[name]).length, 1, name));
  const perhaps = (of, names) => names.forEach((name) => assert.ok(list(of[name]).length <= 1, name));
  only(feed, ["id", "title", "updated", "author", "rights"]);
  perhaps(feed, ["generator", "icon", "logo", "subtitle"]);
  const known = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
  for (const name of Object.keys(feed)) assert.ok(name.startsWith("@") || known.includes(name), name);
  assert.match(feed.updated, DATE);
  assert.match(feed.id, IRI);
  assert.ok(feed.author.name && IRI.test(feed.author.uri));
  const links = (of) => {
    const named = list(of.link).map((link) => [link["@rel"] ?? "alternate", link["@type"], link["@hreflang"]].join());
    assert.equal(new Set(named).size, named.length);
    for (const link of list(of.link)) assert.ok(link["@href"], "a link has an address");
    return list(of.link).map((link) => link["@rel"]);
  };
  assert.ok(links(feed).includes("self"));
  const ids = new Set();
  for (const entry of list(feed.entry)) {
    // Section 4.1.2; the author is the feed's.
    only(entry, ["id", "title", "updated", "summary"]);
    perhaps(entry, ["content", "published", "rights", "source"]);
    assert.match(entry.updated, DATE);
    assert.match(entry.id, IRI);
    assert.ok(links(entry).includes("alternate"), "an entry without content has an alternate link");
    for (const category of list(entry.category)) assert.ok(category["@term"]);
    ids.add(entry.id);
  }
  return ids;
}

test("each feed keeps all that RFC 4287 asks of one, and tells of meetings that the archive's tells of", () => {
  const all = sound(read("feed.xml"));
  assert.equal(all.size, dataset.meetings.length);
  const feeds = named("feed.xml");
  assert.ok(feeds.length > dataset.places.length);
  for (const path of feeds) for (const id of sound(read(path))) assert.ok(all.has(id), path);
});

test("a feed reader knows the feed of a list by the title of its page", () => {
  for (const path of named("feed.xml")) {
    const feed = parseFeed(read(path));
    const page = read(path.replace("feed.xml", "index.html"));
    assert.equal(feed.title, /<title>(.*?)<\/title>/.exec(page)[1].replaceAll("&amp;", "&"));
    const json = JSON.parse(read(path.replace("feed.xml", "feed.json")));
    assert.deepEqual(feed.items.map((item) => item.id), json.items.map((item) => item.id));
    assert.equal(feed.url, json.home_page_url);
  }
});

test("a feed reader hears which meetings did not come to be", () => {
  const feed = parseFeed(read("feed.xml"));
  assert.equal(feed.authors[0].name, dataset.publisher.name);
  assert.equal(feed.copyright, dataset.licence);
  const cancelled = feed.items.find((item) => item.url.endsWith("/meetings/2020-havn/"));
  assert.ok(cancelled.description.startsWith("Cancelled. "));
  assert.deepEqual(cancelled.categories.map(({ term, label }) => [term, label]), [["cancelled", "Cancelled"]]);
});

test("what the pages tell of kept files is there", () => {
  for (const { id } of dataset.meetings) {
    const page = read(`meetings/${id}/index.html`);
    for (const [, json] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) {
      const data = JSON.parse(json);
      for (const { url, contentSize } of data.subjectOf ?? []) {
        const path = url?.split("/documents/")[1];
        if (!url?.startsWith(new URL(data.url).origin) || !path) continue;
        const file = `${folder}documents/${decodeURIComponent(path)}`;
        assert.ok(existsSync(file), file);
        assert.equal(`${readFileSync(file).length} B`, contentSize);
      }
    }
  }
});
