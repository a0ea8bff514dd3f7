// The last ten images that were decided, the newest first; each can be opened again.
const TEN = 10;

export class Strip {
  #list;
  #items;
  #open;
  #here;

  constructor(list, items, open) {
    this.#list = list;
    this.#items = items;
    this.#open = open;
    this.#draw();
  }

  add(item) {
    const known = this.#items.findIndex((one) => one.image === item.image);
    if (known >= 0) this.#items[known] = item;
    else this.#items = [item, ...this.#items].slice(0, TEN);
    this.#draw();
  }

  // The one decided before this one; before a new image, the newest.
  before(image) {
    return this.#items[this.#place(image) + 1];
  }

  after(image) {
    return this.#items[this.#place(image) - 1];
  }

  #place(image) {
    return this.#items.findIndex((item) => item.image === image);
  }

  mark(image) {
    this.#here = image;
    for (const button of this.#list.querySelectorAll("button")) {
      button.toggleAttribute("aria-current", Number(button.dataset.image) === image);
    }
  }

  #draw() {
    this.#list.replaceChildren(...this.#items.map((item, place) => this.#entry(item, place)));
    this.mark(this.#here);
  }

  #entry(item, place) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    const picture = new Image(48, 48);
    picture.src = item.small;
    picture.alt = "";
    button.type = "button";
    button.dataset.image = item.image;
    button.setAttribute("aria-label", place === 0 ? "The image before" : `${place + 1} images before`);
    button.append(picture);
    if (item.decided?.flagged) button.className = "flagged";
    button.addEventListener("click", () => this.#open(item));
    entry.append(button);
    return entry;
  }
}
