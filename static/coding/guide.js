// The guide beside the image: the codebook's page of the question in focus.
export class Guide {
  #drawer;
  #path;
  #loaded = null;

  constructor(drawer, path) {
    this.#drawer = drawer;
    this.#path = path;
  }

  async toggle(variable) {
    if (this.close()) return;
    this.#drawer.hidden = false;
    this.#loaded ??= this.#load();
    await this.#loaded;
    this.follow(variable);
  }

  close() {
    const open = !this.#drawer.hidden;
    this.#drawer.hidden = true;
    return open;
  }

  follow(variable) {
    for (const part of this.#drawer.querySelectorAll("[data-guide]")) {
      part.hidden = part.dataset.guide !== variable;
    }
  }

  async #load() {
    try {
      const answer = await fetch(this.#path, { headers: { "HX-Request": "true" } });
      if (!answer.ok) throw new Error();
      this.#drawer.innerHTML = await answer.text();
    } catch {
      this.#loaded = null;
      this.#drawer.textContent = "The guide cannot be loaded now. Press G again in a moment.";
    }
  }
}
