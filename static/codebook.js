// The codebook editor: adding, moving and removing categories on the page, saving as one types, and a preview whose
// conditions work. The server keeps the text; this file only says when to send it.
import { restoreAnswers, showQuestions } from "./codebook/preview.js";
import "./codebook/categories.js";
import "./codebook/order.js";

// Edits so far, and how many of them the server has.
let edits = 0;
let saved = 0;
const unsaved = () => saved < edits;

// Counted on the way down, before htmx hears of it on the form.
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => (edits += event.target.closest("form[data-autosave]") ? 1 : 0), true);
}

document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-autosave]")) say("Saving …");
});

function say(text) {
  const status = document.getElementById("status");
  if (status && status.textContent.trim() !== text) status.textContent = text;
}

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.edits = edits;
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-autosave]");
  if (!form) return;
  const status = event.detail.xhr.status;
  if (status === 200) saved = Math.max(saved, event.detail.requestConfig.edits);
  else if (status !== 422) say("Not saved. Your text is still here.");
  if (status === 0 || status >= 500) setTimeout(() => save(form), 5000);
});

addEventListener("beforeunload", (event) => {
  if (unsaved()) event.preventDefault();
});

// A click on a link leaves the field first, which sends what is typed; wait for the answer before going.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".workbench a[href], .page-head a.primary");
  if (!link || !unsaved() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  afterSaving(() => (location.href = link.href));
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-after-saving]");
  if (!form || !unsaved()) return;
  event.preventDefault();
  // The variable's key may have changed with its label, and the forms with it.
  afterSaving(() => (document.getElementById(form.id) ?? form).requestSubmit());
});

function afterSaving(go) {
  const form = document.querySelector("form[data-autosave]");
  const once = (event) => {
    if (event.target !== form || (event.detail.successful && unsaved())) return;
    document.removeEventListener("htmx:afterRequest", once);
    if (event.detail.successful) go();
  };
  document.addEventListener("htmx:afterRequest", once);
  save(form);
}

function save(form) {
  if (form.isConnected) form.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("change", (event) => {
  if (event.target.id === "type") {
    fitLevels(event.target);
    document.getElementById("level").value = levels(event.target)[0];
  }
  if (event.target.id === "show_if") showValues(event.target);
});

// The levels that an answer of this type may have, the usual one first.
function levels(type) {
  return type.selectedOptions[0].dataset.levels.split(" ");
}

// Levels that an answer of this type cannot have are not offered.
function fitLevels(type) {
  const allowed = levels(type);
  const level = document.getElementById("level");
  for (const option of level.options) option.disabled = option.hidden = !allowed.includes(option.value);
  if (level.selectedOptions[0]?.disabled) level.value = allowed[0];
  type.form.dataset.type = type.value;
}

function showValues(select) {
  for (const values of document.querySelectorAll("[data-values-of]")) {
    values.hidden = values.dataset.valuesOf !== select.value;
  }
}

function tellClocks() {
  for (const time of document.querySelectorAll("time[data-clock]")) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  }
}

function markMistakes() {
  for (const slot of document.querySelectorAll(".slot")) {
    const field = document.querySelector(`[aria-describedby~="${CSS.escape(slot.id)}"]:is(input, select, textarea)`);
    if (slot.textContent.trim()) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
}

// Brings the question of the open variable into the preview's own scroll box, never moving the page.
function showOpened() {
  const question = document.querySelector(".beside .question.here");
  const beside = question?.closest(".beside");
  if (beside) beside.scrollTop = Math.max(0, question.offsetTop - beside.offsetTop - beside.clientHeight / 3);
}

function settle() {
  tellClocks();
  markMistakes();
  restoreAnswers();
  showQuestions();
}

const type = document.getElementById("type");
if (type) fitLevels(type);
document.addEventListener("htmx:afterSettle", settle);
document.addEventListener("htmx:oobAfterSwap", settle);
settle();
showOpened();
