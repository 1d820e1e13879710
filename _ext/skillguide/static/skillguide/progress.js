/** The progress of a quiz above its questions, and what came of it below them. */
"use strict";
{
  const words = document.currentScript.dataset;
  const INPUTS = ".guide-option > label > input:first-child, .guide-entry > label > input,"
    + " .guide-text > textarea";

  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  function button(text, act) {
    const element = make("button", "guide-link", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  const isAnswered = ({ field, entry }) =>
    entry?.given !== undefined && entry.digest === field.dataset.digest;

  const idOf = (field) => field.dataset.question ?? field.id.replace(/^question-/, "");

  class Quiz {
    constructor(place, fields) {
      Object.assign(this, { place, fields });
      this.bar = make("progress");
      this.bar.max = fields.length;
      this.link = make("a");
      this.result = make("div", "guide-outcome");
      place.prepend(make("div", "guide-progress", this.bar, this.link));
      place.append(this.result);
      place.setAttribute("data-built", "");
    }

    show(answers) {
      this.members = this.fields.map((field) => ({ field, entry: answers[idOf(field)] }));
      const done = this.members.filter(isAnswered);
      const right = done.filter(({ entry }) => entry.right).length;
      const text = fill(words.progress, { done: done.length, all: this.members.length, right });
      const open = this.members.find((member) => !isAnswered(member));
      const { field } = open ?? this.members[0];
      this.bar.value = done.length;
      this.bar.setAttribute("aria-label", text);
      this.link.textContent = text;
      this.link.href = `#${field.id}`;
      const result = make("div", "guide-outcome", ...(open ? [] : this.outcome(done)));
      if (result.isEqualNode(this.result)) return; // what has the focus keeps it
      const isHeld = this.result.contains(document.activeElement);
      this.result.replaceWith(result);
      this.result = result;
      if (isHeld) field.querySelector(INPUTS)?.focus({ preventScroll: true });
    }

    outcome(done) {
      const missed = done.filter(({ entry }) => entry.right === false);
      missed.sort((a, b) => Boolean(b.entry.sure) - Boolean(a.entry.sure));
      const list = missed.map(({ field, entry }) => {
        const link = make("a", "", field.querySelector(":scope > legend")?.textContent ?? "");
        link.href = `#${field.id}`;
        return make("li", "", link, entry.sure ? ` — ${words.sureWrong}` : "");
      });
      const again = button(words.restart, () => this.restart());
      const reasons = button(words.reasons, () => this.unfold());
      return [
        make("p", "guide-outcome-title", words.result),
        this.table(done),
        ...(missed.length ? [make("p", "", words.missed), make("ol", "", ...list)] : []),
        make("div", "guide-buttons", again, reasons),
      ];
    }

    /** Right answers by sub-skill and by level. */
    table(done) {
      const body = make("tbody");
      const counted = done.filter(({ entry }) => entry.right !== undefined);
      for (const name of ["subSkill", "level"]) {
        const titleOf = ({ field }) => field.dataset[name];
        for (const title of new Set(counted.map(titleOf))) {
          const all = counted.filter((member) => titleOf(member) === title);
          const right = all.filter(({ entry }) => entry.right);
          const count = make("td", "guide-number", `${right.length} / ${all.length}`);
          if (title) body.append(make("tr", "", make("td", "", title), count));
        }
      }
      return make("table", "docutils guide-table", body);
    }

    unfold() {
      const own = this.place.querySelectorAll(".guide-feedback, .guide-explanation");
      own.forEach((details) => details.setAttribute("open", ""));
    }

    restart() {
      if (!confirm(words.restartQuestion)) return;
      const values = this.members.map(({ field, entry }) =>
        [idOf(field), { digest: field.dataset.digest, attempt: entry.attempt + 1 }]);
      const detail = { kind: "answers", values: Object.fromEntries(values) };
      document.dispatchEvent(new CustomEvent("skillguide:keep", { detail }));
      this.fields[0].querySelector(INPUTS)?.focus();
    }
  }

  const quizzes = [...document.querySelectorAll(".guide-questions")].flatMap((place) => {
    const fields = [...place.querySelectorAll("fieldset.guide-question")];
    return fields.length > 1 ? [new Quiz(place, fields)] : [];
  });
  document.addEventListener("skillguide:state", ({ detail }) => {
    quizzes.forEach((quiz) => quiz.show(detail.answers));
  });
  document.dispatchEvent(new CustomEvent("skillguide:ask"));
}
