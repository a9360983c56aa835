// A newer release has taken over while this page shows an older one.
let isStale = false;
const update = () => document.getElementById("update");

// The service worker keeps the site for offline. A new release waits until the reader asks for it. Where there is none,
// the script ends here, so this file is the last.
const workers = navigator.serviceWorker;
if (!worker || !workers) return;
// The service worker tells of a release that it could not keep, which the host has all the same.
workers.onmessage = ({ data }) => {
  if (data != html.dataset.release) update().hidden = false;
};
addEventListener("load", async () => {
  let isAsked = false;
  workers.addEventListener("controllerchange", () => {
    if (isAsked) location.reload();
    isStale = true;
    update().hidden = false;
  });
  const registration = await workers.register(worker).catch(() => null);
  if (!registration) return;
  const tell = () => {
    if (registration.waiting && workers.controller) update().hidden = false;
  };
  const watch = () => registration.installing && registration.installing.addEventListener("statechange", tell);
  tell();
  watch();
  registration.addEventListener("updatefound", watch);
  update().querySelector("button").onclick = () => {
    isAsked = true;
    if (registration.waiting) registration.waiting.postMessage("now");
    else location.reload();
  };
  const more = () => registration.active && registration.active.postMessage("more");
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, more, { once: true });
  // Who opens a second page has begun to use the site too.
  if (workers.controller) more();
});
