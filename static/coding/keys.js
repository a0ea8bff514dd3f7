// The keys of the coding screen. They are silent while somebody types, and nothing with Ctrl, Alt or Meta is touched:
// those belong to the browser.
import { letter, typing } from "../ui/keys.js";

export function listen(screen) {
  const { questions, stage, pictures, remarks, guide } = screen;
  const letters = {
    u: () => questions.state("unsure"),
    x: () => questions.state("not_codable"),
    f: () => remarks.flag(),
    n: () => remarks.note(),
    g: () => guide.toggle(questions.current()),
    s: screen.skip,
    z: () => stage.toggle(),
    arrowup: () => questions.move(-1),
    arrowdown: () => questions.move(1),
    arrowleft: () => pictures.walk(-1) || screen.back(),
    backspace: screen.back,
    arrowright: () => pictures.walk(1) || screen.forward(),
    onward: screen.forward,
    enter: screen.enter,
    escape: () => guide.close() || questions.focus(),
  };

  addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector("dialog[open]")) return;
      const act = typing(event.target) ? whileTyping(event, questions) : (pictures.key(event) ?? pressed(event, letters, questions));
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    { capture: true },
  );
}

function whileTyping(event, questions) {
  const note = event.target.matches("textarea");
  if (event.key === "Escape") return () => questions.focus();
  if (event.key === "Enter" && !event.shiftKey) return note ? () => questions.focus() : () => questions.typed();
  if (note) return null;
  if (event.key === "ArrowUp") return () => questions.move(-1);
  return event.key === "ArrowDown" ? () => questions.move(1) : null;
}

function pressed(event, letters, questions) {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  if (digit) {
    const place = (Number(digit[1]) || 10) + (event.shiftKey ? 10 : 0);
    return () => questions.choose(place);
  }
  if (event.shiftKey) return event.key === "ArrowRight" ? letters.onward : null;
  if (event.key === "Enter" && event.target.closest?.("a, button, summary")) return null;
  return letters[letter(event)];
}
