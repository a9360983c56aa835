// What the peers are given of a dataset: its meetings with their facets and with the same texts that the project itself
// searches, in the same five parts (see src/core/searched.rs).

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const said = (...values) => values.flat().filter((value) => value !== undefined).join(", ");
const statements = (values) => list(values).map((value) => value.text ?? value);

/** The English name of a country, or what stands there if it is no code. */
export function countryName(code) {
  return /^[A-Z]{2}$/.test(code) ? COUNTRIES.of(code) : code;
}

const by = (things) => new Map((things ?? []).map((thing) => [thing.id, thing]));

/** The meetings of a dataset with their facets alone. */
export function faceted(dataset) {
  const places = by(dataset.places);
  return dataset.meetings.map((meeting, position) => ({
    position,
    id: meeting.id,
    year: Number(meeting.start.slice(0, 4)),
    themes: list(meeting.themes),
    country: places.get(meeting.place)?.country,
  }));
}

/** The meetings of a dataset with their facets and all that is known of them in plain text. */
export function records(dataset) {
  const [themes, places, people] = [by(dataset.themes), by(dataset.places), by(dataset.people)];
  return faceted(dataset).map((record) => {
    const meeting = dataset.meetings[record.position];
    const place = places.get(meeting.place);
    return {
      ...record,
      title: said(meeting.title, meeting.start),
      subject: said(
        record.themes.map((id) => themes.get(id)?.label),
        place ? [place.name, ...Object.values(place.names ?? {}).flat(), place.region, place.note] : [],
        record.country && countryName(record.country),
        meeting.venue,
        meeting.format,
      ),
      people: said(list(meeting.people).map((one) => said(people.get(one.person)?.name, one.office, one.part))),
      documents: said(list(meeting.documents).map((one) => said(one.title, list(one.kind), one.note))),
      notes: said(
        statements(meeting.topics), statements(meeting.notes), statements(meeting.quotes),
        [...list(meeting.within), ...list(meeting.alongside)].map((event) => event.title),
      ),
    };
  });
}

/** The parts of a record that are searched. */
export const PARTS = ["title", "subject", "people", "documents", "notes"];

/** All that is searched of a record, in one line: uFuzzy looks no further than to the end of one. */
export function wholeText(record) {
  return PARTS.map((part) => record[part]).join(" ");
}
