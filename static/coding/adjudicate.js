// Adjudication: the image can be looked at closely, and another code chosen is another code taken. The next unit takes
// the place of this one in the page. Keys are the buttons' own (ui/keys.js).
import { parse } from "../ui/address.js";
import { letter, typing } from "../ui/keys.js";
import { Pictures } from "./pictures.js";
import { Stage } from "./stage.js";

let pictures = null;

open();
document.addEventListener("htmx:afterSettle", open);

document.addEventListener("input", ({ target }) => {
  if (target.matches(".other [name=other]")) document.getElementById("take-other").checked = true;
});

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = document.querySelector("dialog[open]") ? null : pictures.key(event);
  if (act) {
    event.preventDefault();
    return act();
  }
  if (event.shiftKey) return;
  const step = { arrowleft: -1, arrowright: 1 }[letter(event)];
  if (step && pictures.walk(step)) event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
  if (target.id === "take-other") {
    document.querySelector(".other :is(select, input[type=text], input[type=checkbox])").focus();
  }
});

function open() {
  const canvas = document.getElementById("canvas");
  const stage = new Stage(canvas, document.getElementById("zoom"));
  const first = canvas.querySelector("img, video");
  const name = first.alt ?? first.getAttribute("aria-label");
  pictures?.clear();
  pictures = new Pictures(
    document.getElementById("pictures"),
    stage,
    (picture, place) => (place === 0 ? first : loaded(picture, name)),
    name,
  );
  first.draggable = false;
  pictures.show(parse(canvas.dataset.pictures));
}

function loaded({ file, width, height }, alt) {
  const picture = new Image(width, height);
  picture.src = file;
  picture.alt = alt;
  picture.draggable = false;
  return picture;
}
