// Keeps one release of the site for offline. RELEASE, FILES and LATER (each with its hash) and NEUTRAL stand above. Names
// in the top folder hold a hash of their content, so what the browser has under such a name is right.
// All that is answered from here is of this release: its files, the pages of it that were visited, and for all others
// its neutral page, in which the app shows what the address asks for.
const PREFIX = `meetings ${registration.scope} `;
const CACHE = PREFIX + RELEASE;
const address = (path) => new URL(path, registration.scope).href;

async function keep(cache, [path, integrity]) {
  // While a release is being published, files of two may lie side by side; then this fails, to be tried again.
  const response = await fetch(address(path), { integrity, cache: path.includes("/") ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(address(path), response);
}

async function install() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.entries(FILES).map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// What not every reader needs is kept once one has begun to use the site.
async function keepMore() {
  const cache = await caches.open(CACHE);
  for (const file of Object.entries(LATER)) if (!(await cache.match(address(file[0])))) await keep(cache, file);
}

async function activate() {
  // Another window may still show the release before this one, and ask for a file of it.
  const releases = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(releases.slice(0, -2).map((name) => caches.delete(name)));
}

async function file(request, key) {
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(key)) || (await caches.match(key));
  if (kept) return kept;
  const response = await fetch(request);
  // The parts of a large archive stand in a folder whose name holds a hash of all of it.
  const isKept = key.startsWith(address("data/parts/")) || Object.keys(LATER).some((name) => key == address(name));
  if (response.ok && isKept) await cache.put(key, response.clone());
  return response;
}

// The app asks for finished pages too (`request.mode` is not "navigate"): for it no neutral page takes their place.
async function page(request, key) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key);
  if (kept) return kept;
  const isSeen = request.mode == "navigate";
  const neutral = () => cache.match(address(NEUTRAL));
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const isFile = /\.[^/]*$/.test(key) && !key.endsWith(".html");
    if (isFile || !isSeen) throw error;
    return neutral();
  }
  if (!(response.headers.get("content-type") || "").includes("text/html")) return response;
  const text = await response.clone().text();
  // What is no page of this archive (another site may live below this one) is none of our business.
  if (!text.includes(` data-base="${new URL(registration.scope).pathname}"`)) return response;
  if (!text.includes(` data-release="${RELEASE}"`)) return isSeen ? neutral() : response;
  if (response.ok && !response.redirected) await cache.put(key, response.clone());
  return response;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data == "now") skipWaiting();
  // Without a connection there will be another time.
  if (event.data == "more") event.waitUntil(keepMore().catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, href } = new URL(request.url);
  if (request.method != "GET" || !href.startsWith(registration.scope)) return;
  const key = origin + pathname;
  const isPage = request.mode == "navigate" || request.headers.get("accept") == "text/html";
  event.respondWith(isPage ? page(request, key) : file(request, key));
});
