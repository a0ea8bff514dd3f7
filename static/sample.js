// The name and the overlap follow the purpose for as long as they are the proposed ones.
const form = document.querySelector(".new-sample");

// Before the form asks for the precision, so that it is told of what was changed here.
form?.addEventListener("change", ({ target }) => target.name === "purpose" && follow(target.value), { capture: true });

function follow(purpose) {
  const proposals = [...form.querySelectorAll("template[data-proposal]")].map(({ dataset }) => dataset);
  const next = proposals.find(({ proposal }) => proposal === purpose);
  for (const name of ["name", "overlap"]) {
    const field = form.elements[name];
    if (proposals.some((one) => one[name] === field.value)) field.value = next[name];
  }
}
