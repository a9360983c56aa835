// The app is fetched once the finished page has been seen, so that it takes nothing from what the page needs; or at once
// when the reader begins to do something. A page in the background is not painted; and with a query there is nothing to be
// seen before the app.
const seen = new Promise((resolve) => {
  if ("query" in html.dataset) resolve();
  for (const kind of ["focusin", "pointerdown", "keydown"]) addEventListener(kind, resolve, { once: true });
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, 1000);
});

// The script that starts the app, further down, finds its WASM under way; and what fetches its chunks waits too.
window.appSeen = seen;
window.appWasm = seen.then(() => fetch(wasm, { integrity }));
