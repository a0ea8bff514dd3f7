// Categories are added, moved and removed on the page at once; the form around them is then saved as it stands.

const list = () => document.getElementById("category-list");
let added = 0;

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches("[data-add-category]")) {
    event.preventDefault();
    add();
  } else if (button.matches("[data-move]")) {
    event.preventDefault();
    move(button.closest(".category"), Number(button.dataset.move));
    button.focus();
  } else if (button.matches("[data-open-all]")) {
    openAll(button);
  }
});

document.addEventListener("keydown", (event) => {
  const category = event.target.closest?.(".category");
  if (!category) return;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.altKey && step) {
    event.preventDefault();
    move(category, step);
    event.target.focus();
  } else if (event.key === "Enter" && event.target.name === "category_label") {
    event.preventDefault();
    next(category);
  }
});

function next(category) {
  const following = category.nextElementSibling;
  if (following) following.querySelector("[name=category_label]").focus();
  else if (category.querySelector("[name=category_label]").value.trim()) add();
}

function add() {
  const row = `n${Date.now()}${added++}`;
  const template = document.getElementById("new-category");
  const category = template.content.firstElementChild.cloneNode(true);
  rename(category, row);
  list().append(category);
  category.querySelector("[name=category_label]").focus();
  delete document.getElementById("categories-of").dataset.empty;
}

// The template's row is called "new"; ids, labels and buttons of the copy get a name of their own.
function rename(category, row) {
  category.dataset.row = row;
  for (const element of category.querySelectorAll("*")) {
    for (const name of ["id", "for", "aria-describedby", "value"]) {
      const value = element.getAttribute(name);
      if (value && /(^|[-:])new$/.test(value)) element.setAttribute(name, value.replace(/new$/, row));
    }
  }
}

export function move(category, step) {
  const neighbour = step < 0 ? category.previousElementSibling : category.nextElementSibling;
  if (!neighbour) return;
  if (step < 0) neighbour.before(category);
  else neighbour.after(category);
  changed();
}

export function changed() {
  list().closest("form").dispatchEvent(new Event("change", { bubbles: true }));
}

function openAll(button) {
  const open = button.textContent === "Open all";
  for (const details of list().querySelectorAll("details")) details.open = open;
  button.textContent = open ? "Close all" : "Open all";
}

// "Remove" is sent to the server, which keeps the category for undo; then it leaves the page.
document.addEventListener("htmx:afterRequest", (event) => {
  const action = event.detail.requestConfig?.parameters?.do;
  if (!event.detail.successful || typeof action !== "string" || !action.startsWith("remove:")) return;
  const category = list()?.querySelector(`[data-row="${CSS.escape(action.slice("remove:".length))}"]`);
  const focus = category?.nextElementSibling ?? category?.previousElementSibling;
  category?.remove();
  (focus?.querySelector("[name=category_label]") ?? document.querySelector("[data-add-category]")).focus();
});

document.addEventListener("input", (event) => {
  const category = event.target.closest(".category");
  if (category) category.querySelector("[data-summary]").textContent = summary(category);
});

function summary(category) {
  const lines = (name) => category.querySelector(`[name=category_${name}]`).value.split("\n").filter((line) => line.trim());
  const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  const rules = lines("include").length + lines("exclude").length;
  const phrases = lines("phrases").length;
  return [
    phrases ? count(phrases, "phrase") : "no phrases",
    ...(rules ? [count(rules, "rule")] : []),
    lines("definition")[0] ?? "no definition",
  ].join(" · ");
}
