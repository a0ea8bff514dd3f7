// How far the coder is, and whether everything is saved.
export class Standing {
  #assignment;
  #queue;
  #text = document.getElementById("standing");
  #saved = document.getElementById("saved");

  constructor(assignment, queue) {
    this.#assignment = assignment;
    this.#queue = queue;
  }

  show() {
    const ahead = this.#queue.entries().filter((entry) => entry.first).length;
    const done = this.#assignment.progress.done + ahead;
    const left = Math.max(0, this.#assignment.progress.left - ahead);
    const words = [`${count(done)} coded`, left ? `${count(left)} left` : "none left"];
    const seconds = Math.round(this.#assignment.progress.pace * left);
    if (seconds) words.push(`about ${duration(seconds)}`);
    this.#text.textContent = words.join(" · ");
    const end = document.querySelector("#end p");
    if (!this.#assignment.closed) {
      end.textContent = `You coded ${count(done)} ${this.#assignment.words[done === 1 ? 0 : 1]}. Nothing is left for you in this sample.`;
    }
  }

  heard(batch) {
    this.show();
    const changed = document.getElementById("changed");
    if (changed && batch.version !== this.#assignment.version) changed.hidden = false;
  }

  saved({ unsent, trouble, refused }) {
    this.#saved.className = trouble || refused ? "saved bad" : unsent ? "saved busy" : "saved good";
    if (refused) this.#refused(refused);
    else if (trouble) this.#say(`${count(unsent)} kept in this browser. ${trouble}.`);
    else this.#say(unsent ? "Saving…" : "Saved");
  }

  #refused(entry) {
    this.#say(`Not taken: ${entry.refused} `);
    const look = document.createElement("a");
    look.href = `${this.#assignment.path}/code/${entry.body.image}`;
    look.textContent = "Look at it";
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "button link";
    discard.textContent = "throw it away";
    discard.addEventListener("click", () => this.#queue.discard(entry.key));
    this.#saved.append(look, " or ", discard);
  }

  #say(text) {
    if (this.#saved.firstChild?.data !== text || this.#saved.childNodes.length > 1) this.#saved.textContent = text;
  }
}

function count(n) {
  return n.toLocaleString("en");
}

function duration(seconds) {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
}
