// The outline stands open where there is room for it; everything else works without this file.
if (matchMedia("(min-width: 66rem)").matches && document.body.classList.contains("reading")) {
  document.querySelector(".outline")?.setAttribute("open", "");
}
