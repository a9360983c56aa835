// Tells the reader that the app has not started, or does no more.

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
