// How long it takes from what a reader does to what is painted last of it.

/** How long nothing must change before all is painted, in milliseconds. */
export const QUIET = 400;

/** What runs in the page: `window.painted(act)` gives the time from an act to the last change of the page, painted. */
export function watchPaints(quiet) {
  let last = 0;
  const note = () => requestAnimationFrame(() => setTimeout(() => (last = performance.now())));
  const isSpoken = ({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [aria-live]");
  new MutationObserver((changes) => {
    // What is told to screen readers once the page stands still is seen by nobody.
    if (!changes.every(isSpoken)) note();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  window.painted = async (act) => {
    const start = performance.now();
    last = 0;
    act();
    do await new Promise((done) => setTimeout(done, quiet));
    while (performance.now() - Math.max(last, start) < quiet);
    return last ? last - start : undefined;
  };
}
