// Keeps one release of the site for offline. RELEASE, FILES and LATER (each with its hash), NEUTRAL, NEUTRAL_PAGE, NOT_KEPT
// and KEPT_BEFORE stand above. Names in the top folder hold a hash of their content, so what the browser has under such a name
// is right for every release.
// Pages are answered from here as long as no newer release is known of. Once one is, the reader is shown what the host has,
// of whichever release; and a page of another release gets nothing that is of this one.
const PREFIX = `meetings ${registration.scope} `;
const CACHE = PREFIX + RELEASE;
const FAILED = PREFIX + "failed";
const MINUTE = 60_000;
// A host that takes longer than this, in milliseconds, is not waited for where there is a kept page.
const SLOW = 4000;
const address = (path) => new URL(path, registration.scope).href;
// The names of these hold no hash. What the browser has of them may be of another release.
const UNNAMED = [`${registration.scope}data/meetings.json`, `${registration.scope}map.svg`];

// The release that could last not be kept, and until when it is not tried again.
async function failure() {
  const note = (await caches.has(FAILED)) && (await caches.match(address(""), { cacheName: FAILED }));
  return note ? note.json() : {};
}

async function keep(cache, [path, integrity], mode) {
  const response = await fetch(address(path), { integrity, cache: mode });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(address(path), response);
}

// A file may not be the one that is meant: while a release is being published, files of two lie side by side, and a network
// may alter what it carries. So that not all is asked for again with every page, each failure doubles the time to the next
// attempt.
async function keepFiles() {
  const { release, until, wait } = await failure();
  const isAgain = release == RELEASE;
  if (isAgain && Date.now() < until) throw new Error("It is too early to try again.");
  try {
    const cache = await caches.open(CACHE);
    // Many hosts and networks add to pages what is their own, so this one is not fetched.
    await cache.put(address(NEUTRAL), neutral());
    // What did not fit may lie in the browser's cache.
    const mode = (path) => (isAgain ? "reload" : path.includes("/") ? "no-cache" : "default");
    await Promise.all(Object.entries(FILES).map((file) => keep(cache, file, mode(file[0]))));
    await caches.delete(FAILED);
  } catch (error) {
    const next = isAgain ? 2 * wait : MINUTE;
    const note = { release: RELEASE, wait: next, until: Date.now() + next };
    await (await caches.open(FAILED)).put(address(""), new Response(JSON.stringify(note)));
    throw error;
  }
}

async function install() {
  try {
    await keepFiles();
  } catch (error) {
    // Who has no release yet loses nothing by one that is not whole. The others keep the one they have, and are told.
    if (!registration.active) return;
    await caches.delete(CACHE);
    const windows = await clients.matchAll({ includeUncontrolled: true, type: "window" });
    windows.filter(({ url }) => url.startsWith(registration.scope)).forEach((page) => page.postMessage(RELEASE));
    throw error;
  }
}

// What not every reader needs is kept once one has begun to use the site; and what of the release could not be kept before.
async function keepMore() {
  const cache = await caches.open(CACHE);
  if ((await failure()).release == RELEASE) await keepFiles();
  for (const file of Object.entries(LATER)) {
    const key = address(file[0]);
    if (!(await cache.match(key))) await keep(cache, file, UNNAMED.includes(key) ? "no-cache" : "default");
  }
}

async function activate() {
  // Another window may still show the release before this one, and ask for a file of it.
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name != CACHE && name != FAILED);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

// Windows that show a page of another release are noted, for this worker may be ended and started at any time.
const noteOf = (id) => address(`?client=${id}`);
const isAnothers = async (cache, id) => Boolean(id && (await cache.match(noteOf(id))));
async function note(cache, id) {
  for (const { url } of await cache.keys()) {
    const [, before] = url.split("?client=");
    if (before && !(await clients.get(before))) await cache.delete(url);
  }
  await cache.put(noteOf(id), new Response());
}

async function file({ request, clientId }, key) {
  const cache = await caches.open(CACHE);
  const isUnnamed = UNNAMED.includes(key);
  if (isUnnamed && (await isAnothers(cache, clientId))) return fetch(new Request(request, { cache: "no-cache" }));
  const kept = (await cache.match(key)) || (!isUnnamed && (await caches.match(key)));
  if (kept) return kept;
  const response = await fetch(request);
  // The parts of a large archive stand in a folder whose name holds a hash of all of it.
  const isKept = key.startsWith(address("data/parts/")) || Object.keys(LATER).some((name) => key == address(name));
  if (response.ok && isKept && !isUnnamed) await cache.put(key, response.clone());
  return response;
}

