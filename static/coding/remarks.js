// Flag, note, and what is known about the image.
export class Remarks {
  #flag;
  #note;
  #facts = document.getElementById("facts");

  constructor(form, changed) {
    this.#flag = form.querySelector("#flagged");
    this.#note = form.querySelector("#note");
    this.#flag.addEventListener("change", changed);
    this.#note.addEventListener("input", changed);
  }

  write(typed, item) {
    this.#flag.checked = typed?.flagged ?? false;
    this.#note.value = typed?.note ?? "";
    if (this.#facts) this.#facts.replaceChildren(...facts(item));
  }

  read() {
    return { note: this.#note.value.trim(), flagged: this.#flag.checked };
  }

  flag() {
    this.#flag.click();
  }

  note() {
    this.#note.focus();
  }
}

function facts(item) {
  const list = document.createElement("dl");
  for (const { name, value } of item.facts) list.append(piece("dt", name), piece("dd", value));
  const text = piece("p", item.text);
  text.className = "prewrap wrap";
  return item.text ? [text, list] : [list];
}

function piece(kind, text) {
  const element = document.createElement(kind);
  element.textContent = text;
  return element;
}
