/**
 * The progress of a quiz, which stays in view, and which of its questions are shown: all, what was
 * missed, what is due for a review, or a few new ones. Counts the steps of the review, too.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const FEW = 5;

  class Quiz {
    bar = make("progress");
    link = make("a");
    only = "";
    /** @type {Record<string, AnyQuestion[]>} */
    sets = {};
    views = make("select");
    ask = button("", "guide-link", () => this.askAgain());

    constructor(place = document.body, members = questions) {
      this.place = place;
      this.members = members;
      this.bar.max = members.length;
      this.shown = members;
      this.views.setAttribute("aria-label", words.view);
      this.views.append(...["", "missed", "due", "new"].map((name) => new Option("", name)));
      this.views.addEventListener("change", () => this.view(this.views.value));
      place.prepend(make("div", "guide-progress", this.bar, this.link, this.ask, this.views));
      place.dataset.built = "";
    }

    /** The members that a view shows. @param {State} state @returns {typeof this.sets} */
    sorted({ times }) {
      const { members } = this;
      const due = members.filter(({ id, entry }) => {
        const at = times[`answers/${id}`] ?? 0;
        const review = send("review", { entry, at, next: 0, today: 0 });
        return review.due !== undefined && review.due <= review.today;
      });
      const open = members.filter((member) => !member.isAnswered());
      const missed = members.filter((member) => member.isAnswered() && !member.entry?.right);
      return { "": members, missed, due, new: spread(open).slice(0, FEW) };
    }

    /** @param {State} state */
    show(state) {
      const { members, bar, link } = this;
      this.sets = this.sorted(state);
      const done = members.filter((member) => member.isAnswered());
      const right = done.filter(({ entry }) => entry?.right).length;
      const due = this.sets.due.length;
      const count = { done: done.length, all: members.length, right, due };
      const open = this.shown.find((member) => !done.includes(member)) ?? members[0];
      bar.value = done.length;
      bar.setAttribute("aria-label", link.textContent = fill(words.progress, count)
        + (due ? ` · ${fill(words.due, count)}` : ""));
      link.href = `#${open.field.id}`;
      for (const option of this.views.options) {
        const { length } = this.sets[option.value];
        option.text = fill(words[`view${option.value || "all"}`], { count: length });
        option.disabled = !length;
      }
      const closed = this.shown.filter((member) => this.isToAsk(member));
      this.ask.hidden = !closed.length;
      this.ask.textContent = words.askAgain;
      const isWhole = done.length === members.length;
      if (isWhole) send("need", { names: ["scores", "history", "outcome"] });
      send("quiz", { place: this.place, members: isWhole ? members : [], state });
    }

    /** What stands open in a view of what was missed, or is due, is asked again. */
    isToAsk(/** @type {AnyQuestion} */ member) {
      return ["missed", "due"].includes(this.only) && member.isAnswered()
        && (this.only === "due" ? this.sets.due?.includes(member) : !member.entry?.right);
    }

    view(name = "") {
      this.only = name;
      this.shown = this.sets[name] ?? this.members;
      for (const { field } of this.members) field.hidden = true;
      for (const { field } of this.shown) field.hidden = false;
      this.views.value = name;
      send("ask");
    }

    askAgain() {
      const asked = this.shown.filter((member) => this.isToAsk(member));
      const values = asked.map((member) => [member.id, member.another()]);
      send("keep", { kind: "answers", values: Object.fromEntries(values) });
      asked[0]?.focus();
    }
  }

  /** Questions of one level after another, so that a few are of all. @param {AnyQuestion[]} some */
  function spread(some) {
    const levels = [...new Set(some.map(({ field }) => field.dataset.level))];
    const places = levels.map((level) => some.filter(({ field }) => field.dataset.level === level));
    const turn = (/** @type {AnyQuestion} */ one) =>
      places.find((others) => others.includes(one))?.indexOf(one) ?? 0;
    const chosen = [...some].sort((a, b) => turn(a) - turn(b)).slice(0, FEW);
    return some.filter((one) => chosen.includes(one));
  }

  const { questions } = send("questions", { questions: [] });
  const quizzes = all(".guide-questions").flatMap((place) => {
    const members = questions.filter(({ field }) => place.contains(field));
    return members.length > 1 ? [new Quiz(place, members)] : [];
  });
  document.addEventListener("skillguide:answered", ({ detail: { id, right, sure } }) => {
    const found = questions.find((question) => question.id === id);
    if (!found?.entry || right === undefined) return;
    const again = { at: 0, next: 0, today: 0 };
    const { next } = send("review", { ...again, step: found.entry.step, right, sure });
    found.keep({ ...found.entry, step: next });
  });
  document.addEventListener("skillguide:state", ({ detail }) =>
    quizzes.forEach((quiz) => quiz.show(detail)));
  send("ask");
  const wanted = new URLSearchParams(location.search).get("only") ?? "";
  if (["missed", "due", "new"].includes(wanted)) for (const quiz of quizzes) quiz.view(wanted);
}
