// Adjudication: the image can be looked at closely, and another code chosen is another code taken.
// Keys are the buttons' own (ui/keys.js).
import { Stage } from "./stage.js";

const canvas = document.getElementById("canvas");
const zoom = document.getElementById("zoom");
const picture = canvas.querySelector("img");

zoom.hidden = false;
picture.draggable = false;
new Stage(canvas, zoom).show({ original: canvas.dataset.original }, picture);

for (const field of document.querySelectorAll(".other [name=other]")) {
  field.addEventListener("input", () => (document.getElementById("take-other").checked = true));
}

document.getElementById("take-other").addEventListener("click", () => {
  document.querySelector(".other :is(select, input[type=text], input[type=checkbox])").focus();
});
