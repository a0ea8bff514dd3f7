// A question before something that cannot be taken back: hx-confirm="…" on htmx elements, data-confirm="…" on plain
// forms. data-confirm-detail adds a sentence, data-confirm-go names the button, data-confirm-danger colours it.

const dialog = document.getElementById("confirm");

export function ask(question, element) {
  const detail = dialog.querySelector("[data-detail]");
  const go = dialog.querySelector("[data-go]");
  dialog.querySelector("h2").textContent = question;
  detail.textContent = element.dataset.confirmDetail ?? "";
  detail.hidden = !detail.textContent;
  go.textContent = element.dataset.confirmGo ?? "Go on";
  go.classList.toggle("danger", "confirmDanger" in element.dataset);
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener("htmx:confirm", async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question, event.detail.elt)) event.detail.issueRequest(true);
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const asking = event.submitter?.dataset.confirm ? event.submitter : form;
  if (!asking.dataset.confirm || asking.dataset.confirmed) return;
  event.preventDefault();
  if (!(await ask(asking.dataset.confirm, asking))) return;
  asking.dataset.confirmed = "yes";
  form.requestSubmit(event.submitter);
  delete asking.dataset.confirmed;
});
