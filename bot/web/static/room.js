// What is easier with a script; every page is read and turned without it.
"use strict";

if (matchMedia("(min-width: 66rem)").matches && document.body.classList.contains("reading")) {
  document.querySelector(".outline")?.setAttribute("open", "");
}

const print = document.querySelector(".print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// Keys of a presenter's remote: they follow the links that the page shows.
if (document.body.classList.contains("projector")) {
  const steps = { ArrowRight: "a[rel=next]", PageDown: "a[rel=next]", " ": "a[rel=next]",
    ArrowLeft: "a[rel=prev]", PageUp: "a[rel=prev]", Escape: "a.end" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || (event.key === " " && event.target.closest?.("a"))) return;
    const link = steps[event.key] && document.querySelector(steps[event.key]);
    if (link) {
      event.preventDefault();
      location.assign(link.href);
    }
  });
}
