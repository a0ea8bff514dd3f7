// Dragging categories within their variable and variables within the list. The arrow buttons do the same.
import { changed } from "./categories.js";

let dragged = null;
let from = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".grip")?.closest(".category") ?? event.target.closest?.(".entry");
  if (!dragged) return;
  from = [...dragged.parentElement.children].indexOf(dragged);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  event.dataTransfer.setDragImage(dragged, 12, 12);
  dragged.classList.add("dragged");
});

document.addEventListener("dragover", (event) => {
  const over = dragged && event.target.closest?.(dragged.matches(".category") ? ".category" : ".entry");
  if (!over || over === dragged || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  const box = over.getBoundingClientRect();
  if (event.clientY < box.top + box.height / 2) over.before(dragged);
  else over.after(dragged);
});

document.addEventListener("drop", (event) => {
  if (dragged) event.preventDefault();
});

document.addEventListener("dragend", () => {
  if (!dragged) return;
  dragged.classList.remove("dragged");
  if ([...dragged.parentElement.children].indexOf(dragged) !== from) {
    if (dragged.matches(".category")) changed();
    else send(dragged);
  }
  dragged = null;
});

// The list's own form sends the new place, as its buttons do.
function send(entry) {
  const form = entry.querySelector("form");
  const place = [...entry.parentElement.querySelectorAll(".entry")].indexOf(entry);
  const to = document.createElement("input");
  to.type = "hidden";
  to.name = "to";
  to.value = place;
  form.append(to);
  form.requestSubmit();
}
