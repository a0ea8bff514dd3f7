// A wide table scrolls in its own box: the box takes the keyboard's focus whenever there is something to scroll to.

function reach(box) {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (scrolls && !box.hasAttribute("tabindex")) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    if (!box.hasAttribute("aria-label") && !box.hasAttribute("aria-labelledby")) box.setAttribute("aria-label", name(box));
  }
}

function name(box) {
  const heading = box.closest("section, main")?.querySelector("h1, h2, h3");
  return `${box.querySelector("caption")?.textContent ?? heading?.textContent ?? "Table"}: scrolls`;
}

function reachAll() {
  document.querySelectorAll(".scroll").forEach(reach);
}

reachAll();
addEventListener("resize", reachAll);
document.addEventListener("htmx:afterSettle", reachAll);
document.addEventListener("toggle", reachAll, true);
