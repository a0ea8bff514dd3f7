// The questions about one image: which of them are asked, what is chosen, and which one the keys speak to.
const NONE = "none_of_these";

export class Questions {
  #all;
  #told;
  #here = 0;
  #wrong = document.getElementById("wrong");
  #touched = 0;

  constructor(form, told) {
    this.#all = [...form.querySelectorAll("[data-variable]")];
    this.#told = told;
    form.addEventListener("pointerdown", (event) => (this.#touched = event.timeStamp));
    form.addEventListener("change", (event) => this.#changed(event));
    form.addEventListener("input", () => told.changed());
    form.addEventListener("focusin", (event) => this.#focused(event.target));
  }

  current() {
    return this.#all[this.#here]?.dataset.variable;
  }

  write(answers) {
    for (const question of this.#all) {
      question.disabled = false;
      const { values = [], state = "" } = answers[question.dataset.variable] ?? {};
      for (const input of question.querySelectorAll("input")) {
        if (input.type === "text") input.value = values.join("");
        else input.checked = input.name.startsWith("state.") ? input.value === state : values.includes(input.value);
      }
    }
    this.#settle();
    this.#here = this.#asked()[0] ?? 0;
    this.focus();
  }

  // Only what is asked; the server writes down what was not.
  read() {
    const answers = {};
    for (const question of this.#all.filter((one) => !one.disabled)) {
      const given = answer(question);
      if (given.values.length || given.state) answers[question.dataset.variable] = given;
    }
    return answers;
  }

  missing() {
    return this.#all.find((one) => !one.disabled && one.dataset.required === "true" && !answered(one));
  }

  ask(question) {
    this.#here = this.#all.indexOf(question);
    this.focus();
    this.#wrong.textContent = `“${question.querySelector("legend").firstChild.data.trim()}” needs an answer.`;
  }

  focus() {
    const question = this.#all[this.#here];
    this.#mark();
    (question?.querySelector(".typed") ?? question)?.focus({ preventScroll: true });
    question?.scrollIntoView({ block: "nearest" });
  }

  move(step) {
    const asked = this.#asked();
    const place = asked.indexOf(this.#here) + step;
    this.#here = asked[Math.min(asked.length - 1, Math.max(0, place))] ?? 0;
    this.focus();
  }

  // The n-th choice of the question in focus, as its digit says.
  choose(place) {
    const input = this.#all[this.#here]?.querySelectorAll(".choices input")[place - 1];
    if (!input) return;
    input.checked = input.type === "radio" || !input.checked;
    this.#chosen(input);
    if (input.type === "radio") this.#onward();
  }

  state(word) {
    const input = this.#all[this.#here]?.querySelector(`.states input[value=${word}]`);
    if (!input) return;
    input.checked = !input.checked;
    this.#chosen(input);
    if (input.checked) this.#onward();
  }

  // Enter elsewhere: what was ticked is the answer, and the next question comes; else the image is done.
  enter() {
    const question = this.#all[this.#here];
    const ticked = question?.querySelector(".choices input[type=checkbox]") && answered(question);
    if (ticked && !this.#last()) this.move(1);
    else this.#told.done();
  }

  // Enter in a field: to the next question, and after the last one on.
  typed() {
    if (this.#last()) this.#told.done();
    else this.move(1);
  }

  #last() {
    return this.#asked().at(-1) === this.#here;
  }

  #onward() {
    if (!this.#last()) return this.move(1);
    const missing = this.missing();
    if (missing) this.ask(missing);
    else this.#told.answered();
  }

  #changed(event) {
    const question = event.target.closest("[data-variable]");
    if (!question || event.target.type === "text") return;
    this.#here = this.#all.indexOf(question);
    this.#chosen(event.target);
    const pointed = event.timeStamp - this.#touched < 1_000;
    const settles = event.target.type === "radio" || event.target.name.startsWith("state.");
    if (pointed && event.target.checked && settles) this.#onward();
  }

  #chosen(input) {
    const question = input.closest("[data-variable]");
    for (const other of question.querySelectorAll("input")) {
      if (other !== input && input.checked && excludes(input, other)) clear(other);
    }
    this.#wrong.textContent = "";
    this.#settle();
    this.#mark();
    this.#told.changed();
  }

  #focused(target) {
    const question = target.closest("[data-variable]");
    if (!question) return;
    this.#here = this.#all.indexOf(question);
    this.#mark();
  }

  #mark() {
    this.#wrong.textContent = "";
    this.#all.forEach((question, place) => question.classList.toggle("here", place === this.#here));
  }

  #asked() {
    return this.#all.flatMap((question, place) => (question.disabled ? [] : [place]));
  }

  // A question whose condition is not met stays in its place and cannot be answered, so that nothing moves.
  #settle() {
    for (const question of this.#all) {
      const asked = this.#all.find((one) => one.dataset.variable === question.dataset.if);
      const met = !asked || (!asked.disabled && answer(asked).values.some((value) => fits(question, value)));
      question.disabled = !met;
    }
  }
}

function fits(question, value) {
  return question.dataset.is.split(" ").includes(value);
}

function answer(question) {
  const inputs = [...question.querySelectorAll("input")];
  const state = inputs.find((input) => input.name.startsWith("state.") && input.checked)?.value ?? "";
  const values = inputs
    .filter((input) => input.name.startsWith("answer.") && (input.type === "text" || input.checked))
    .map((input) => input.value.trim())
    .filter((value) => value && !state);
  return { values, state };
}

function answered(question) {
  const { values, state } = answer(question);
  return values.length > 0 || state !== "";
}

// A state stands alone, and so does "none of these".
function excludes(input, other) {
  const stateOf = (one) => one.name.startsWith("state.");
  return stateOf(input) || stateOf(other) || input.value === NONE || other.value === NONE;
}

function clear(input) {
  if (input.type === "text") input.value = "";
  else input.checked = false;
}
