// Adjudication: the image can be looked at closely, and another code chosen is another code taken. The next unit takes
// the place of this one in the page. Keys are the buttons' own (ui/keys.js).
import { Stage } from "./stage.js";

open();
document.addEventListener("htmx:afterSettle", open);

document.addEventListener("input", ({ target }) => {
  if (target.matches(".other [name=other]")) document.getElementById("take-other").checked = true;
});

document.addEventListener("click", ({ target }) => {
  if (target.id === "take-other") {
    document.querySelector(".other :is(select, input[type=text], input[type=checkbox])").focus();
  }
});

function open() {
  const canvas = document.getElementById("canvas");
  const zoom = document.getElementById("zoom");
  const picture = canvas.querySelector("img");
  zoom.hidden = false;
  picture.draggable = false;
  new Stage(canvas, zoom).show({ original: canvas.dataset.original }, picture);
}
