// Copies a text to the clipboard, which there is none of on a page that came over plain http.
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
