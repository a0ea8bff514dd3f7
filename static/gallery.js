// The wall of pictures: a click or Enter shows one large, arrows go on, Enter again opens its page.
// Without this script the pictures are links to their pages.

const wall = document.querySelector("[data-gallery]");
const box = document.getElementById("lightbox");
let shown = null;

function thumbs() {
  return [...wall.querySelectorAll("a.thumb")];
}

function show(thumb) {
  shown = thumb;
  const small = thumb.querySelector("img");
  const large = box.querySelector("img");
  large.src = thumb.dataset.large;
  large.alt = small.alt;
  box.querySelector("[data-name]").textContent = small.alt;
  box.querySelector("[data-page]").href = thumb.href;
  if (!box.open) box.showModal();
}

function step(by) {
  const all = thumbs();
  const next = all[all.indexOf(shown) + by];
  if (!next) return;
  // Coming into view loads the next part of the wall.
  next.scrollIntoView({ block: "nearest" });
  next.focus({ preventScroll: true });
  show(next);
}

wall.addEventListener("click", (event) => {
  const thumb = event.target.closest("a.thumb");
  if (!thumb || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(thumb);
});

box.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
  else if (event.target.tagName === "IMG") box.close();
});

box.addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight" || event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(-1);
  else if (event.key === "Enter" && !event.target.closest("a, button")) location.assign(shown.href);
  else return;
  event.preventDefault();
});

box.addEventListener("close", () => shown?.focus());

// A chosen value filters at once, and what is empty stays out of the address.
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-wait]")) return;
  event.target.closest("form[data-filter]")?.requestSubmit();
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-filter]")) return;
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});

if (!document.activeElement || document.activeElement === document.body) {
  document.addEventListener("keydown", function first(event) {
    if (!event.key.startsWith("Arrow") || document.activeElement !== document.body) return;
    event.preventDefault();
    thumbs()[0]?.focus();
    document.removeEventListener("keydown", first);
  });
}
