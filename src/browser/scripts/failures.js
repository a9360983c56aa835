// Tells the reader that the app has not started, or does no more.

// What is none of the app's: what a host or a network has added to the page. The app's own scripts have no address or its
// name, and its style sheet has a hash. A preload that fails is tried again by what needs it.
const isOther = ({ target, filename }) =>
  target.tagName
    ? target.rel == "preload" || target.src || (target.href && !target.integrity)
    : /\.js\b/.test(filename) && !filename.includes("/explorer-");

// Where the app's files do not load, the page says so.
const off = (event) => {
  if (html.dataset.app != "starting" || isOther(event)) return;
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
