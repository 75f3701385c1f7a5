type Input = HTMLInputElement | HTMLTextAreaElement;

/** What stands in the fields now. */
export const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries(new FormData(form)) as unknown as Values;

type Values = Record<"post" | "name" | "email" | "url" | "text" | "submission", string> &
  Record<string, string>;

/** Puts values into fields; what the form has no field for is left out. */
export function fill(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = form.elements.namedItem(name) as Input | null;
    if (input) input.value = value;
  }
}

/** While a comment is on its way nobody changes it, since nobody knows which half would arrive. */
export function lock(form: HTMLFormElement, locked: boolean): void {
  for (const input of form.querySelectorAll<Input>("input, textarea")) input.readOnly = locked;
  form.classList.toggle("sending", locked);
}

/** Says at a field what is wrong with it, and goes there. False if there is no such field to be seen. */
export function showProblem(form: HTMLFormElement, field: string, sentence: string): boolean {
  const input = form.elements.namedItem(field) as Input | null;
  if (!input || input.type === "hidden") return false;
  const problem = document.createElement("span");
  problem.className = "problem";
  problem.id = `write-${field}-problem`;
  problem.textContent = sentence;
  input.after(problem);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", problem.id);
  input.focus();
  return true;
}

/** Takes away what was said before, by the blog's page too. */
export function clearProblems(form: HTMLFormElement): void {
  for (const problem of form.querySelectorAll("span.problem, :scope > .problem")) problem.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}
