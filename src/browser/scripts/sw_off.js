// The publisher has switched the service worker off: this one takes away what the one before it kept, and itself.
const PREFIX = `meetings ${registration.scope} `;

async function leave() {
  const releases = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(releases.map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
