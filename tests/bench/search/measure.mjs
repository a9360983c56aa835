// Measures all engines on one dataset, in turn.
import { asked, keystrokes } from "./asked.mjs";
import { COLUMNS } from "./columns.mjs";
import { Page } from "./pages.mjs";

/** An engine that takes longer to load, in seconds, or holds more, in bytes, is left out. */
const [LONGEST, MOST] = [60, 3 * 2 ** 30];
/** Loading may take that many times the budget, for a sample of it is a whole load. */
const LOADING = 3;
/** Rounds of phrases and words by which it is seen what is found; beyond this many meetings it takes too long. */
const [SEEN_ROUNDS, SEEN_MEETINGS] = [4, 10_000];

/** Opens the pages of the engines that are wanted. */
async function open(browser, host, wanted, problems) {
  const pages = new Map();
  for (const { id } of COLUMNS.filter((column) => column.page === column.id && wanted(column))) {
    const page = await Page.open(browser, host.origin, id);
    if (page) pages.set(id, page);
    else problems[id] = id === "this" ? "not built" : "not there";
  }
  return pages;
}

/** Loads once in a fresh page; the time and the memory that the handle holds, or why the engine is left out. */
async function first(page, url) {
  const before = await page.memory();
  await page.call("fetch", url);
  const [time] = (await page.within(2 * LONGEST, "load")) ?? [];
  await page.call("forget");
  const memory = await page.memory();
  if (!page.failure && (time > LONGEST * 1000 || memory - before > MOST)) {
    page.failure = time > LONGEST * 1000 ? `${Math.round(time / 1000)} s to load` : `${(memory / 2 ** 30).toFixed(1)} GB`;
    await page.close();
  }
  return { time, memory: memory - before };
}

/** What an answer says, apart from the order in which it says it. */
function gist({ total, ids, facets }) {
  const counts = (values) => Object.entries(values).filter(([value, count]) => count > 0 && value !== "none").sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([total, ids.length, ...["year", "theme", "country"].map((facet) => counts(facets[facet]))]);
}

/**
 * Measures a dataset that the host serves at `url`.
 * @param {object} how
 * @param {number} how.repeats rounds of queries
 * @param {number} how.loads rounds of loading
 * @param {number} how.budget the seconds that an engine may spend on a measure
 * @param {(column: object) => boolean} how.wanted
 */
export async function measure(browser, host, { dataset, url, bytes }, { repeats, loads, budget, wanted }) {
  const problems = {};
  const pages = await open(browser, host, wanted, problems);
  /** For each column and measure the samples, and how many rounds they come from. */
  const samples = Object.fromEntries(COLUMNS.map(({ id }) => [id, {}]));
  const add = (column, id, values) => {
    const { values: all, rounds } = samples[column.id][id] ?? { values: [], rounds: 0 };
    samples[column.id][id] = { values: all.concat(values), rounds: rounds + 1 };
  };
  const alive = (column) => wanted(column) && pages.has(column.page) && !pages.get(column.page).failure;

  for (const column of COLUMNS.filter((column) => column.page === column.id && alive(column))) {
    const page = pages.get(column.id);
    const { time, memory } = await first(page, url);
    if (page.failure) {
      problems[column.id] = page.failure;
      continue;
    }
    add(column, "first", [time]);
    add(column, "memory", [memory / bytes]);
    console.error(`  ${column.name}: ${time.toFixed(0)} ms, ${(memory / bytes).toFixed(2)}×`);
  }

  /** Lets the engines take turns; another begins each round. */
  async function turns(id, rounds, turn, seconds = budget) {
    const spent = new Map();
    for (let round = 0; round < rounds; round += 1) {
      const columns = COLUMNS.filter((column) => column.measures.includes(id) && alive(column));
      for (let turned = 0; turned < columns.length; turned += 1) {
        const column = columns[(turned + round) % columns.length];
        const left = seconds * 1000 - (spent.get(column) ?? 0);
        if (left <= 0) continue;
        const start = performance.now();
        const values = await turn(pages.get(column.page), column, round, left);
        spent.set(column, (spent.get(column) ?? 0) + performance.now() - start);
        if (values === undefined) problems[column.page] = pages.get(column.page).failure;
        else add(column, id, values);
      }
    }
    console.error(`  ${id}: ${[...spent].map(([column, time]) => `${column.id} ${(time / 1000).toFixed(1)} s`).join(", ")}`);
  }

  for (const page of pages.values()) await page.call("fetch", url);
  await turns("load", loads, async (page, column) => {
    const times = await page.call("load");
    if (times && column.searches) add(column, "text", [times[1]]);
    return times && [times[0]];
  }, LOADING * budget);
  for (const page of pages.values()) await page.call("forget");

  const questions = asked(dataset);
  const typed = (round) => questions.phrases(round).flatMap(({ phrase }) => keystrokes(phrase));
  // Once before, so that nobody is measured cold.
  const warm = -1;
  for (const column of COLUMNS.filter(alive)) await pages.get(column.page).call("each", typed(warm), column.forgives, 1000);

  await turns("click", repeats, async (page, _, round) => page.call("clicks", questions.clicks(round)).then((time) => time && [time]));
  await turns("keystroke", repeats, (page, { forgives }, round, left) => page.call("each", typed(round), forgives, left));
  await turns("mistake", repeats, (page, _, round, left) =>
    page.call("each", questions.mistaken(round).map(({ query }) => query), true, left));

  // Fast is only worth something where it is right.
  const clicks = questions.clicks(0).slice(0, 20);
  const gists = {};
  for (const column of COLUMNS.filter((column) => column.measures.includes("click") && alive(column))) {
    gists[column.id] = (await pages.get(column.page).call("answers", clicks, 50))?.map(gist);
  }
  const found = {};
  if (dataset.meetings.length <= SEEN_MEETINGS) {
    const rounds = (ask) => Array.from({ length: SEEN_ROUNDS }, (_, round) => ask(round)).flat();
    const [phrases, mistaken] = [rounds(questions.phrases), rounds(questions.mistaken)];
    for (const column of COLUMNS.filter((column) => column.searches && alive(column))) {
      const finds = async (asked, forgives) => {
        const each = await pages.get(column.page).call("finds", asked, dataset.meetings.length, forgives);
        const untold = each?.filter((one) => one === null).length;
        return `${each?.filter(Boolean).length} of ${asked.length - untold}${untold > 0 ? `, ${untold} untold` : ""}`;
      };
      found[column.id] = {
        phrases: await finds(phrases, column.forgives),
        ...(column.measures.includes("mistake") && { mistaken: await finds(mistaken, true) }),
      };
    }
  }
  for (const page of pages.values()) await page.close();
  return { meetings: dataset.meetings.length, bytes, samples, problems, gists, found };
}

/** For each column which of the names it finds as they are typed. */
export async function findsNames(browser, host, url, names, wanted) {
  const pages = await open(browser, host, wanted, {});
  const found = {};
  for (const page of pages.values()) {
    await page.call("fetch", url);
    await page.call("load");
  }
  for (const column of COLUMNS.filter((column) => column.searches && wanted(column) && pages.has(column.page))) {
    found[column.id] = await pages.get(column.page).call("finds", names, names.length, column.forgives);
  }
  for (const page of pages.values()) await page.close();
  return found;
}
