// On a narrow screen the filters are a sheet over the page, which opens by itself. Whoever goes on past its end has left it.
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const sheet = target.closest?.(":popover-open");
  if (sheet && relatedTarget && !sheet.contains(relatedTarget)) sheet.hidePopover();
});
