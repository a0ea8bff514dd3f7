// A named button speaks only for the submit that it was pressed for. htmx also sends the name of a button that merely has
// the focus, so a form that saves itself would remove a category while somebody tabs past "Remove".

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const form = detail.elt;
  if (!(form instanceof HTMLFormElement)) return;
  for (const button of form.elements) {
    if (button.type === "submit" && button.name) detail.parameters.delete(button.name);
  }
  const pressed = detail.triggeringEvent?.submitter;
  if (pressed?.name) detail.parameters.append(pressed.name, pressed.value);
});
