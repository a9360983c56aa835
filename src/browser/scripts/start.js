// What runs in every page before anything is painted, and what only scripts can do there. It must not need the app.
// These files are one script, in one function (src/publish/scripts.rs): what this one names, all of them may use.
const html = document.documentElement;
const { wasm, integrity, worker } = document.currentScript.dataset;

// On an address with a query the finished page would show the wrong list.
if (location.search.length > 1) html.dataset.query = "";

// Once the app has started, or has failed to.
const settled = new Promise((resolve) => {
  new MutationObserver(() => html.dataset.app == "starting" || resolve()).observe(html, { attributeFilter: ["data-app"] });
});
