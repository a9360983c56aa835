// What no published file holds, the exporter writes; it is fetched when it is first asked for. Once a newer release has
// taken over (update.js), the exporter of this one may be gone.
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
