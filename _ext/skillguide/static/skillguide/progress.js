/** The progress of a quiz above its questions, and what came of it below them. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;

  class Quiz {
    bar = make("progress");
    link = make("a");
    result = make("div", "guide-outcome");

    constructor(place = document.body, members = questions) {
      this.members = members;
      this.bar.max = members.length;
      place.prepend(make("div", "guide-progress", this.bar, this.link));
      place.append(this.result);
      place.dataset.built = "";
    }

    show() {
      const { members } = this;
      const done = members.filter((member) => member.isAnswered());
      const right = done.filter(({ entry }) => entry?.right).length;
      const text = fill(words.progress, { done: done.length, all: members.length, right });
      const open = members.find((member) => !done.includes(member));
      const first = open ?? members[0];
      this.bar.value = done.length;
      this.bar.setAttribute("aria-label", text);
      this.link.textContent = text;
      this.link.href = `#${first.field.id}`;
      const result = make("div", "guide-outcome", ...(open ? [] : this.outcome()));
      if (result.isEqualNode(this.result)) return; // what has the focus keeps it
      const isHeld = this.result.contains(document.activeElement);
      this.result.replaceWith(result);
      this.result = result;
      if (isHeld) first.focus(true);
    }

    outcome() {
      const wrong = this.members.filter(({ entry }) => entry?.right === false);
      const sure = wrong.filter(({ entry }) => entry?.sure);
      const missed = [...new Set([...sure, ...wrong])];
      const list = missed.map(({ field, entry }) => {
        const link = make("a", "", field.querySelector(":scope > legend")?.textContent ?? "");
        link.href = `#${field.id}`;
        return make("li", "", link, entry?.sure ? ` — ${words.sureWrong}` : "");
      });
      const again = button(words.restart, "guide-link", () => this.restart());
      const reasons = button(words.reasons, "guide-link", () => this.unfold());
      return [
        make("p", "guide-outcome-title", words.result),
        this.table(),
        ...(missed.length ? [make("p", "", words.missed), make("ol", "", ...list)] : []),
        make("div", "guide-buttons", again, reasons),
      ];
    }

    /** Right answers by sub-skill and by level. */
    table() {
      const body = make("tbody");
      const counted = this.members.filter(({ entry }) => entry?.right !== undefined);
      for (const name of ["subSkill", "level"])
        for (const title of new Set(counted.map(({ field }) => field.dataset[name]))) {
          const some = counted.filter(({ field }) => field.dataset[name] === title);
          const right = some.filter(({ entry }) => entry?.right);
          const count = make("td", "guide-number", `${right.length} / ${some.length}`);
          if (title) body.append(make("tr", "", make("td", "", title), count));
        }
      return make("table", "docutils guide-table", body);
    }

    unfold() {
      for (const member of this.members) member.unfold(true);
    }

    restart() {
      if (!confirm(words.restartQuestion)) return;
      const values = this.members.map((member) => [member.id, member.another()]);
      send("keep", { kind: "answers", values: Object.fromEntries(values) });
      this.members[0].focus();
    }
  }

  const { questions } = send("questions", { questions: [] });
  const quizzes = all(".guide-questions").flatMap((place) => {
    const members = questions.filter(({ field }) => place.contains(field));
    return members.length > 1 ? [new Quiz(place, members)] : [];
  });
  const show = () => quizzes.forEach((quiz) => quiz.show());
  document.addEventListener("skillguide:state", show);
  show();
}
