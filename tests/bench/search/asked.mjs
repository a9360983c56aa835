// What is asked of the engines, taken from the data by a seed. Every round asks something else, so that no engine can
// answer from what it has kept.
import { numbers } from "../made_up.mjs";
import { records, wholeText } from "./records.mjs";

const CLICKS = 100;
const PHRASES = 12;
const MISTAKEN = 30;
const LETTERS = "abcdefghijklmnopqrstuvwxyzåäö";

const query = (text, rest) => ({ text, years: null, themes: [], countries: [], ...rest });

/** A text as those type it who have no such letters on their keyboard. */
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ø/g, "o").replace(/Ø/g, "O").replace(/[đĐ]/g, "d");

/** The queries that a text leads to as it is typed letter by letter. */
export function keystrokes(phrase) {
  const letters = [...phrase];
  return letters.map((_, at) => query(letters.slice(0, at + 1).join(""))).filter(({ text }) => !text.endsWith(" "));
}

/** What is asked of a dataset, by round. */
export function asked(dataset) {
  const all = records(dataset);
  const places = new Map((dataset.places ?? []).map((place) => [place.id, place.name]));
  const words = (text) => text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = new Set();
  for (const record of all) for (const word of words(wholeText(record).toLowerCase())) known.add(word);
  const vocabulary = [...known].sort();
  const begins = (text) => {
    let [low, high] = [0, vocabulary.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (vocabulary[middle] < text) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low]?.startsWith(text) ?? false;
  };

  /** A draw from the meetings, the same for the same round. */
  function drawing(round, salt) {
    const random = numbers(round * 7919 + salt);
    const below = (limit) => Math.floor(random() * limit);
    const pick = (list) => list[below(list.length)];
    return { below, pick, meeting: () => pick(all) };
  }

  return {
    /** Clicks on one or two values. They are some meeting's, so what many meetings have is clicked more often. */
    clicks(round) {
      const { pick, meeting } = drawing(round, 1);
      const having = (has) => {
        for (let tries = 0; tries < 100; tries += 1) {
          const record = meeting();
          if (has(record)) return record;
        }
        return { themes: [], year: all[0].year };
      };
      const theme = () => having((record) => record.themes.length > 0).themes.slice(0, 1);
      const country = () => [having((record) => record.country).country].filter(Boolean);
      const years = () => {
        const { year } = meeting();
        return [year, year + pick([0, 0, 1, 4])];
      };
      const two = (values) => [...new Set([...values(), ...values()])];
      const kinds = [
        () => ({ themes: theme() }), () => ({ countries: country() }), () => ({ years: years() }),
        () => ({ themes: two(theme) }), () => ({ countries: two(country) }), () => ({ themes: theme(), countries: country() }),
        () => ({ themes: theme(), years: years() }), () => ({ countries: country(), years: years() }),
      ];
      return Array.from({ length: CLICKS }, (_, index) => query("", kinds[index % kinds.length]()));
    },

    /** Phrases of two or three words: of a title, of a note, a place with a word of the title, also without its marks. */
    phrases(round) {
      const { below, pick, meeting } = drawing(round, 2);
      const run = (text) => {
        const found = words(text);
        const length = 2 + below(2);
        const from = below(Math.max(1, found.length - length + 1));
        return found.slice(from, from + length);
      };
      return Array.from({ length: PHRASES }, (_, index) => {
        const record = meeting();
        const place = places.get(dataset.meetings[record.position].place);
        const [first] = words(place ?? "");
        const of = [
          () => run(dataset.meetings[record.position].title), () => run(record.notes || record.title),
          () => [first, pick(words(record.title))], () => [plain(first), pick(words(record.title))],
        ];
        const kind = index % of.length;
        const phrase = (kind < 2 || first ? of[kind] : of[0])().join(" ").toLowerCase();
        return { phrase, query: query(phrase), id: record.id };
      });
    },

    /** Words with one letter changed, dropped or swapped with the next, not the first, that no word begins with. */
    mistaken(round) {
      const { below, pick, meeting } = drawing(round, 3);
      const found = [];
      for (let tries = 0; found.length < MISTAKEN && tries < 100 * MISTAKEN; tries += 1) {
        const record = meeting();
        const word = pick(words(wholeText(record)))?.toLowerCase() ?? "";
        const letters = [...word];
        if (letters.length < 6 || letters.length > 10 || /\p{M}/u.test(word)) continue;
        const at = 1 + below(letters.length - 2);
        [
          () => letters.splice(at, 1, pick([...LETTERS])), () => letters.splice(at, 1),
          () => letters.splice(at, 2, letters[at + 1], letters[at]),
        ][found.length % 3]();
        const text = letters.join("");
        if (!begins(text)) found.push({ query: query(text), id: record.id });
      }
      return found;
    },
  };
}

/** Names as they are typed, and as they are written. */
export const SPELLINGS = [
  ["Tromso", "Tromsø"], ["Tromsoe", "Tromsø"], ["Тромсё", "Tromsø"], ["Lulea", "Luleå"], ["Alesund", "Ålesund"], ["Aalesund", "Ålesund"],
  ["Kemijarvi", "Kemijärvi"], ["Karasjohka", "Kárášjohka"], ["Murmansk", "Мурманск"], ["Arkhangelsk", "Архангельск"],
  ["Arhangelsk", "Архангельск"], ["Петрозаводск", "Petrozavodsk"],
];

/** A dataset with a meeting in each of the places, and what should find which. */
export function spellings() {
  const names = [...new Set(SPELLINGS.map(([, name]) => name))];
  const places = names.map((name, index) => ({ id: `place-${index + 1}`, name }));
  const meetings = names.map((_, index) => ({
    id: `meeting-${index + 1}`, title: `${index + 1}. Talk`, start: `${2001 + index}-05-01`, place: `place-${index + 1}`,
  }));
  const dataset = { version: 1, title: "Names", language: "en", places, meetings };
  return { dataset, asked: SPELLINGS.map(([typed, name]) => ({ query: query(typed), id: meetings[names.indexOf(name)].id })) };
}
