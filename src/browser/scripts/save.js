// What no published file holds, the app writes. Once a newer release has taken over (update.js), what it takes may be gone.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-save]");
  if (!link || (link.getAttribute("href") && !link.closest("[data-narrowed]"))) return;
  event.preventDefault();
  if (isStale) return update().querySelector("button").focus();
  await settled;
  if (html.dataset.app == "ready") dispatchEvent(new CustomEvent("save", { detail: link.dataset.save }));
  else document.getElementById("unsaved").hidden = false;
});
