// Copy buttons, relative times, the way back, the place in a narrow menu, and a guard for unsaved forms (data-unsaved).

document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-back]")) history.back();
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});

async function copy(button) {
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = "Copied";
  } catch {
    label.textContent = "Press Ctrl+C to copy";
    selectNeighbour(button);
  }
  setTimeout(() => (label.textContent = before), 2500);
}

// Without HTTPS browsers keep the clipboard closed: select the text so that one key press copies it.
function selectNeighbour(button) {
  const near = [button.parentElement, button.parentElement.parentElement];
  const shown = near.map((one) => one.querySelector("input, code, pre")).find(Boolean);
  if (shown?.select) shown.select();
  else if (shown) getSelection().selectAllChildren(shown);
}

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const units = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

function tell(time) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  if (!time.title) time.title = time.textContent;
  const age = Math.abs(seconds);
  if (age > 30 * 86400) time.textContent = time.title;
  else if (age < 60) time.textContent = "just now";
  else {
    const [unit, length] = units.find(([, size]) => age >= size);
    time.textContent = words.format(Math.round(seconds / length), unit);
  }
}

function tellAll(root = document) {
  root.querySelectorAll("time[data-relative]").forEach(tell);
}

tellAll();
setInterval(() => tellAll(), 60_000);
document.addEventListener("htmx:afterSettle", (event) => tellAll(event.target));

// On a phone the menu is a strip that scrolls: the page one is on stands in it.
document
  .querySelectorAll('nav [aria-current="page"]')
  .forEach((here) => here.scrollIntoView({ block: "nearest", inline: "center" }));

let unsaved = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-unsaved]")) unsaved = true;
});
document.addEventListener("submit", () => (unsaved = false));
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
