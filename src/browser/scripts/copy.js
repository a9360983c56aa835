// Copies a text to the clipboard, which there is none of on a page that came over plain http; or sends the page's address on
// by what the browser has for that. Swedish dates are YYYY-MM-DD.
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".copy button");
  if (!button) return;
  const box = button.closest(".copy");
  const said = box.querySelector("[role=status]");
  const text = box.querySelector(".copy-text");
  const url = location.href.split("#")[0];
  try {
    if (!text && navigator.share) return await navigator.share({ title: document.title, url });
    const day = new Date().toLocaleDateString("sv");
    await navigator.clipboard.writeText(text ? text.textContent + (text.dataset.accessed || "").replace("{}", day) : url);
    said.textContent = said.dataset.copied;
  } catch ({ name }) {
    // Who has thought better of it knows.
    if (name == "AbortError") return;
    said.textContent = said.dataset.failed;
  }
  setTimeout(() => (said.textContent = ""), 4000);
});
