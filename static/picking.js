// Ticking pictures on the wall: one by its box or by x, many by Shift with a click or an arrow. Without this script the
// boxes still tick.

const wall = document.querySelector("[data-gallery]");
const picking = document.getElementById("picking");
const told = picking.querySelector("[data-ticked]");
const untick = picking.querySelector("[data-untick]");
let anchor = null;

function boxes() {
  return [...wall.querySelectorAll(".pick")];
}

function boxOf(element) {
  return element?.closest("li")?.querySelector(".pick");
}

function tell() {
  const ticked = boxes().filter((box) => box.checked).length;
  told.textContent = ticked === 0 ? "" : `${ticked} ticked`;
  untick.hidden = ticked === 0;
}

function tick(box, on) {
  picking.open = true;
  box.checked = on;
  anchor = box;
  tell();
}

// All from the anchor to here become as the anchor is.
function tickTo(box) {
  picking.open = true;
  const all = boxes();
  const from = all.indexOf(anchor?.isConnected ? anchor : box);
  const to = all.indexOf(box);
  const on = from === to || all[from].checked;
  for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = on;
  tell();
}

// Before the picture's own click, which would show it large or open a window.
wall.addEventListener("click", (event) => {
  const box = boxOf(event.target);
  if (!box || !event.shiftKey) return;
  if (event.target === box) {
    if (anchor && anchor !== box) anchor.checked = box.checked;
    tickTo(box);
  } else if (event.target.closest("a.thumb")) {
    event.preventDefault();
    if (anchor) tickTo(box);
    else tick(box, true);
  }
}, { capture: true });

wall.addEventListener("change", (event) => {
  if (!event.target.matches(".pick")) return;
  anchor = event.target;
  tell();
});

// A click with Shift would mark the text in between.
wall.addEventListener("mousedown", (event) => {
  if (event.shiftKey) event.preventDefault();
});

let left = null;
wall.addEventListener("keydown", (event) => {
  left = event.target.closest("a.thumb");
  if (!left || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.toLowerCase() === "x") {
    event.preventDefault();
    const box = boxOf(left);
    tick(box, !box.checked);
  }
});

// The arrow itself has moved the focus by now.
document.addEventListener("keydown", (event) => {
  if (!left || !event.shiftKey || !event.key.startsWith("Arrow")) return;
  const here = document.activeElement?.closest?.("a.thumb");
  if (!here || here === left) return;
  const before = boxOf(left);
  if (anchor !== before && !before.checked) tick(before, true);
  tickTo(boxOf(here));
  anchor = boxOf(here);
});

untick.addEventListener("click", () => {
  for (const box of boxes()) box.checked = false;
  anchor = null;
  tell();
});

tell();
