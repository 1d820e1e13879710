/**
 * Makes questions answerable; without it their reasons are native <details>. It touches only what
 * this extension wrote: another one may stand in a stem, an option, a reason.
 */
"use strict";
{
  const words = document.currentScript.dataset;
  const OPTIONS = ":scope > .guide-options > .guide-option";
  const INPUTS = `${OPTIONS} > label > input:first-child, :scope > .guide-entry > label > input,
    :scope > .guide-text > textarea`;

  /** Dispatch an event; whoever hears it may add to the detail. */
  function send(name, detail = {}) {
    document.dispatchEvent(new CustomEvent(`skillguide:${name}`, { detail }));
    return detail;
  }

  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  function button(text, className, act) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", act);
    element.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault(); // a key held down presses one button
    });
    return element;
  }

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

    all(selector) {
      return [...this.field.querySelectorAll(selector)];
    }

    build() {
      if (this.status) return;
      this.status = this.field.querySelector(":scope > [role=status]");
      this.status.tabIndex = -1;
      this.options = this.all(OPTIONS);
      this.details = this.all(".guide-feedback, .guide-explanation");
      this.ticks = this.all(".guide-rubric > li > label > input");
      if (this.type === "open") this.addText();
      this.inputs = this.all(INPUTS);
      this.isMultiple = this.inputs[0]?.type === "checkbox";
      this.addButtons();
      this.field.setAttribute("data-built", "");
      if (this.entry) this.display();
      else this.update(); // what was chosen while the page opened stays chosen
    }

    addText() {
      const text = make("textarea");
      text.rows = 5;
      this.status.before(make("label", "guide-text", words.yourText, text));
      const keep = () => this.keep({ ...this.entry, ticks: this.ticked() });
      for (const tick of this.ticks) tick.addEventListener("change", keep);
    }

    addButtons() {
      this.sure = make("input");
      this.sure.type = "checkbox";
      this.sureLabel = make("label", "guide-sure", this.sure, ` ${words.sure}`);
      const act = () => (this.isAnswered() ? this.next() : this.check());
      this.main = button("", "guide-button", act);
      this.again = button(words.again, "guide-link", () => this.keep(this.another()));
      const sure = this.type === "open" ? "" : this.sureLabel;
      this.field.append(make("div", "guide-buttons", this.main, this.again, sure));
      if (this.inputs[0]?.type === "text")
        this.inputs[0].addEventListener("keydown", (event) => {
          if (event.key !== "Enter" || event.isComposing || event.repeat) return;
          event.preventDefault(); // else the key presses the button that takes the focus
          this.check();
        });
    }

    isAnswered() {
      return this.entry?.given !== undefined && this.entry.digest === this.field.dataset.digest;
    }

    ticked() {
      return this.ticks.flatMap((tick, index) => (tick.checked ? [String(index)] : []));
    }

    given() {
      if (this.type !== "choice") return this.inputs[0].value.trim();
      return this.inputs.filter((input) => input.checked).map((input) => input.value);
    }

    /** Whether the reader is right: about each option, or what entry.js says of a text. */
    judge(given) {
      const { unit } = this.inputs[0].dataset;
      if (this.type !== "choice")
        return send("judge", { ...this.field.dataset, unit, given: String(given) });
      const parts = this.inputs.map(({ value }, index) =>
        this.options[index].hasAttribute("data-right") === given.includes(value));
      return { parts, right: parts.every(Boolean) };
    }

    check() {
      const given = this.given();
      const isOpen = this.type === "open";
      if (!given.length && !isOpen)
        return this.say("", this.type === "choice" ? words.choose : words.write);
      const { right, problem } = isOpen ? {} : this.judge(given);
      if (problem) return this.say("", fill(words[problem], this.inputs[0].dataset));
      const { digest, attempt } = this.another(0);
      const sure = this.sure.checked;
      this.keep({ digest, attempt, given, right, sure });
      send("answered", { id: this.id, right, sure });
      this.follow();
    }

    keep(entry) {
      send("keep", { kind: "answers", values: { [this.id]: entry } });
    }

    /** The verdict stays in view; the focus goes to what comes next if both fit, else to it. */
    follow() {
      const { status } = this;
      const next = this.main.hidden ? this.again : this.main;
      const [top, bottom] = [status, next].map((part) => part.getBoundingClientRect().bottom);
      const target = bottom - top < innerHeight * 0.7 ? next : status;
      target.focus({ preventScroll: true });
      for (const part of [target, status])
        part.scrollIntoView({ block: "nearest", behavior: "instant" });
    }

    /** From what is hidden or disabled, the focus goes where the reader acts next. */
    hold() {
      const element = document.activeElement;
      const isThere = this.field.contains(element) && element.getClientRects().length;
      if (isThere && !element.disabled) return;
      if (this.isAnswered()) this.follow();
      else this.focus();
    }

    focus(options) {
      this.field.querySelector(INPUTS)?.focus(options);
    }

    another(more = 1) {
      return { digest: this.field.dataset.digest, attempt: (this.entry?.attempt ?? 0) + more };
    }

    next() {
      const other = this.unanswered();
      other?.build();
      other?.field.scrollIntoView({ block: "start" });
      other?.focus({ preventScroll: true });
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
      this.clear();
      this.arrange(this.entry?.attempt ?? 0);
      if (this.isAnswered()) this.reveal(this.entry);
      else if (this.entry?.given !== undefined) this.say("", words.changed);
      this.update();
    }

    clear() {
      this.field.removeAttribute("data-state");
      this.all(".guide-mark").forEach((mark) => mark.remove());
      this.unfold(false);
      this.options.forEach((option) => option.removeAttribute("data-state"));
      for (const input of this.inputs) {
        input.disabled = input.checked = false;
        if (this.type !== "choice") input.value = "";
      }
      for (const tick of [...this.ticks, this.sure]) tick.checked = false;
      this.status.replaceChildren();
    }

    unfold(isOpen) {
      this.details.forEach((details) => details.toggleAttribute("open", isOpen));
    }

    /** The author's order, then one of its own for each attempt. */
    arrange(attempt) {
      const place = this.options[0]?.parentElement;
      if (!place || this.field.hasAttribute("data-keep-order")) return;
      const rank = ({ value }) => attempt && hash(`${this.id} ${attempt} ${value}`);
      const ranks = this.inputs.map(rank);
      const order = [...ranks.keys()].sort((a, b) => ranks[a] - ranks[b]);
      if (order.some((from, to) => place.children[to] !== this.options[from]))
        place.append(...order.map((from) => this.options[from]));
    }

    reveal({ given, ticks = [] }) {
      for (const input of this.inputs) {
        if (this.type !== "choice") input.value = given;
        else input.checked = given.includes(input.value);
        input.disabled = this.type !== "open";
      }
      this.unfold(true);
      if (this.type === "open") return this.tick(ticks);
      const { right, parts = [] } = this.judge(given);
      this.options.forEach((option, index) => this.mark(option, this.inputs[index].checked));
      this.field.setAttribute("data-state", right ? "right" : "wrong");
      const count = { found: parts.filter(Boolean).length, all: parts.length };
      const wrong = this.isMultiple ? fill(words.parts, count) : words.wrong;
      this.say(right ? "✓" : "✗", right ? words.right : wrong);
    }

    tick(ticks) {
      this.field.setAttribute("data-state", "open");
      this.ticks.forEach((tick, index) => (tick.checked = ticks.includes(String(index))));
      this.say("", fill(words.covered, { found: ticks.length, all: this.ticks.length }));
    }

    /** A key that was left out among several is no hit: it has a sign and words of its own. */
    mark(option, isChosen) {
      const isKey = option.hasAttribute("data-right");
      if (!isKey && !isChosen) return;
      const [state, text] = !isKey ? ["wrong", `✗ ${words.yourAnswer}`]
        : this.isMultiple && !isChosen ? ["missed", `○ ${words.missedAnswer}`]
        : ["right", `✓ ${words.rightAnswer}`];
      option.setAttribute("data-state", state);
      option.querySelector("label").append(make("span", "guide-mark", ` ${text}`));
    }

    update() {
      if (!this.status) return;
      const answered = this.isAnswered();
      const check = this.type === "open" ? words.compare : words.check;
      this.main.textContent = answered ? words.next : check;
      this.main.hidden = answered && !this.unanswered();
      this.again.hidden = !answered;
      this.sureLabel.hidden = answered;
    }

    say(sign, text) {
      this.status.replaceChildren(make("b", "", `${sign} ${text}`.trim()));
    }
  }

  /** On paper, reasons stand in a key behind the questions, in the order that the page has now. */
  function printKey() {
    const items = questions.map((question, index) => {
      question.build();
      const options = question.all(OPTIONS);
      const letters = options.map((_, place) => String.fromCharCode(65 + place));
      const right = letters.filter((_, place) => options[place].hasAttribute("data-right"));
      const reasons = make("ol", "", ...options.map((option) => make("li", "", ...copies(option))));
      reasons.type = "A";
      const title = make("b", "", `${index + 1}. ${right.join(", ")}`);
      return make("div", "", make("p", "", title), reasons, ...copies(question.field));
    });
    const key = make("div", "guide-key", make("h2", "", words.key), ...items);
    for (const name of ["id", "name"]) // these stay with the original
      key.querySelectorAll(`[${name}]`).forEach((copy) => copy.removeAttribute(name));
    const home = document.querySelector("article, main, [role=main]") ?? document.body;
    if (items.length) home.append(key);
  }

  /** Copies of the reason of an option, or of the explanation of a question. */
  function copies(owner) {
    const own = owner.querySelector(":scope > :is(.guide-feedback, .guide-explanation)");
    const nodes = [...(own?.cloneNode(true).childNodes ?? [])];
    return nodes.filter((node) => !/^(SUMMARY|B)$/.test(node.nodeName));
  }

  const fields = [...document.querySelectorAll("fieldset.guide-question")];
  const questions = fields.map((field) => new Question(field));
  const note = make("p", "guide-note");
  note.setAttribute("aria-live", "polite");
  fields[0]?.before(note);
  document.addEventListener("skillguide:state", ({ detail }) => {
    const held = questions.find(({ field }) => field.contains(document.activeElement));
    questions.forEach((question) => question.show(detail.answers[question.id]));
    questions.forEach((question) => question.update());
    note.textContent = detail.note;
    held?.hold();
  });
  const waiting = [...questions];
  /** Build a few, then let the page breathe. */
  function work() {
    waiting.splice(0, 5).forEach((question) => question.build());
    if (waiting.length) setTimeout(work);
  }
  send("ask");
  fields.forEach((field) => field.setAttribute("data-live", ""));
  work();
  window.addEventListener("beforeprint", printKey);
  window.addEventListener("afterprint", () => document.querySelector(".guide-key")?.remove());
}
