// Keeps one release of the site for offline. RELEASE, FILES (each with its hash), LATER and SHELL stand above. Names in
// the top folder hold a hash of their content, so what the browser has under such a name is right.
// All that is answered from here is of this release: its files, the pages of it that were visited, and for every other
// page its neutral shell, in which the app shows what the address asks for.
const PREFIX = `meetings ${registration.scope} `;
const CACHE = PREFIX + RELEASE;
const address = (path) => new URL(path, registration.scope).href;

async function install() {
  try {
    const cache = await caches.open(CACHE);
    const keep = async ([path, integrity]) => {
      // While a release is being published, files of two may lie side by side; then this fails, to be tried again.
      const response = await fetch(address(path), { integrity, cache: path.includes("/") ? "no-cache" : "default" });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(address(path), response);
    };
    await Promise.all(Object.entries(FILES).map(keep));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
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
  if (response.ok && LATER.some((path) => address(path) == key)) await cache.put(key, response.clone());
  return response;
}

async function page(request, key) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key);
  if (kept) return kept;
  const shell = () => cache.match(address(SHELL));
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const isFile = /\.[^/]*$/.test(key) && !key.endsWith(".html");
    if (isFile) throw error;
    return shell();
  }
  if (!(response.headers.get("content-type") || "").includes("text/html")) return response;
  const text = await response.clone().text();
  if (!text.includes(`data-release="${RELEASE}"`)) return shell();
  if (response.ok && !response.redirected) await cache.put(key, response.clone());
  return response;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.data == "now" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, href } = new URL(request.url);
  if (request.method != "GET" || !href.startsWith(registration.scope)) return;
  const key = origin + pathname;
  event.respondWith(request.mode == "navigate" ? page(request, key) : file(request, key));
});
