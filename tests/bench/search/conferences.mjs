// Real data in this project's format: conference entries as people wrote them, of which the same one stands once for each
// of its topics.
import { countryName } from "./records.mjs";

const WRITTEN = { "u.s.a.": "US", "usa": "US", "u.k.": "GB", "uk": "GB", "czechia": "CZ", "czech republic": "CZ", "turkey": "TR" };

const slug = (text) => text.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 70);

/** The codes of countries by their names. */
function codes() {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  // Not what once was a country's code, nor what some use without a standard.
  const present = all.filter((code) => !code.startsWith("X") && new Intl.Locale(`und-${code}`).region === code);
  return new Map([...present.map((code) => [countryName(code).toLowerCase(), code]), ...Object.entries(WRITTEN)]);
}

/** A dataset from the rows of the shared file, or the dataset that it is already. */
export function conferences(rows) {
  if (!Array.isArray(rows)) return rows;
  const known = codes();
  const [themes, places, meetings] = [new Map(), new Map(), new Map()];
  for (const row of rows) {
    if (!row.name || !/^\d{4}(-\d\d){0,2}$/.test(row.startDate ?? "")) continue;
    const theme = slug(row.topic ?? "other");
    themes.set(theme, { id: theme, label: row.topic ?? "Other" });
    const key = [row.name, row.url, row.startDate, row.endDate].join("\n");
    if (meetings.has(key)) {
      const meeting = meetings.get(key);
      if (!meeting.themes.includes(theme)) meeting.themes.push(theme);
      continue;
    }
    const meeting = { id: `${slug(row.name) || "conference"}-${meetings.size + 1}`, title: row.name, start: row.startDate, themes: [theme] };
    if (row.endDate > row.startDate) meeting.end = row.endDate;
    if (row.city) {
      const country = known.get((row.country ?? "").toLowerCase());
      const place = `${slug(row.city) || "place"}${country ? `-${country.toLowerCase()}` : ""}`;
      places.set(place, { id: place, name: row.city, ...(country && { country }) });
      meeting.place = place;
    }
    if (/^https?:\/\/[^\s,]+$/.test(row.url)) meeting.documents = [{ title: "Website", languages: ["en"], url: row.url }];
    meetings.set(key, meeting);
  }
  const sorted = [...meetings.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return {
    version: 1, id: "conferences", title: "Conferences", language: "en",
    themes: [...themes.values()], places: [...places.values()], meetings: sorted,
  };
}
