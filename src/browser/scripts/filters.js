// On a narrow screen the filters stand behind a button, which works before the app does.
document.addEventListener("click", (event) => {
  const toggle = html.dataset.app == "starting" && event.target.closest(".facets-toggle");
  if (toggle) toggle.setAttribute("aria-expanded", document.getElementById("filters").toggleAttribute("data-open"));
});
