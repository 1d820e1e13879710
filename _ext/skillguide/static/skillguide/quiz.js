/**
 * Makes the questions of a page answerable; without it their reasons are native <details>. On
 * paper, reasons stand in a key behind them, by the letters that stand there.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, make } = tools.detail;
  const REASONS = ":scope > :is(.guide-feedback, .guide-explanation) > :not(summary, b)";

  const { Question, types } = send("types", /** @type {any} */ ({ types: {} }));
  const questions = all("fieldset.guide-question").map((field) =>
    new (types[`${field.dataset.type}`] ?? Question)(field));
  const note = make("p", "guide-note");
  note.setAttribute("aria-live", "polite");
  questions[0]?.field.before(note);
  document.addEventListener("skillguide:state", ({ detail }) => {
    const held = questions.find(({ field }) => field.contains(document.activeElement));
    for (const question of questions) question.show(detail.answers[question.id]);
    for (const question of questions) question.update();
    note.textContent = detail.note;
    held?.hold();
  });
  send("ask");
  questions.forEach((question, index) => {
    question.field.dataset.live = "";
    if (index < 5) question.build();
    else setTimeout(() => question.build()); // the page breathes between them
  });

  /** Copies of the reason of an option, or of the explanation of a question. */
  const copies = (owner = document.body) =>
    all(REASONS, owner).map((part) => part.cloneNode(true));

  window.addEventListener("beforeprint", () => {
    const items = questions.map((question, index) => {
      question.build();
      const parts = all(":scope > * > :is(.guide-option, .guide-prompt)", question.field);
      const right = parts.flatMap(({ dataset }, place) =>
        dataset.key ?? ("right" in dataset ? String.fromCharCode(65 + place) : []));
      const entries = parts.map((part) => make("li", "", ...copies(part)));
      entries.forEach((entry, place) => (entry.value = place + 1));
      const reasons = make("ol", "", ...entries.filter((entry) => entry.childNodes.length));
      reasons.type = question.field.querySelector("ol")?.type ?? "A";
      const title = make("b", "", `${index + 1}. ${right.join(", ")}`);
      return make("div", "", make("p", "", title), reasons, ...copies(question.field));
    });
    const key = make("div", "guide-key", make("h2", "", words.key), ...items);
    for (const name of ["id", "name"]) // these stay with the original
      for (const copy of all(`[${name}]`, key)) copy.removeAttribute(name);
    (all("article, main, [role=main]")[0] ?? document.body).append(key);
  });
  window.addEventListener("afterprint", () => document.querySelector(".guide-key")?.remove());
}
