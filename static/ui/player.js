// Plays a video by keys, follows a click on one of its frames, and knows what was watched of it.
const SPEEDS = [0.25, 0.5, 1, 1.5, 2];

function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const minutes = Math.floor(ms / 60000);
  const rest = ((ms % 60000) / 1000).toFixed(3).padStart(6, "0");
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

export class Player {
  #element;
  #video;
  #step;
  #since = null;
  #seconds = 0;

  // The element holds the video, its frames, and the places where time and speed are written.
  constructor(element) {
    this.#element = element;
    this.#video = element.querySelector("video");
    this.#step = 1 / Number(element.dataset.rate);
    element.addEventListener("click", (event) => this.#frame(event, event.target.closest("[data-seek]")));
    for (const name of ["timeupdate", "seeked", "loadedmetadata"]) this.#video.addEventListener(name, () => this.#at());
    for (const name of ["play", "pause", "ended", "timeupdate"]) {
      this.#video.addEventListener(name, () => this.#count());
    }
    this.#video.addEventListener("error", () => {
      if (this.#video.hasAttribute("src")) element.querySelector("[data-unplayable]").hidden = false;
    });
  }

  // What a key does here; null where it is not the player's.
  key(event) {
    const inside = this.#element.contains(event.target);
    const back = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (event.key === " " && !event.target.closest?.("a, button, summary, label, input")) return () => this.#toggle();
    if (event.key === "<") return () => this.#speed(-1);
    if (event.key === ">") return () => this.#speed(1);
    if (back !== 0 && event.shiftKey) return () => this.#seek(this.#video.currentTime + back);
    return back !== 0 && inside ? () => this.#walk(back) : null;
  }

  // How long it was played, and how much of it was seen, once or more often.
  watched() {
    this.#count();
    const { played, duration } = this.#video;
    let seen = 0;
    for (let i = 0; i < played.length; i++) seen += played.end(i) - played.start(i);
    return { seconds: this.#seconds, share: duration > 0 ? Math.min(1, seen / duration) : 0 };
  }

  pause() {
    this.#video.pause();
  }

  // Lets go of the file: a browser plays so many at once and no more.
  close() {
    this.#video.pause();
    this.#video.removeAttribute("src");
    this.#video.load();
  }

  #at() {
    this.#element.querySelector("[data-at]").textContent = clock(this.#video.currentTime);
  }

  #count() {
    if (this.#since !== null) this.#seconds += (performance.now() - this.#since) / 1000;
    this.#since = this.#video.paused || this.#video.ended ? null : performance.now();
  }

  #seek(time) {
    this.#video.currentTime = Math.min(Math.max(0, time), this.#video.duration || 0);
  }

  // Into the middle of the frame, so that rounding shows no other.
  #walk(back) {
    this.#video.pause();
    this.#seek((Math.floor(this.#video.currentTime / this.#step + 1e-3) + back + 0.5) * this.#step);
  }

  // Who points at a frame goes on by keys from there; who came to it by keys stays.
  #frame(event, button) {
    if (!button) return;
    this.#video.pause();
    this.#seek(Number(button.dataset.seek) / 1000 + 0.001);
    this.#video.scrollIntoView({ block: "nearest" });
    if (event.detail > 0) this.#video.focus({ preventScroll: true });
  }

  #toggle() {
    if (this.#video.paused) this.#video.play().catch(() => {});
    else this.#video.pause();
  }

  #speed(by) {
    const here = SPEEDS.indexOf(this.#video.playbackRate);
    this.#video.playbackRate = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, (here < 0 ? 2 : here) + by))];
    const { playbackRate } = this.#video;
    this.#element.querySelector("[data-speed]").textContent = playbackRate === 1 ? "" : `${playbackRate} ×`;
  }
}
