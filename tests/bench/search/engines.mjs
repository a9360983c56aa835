// What is measured: this project, and its peers as their own documentation uses them. Each loads a dataset from its JSON
// text and answers a query: how many meetings, the first of them, and for every facet the number of meetings that each
// of its values would show if the facet were otherwise empty.
//
// The peers keep the parsed dataset: whoever finds a meeting wants to show it.
import { PARTS, faceted, records, wholeText } from "./records.mjs";

/**
 * Counts by a plain loop, for the peers that search but do not count.
 * @param {Iterable<object>} found the records that match the text
 */
function counted(found, { years, themes, countries }, limit) {
  const facets = { year: {}, theme: {}, country: {} };
  const ids = [];
  let total = 0;
  for (const record of found) {
    const inYears = years === null || (record.year >= years[0] && record.year <= years[1]);
    const inThemes = themes.length === 0 || record.themes.some((theme) => themes.includes(theme));
    const inCountries = countries.length === 0 || countries.includes(record.country);
    if (inYears && inThemes && inCountries) {
      total += 1;
      if (ids.length < limit) ids.push(record.id);
    }
    if (inThemes && inCountries) facets.year[record.year] = (facets.year[record.year] ?? 0) + 1;
    if (inYears && inCountries) for (const theme of record.themes) facets.theme[theme] = (facets.theme[theme] ?? 0) + 1;
    if (inYears && inThemes && record.country) facets.country[record.country] = (facets.country[record.country] ?? 0) + 1;
  }
  return { total, ids, facets };
}

/** A peer that finds records by text, and leaves the counting to the loop. */
function searching(index, find) {
  return {
    load(text) {
      const dataset = JSON.parse(text);
      const all = records(dataset);
      return { dataset, all, ...index(all) };
    },
    query(handle, query, limit, isForgiving) {
      return counted(query.text === "" ? handle.all : find(handle, query.text, isForgiving), query, limit);
    },
  };
}

/** As MiniSearch's documentation shows it for search while typing: all words must match, the last may go on. */
function miniSearch(MiniSearch, all) {
  const index = new MiniSearch({ fields: PARTS, idField: "position" });
  index.addAll(all);
  return index;
}

function miniSearched(index, text, isForgiving) {
  return index.search(text, {
    combineWith: "AND",
    prefix: (_, at, terms) => at === terms.length - 1,
    fuzzy: isForgiving ? 0.2 : false,
  });
}

/** itemsjs counts by itself; its text search is its own or, as it suggests, another's. */
function itemsJs(itemsjs, dataset, all, native) {
  const facet = { size: 1000, conjunction: false };
  const items = all.map((record) => ({ ...record, year: String(record.year), theme: record.themes }));
  const options = native ? { searchableFields: PARTS, isExactSearch: true } : { native_search_enabled: false };
  return { dataset, items: itemsjs(items, { aggregations: { year: facet, theme: facet, country: facet }, ...options }) };
}

function itemsSearched(handle, { years, themes, countries }, text, limit) {
  const range = years ? Array.from({ length: years[1] - years[0] + 1 }, (_, index) => String(years[0] + index)) : [];
  const { data, pagination } = handle.items.search({ per_page: limit, filters: { year: range, theme: themes, country: countries }, ...text });
  const buckets = (name) => Object.fromEntries(data.aggregations[name].buckets.map((bucket) => [bucket.key, bucket.doc_count]));
  return {
    total: pagination.total,
    ids: data.items.map((item) => item.id),
    facets: { year: buckets("year"), theme: buckets("theme"), country: buckets("country") },
  };
}

