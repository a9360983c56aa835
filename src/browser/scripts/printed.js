// Paper says when and from where it was printed, which the finished page cannot know. Swedish dates are YYYY-MM-DD.
addEventListener("beforeprint", () => {
  document.body.dataset.on = `${new Date().toLocaleDateString("sv")}, ${location.href}`;
});
document.addEventListener("click", (event) => event.target.closest(".print") && print());
