// Seconds for which an image was in sight: a tab in the background does not count.
export class SeenTime {
  #seen = 0;
  #since = null;

  constructor() {
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#pause() : this.#go()));
  }

  begin() {
    this.#seen = 0;
    this.#since = null;
    if (!document.hidden) this.#go();
  }

  end() {
    this.#pause();
    return Math.round(this.#seen / 100) / 10;
  }

  #go() {
    this.#since = performance.now();
  }

  #pause() {
    if (this.#since !== null) this.#seen += performance.now() - this.#since;
    this.#since = null;
  }
}
