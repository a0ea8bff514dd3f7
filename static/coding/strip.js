// The last ten images that were decided, the newest first; each can be opened again.
const TEN = 10;

export class Strip {
  #list;
  #items;
  #open;
  #here;
  #entries = new Map();

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

  remove(image) {
    this.#items = this.#items.filter((item) => item.image !== image);
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

  // Entries that are there stay: ten pictures drawn anew would hold up the large one.
  #draw() {
    const entries = this.#items.map((item) => this.#entries.get(item.image) ?? this.#entry(item));
    this.#entries = new Map(this.#items.map((item, place) => [item.image, entries[place]]));
    entries.forEach((entry, place) => {
      const button = entry.firstChild;
      button.setAttribute("aria-label", place === 0 ? "The one before" : `${place + 1} before`);
      button.classList.toggle("flagged", this.#items[place].decided?.flagged ?? false);
      if (this.#list.children[place] !== entry) this.#list.insertBefore(entry, this.#list.children[place] ?? null);
    });
    while (this.#list.children.length > entries.length) this.#list.lastChild.remove();
    this.mark(this.#here);
  }

  #entry(item) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    const picture = new Image(48, 48);
    picture.src = item.small;
    picture.alt = "";
    button.type = "button";
    button.dataset.image = item.image;
    button.append(picture);
    button.addEventListener("click", () => this.#open(this.#items.find((one) => one.image === item.image)));
    entry.append(button);
    return entry;
  }
}
