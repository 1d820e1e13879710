/**
 * Makes questions answerable; without it their reasons are native <details>. It touches only what
 * this extension wrote: another one may stand in a stem, an option, a reason.
 */
"use strict";
{
  const words = document.currentScript.dataset;
  const tools = { detail: {} };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send, fill, make, button } = tools.detail;
  const OPTIONS = ":scope > .guide-options > .guide-option";
  const BLOCKS = ".guide-option > :is([class^=highlight], [class^=literal], [class^=math], img)";

  /** The same number for the same text. */
  const hash = (text) => [...text].reduce((value, letter) =>
    Math.imul(value ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);

  /** A question with options; entry.js has those whose answers are written. */
  class Question {
    verb = words.check;
    fields = `${OPTIONS} > label > input:first-child`;

    constructor(field) {
      this.field = field;
      this.id = field.dataset.question ?? field.id.replace(/^question-/, "");
    }

    all(selector) {
      return [...this.field.querySelectorAll(selector)];
    }

    build() {
      if (this.status) return;
      this.status = this.field.querySelector(":scope > [role=status]");
      this.status.tabIndex = -1;
      this.options = this.all(OPTIONS);
      this.prepare();
      this.inputs = this.all(this.fields);
      this.isMultiple = this.inputs[0]?.type === "checkbox";
      this.addButtons();
      this.field.dataset.built = "";
      if (this.entry) this.display(); // else what was chosen while the page opened stays chosen
      this.update();
    }

    /** A block cannot stand in a label, but it chooses its option, too, unless it is selected. */
    prepare() {
      for (const option of this.options)
        option.addEventListener("click", ({ target }) => {
          if (!target.closest(BLOCKS) || target.closest("a, button")) return;
          if (getSelection().isCollapsed) option.querySelector("input").click();
        });
    }

    addButtons() {
      this.sure = make("input");
      this.sure.type = "checkbox";
      this.sureLabel = make("label", "guide-sure", this.sure, ` ${words.sure}`);
      const act = () => (this.isAnswered() ? this.next() : this.check());
      this.main = button("", "guide-button", act);
      this.again = button(words.again, "guide-link", () => this.keep(this.another()));
      this.field.append(make("div", "guide-buttons", this.main, this.again, this.sureLabel));
    }

    isAnswered() {
      return this.entry?.given !== undefined && this.entry.digest === this.field.dataset.digest;
    }

    given() {
      return this.inputs.filter((input) => input.checked).map((input) => input.value);
    }

    /** Show what was given, or nothing. */
    put(given = []) {
      for (const input of this.inputs) input.checked = given.includes(input.value);
    }

    /** Whether all is right, and each part of it; or the problem that keeps us from saying. */
    judge(given) {
      const parts = this.inputs.map(({ value }, index) =>
        "right" in this.options[index].dataset === given.includes(value));
      return { parts, right: parts.every(Boolean), problem: given.length ? "" : words.choose };
    }

    check() {
      const given = this.given();
      const { right, problem } = this.judge(given);
      if (problem) return this.say("", problem);
      const sure = this.sure.checked;
      this.keep({ ...this.another(0), given, right, sure });
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

    /** From what is gone or disabled, the focus goes where the reader acts next. */
    hold() {
      const element = document.activeElement;
      const isThere = this.field.contains(element) && element.getClientRects().length;
      if (isThere && !element.disabled) return;
      if (this.isAnswered()) this.follow();
      else this.focus();
    }

    focus(options) {
      this.field.querySelector(this.fields)?.focus(options);
    }

    another(more = 1) {
      return { digest: this.field.dataset.digest, attempt: (this.entry?.attempt ?? 0) + more };
    }

    next() {
      const other = this.unanswered();
      other.build();
      other.field.scrollIntoView();
      other.focus({ preventScroll: true });
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
      delete this.field.dataset.state;
      for (const option of this.options) delete option.dataset.state;
      for (const mark of this.all(".guide-mark")) mark.remove();
      for (const input of this.inputs) input.disabled = false;
      this.sure.checked = false;
      this.status.replaceChildren();
      this.put();
      this.unfold(false);
      this.arrange(this.entry?.attempt ?? 0);
      if (this.isAnswered()) this.reveal(this.entry);
      else if (this.entry?.given !== undefined) this.say("", words.changed);
    }

    unfold(isOpen) {
      for (const details of this.all(".guide-feedback, .guide-explanation"))
        details.open = isOpen;
    }

    /** The author's order, then one of its own for each attempt. */
    arrange(attempt) {
      const place = this.options[0]?.parentElement;
      if (!place || "keepOrder" in this.field.dataset) return;
      const rank = ({ value }) => attempt && hash(`${this.id} ${attempt} ${value}`);
      const ranks = this.inputs.map(rank);
      const order = [...ranks.keys()].sort((a, b) => ranks[a] - ranks[b]);
      if (order.some((from, to) => place.children[to] !== this.options[from]))
        place.append(...order.map((from) => this.options[from]));
    }

    reveal({ given }) {
      this.put(given);
      this.unfold(true);
      for (const input of this.inputs) input.disabled = true;
      const { right, parts = [] } = this.judge(given);
      this.options.forEach((option, index) => this.mark(option, this.inputs[index].checked));
      this.field.dataset.state = right ? "right" : "wrong";
      const count = { found: parts.filter(Boolean).length, all: parts.length };
      const wrong = this.isMultiple ? fill(words.parts, count) : words.wrong;
      this.say(right ? "✓" : "✗", right ? words.right : wrong);
    }

    /** A key that was left out among several is no hit: it has a sign and words of its own. */
    mark(option, isChosen) {
      const isKey = "right" in option.dataset;
      if (!isKey && !isChosen) return;
      const [state, text] = !isKey ? ["wrong", `✗ ${words.yourAnswer}`]
        : this.isMultiple && !isChosen ? ["missed", `○ ${words.missedAnswer}`]
        : ["right", `✓ ${words.rightAnswer}`];
      option.dataset.state = state;
      option.querySelector("label").append(make("span", "guide-mark", ` ${text}`));
    }

    update() {
      if (!this.status) return;
      const answered = this.isAnswered();
      this.main.textContent = answered ? words.next : this.verb;
      this.main.hidden = answered && !this.unanswered();
      this.again.hidden = !answered;
      this.sureLabel.hidden = answered;
    }

    say(sign, text) {
      this.status.replaceChildren(make("b", "", `${sign} ${text}`.trim()));
    }
  }

  /** On paper, reasons stand in a key behind the questions, by the letters that stand there. */
  function printKey() {
    const items = questions.map((question, index) => {
      question.build();
      const options = question.all(OPTIONS);
      const letters = options.map((_, place) => String.fromCharCode(65 + place));
      const right = letters.filter((_, place) => "right" in options[place].dataset);
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

  const { types } = send("types", { Question, types: {} });
  const fields = [...document.querySelectorAll("fieldset.guide-question")];
  const questions = fields.map((field) => new (types[field.dataset.type] ?? Question)(field));
  const note = make("p", "guide-note");
  note.setAttribute("aria-live", "polite");
  fields[0]?.before(note);
  document.addEventListener("skillguide:state", ({ detail }) => {
    const held = questions.find(({ field }) => field.contains(document.activeElement));
    for (const question of questions) question.show(detail.answers[question.id]);
    for (const question of questions) question.update();
    note.textContent = detail.note;
    held?.hold();
  });
  document.addEventListener("skillguide:questions", ({ detail }) =>
    Object.assign(detail, tools.detail, { questions }));
  const waiting = [...questions];
  /** Build a few, then let the page breathe. */
  function work() {
    for (const question of waiting.splice(0, 5)) question.build();
    if (waiting.length) setTimeout(work);
  }
  send("ask");
  for (const field of fields) field.dataset.live = "";
  work();
  window.addEventListener("beforeprint", printKey);
  window.addEventListener("afterprint", () => document.querySelector(".guide-key")?.remove());
}