/** By its id, each makes an engine once what it needs has been fetched. */
export const ENGINES = {
  async "this"() {
    const { load, query } = await import("/module/explore.js");
    return { load, query };
  },

  async "plain"() {
    return searching(
      (all) => ({ texts: all.map((record) => wholeText(record).toLowerCase()) }),
      ({ all, texts }, text) => {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        return all.filter((_, at) => words.every((word) => texts[at].includes(word)));
      },
    );
  },

  async "minisearch"() {
    const { default: MiniSearch } = await import("/packages/minisearch/dist/es/index.js");
    return searching(
      (all) => ({ index: miniSearch(MiniSearch, all) }),
      ({ all, index }, text, isForgiving) => miniSearched(index, text, isForgiving).map((result) => all[result.id]),
    );
  },

  async "itemsjs"() {
    const { default: itemsjs } = await import("/packages/itemsjs/dist/index.modern.js");
    return {
      load(text) {
        const dataset = JSON.parse(text);
        return itemsJs(itemsjs, dataset, records(dataset), true);
      },
      query: (handle, query, limit) => itemsSearched(handle, query, { query: query.text }, limit),
    };
  },

  async "itemsjs-minisearch"() {
    const { default: itemsjs } = await import("/packages/itemsjs/dist/index.modern.js");
    const { default: MiniSearch } = await import("/packages/minisearch/dist/es/index.js");
    return {
      load(text) {
        const dataset = JSON.parse(text);
        const all = records(dataset);
        return { ids: all.map((record) => record.id), index: miniSearch(MiniSearch, all), ...itemsJs(itemsjs, dataset, all, false) };
      },
      query(handle, query, limit, isForgiving) {
        const found = query.text && miniSearched(handle.index, query.text, isForgiving).map((result) => handle.ids[result.id]);
        return itemsSearched(handle, query, query.text ? { ids: found } : {}, limit);
      },
    };
  },

  async "flexsearch"() {
    const { Index } = await import("/packages/flexsearch/dist/flexsearch.bundle.module.min.mjs");
    return searching(
      (all) => {
        const index = new Index({ tokenize: "forward" });
        for (const record of all) index.add(record.position, wholeText(record));
        return { index };
      },
      ({ all, index }, text) => index.search(text, { limit: all.length }).map((position) => all[position]),
    );
  },

  async "crossfilter2"() {
    await import("/packages/crossfilter2/crossfilter.min.js");
    return {
      load(text) {
        const dataset = JSON.parse(text);
        const all = crossfilter(faceted(dataset));
        const year = all.dimension((record) => record.year);
        const theme = all.dimension((record) => record.themes, true);
        const country = all.dimension((record) => record.country ?? "");
        return { dataset, year, theme, country, years: year.group(), themes: theme.group(), countries: country.group(), total: all.groupAll() };
      },
      query(handle, { years, themes, countries }, limit) {
        handle.year.filter(years && [years[0], years[1] + 1]);
        for (const [dimension, ticked] of [[handle.theme, themes], [handle.country, countries]]) {
          if (ticked.length < 2) dimension.filter(ticked[0] ?? null);
          else dimension.filterFunction((value) => ticked.includes(value));
        }
        const counts = (group) => Object.fromEntries(group.all().map(({ key, value }) => [key, value]));
        const { "": _, ...country } = counts(handle.countries);
        return {
          total: handle.total.value(),
          ids: handle.year.bottom(limit).map((record) => record.id),
          facets: { year: counts(handle.years), theme: counts(handle.themes), country },
        };
      },
    };
  },

  async "ufuzzy"() {
    const { default: uFuzzy } = await import("/packages/@leeoniya/ufuzzy/dist/uFuzzy.mjs");
    // The way its documentation goes beyond Latin: letters with marks become plain, those that it does not know are added.
    const alpha = "a-zøđа-яё";
    const TERMS = 3; // Words may stand in any order, as for the others.
    const [strict, forgiving] = [new uFuzzy({ alpha }), new uFuzzy({ alpha, intraMode: 1 })];
    return searching(
      (all) => ({ haystack: uFuzzy.latinize(all.map(wholeText)) }),
      ({ all, haystack }, text, isForgiving) => {
        const [found, info, order] = (isForgiving ? forgiving : strict).search(haystack, uFuzzy.latinize(text), TERMS);
        // Up to a thousand are put in order.
        return (order ? order.map((at) => info.idx[at]) : found ?? []).map((position) => all[position]);
      },
    );
  },
};
