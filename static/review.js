// A swipe on the image judges it: to the right is right, to the left is wrong. Keys are the buttons' own (ui/keys.js).
const FAR = 70;
let start = null;

document.addEventListener("touchstart", (event) => {
  const one = event.touches.length === 1 && event.target.closest(".sweep .picture");
  start = one ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
}, { passive: true });

document.addEventListener("touchend", (event) => {
  if (!start) return;
  const across = event.changedTouches[0].clientX - start.x;
  const down = event.changedTouches[0].clientY - start.y;
  start = null;
  if (Math.abs(across) < FAR || Math.abs(down) > Math.abs(across) / 2) return;
  document.querySelector(`.sweep [name=verdict][value=${across > 0 ? "right" : "wrong"}]`)?.click();
});
