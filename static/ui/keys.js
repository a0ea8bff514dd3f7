// Keys that work on every page, the list of them under "?", and arrow keys on a wall of pictures.
// A page names its own keys with the piece ui/keys.jte; an element with data-press="k" is clicked by that key.

export function typing(target) {
  return target.isContentEditable || target.matches?.("input:not([type=checkbox], [type=radio], [type=button]), textarea, select");
}

// The Latin letter of a key: as it stands on the keyboard, and on a Cyrillic, Greek or Hebrew one by the place of the key.
export function letter({ key, code }) {
  const foreign = key.length === 1 && key > "\x7f" && !/\p{Script=Latin}/u.test(key);
  return ((foreign && /^Key(.)$/.exec(code)?.[1]) || key).toLowerCase();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?") list();
  else if (event.key === "/") focusSearch(event);
  else if (event.target.closest?.(".wall")) moveOnWall(event);
  if (!event.defaultPrevented) press(event);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-shortcuts]")) list();
});

function press(event) {
  const element = document.querySelector(`[data-press="${CSS.escape(letter(event))}"]`);
  // On a link or a button Enter is its own.
  if (!element || (event.key === "Enter" && event.target.closest?.("a, button, summary"))) return;
  event.preventDefault();
  element.click();
}

function list() {
  const keys = document.querySelector("#shortcuts [data-keys]");
  keys.querySelectorAll(".here").forEach((entry) => entry.remove());
  for (const { dataset } of document.querySelectorAll("template[data-key]")) {
    const term = document.createElement("dt");
    const meaning = document.createElement("dd");
    const key = document.createElement("kbd");
    key.textContent = dataset.key;
    meaning.textContent = dataset.meaning;
    term.className = meaning.className = "here";
    term.append(key);
    keys.append(term, meaning);
  }
  document.getElementById("shortcuts").showModal();
}

function focusSearch(event) {
  const field = document.querySelector("main input[type=search], main .filters :is(input, select)");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

function moveOnWall(event) {
  const thumbs = [...event.target.closest(".wall").querySelectorAll("a.thumb, button.thumb")];
  const here = thumbs.indexOf(event.target);
  const top = thumbs[0].offsetTop;
  const perRow = thumbs.filter((thumb) => thumb.offsetTop === top).length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[event.key];
  if (here < 0 || step === undefined) return;
  event.preventDefault();
  thumbs[Math.min(thumbs.length - 1, Math.max(0, here + step))].focus();
}
