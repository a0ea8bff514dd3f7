// The pictures and videos of the unit on the screen: one of them large, all of them small below. Where there is one alone,
// nothing is shown below.
import { Film } from "./film.js";

export class Pictures {
  #list;
  #stage;
  #load;
  #name;
  #all = [];
  #here = 0;
  #films = new Map();

  // load gives the element of a picture; name says what is shown.
  constructor(list, stage, load, name) {
    this.#list = list;
    this.#stage = stage;
    this.#load = load;
    this.#name = name;
  }

  show(pictures) {
    this.#closeFilms();
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
    this.#closeFilms();
    this.#all = [];
    this.#list.hidden = true;
  }

  // What a key does in the video that is shown; null where it is not the player's.
  key(event) {
    return this.#films.get(this.#all[this.#here]?.image)?.key(event) ?? null;
  }

  // Of all videos of the unit together, also of those that were not opened; null where there is none.
  watched() {
    const videos = this.#all.filter((picture) => picture.video);
    if (videos.length === 0) return null;
    const looks = [...this.#films.values()].map((film) => film.watched());
    const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
    const length = sum(videos.map(({ video }) => video.ms / 1000));
    const share = length > 0 ? sum(looks.map(({ seen }) => seen)) / length : 0;
    return { seconds: sum(looks.map(({ seconds }) => seconds)), share: Math.min(1, share) };
  }

  #closeFilms() {
    this.#films.forEach((film) => film.close());
    this.#films.clear();
  }

  #film(picture) {
    const film = this.#films.get(picture.image) ?? new Film(picture, this.#name);
    this.#films.set(picture.image, film);
    return film;
  }

  #open(place) {
    this.#films.get(this.#all[this.#here]?.image)?.pause();
    this.#here = place;
    const picture = this.#all[place];
    if (picture.video) this.#stage.play(this.#film(picture).element);
    else this.#stage.show(picture, this.#load(picture, place));
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
    button.setAttribute("aria-label", `${this.#all[place].video ? "Video" : "Picture"} ${place + 1} of ${this.#all.length}`);
    button.append(picture);
    button.addEventListener("click", () => this.#open(place));
    entry.append(button);
    return entry;
  }
}
