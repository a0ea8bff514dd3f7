// The preview of the coder's form. Answers given in it stay when it is drawn anew; they are sent nowhere.

const answers = new Map();

document.addEventListener("change", (event) => {
  const question = event.target.closest("#preview [data-question]");
  if (!question) return;
  answers.set(question.dataset.question, answersOf(question));
  showQuestions();
});

function answersOf(question) {
  return [...question.querySelectorAll("input")]
    .filter((input) => (input.matches("[type=radio], [type=checkbox]") ? input.checked : input.value))
    .map((input) => input.value);
}

export function restoreAnswers() {
  for (const [key, values] of answers) {
    for (const input of document.querySelectorAll(`[data-question="${CSS.escape(key)}"] input`)) {
      if (input.matches("[type=radio], [type=checkbox]")) input.checked = values.includes(input.value);
      else if (values.length && input !== document.activeElement) input.value = values[0];
    }
  }
}

// A question whose condition is not met is not asked, and its answer does not count for others. The one that is being
// written stays in sight.
export function showQuestions() {
  const asked = new Set();
  for (const question of document.querySelectorAll("[data-question]")) {
    const { question: key, showVariable, showValues } = question.dataset;
    const given = asked.has(showVariable) ? (answers.get(showVariable) ?? []) : [];
    const shown = !showVariable || given.some((value) => showValues.split("\n").includes(value));
    question.hidden = !shown && !question.classList.contains("here");
    if (shown) asked.add(key);
  }
}
