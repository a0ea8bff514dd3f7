// Decisions on their way to the server. Each stands in localStorage under a key of its own from the moment it is made
// until the server has answered, so that neither a lost connection nor a closed tab loses one. The server stores a
// decision once however often it is sent.
import { parse } from "../ui/address.js";

const SLOWEST = 5_000;
const PATIENCE = 20_000;

export class Queue {
  #assignment;
  #told;
  #memory = new Map();
  #sending = false;
  #pause = 500;
  #timer = 0;

  constructor(assignment, told) {
    this.#assignment = assignment;
    this.#told = told;
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    addEventListener("storage", () => this.#tell());
  }

  get #prefix() {
    return `codeframe.send.${this.#assignment.sample}.${this.#assignment.coder}.`;
  }

  // What is not stored on the server yet, the oldest first.
  entries() {
    const found = new Map(this.#memory);
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(this.#prefix)) found.set(key, JSON.parse(localStorage.getItem(key)));
    }
    return [...found].map(([key, entry]) => ({ key, ...entry })).sort((a, b) => a.at - b.at);
  }

  pending(image) {
    return this.entries().some((entry) => entry.body.image === image);
  }

  refused(image) {
    return this.entries().find((entry) => entry.refused && entry.body.image === image);
  }

  // A new decision takes the place of one that was refused.
  add(kind, body, first) {
    const refused = this.refused(body.image);
    if (refused) this.#remove(refused.key);
    const at = Date.now() + performance.now() / 1e6;
    this.#store(`${this.#prefix}${at}.${body.decision ?? body.image}`, { kind, body, first, at, refused: "" });
    this.send();
  }

  // What the server refused for good and the coder gives up.
  discard(key) {
    this.#remove(key);
    this.#tell();
  }

  #store(key, entry) {
    try {
      localStorage.setItem(key, JSON.stringify(entry));
    } catch {
      this.#memory.set(key, entry);
    }
  }

  #remove(key) {
    localStorage.removeItem(key);
    this.#memory.delete(key);
  }

  async send() {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    let trouble = "";
    for (let entry = this.#next(); entry && !trouble; entry = this.#next()) {
      this.#tell();
      trouble = await this.#sendOne(entry);
    }
    this.#sending = false;
    this.#tell(trouble);
    this.#pause = trouble ? Math.min(this.#pause * 2, SLOWEST) : 500;
    if (trouble) this.#timer = setTimeout(() => this.send(), this.#pause);
  }

  #next() {
    return this.entries().find((entry) => !entry.refused);
  }

  // Empty when the server took it or refused it for good; else why it is tried again.
  async #sendOne(entry) {
    const answer = await this.post(entry.kind, entry.body);
    if (answer.trouble) return answer.trouble;
    if (answer.gone) await this.#gone(entry, answer.gone);
    else if (answer.refused) this.#store(entry.key, { ...entry, refused: answer.refused });
    else {
      this.#remove(entry.key);
      this.#told.batch(answer.batch);
    }
    return "";
  }

  // The image was removed meanwhile: nothing is left to decide, and what is held now is asked for.
  async #gone(entry, sentence) {
    this.#remove(entry.key);
    this.#told.gone(entry.body.image, sentence);
    const answer = await this.#fetch("");
    if (answer.batch) this.#told.batch(answer.batch);
  }

  // Asks for images where none are left here, until the server answers.
  async ask() {
    if (this.#sending || this.#next()) return;
    const answer = await this.#fetch("");
    if (answer.batch) this.#told.batch(answer.batch);
    else {
      this.#tell(answer.trouble);
      setTimeout(() => this.ask(), 2_000);
    }
  }

  async post(kind, body) {
    let answer = await this.#fetch(kind, body);
    if (answer.status === 403 && (await this.#fetch("")).batch) answer = await this.#fetch(kind, body);
    return answer;
  }

  async #fetch(path, body) {
    try {
      const answer = await fetch(`${this.#assignment.path}/queue${path && "/" + path}`, {
        method: body ? "POST" : "GET",
        body: body && JSON.stringify(body),
        headers: { "Content-Type": "application/json", "X-CSRF-Token": this.#assignment.csrf, "HX-Request": "true" },
        redirect: "manual",
        keepalive: true,
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await this.#read(answer);
    } catch {
      return { trouble: "Codeframe cannot be reached; it is tried again" };
    }
  }

  async #read(answer) {
    if (answer.type === "opaqueredirect") return { trouble: "You are signed out: sign in in another tab" };
    if (answer.status >= 500) return { trouble: "The server is in trouble; it is tried again" };
    if (answer.status === 410) return { gone: sentence(await answer.text()) };
    if (answer.status === 204) return { batch: null };
    if (!answer.ok) return { status: answer.status, refused: sentence(await answer.text()) };
    const batch = parse(await answer.text());
    this.#assignment.csrf = batch.csrf;
    return { batch };
  }

  #tell(trouble = "") {
    const entries = this.entries();
    const refused = entries.find((entry) => entry.refused);
    this.#told.state({ unsent: entries.filter((entry) => !entry.refused).length, trouble, refused });
  }
}

function sentence(html) {
  const said = new DOMParser().parseFromString(html, "text/html");
  return (said.querySelector(".problem") ?? said.body).textContent.trim();
}