const html = (text) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
const neutral = () => html(NEUTRAL_PAGE);

// What a page tells in its <html>, however a host may have written that anew.
const told = (text, name) => (text.match(new RegExp(`<html[^>]*?\\sdata-${name}=["']?(.*?)["']?[\\s>]`, "is")) || [])[1];

// What is shown where no answer comes. Who cannot be kept offline is told here, where it matters.
async function without(kept, failed) {
  if (failed == RELEASE) return kept || html(NEUTRAL_PAGE.replace(/<main>.*<\/main>/s, `<main><p>${NOT_KEPT}</p></main>`));
  const page = kept || neutral();
  if (!failed) return page;
  return html((await page.text()).replace(/<p id=["']?update\b/, `<p class="notice" role="status">${KEPT_BEFORE}</p>$&`));
}

// A browser looks for another worker only once the reader has stayed on a page for a moment. So whether the host has another
// release is seen by its pages too, and noted.
const NEWER = address("?newer");
async function see(cache, text) {
  const release = told(text, "release");
  if (release != RELEASE) {
    await cache.put(NEWER, new Response());
    // Its worker is looked for now; the page does not wait for that.
    registration.update().catch(() => {});
    return;
  }
  await cache.delete(NEWER);
  const failed = (await failure()).release;
  if (failed && failed != RELEASE) await caches.delete(FAILED);
}

// What is no page of this archive (another site may live below this one) is none of our business.
const isOurs = (text) => told(text, "base") == new URL(registration.scope).pathname;

async function look(cache, key) {
  const text = await (await fetch(key, { cache: "no-cache" })).text();
  if (isOurs(text)) await see(cache, text);
}

// A page that is kept stands in for a host that is slow or out of order.
async function answer(request, kept) {
  if (!kept) return fetch(request);
  const response = await Promise.race([fetch(request), new Promise((_, reject) => setTimeout(reject, SLOW))]);
  if (response.status >= 500) throw new Error(`${request.url}: ${response.status}`);
  return response;
}

// The app asks for finished pages too (`request.mode` is not "navigate"): for it no neutral page takes their place.
async function page(event, key) {
  const { request, clientId, resultingClientId } = event;
  const cache = await caches.open(CACHE);
  const isSeen = request.mode == "navigate";
  if (!isSeen && (await isAnothers(cache, clientId))) return fetch(request);
  const kept = await cache.match(key);
  const failed = (await failure()).release;
  const isNewest = !(failed || registration.waiting || (await cache.match(NEWER)));
  if (kept && (isNewest || !isSeen)) {
    if (isSeen) event.waitUntil(look(cache, key).catch(() => {}));
    return kept;
  }
  let response;
  try {
    response = await answer(request, kept);
  } catch (error) {
    const isFile = /\.[^/]*$/.test(key) && !key.endsWith(".html");
    if (!kept && (isFile || !isSeen)) throw error;
    return without(kept, failed);
  }
  if (!(response.headers.get("content-type") || "").includes("text/html")) return response;
  const text = await response.clone().text();
  if (!isOurs(text)) return response;
  const isOfAnother = told(text, "release") != RELEASE;
  // What another release does not have this one may; but a release that cannot be kept is not waited for.
  const isNeutral = isOfAnother && isSeen && !response.ok && !failed;
  try {
    await see(cache, text);
    if (!isOfAnother && response.ok && !response.redirected) await cache.put(key, response.clone());
    if (isOfAnother && isSeen && !isNeutral) await note(cache, resultingClientId);
  } catch {
    // A browser that has no room for more shows the page all the same.
  }
  return isNeutral ? neutral() : response;
}

let more;
addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data == "now") skipWaiting();
  // Without a connection there will be another time.
  if (event.data == "more") event.waitUntil((more ??= keepMore().catch(() => {}).finally(() => (more = null))));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, href } = new URL(request.url);
  if (request.method != "GET" || !href.startsWith(registration.scope)) return;
  const key = origin + pathname;
  const isPage = request.mode == "navigate" || request.headers.get("accept") == "text/html";
  event.respondWith(isPage ? page(event, key) : file(event, key));
});
