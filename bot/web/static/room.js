// What is easier with a script; every page is read and turned without it.
"use strict";

if (matchMedia("(min-width: 66rem)").matches && document.body.classList.contains("reading")) {
  document.querySelector(".outline")?.setAttribute("open", "");
}

// At a desk what is typed on the first page is a question; on a phone a keyboard would cover the page.
if (document.body.classList.contains("home") && matchMedia("(min-width: 40rem) and (pointer: fine)").matches && !location.hash) {
  document.querySelector("#cau")?.focus({ preventScroll: true });
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
