// Of an archive in pieces the app shows the explorer alone: the way to every other page is the browser's.
document.addEventListener("click", (event) => {
  const link = html.dataset.parts && event.target.closest("a");
  if (link && link.pathname != html.dataset.base) event.stopPropagation();
});
