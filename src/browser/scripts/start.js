// What runs in every page before anything is painted, and what only scripts can do there. It must not need the app.
// These files are one script, in one function (src/publish/scripts.rs): what this one names, all of them may use.
const html = document.documentElement;
const { wasm, integrity, worker } = document.currentScript.dataset;

// A path can be written in several ways, of which hosts make no difference (RFC 3986, 6.2.2). Links, app and service worker
// know one of them, so the page goes there. Where a host has sent the reader here, it would again.
const path = location.pathname.replace(/%[\da-f]{2}/gi, (code) => {
  const sign = String.fromCharCode("0x" + code.slice(1));
  return /[\w.~-]/.test(sign) ? sign : code.toUpperCase();
});
if (path != location.pathname) {
  const to = path + location.search + location.hash;
  if (performance.navigation.redirectCount) history.replaceState(null, "", to);
  else location.replace(to);
}

// On an address that asks for something the finished page would show the wrong list. By what it can ask, the page tells.
const asks = (html.dataset.asks || "").split(" ");
for (const [key, value] of new URLSearchParams(location.search)) {
  if (key && value.trim() && asks.includes(key)) html.dataset.query = "";
}

// Once the app has started, or has failed to.
const settled = new Promise((resolve) => {
  new MutationObserver(() => html.dataset.app == "starting" || resolve()).observe(html, { attributeFilter: ["data-app"] });
});
