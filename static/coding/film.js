// A video on the stage: its player with its frames below, made of what the server says of it.
import { Player } from "../ui/player.js";

const FILM = `<video controls preload="metadata" playsinline tabindex="0"></video>
  <p class="row small muted"><output data-at aria-live="off">0:00.000</output><output data-speed></output>
    <span data-unplayable hidden>This browser cannot play the file; its frames below show what is in it.</span></p>
  <ul class="frames scroll" aria-label="Frames"></ul>`;

export class Film {
  #ms;
  #player;

  constructor({ file, original, width, height, video }, name) {
    this.#ms = video.ms;
    this.element = document.createElement("div");
    this.element.className = "player film";
    this.element.dataset.rate = video.rate;
    this.element.innerHTML = FILM;
    const player = this.element.querySelector("video");
    Object.assign(player, { poster: file, src: original, width, height });
    player.setAttribute("aria-label", name);
    this.element.querySelector(".frames").append(...video.frames.map(entry));
    this.#player = new Player(this.element);
  }

  key(event) {
    return this.#player.key(event);
  }

  pause() {
    this.#player.pause();
  }

  close() {
    this.#player.close();
  }

  // Seconds for which it played, and how many of its own seconds were seen.
  watched() {
    const { seconds, share } = this.#player.watched();
    return { seconds, seen: (share * this.#ms) / 1000 };
  }
}

function entry({ ms, at, small }) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const picture = new Image(64, 64);
  picture.src = small;
  picture.alt = "";
  picture.loading = "lazy";
  button.type = "button";
  button.dataset.seek = ms;
  button.setAttribute("aria-label", `${at}: show the video there`);
  button.append(picture, at);
  item.append(button);
  return item;
}
