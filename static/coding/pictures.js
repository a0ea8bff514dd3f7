// The pictures of the post on the screen: one of them large, all of them small below. Where there is one alone, nothing is
// shown below.
export class Pictures {
  #list;
  #show;
  #all = [];
  #here = 0;

  // show puts a picture onto the stage.
  constructor(list, show) {
    this.#list = list;
    this.#show = show;
  }

  show(pictures) {
    this.#all = pictures;
    this.#list.hidden = pictures.length < 2;
    this.#list.replaceChildren(...(this.#list.hidden ? [] : pictures.map((_, place) => this.#entry(place))));
    this.#open(0);
  }

  // Whether there was a picture to walk to; at the ends it stays.
  walk(step) {
    if (this.#all.length < 2) return false;
    const place = Math.min(this.#all.length - 1, Math.max(0, this.#here + step));
    if (place !== this.#here) this.#open(place);
    return true;
  }

  clear() {
    this.#all = [];
    this.#list.hidden = true;
  }

  #open(place) {
    this.#here = place;
    this.#show(this.#all[place], place);
    [...this.#list.children].forEach((entry, at) => {
      entry.firstChild.toggleAttribute("aria-current", at === place);
      if (at === place) entry.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  #entry(place) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    const picture = new Image(64, 64);
    picture.src = this.#all[place].small;
    picture.alt = "";
    button.type = "button";
    button.setAttribute("aria-label", `Picture ${place + 1} of ${this.#all.length}`);
    button.append(picture);
    button.addEventListener("click", () => this.#open(place));
    entry.append(button);
    return entry;
  }
}
