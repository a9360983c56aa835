// Stands in every page of a preview: loads the page again when there is another to see, and tells what is wrong with the
// keeper's files. Above it stand EVENTS, where the server tells, BUILD, the name of the build that the page is of, and
// STYLE.

// What is wrong, and how it is told: a line that is read out at once, and below it all the rest.
const told = document.createElement("section");
told.id = "preview-problem";
told.setAttribute("aria-label", "Preview");
told.innerHTML =
  '<p role="alert"></p><pre tabindex="0" role="region" aria-label="What is wrong"></pre><button type="button">Hide</button>';
const [alert, rest, hide] = told.children;
hide.onclick = () => told.remove();
told.onkeydown = ({ key }) => key === "Escape" && told.remove();

function tell(problem) {
  if (!problem) return told.remove();
  const [first, ...others] = problem.trim().split("\n");
  rest.textContent = others.join("\n");
  rest.hidden = others.length === 0;
  alert.textContent = "";
  document.body.prepend(told);
  // What was there before it was filled is read out by all readers of screens.
  requestAnimationFrame(() => {
    const sentence = document.createElement("strong");
    sentence.textContent = "This is the last page that could be built.";
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
  source.onmessage = hear;
  source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
}
document.addEventListener("visibilitychange", listen);
// A page that a browser has laid aside and brings back may be an old one.
addEventListener("pageshow", listen);
