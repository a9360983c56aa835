// What runs in every page before anything is painted, and what only scripts can do there. It must not need the app.
// These files are one script, in one function (src/publish/scripts.rs): what this one names, all of them may use.
const html = document.documentElement;
const { wasm, integrity, exporter, worker } = document.currentScript.dataset;

// On an address with a query the finished page would show the wrong list.
if (location.search.length > 1) html.dataset.query = "";
