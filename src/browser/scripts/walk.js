// A picture whose marks are links or buttons has one Tab stop: arrow keys, Home and End walk the marks, in their order. Where
// that is drawn from right to left, so do the keys go.
const marks = (target) => {
  const picture = target.closest?.("[data-walk]");
  return picture ? [...picture.querySelectorAll("a[href], button")] : [];
};
addEventListener("focusin", ({ target }) => marks(target).forEach((mark) => (mark.tabIndex = mark == target ? 0 : -1)));
addEventListener("keydown", (event) => {
  const all = marks(event.target);
  const at = all.indexOf(event.target);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const on = getComputedStyle(event.target).direction == "rtl" ? -1 : 1;
  const to = { ArrowLeft: at - on, ArrowRight: at + on, ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all[to]?.focus();
});
