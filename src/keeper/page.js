// What runs in every page before anything is painted, and what only scripts can do there. It must not need the app.
(() => {
  const html = document.documentElement;
  const { exporter, worker } = document.currentScript.dataset;
  const app = () => document.getElementById("app");

  // On an address with a query the finished page would show the wrong list.
  if (location.search.length > 1) html.dataset.query = "";

  // Where the app's files do not load, the page says so. A preload that fails is tried again by what needs it.
  const off = (event) => {
    if (html.dataset.app != "starting" || (event.target && event.target.rel == "preload")) return;
    html.dataset.app = "failed";
    const note = document.getElementById("off");
    if (note) note.hidden = false;
  };
  addEventListener("error", off, true);
  addEventListener("unhandledrejection", off);

  // What no published file holds, the exporter writes; it is fetched when it is first asked for.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-save]");
    if (!link || (link.getAttribute("href") && !location.search)) return;
    event.preventDefault();
    let saved = false;
    try {
      const module = await import(exporter + ".js");
      await module.default({ module_or_path: exporter + "_bg.wasm" });
      saved = await module.save(location.pathname + location.search, link.dataset.save);
    } catch {}
    document.getElementById("unsaved").hidden = saved;
  });

  // Text that the reader has selected on the finished page stays selected in the app, which shows the same text.
  let selected;
  const offset = (node, at) => {
    const range = document.createRange();
    range.setStart(app(), 0);
    range.setEnd(node, at);
    return range.toString().length;
  };
  const point = (offset, other) => {
    const texts = document.createTreeWalker(app(), NodeFilter.SHOW_TEXT);
    // Between two texts a selection begins in the second and ends in the first.
    const begins = offset < other;
    for (let text; (text = texts.nextNode()); offset -= text.length) {
      if (begins ? offset < text.length : offset <= text.length) return [text, offset];
    }
    return [app(), 0];
  };
  document.addEventListener("selectionchange", () => {
    if (html.dataset.app != "starting") return;
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection();
    const within = !isCollapsed && app() && app().contains(anchorNode) && app().contains(focusNode);
    selected = within && [String(getSelection()), offset(anchorNode, anchorOffset), offset(focusNode, focusOffset)];
  });
  new MutationObserver(() => {
    if (html.dataset.app != "ready" || !selected) return;
    const [text, anchor, focus] = selected;
    const selection = getSelection();
    selection.setBaseAndExtent(...point(anchor, focus), ...point(focus, anchor));
    if (String(selection) != text) selection.removeAllRanges();
    selected = null;
  }).observe(html, { attributeFilter: ["data-app"] });

  // The service worker keeps the site for offline. A new release waits until the reader asks for it.
  const workers = navigator.serviceWorker;
  if (!worker || !workers) return;
  addEventListener("load", async () => {
    const registration = await workers.register(worker).catch(() => null);
    if (!registration) return;
    const note = document.getElementById("update");
    const tell = () => {
      if (registration.waiting && workers.controller) note.hidden = false;
    };
    const watch = () => registration.installing && registration.installing.addEventListener("statechange", tell);
    tell();
    watch();
    registration.addEventListener("updatefound", watch);
    note.querySelector("button").onclick = () => {
      workers.addEventListener("controllerchange", () => location.reload());
      registration.waiting.postMessage("now");
    };
  });
})();
