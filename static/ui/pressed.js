// A field that saves itself when it is left may have the server draw the very button anew that is being pressed, here or
// where an error moved it. The browser then drops the click; the new button gets it. The keyboard's focus is kept by htmx,
// where the button has an id.

let pressed = null;
let at = null;

addEventListener("pointerdown", (event) => {
  pressed = event.button === 0 ? event.target.closest?.("a[href], button") : null;
  at = event;
}, true);

addEventListener("pointerup", ({ clientX, clientY }) => {
  const still = Math.hypot(clientX - at?.clientX, clientY - at?.clientY) < 8;
  if (pressed && still && !pressed.isConnected) successor(pressed)?.click();
  pressed = null;
}, true);

function successor(element) {
  if (element.id) return document.getElementById(element.id);
  return [...document.links].find((link) => link.href === element.href);
}
