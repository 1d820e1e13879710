/**
 * Makes questions answerable; without it their reasons are native <details>. Words are data of the
 * script's element, store.js keeps answers, each is announced: `skillguide:answered` {id, right, sure}.
 */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};

  const send = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`skillguide:${name}`, { detail }));

  const fill = (text, values) => (text ?? "").replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  function button(text, className, act) {
    const element = make("button", className, text ?? "");
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  /** A number as people write it: 1,000 · 0.5 · 1e3 · 43 min; null if it is none. */
  function number(text) {
    const match = /^\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?(?:e[+-]?\d+)?)\s*[^\d\s]*$/i.exec(text);
    const value = match?.[1] ? Number(match[1].replaceAll(",", "")) : NaN;
    return Number.isFinite(value) ? value : null;
  }

  const folded = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();

  /** The same number for the same text. */
  function hash(text) {
    let value = 2166136261;
    for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
    return value >>> 0;
  }

  /** A question on the page. */
  class Question {
    constructor(field) {
      this.field = field;
      this.id = field.dataset.question ?? field.id.replace(/^question-/, "");
      this.type = field.dataset.type ?? "choice";
    }

    build() {
      if (this.status) return;
      const all = (selector) => [...this.field.querySelectorAll(selector)];
      this.status = this.field.querySelector("[role=status]");
      this.options = all(".guide-option");
      this.inputs = all(".guide-option input, .guide-entry input");
      this.details = all("details:not(.guide-hint)");
      if (this.type === "open") this.addText();
      this.addButtons();
      this.field.setAttribute("data-built", "");
      if (this.entry) this.display();
      else this.update(); // what was chosen while the page opened stays chosen
    }

    addText() {
      const text = document.createElement("textarea");
      text.rows = 5;
      this.status.before(make("label", "guide-text", words.yourText ?? "", text));
      this.inputs = [text];
      this.ticks = [...this.field.querySelectorAll(".guide-rubric input")];
      for (const tick of this.ticks) tick.addEventListener("change", () => this.keep({ ...this.entry, ticks: this.ticked() }));
    }

    addButtons() {
      this.sure = document.createElement("input");
      this.sure.type = "checkbox";
      this.sureLabel = make("label", "guide-sure", this.sure, ` ${words.sure}`);
      this.main = button("", "guide-button", () => (this.isAnswered() ? this.next() : this.check()));
      this.again = button(words.again, "guide-link", () => this.retry());
      this.field.append(make("div", "guide-buttons", this.main, this.again, this.type === "open" ? "" : this.sureLabel));
      for (const input of this.inputs) {
        if (input.type !== "text") continue;
        input.addEventListener("keydown", (event) => {
          if (event.key === "Enter" && !this.isAnswered()) this.check();
        });
      }
    }

    isAnswered() {
      return this.entry?.given !== undefined && this.entry.digest === this.field.dataset.digest;
    }

    ticked() {
      return (this.ticks ?? []).flatMap((tick, index) => (tick.checked ? [String(index)] : []));
    }

    given() {
      if (this.type !== "choice") return this.inputs[0].value.trim();
      return this.inputs.filter((input) => input.checked).map((input) => input.value);
    }

    /** For each option, or for the one entry, whether the reader is right about it. */
    judge(given) {
      const { answer = "", tolerance = "0" } = this.field.dataset;
      if (this.type === "choice")
        return this.options.map((option) => option.hasAttribute("data-right") === given.includes(option.querySelector("input")?.value));
      if (this.type !== "numeric") return [answer.split("|").map(folded).includes(folded(given))];
      const value = number(given);
      return [value !== null && Math.abs(value - Number(answer)) <= Number(tolerance) * (1 + 1e-9)];
    }

    check() {
      const given = this.given();
      if (!given.length && this.type !== "open") return this.say("", this.type === "choice" ? words.choose : words.write);
      if (this.type === "numeric" && number(String(given)) === null) return this.say("", words.noNumber);
      const right = this.type === "open" ? undefined : this.judge(given).every(Boolean);
      const sure = this.sure.checked;
      this.keep({ digest: this.field.dataset.digest, attempt: this.entry?.attempt ?? 0, given, right, sure });
      send("answered", { id: this.id, right, sure });
      this.follow();
    }

    keep(entry) {
      send("keep", { kind: "answers", values: { [this.id]: entry } });
      this.show(entry);
    }

    /** The focus goes where the reader acts next. */
    follow() {
      (this.main.hidden ? this.again : this.main).focus();
    }

    another() {
      return { digest: this.field.dataset.digest, attempt: (this.entry?.attempt ?? 0) + 1 };
    }

    retry() {
      this.keep(this.another());
      this.field.querySelector("input, textarea")?.focus();
    }

    next() {
      const other = this.unanswered();
      other?.build();
      other?.field.scrollIntoView({ block: "start" });
      other?.inputs[0]?.focus({ preventScroll: true });
    }

    unanswered() {
      return questions.slice(questions.indexOf(this) + 1).find((other) => !other.isAnswered());
    }

    show(entry) {
      const isNew = JSON.stringify(entry) !== JSON.stringify(this.entry);
      this.entry = entry;
      if (this.status && isNew) this.display();
    }

    display() {
      const { entry } = this;
      this.clear();
      this.arrange(entry?.attempt ?? 0);
      if (this.isAnswered()) this.reveal(entry);
      else if (entry?.given !== undefined) this.say("", words.changed);
      this.update();
    }

    clear() {
      this.field.removeAttribute("data-state");
      this.field.querySelectorAll(".guide-mark").forEach((mark) => mark.remove());
      this.details.forEach((details) => details.removeAttribute("open"));
      this.options.forEach((option) => option.removeAttribute("data-state"));
      for (const input of this.inputs) {
        input.disabled = input.checked = false;
        if (this.type !== "choice") input.value = "";
      }
      this.ticks?.forEach((tick) => (tick.checked = false));
      this.sure.checked = false;
      this.status.replaceChildren();
    }

    /** The author's order, then one of its own for each attempt. */
    arrange(attempt) {
      const first = this.options[0]?.parentElement;
      if (!first || this.field.hasAttribute("data-keep-order")) return;
      const rank = (option) => hash(`${this.id} ${attempt} ${option.querySelector("input")?.value}`);
      const order = attempt ? [...this.options].sort((a, b) => rank(a) - rank(b)) : this.options;
      if (order.some((option, index) => first.children[index] !== option)) first.append(...order);
    }

    reveal(entry) {
      for (const input of this.inputs) {
        if (this.type !== "choice") input.value = entry.given;
        else input.checked = entry.given.includes(input.value);
        input.disabled = this.type !== "open";
      }
      this.details.forEach((details) => details.setAttribute("open", ""));
      if (this.type === "open") return this.tick(entry.ticks ?? []);
      this.options.forEach((option) => this.mark(option));
      const judged = this.judge(entry.given);
      const right = judged.every(Boolean);
      this.field.setAttribute("data-state", right ? "right" : "wrong");
      const several = this.inputs[0].type === "checkbox";
      const parts = fill(words.parts, { found: judged.filter(Boolean).length, all: judged.length });
      this.say(right ? "✓" : "✗", right ? words.right : several ? parts : words.wrong);
    }

    tick(ticks) {
      this.field.setAttribute("data-state", "open");
      this.ticks?.forEach((tick, index) => (tick.checked = ticks.includes(String(index))));
      this.say("", fill(words.covered, { found: ticks.length, all: this.ticks?.length ?? 0 }));
    }

    mark(option) {
      const isKey = option.hasAttribute("data-right");
      if (!isKey && !option.querySelector("input")?.checked) return;
      option.setAttribute("data-state", isKey ? "right" : "wrong");
      option.querySelector("label")?.append(make("span", "guide-mark", isKey ? ` ✓ ${words.rightAnswer}` : ` ✗ ${words.yourAnswer}`));
    }

    update() {
      if (!this.status) return;
      const answered = this.isAnswered();
      const check = this.type === "open" ? words.compare : words.check;
      const text = answered ? words.next : check;
      if (this.main.textContent !== text) this.main.textContent = text ?? "";
      this.main.hidden = answered && !this.unanswered();
      this.again.hidden = !answered;
      this.sureLabel.hidden = answered;
    }

    say(sign, text) {
      this.status.replaceChildren(make("b", "", `${sign} ${text ?? ""}`.trim()));
    }
  }

  /** Progress above the questions of a quiz, the result below. */
  class Quiz {
    constructor(place, members) {
      Object.assign(this, { place, members });
      this.bar = document.createElement("progress");
      this.bar.max = members.length;
      this.link = document.createElement("a");
      this.note = make("p", "guide-note");
      this.result = make("div", "guide-outcome");
      place.prepend(make("div", "guide-progress", this.bar, this.link), this.note);
      place.append(this.result);
      place.setAttribute("data-built", "");
    }

    show(remembered) {
      const done = this.members.filter((question) => question.isAnswered());
      const right = done.filter((question) => question.entry.right);
      const text = fill(words.progress, { done: done.length, all: this.members.length, right: right.length });
      this.bar.value = done.length;
      this.bar.setAttribute("aria-label", text);
      this.link.textContent = text;
      const open = this.members.find((question) => !question.isAnswered());
      this.link.href = `#${(open ?? this.members[0]).field.id}`;
      this.note.textContent = remembered ? "" : (words.forgotten ?? "");
      this.result.replaceChildren(...(done.length === this.members.length ? this.outcome(done) : []));
    }

    outcome(done) {
      const missed = done.filter((question) => question.entry.right === false);
      missed.sort((a, b) => Number(b.entry.sure) - Number(a.entry.sure));
      const list = make("ol", "", ...missed.map((question) => {
        const link = make("a", "", question.field.querySelector("legend")?.textContent ?? "");
        link.href = `#${question.field.id}`;
        return make("li", "", link, question.entry.sure ? ` — ${words.sureWrong}` : "");
      }));
      return [
        make("p", "guide-outcome-title", words.result ?? ""),
        this.table(done),
        ...(missed.length ? [make("p", "", words.missed ?? ""), list] : []),
        make("div", "guide-buttons",
          button(words.restart, "guide-link", () => this.restart()),
          button(words.reasons, "guide-link", () => this.place.querySelectorAll("details").forEach((details) => details.setAttribute("open", "")))),
      ];
    }

    /** Right answers by sub-skill and by level. */
    table(done) {
      const body = make("tbody", "");
      for (const name of ["subSkill", "level"]) {
        for (const title of new Set(done.map((question) => question.field.dataset[name]))) {
          const counted = done.filter((q) => q.field.dataset[name] === title && q.entry.right !== undefined);
          const right = counted.filter((question) => question.entry.right);
          if (title && counted.length)
            body.append(make("tr", "", make("td", "", title), make("td", "guide-number", `${right.length} / ${counted.length}`)));
        }
      }
      return make("table", "docutils guide-table", body);
    }

    restart() {
      const values = Object.fromEntries(this.members.map((question) => [question.id, question.another()]));
      send("keep", { kind: "answers", values });
      this.members[0].field.querySelector("input")?.focus();
    }
  }

  /** On paper, reasons stand in a key behind the questions. */
  function printKey() {
    questions.forEach((question) => question.build());
    const items = questions.map((question, index) => {
      const letters = question.options.flatMap((option, n) => (option.hasAttribute("data-right") ? [String.fromCharCode(65 + n)] : []));
      const reasons = make("ol", "", ...question.options.map((option) => make("li", "", ...copies(option.querySelector(".guide-feedback")))));
      reasons.type = "A";
      return make("div", "", make("p", "", make("b", "", `${index + 1}. ${letters.join(", ")}`)), reasons, ...copies(question.field.querySelector(".guide-explanation")));
    });
    if (items.length) (document.querySelector("article, main, [role=main]") ?? document.body).append(make("div", "guide-key", make("h2", "", words.key ?? ""), ...items));
  }

  function copies(details) {
    return [...(details?.cloneNode(true).childNodes ?? [])].filter((node) => !/^(SUMMARY|B)$/.test(node.nodeName));
  }

  const questions = [...document.querySelectorAll("fieldset.guide-question")].map((field) => new Question(field));
  const quizzes = [...document.querySelectorAll(".guide-questions")].flatMap((place) => {
    const members = questions.filter((question) => place.contains(question.field));
    return members.length > 1 ? [new Quiz(place, members)] : [];
  });
  document.addEventListener("skillguide:state", (event) => {
    const { answers, remembered } = event.detail;
    questions.forEach((question) => question.show(answers[question.id]));
    questions.forEach((question) => question.update());
    quizzes.forEach((quiz) => quiz.show(remembered));
  });
  const waiting = [...questions];
  /** Build a few, then let the page breathe. */
  function work() {
    waiting.splice(0, 5).forEach((question) => question.build());
    if (waiting.length) setTimeout(work);
  }
  send("ask");
  questions.forEach(({ field }) => field.setAttribute("data-live", ""));
  work();
  window.addEventListener("beforeprint", printKey);
  window.addEventListener("afterprint", () => document.querySelectorAll(".guide-key").forEach((key) => key.remove()));
}
