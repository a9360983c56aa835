// What the reader was doing on the finished page goes on in the app, which shows the same elements and text. The app
// says "takeover" right before it clears the page; once it is ready all is brought back, before anything is painted.
let reader;
const app = () => document.getElementById("app");
const elements = (kind) => [...document.querySelectorAll("#app " + kind)];
// What tells an element from others: the app may show more and others than the finished page, where something was ticked.
const key = (of) => [of.tagName, of.id, of.name, of.type == "checkbox" && of.value, of.getAttribute("href")].join();
const searchBox = () => document.getElementById("q");
const offset = (node, at) => {
  const range = document.createRange();
  range.setStart(app(), 0);
  range.setEnd(node, at);
  return range.toString().length;
};
const point = (offset, other) => {
  const texts = document.createTreeWalker(app(), NodeFilter.SHOW_TEXT);
  // Between two texts a selection begins in the second and ends in the first.
  const begins = offset < other;
  for (let text; (text = texts.nextNode()); offset -= text.length) {
    if (begins ? offset < text.length : offset <= text.length) return [text, offset];
  }
  return [app(), 0];
};
document.addEventListener("takeover", () => {
  const active = document.activeElement;
  const name = key(active);
  const box = searchBox();
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
  const isSelected = !isCollapsed && app().contains(anchorNode) && app().contains(focusNode);
  reader = {
    name,
    at: elements("*").filter((of) => key(of) == name).indexOf(active),
    top: scrollY,
    typed: box && [box.value, box.selectionStart, box.selectionEnd],
    isOpen: Boolean(document.querySelector("#filters:popover-open")),
    folds: elements("details").map((fold) => fold.open),
    selected: isSelected && [String(selection), offset(anchorNode, anchorOffset), offset(focusNode, focusOffset)],
  };
});
new MutationObserver(() => {
  if (html.dataset.app != "ready" || !reader) return;
  const { name, at, top, typed, isOpen, folds, selected } = reader;
  reader = null;
  const box = searchBox();
  if (box && typed && typed[0]) box.value = typed[0];
  // On an address with a query the reader has not seen the list yet: what the app has opened for it stays open.
  elements("details").forEach((fold, at, { length }) => {
    if (length == folds.length) fold.open = folds[at] || ("query" in html.dataset && fold.open);
  });
  if (isOpen) document.getElementById("filters").showPopover();
  const same = elements("*").filter((of) => key(of) == name)[at];
  // What the address leads to within the page is another element now.
  const focused = same || location.hash && document.getElementById(location.hash.slice(1));
  if (focused) focused.focus({ preventScroll: true });
  if (focused && focused == box) box.setSelectionRange(typed[1], typed[2]);
  if (top) scrollTo(0, top);
  if (!selected) return;
  const [text, anchor, focus] = selected;
  const selection = getSelection();
  selection.setBaseAndExtent(...point(anchor, focus), ...point(focus, anchor));
  if (String(selection) != text) selection.removeAllRanges();
}).observe(html, { attributeFilter: ["data-app"] });
