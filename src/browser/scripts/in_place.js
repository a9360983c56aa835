// What the reader ticks or chooses stays in its place, although what stands above it takes more or less room then. Browsers that
// hold a page by themselves hold on to something else in it (style/layout.css). Bars are drawn anew, and what holds them stays.
for (const kind of ["change", "click"]) {
  addEventListener(kind, ({ target }) => {
    const sheet = target.closest?.("#filters");
    const stays = kind == "click" ? target.closest(".bars") : target;
    if (!sheet || !stays) return;
    const top = () => stays.getBoundingClientRect().top;
    const before = top();
    requestAnimationFrame(() => stays.isConnected && (sheet.matches(":popover-open") ? sheet : window).scrollBy(0, top() - before));
  }, true);
}
