// One-time messages. The server sends them in the page, or with the header HX-Trigger: {"toast": "Saved."}.

const region = document.getElementById("toasts");

export function toast(text, tone = "") {
  const piece = document.getElementById("toast-template").content.firstElementChild.cloneNode(true);
  if (tone) piece.classList.add(tone);
  piece.querySelector("p").textContent = text;
  region.append(piece);
  leaveLater(piece);
}

function leaveLater(piece) {
  // Bad news stays until it is dismissed.
  if (!piece.classList.contains("bad")) setTimeout(() => piece.remove(), 8000);
}

for (const piece of region.children) leaveLater(piece);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) event.target.closest(".toast, .notice").remove();
});

document.addEventListener("toast", (event) => toast(event.detail.value));

document.addEventListener("htmx:sendError", () =>
  toast("The server cannot be reached. What you typed is still here.", "bad"),
);

document.addEventListener("htmx:timeout", () =>
  toast("The server took too long to answer. What you typed is still here; try again.", "bad"),
);

document.addEventListener("htmx:responseError", (event) => toast(sentenceOf(event.detail.xhr), "bad"));

function sentenceOf(answer) {
  if (answer.status === 401) return "You are signed out. Sign in again in another tab; what you typed is still here.";
  const said = new DOMParser().parseFromString(answer.responseText, "text/html").querySelector(".problem");
  return said?.textContent ?? "That did not work, and nothing was changed. Load the page again and repeat the step.";
}
