// What runs in every page before anything is painted, and what only scripts can do there. It must not need the app.
(() => {
  const html = document.documentElement;
  const { wasm, integrity, exporter, worker } = document.currentScript.dataset;
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

  // An app that has panicked does no more; what it shows can still be read.
  const stopped = ({ error, reason }) => {
    if (html.dataset.app != "ready" || !((error || reason) instanceof WebAssembly.RuntimeError)) return;
    html.dataset.app = "failed";
    // The list is the one that was asked for.
    delete html.dataset.query;
    const note = document.getElementById("stopped");
    note.hidden = false;
    note.querySelector("button").onclick = () => location.reload();
  };
  addEventListener("error", stopped);
  addEventListener("unhandledrejection", stopped);

  // The app is fetched once the finished page has been seen, so that it takes nothing from what the page needs. A page
  // in the background is not painted; and with a query there is nothing to be seen before the app.
  const seen = new Promise((resolve) => {
    if ("query" in html.dataset) resolve();
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, 1000);
  });

  // The script that starts the app, further down, finds its WASM under way.
  window.appWasm = seen.then(() => fetch(wasm, { integrity }));

  // On a narrow screen the filters stand behind a button, which works before the app does.
  document.addEventListener("click", (event) => {
    const toggle = html.dataset.app == "starting" && event.target.closest(".facets-toggle");
    if (toggle) toggle.setAttribute("aria-expanded", document.getElementById("filters").toggleAttribute("data-open"));
  });

  // Of an archive in parts the app shows the explorer alone: the way to every other page is the browser's.
  document.addEventListener("click", (event) => {
    const link = html.dataset.parts && event.target.closest("a");
    if (link && link.pathname != html.dataset.base) event.stopPropagation();
  });

  // A newer release has taken over while this page shows an older one.
  let isStale = false;
  const update = () => document.getElementById("update");

  // What no published file holds, the exporter writes; it is fetched when it is first asked for.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-save]");
    // Without the app the list is the whole archive, whatever the address asks for.
    if (!link || (link.getAttribute("href") && !(location.search && html.dataset.app == "ready"))) return;
    event.preventDefault();
    if (isStale) return update().querySelector("button").focus();
    let saved = false;
    try {
      const module = await import(exporter + ".js");
      await module.default({ module_or_path: exporter + "_bg.wasm" });
      saved = await module.save(location.pathname + location.search, link.dataset.save);
    } catch {}
    document.getElementById("unsaved").hidden = saved;
  });

  // There is no clipboard on a page that came over plain http.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy button");
    if (!button) return;
    const box = button.closest(".copy");
    const said = box.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(box.querySelector(".copy-text").textContent);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = said.dataset.failed;
    }
    setTimeout(() => (said.textContent = ""), 4000);
  });

  // What the reader was doing on the finished page goes on in the app, which shows the same elements and text. The app
  // says "takeover" right before it clears the page; once it is ready all is brought back, before anything is painted.
  let reader;
  const elements = () => [...document.querySelectorAll("#app *")];
  const searchBox = () => document.getElementById("q");
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
  document.addEventListener("takeover", () => {
    const all = elements();
    const at = all.indexOf(document.activeElement);
    const box = searchBox();
    const selection = getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
    const isSelected = !isCollapsed && app().contains(anchorNode) && app().contains(focusNode);
    reader = {
      at,
      tag: at < 0 ? "" : all[at].tagName,
      top: scrollY,
      typed: box && [box.value, box.selectionStart, box.selectionEnd],
      isOpen: Boolean(document.querySelector("#filters[data-open]")),
      selected: isSelected && [String(selection), offset(anchorNode, anchorOffset), offset(focusNode, focusOffset)],
    };
  });
  new MutationObserver(() => {
    if (html.dataset.app != "ready" || !reader) return;
    const { at, tag, top, typed, isOpen, selected } = reader;
    reader = null;
    const box = searchBox();
    if (box && typed && typed[0]) box.value = typed[0];
    if (isOpen) document.querySelector(".facets-toggle").click();
    const same = elements()[at];
    // What the address leads to within the page is another element now.
    const focused = same && same.tagName == tag ? same : location.hash && document.getElementById(location.hash.slice(1));
    if (focused) focused.focus({ preventScroll: true });
    if (focused && focused == box) box.setSelectionRange(typed[1], typed[2]);
    if (top) scrollTo(0, top);
    if (!selected) return;
    const [text, anchor, focus] = selected;
    const selection = getSelection();
    selection.setBaseAndExtent(...point(anchor, focus), ...point(focus, anchor));
    if (String(selection) != text) selection.removeAllRanges();
  }).observe(html, { attributeFilter: ["data-app"] });

  // The service worker keeps the site for offline. A new release waits until the reader asks for it.
  const workers = navigator.serviceWorker;
  if (!worker || !workers) return;
  addEventListener("load", async () => {
    let isAsked = false;
    workers.addEventListener("controllerchange", () => {
      if (isAsked) location.reload();
      isStale = true;
      update().hidden = false;
    });
    const registration = await workers.register(worker).catch(() => null);
    if (!registration) return;
    const tell = () => (update().hidden = !isStale && !(registration.waiting && workers.controller));
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
  });
})();
