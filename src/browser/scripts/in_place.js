// What the reader ticks stays in its place, although what stands above it takes more or less room then. Browsers that hold a page
// by themselves hold on to something else in it (style/layout.css).
addEventListener("change", ({ target }) => {
  const sheet = target.closest("#filters");
  if (!sheet) return;
  const top = () => target.getBoundingClientRect().top;
  const before = top();
  requestAnimationFrame(() => (sheet.matches(":popover-open") ? sheet : window).scrollBy(0, top() - before));
}, true);
