// Stands in every page of a preview: loads the page again when there is another to see, and tells what is wrong with the
// keeper's files. Above it stand EVENTS, where the server tells, BUILD, the name of the build that the page is of, and
// STYLE.

// What is wrong: a sentence that is read out at once, and all the rest.
const told = document.createElement("section");
told.id = "preview-problem";
told.tabIndex = 0;
told.setAttribute("aria-label", "Preview");
told.innerHTML = '<button type="button">Hide</button><p role="alert"></p><pre></pre><style></style>';
const [hide, alert, rest, style] = told.children;
style.textContent = STYLE;
hide.addEventListener("click", () => told.remove());
told.addEventListener("keydown", ({ key }) => key === "Escape" && told.remove());

// Each line by itself: sentences may go on in the next line, what is quoted of a file may not.
function lined(line) {
  const element = document.createElement("span");
  element.className = /^[\s\d]/.test(line) ? "quoted" : "";
  element.textContent = line + "\n";
  return element;
}

function tell(problem) {
  if (!problem) return told.remove();
  const [first, ...others] = problem.trim().split("\n");
  rest.replaceChildren(...others.map(lined));
  alert.textContent = "";
  document.body.prepend(told);
  // Not every reader of screens reads out what was filled before it was there.
  requestAnimationFrame(() => {
    const sentence = document.createElement("strong");
    sentence.textContent = "This page is older than your files, which cannot be published as they are.";
    alert.replaceChildren(sentence, " ", first);
  });
}

// The name of what was told last: what the reader has hidden stays hidden, until there is something new.
let heard = "";
function hear({ data, lastEventId }) {
  const { build, problem } = JSON.parse(data);
  if (build !== BUILD) return location.reload();
  if (lastEventId !== heard) tell(problem);
  heard = lastEventId;
}

// A browser has few connections to one host, so only the page that is seen keeps one. It asks again by itself when the
// server has answered or is not there; some give up on a server that is not there, and are helped on.
let source;
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(EVENTS);
  source.addEventListener("message", hear);
  source.addEventListener("error", () => source.readyState === EventSource.CLOSED && setTimeout(listen, 1000));
}
document.addEventListener("visibilitychange", listen);
// A page that a browser has laid aside and brings back may be an old one.
addEventListener("pageshow", listen);
