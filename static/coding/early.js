// Keys pressed before the scripts of a page are there, or while the next unit is on its way, are kept and pressed again
// then, so that nobody types faster than the page. Not a module: it has to be there before anything is drawn.
(() => {
  const kept = [];
  let waiting = true;

  const field = (element) =>
    element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select") ? element : null;

  addEventListener("keydown", keep, { capture: true });
  addEventListener("DOMContentLoaded", () => setTimeout(release));
  addEventListener("htmx:beforeRequest", () => {
    document.activeElement.blur();
    waiting = true;
  });
  for (const end of ["htmx:afterSettle", "htmx:sendError", "htmx:responseError"]) addEventListener(end, release);

  function keep(event) {
    const ours = /^(.|Enter|Backspace|Arrow\w+)$/.test(event.key);
    if (!waiting || !ours || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (field(event.target)) return;
    kept.push(event);
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function release() {
    waiting = false;
    while (kept.length && !waiting) press(kept.shift());
  }

  function press({ key, code, shiftKey }) {
    const typed = field(document.activeElement);
    if (typed && key.length === 1) typed.value += key;
    else {
      const again = { key, code, shiftKey, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", again));
    }
  }
})();
