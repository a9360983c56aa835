// Made-up archives of any size, the same for the same seed: records of 770 bytes on average, a vocabulary of 30,000 words
// with northern names among them, 300 places, 40 themes, 30 years.
//
// Words come up by Zipf's law, as in any language. So do themes, places, formats, and the kinds and languages of
// documents: real archives are skewed, a few places and themes hold most meetings, and what is fast only on even data
// would not be fast for their readers.
import { pathToFileURL } from "node:url";

/** Bytes of a meeting in the JSON, with the comma behind it. */
const RECORD = 770;
/** How far a record's end may stray from where records of the same length would have it. */
const STRAY = 90;
const VOCABULARY = 30_000;

/** Numbers from 0 to 1 that look random (mulberry32). */
export function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NORTHERN = [
  "Tromsø", "Kirkenes", "Vardø", "Vadsø", "Hammerfest", "Bodø", "Luleå", "Piteå", "Kiruna", "Umeå", "Skellefteå", "Haparanda",
  "Oulu", "Rovaniemi", "Kemijärvi", "Sodankylä", "Inari", "Kajaani", "Murmansk", "Мурманск", "Архангельск", "Петрозаводск",
  "Никель", "Апатиты", "Kárášjohka", "Guovdageaidnu", "Deatnu", "Roavvenjárga", "Máze", "Jokkmokk", "Jåhkåmåhkke", "Đakovo",
];
const COUNTRIES = ["NO", "SE", "FI", "RU"];
const SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wy ja kü lø må nä pö åst berg dal fjell heim vik järvi nes sund".split(" ");
const KINDS = ["Programme", "Minutes", "Conclusions", "Speech", "List of participants", "Presentation", "Report", "Invitation"];
const FORMATS = ["Roundtable", "Seminar", "Ministerial meeting"];
const LANGUAGES = ["en", "ru", "sv", "fi", "nb"];

/** A dataset with `count` meetings. */
export function madeUp(count, seed = 1) {
  const random = numbers(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  // What stands at rank n comes up once for n times that of the first: the inverse of the sum of 1/n.
  const often = (list) => list[Math.min(list.length - 1, Math.floor(Math.exp(random() * Math.log(list.length + 1))) - 1)];
  const vocabulary = new Set();
  for (let index = 0; index < VOCABULARY; index += 1) {
    let word = index % 40 == 7
      ? NORTHERN[(index / 40) % NORTHERN.length | 0]
      : Array.from({ length: 1 + below(3) + (index > 500) }, () => pick(SYLLABLES)).join("");
    // No word stands twice, or there would be far fewer than they say.
    while (vocabulary.has(word)) word += pick(SYLLABLES);
    vocabulary.add(word);
  }
  const ranked = [...vocabulary];
  const word = () => often(ranked);
  const words = (least, most) => Array.from({ length: least + below(most - least + 1) }, word).join(" ");
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const themes = Array.from({ length: 40 }, (_, index) => ({ id: `theme-${index + 1}`, label: capital(words(1, 2)) }));
  const places = Array.from({ length: 300 }, (_, index) => ({
    id: `place-${index + 1}`,
    name: index < NORTHERN.length ? NORTHERN[index] : capital(word()) + pick(["", "vik", "nes", "järvi", "dal"]),
    country: pick(COUNTRIES),
    lat: Math.round((60 + random() * 11) * 1e4) / 1e4,
    lon: Math.round((10 + random() * 30) * 1e4) / 1e4,
  }));
  const people = Array.from({ length: Math.max(20, count / 10 | 0) }, (_, index) => ({
    id: `person-${index + 1}`,
    name: `${capital(word())} ${capital(word())}`,
  }));
  const two = (number) => String(number).padStart(2, "0");
  let written = 0;
  const meetings = Array.from({ length: count }, (_, index) => {
    const day = 1 + below(27);
    const start = `${1995 + Math.floor((index * 30) / count)}-${two(1 + below(12))}-`;
    const meeting = { id: `meeting-${index + 1}`, title: capital(words(4, 8)), number: index + 1, start: start + two(day) };
    if (random() < 0.3) meeting.end = start + two(day + 1);
    if (random() < 0.8) meeting.themes = [...new Set([often(themes).id, often(themes).id].slice(0, 1 + below(2)))];
    if (random() < 0.95) meeting.place = often(places).id;
    if (random() < 0.3) meeting.format = often(FORMATS);
    meeting.topics = Array.from({ length: 1 + below(2) }, () => capital(words(5, 10)));
    meeting.people = Array.from({ length: 1 + below(2) }, () => ({ person: pick(people).id, office: capital(words(2, 4)) }));
    meeting.documents = Array.from({ length: below(3) }, (_, at) => ({
      title: capital(words(2, 5)),
      kind: often(KINDS),
      languages: [often(LANGUAGES)],
      ...(random() < 0.5 && { url: `https://example.org/${index}/${at}` }),
    }));
    // The note goes on until the record ends near its share of the bytes, so that even seven keep the average.
    meeting.notes = [`${capital(words(4, 8))}.`];
    const due = RECORD * (index + 1) + (index + 1 < count ? STRAY * (2 * random() - 1) : 0);
    const more = [];
    written += Buffer.byteLength(JSON.stringify(meeting)) + 1;
    while (written < due - 5) {
      more.push(word());
      written += Buffer.byteLength(more.at(-1)) + 1;
    }
    if (more.length > 0) meeting.notes[0] = `${meeting.notes[0].slice(0, -1)} ${more.join(" ")}.`;
    return meeting;
  });
  // The format wants meetings oldest first.
  meetings.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return { version: 1, id: "made-up", title: "Made-up meetings", language: "en", modified: "2026-01-01", themes, places, people, meetings };
}

if (process.argv[1] && import.meta.url == pathToFileURL(process.argv[1]).href) {
  process.stdout.write(JSON.stringify(madeUp(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 1))));
}
