/** A question that can be answered. It touches only what this extension wrote in its field. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const OPTIONS = ":scope > .guide-options > .guide-option";
  const questions = /** @type {AnyQuestion[]} */ ([]);

  /** A question with options; entry.js has those whose answers are written. */
  class Question {
    verb = words.check;
    fields = `${OPTIONS} > label > input:first-child`;
    /** @type {Entry | undefined} */
    entry;
    inputs = /** @type {HTMLInputElement[]} */ ([]);
    sure = make("input");
    sureLabel = make("label", "guide-sure", this.sure, ` ${words.sure}`);
    main = button("", "guide-button", () => (this.isAnswered() ? this.next() : this.check()));
    again = button(words.again, "guide-link", () => this.keep());

    /** @param {HTMLElement} field */
    constructor(field) {
      this.field = field;
      this.id = field.dataset.question ?? field.id.replace(/^question-/, "");
      this.options = all(OPTIONS, field);
      this.status = all(":scope > [role=status]", field)[0];
      questions.push(this);
    }

    build() {
      if (this.inputs.length) return;
      this.status.tabIndex = -1;
      this.sure.type = "checkbox";
      this.prepare();
      this.inputs = all(this.fields, this.field);
      this.addButtons();
      this.field.dataset.built = "";
      if (this.entry) this.display(); // else what was chosen while the page opened stays chosen
      this.update();
    }

    /** What a type adds before its fields are looked for. */
    prepare() {}

    addButtons() {
      this.field.append(make("div", "guide-buttons", this.main, this.again, this.sureLabel));
    }

    isAnswered() {
      return this.entry?.given !== undefined && this.entry.digest === this.field.dataset.digest;
    }

    given() {
      return this.inputs.filter((input) => input.checked).map((input) => input.value);
    }

    /** Show what was given, or nothing. */
    put(given = [""]) {
      for (const input of this.inputs) input.checked = given.includes(input.value);
    }

    /** Whether all is right, and each part of it; or the problem that keeps us from saying. */
    judge(given = this.given()) {
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

    keep(entry = this.another()) {
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
      const isThere = this.field.contains(element) && element?.getClientRects().length;
      if (isThere && !element.matches(":disabled")) return;
      if (this.isAnswered()) this.follow();
      else this.focus();
    }

    focus(preventScroll = false) {
      all(this.fields, this.field)[0]?.focus({ preventScroll });
    }

    /** @returns {Entry} */
    another(more = 1) {
      const { attempt = 0, step } = this.entry ?? {};
      return { digest: this.field.dataset.digest, attempt: attempt + more, step };
    }

    next() {
      const other = this.unanswered();
      other?.build();
      other?.field.scrollIntoView();
      other?.focus(true);
    }

    unanswered() {
      return questions.slice(questions.indexOf(this) + 1).find((other) => !other.isAnswered());
    }

    show(/** @type {Entry | undefined} */ entry) {
      const isNew = JSON.stringify(entry) !== JSON.stringify(this.entry);
      this.entry = entry;
      if (this.inputs.length && isNew) this.display();
    }

    display() {
      delete this.field.dataset.state;
      for (const option of this.options) delete option.dataset.state;
      for (const mark of all(".guide-mark", this.field)) mark.remove();
      for (const input of this.inputs) input.disabled = false;
      this.sure.checked = false;
      this.status.replaceChildren();
      this.put();
      this.unfold();
      this.arrange(this.entry?.attempt);
      if (this.entry && this.isAnswered()) this.reveal(this.entry);
      else if (this.entry?.given !== undefined) this.say("", words.changed);
    }

    unfold(isOpen = false) {
      for (const reason of all(".guide-feedback, .guide-explanation", this.field))
        reason.toggleAttribute("open", isOpen);
    }

    /** The author's order, then one of its own for each attempt. */
    arrange(attempt = 0) {
      if ("keepOrder" in this.field.dataset) return;
      const ranks = this.inputs.map(({ value }) => (parseInt(value, 16) * attempt) % 997);
      const order = [...ranks.keys()].sort((a, b) => ranks[a] - ranks[b]);
      this.options[0]?.parentElement?.append(...order.map((index) => this.options[index]));
    }

    reveal(/** @type {Entry} */ { given = [] }) {
      this.put(given);
      this.unfold(true);
      for (const input of this.inputs) input.disabled = true;
      const { right, parts = [] } = this.judge(given);
      this.options.forEach((option, index) => this.mark(option, this.inputs[index].checked));
      this.field.dataset.state = right ? "right" : "wrong";
      const count = { found: parts.filter(Boolean).length, all: parts.length };
      const isWhole = !parts.length || this.inputs[0].type === "radio";
      const wrong = isWhole ? words.wrong : fill(words.parts, count);
      this.say(right ? "✓" : "✗", right ? words.right : wrong);
    }

    mark(/** @type {HTMLElement} */ option, isChosen = false) {
      const isKey = "right" in option.dataset;
      const isOne = this.inputs[0].type === "radio";
      if (!isKey && !isChosen) return;
      const [state, text] = !isKey ? ["wrong", `✗ ${words.yourAnswer}`]
        : !isOne && !isChosen ? ["missed", `○ ${words.missedAnswer}`]
        : ["right", `✓ ${words.rightAnswer}`];
      option.dataset.state = state;
      option.querySelector("label")?.append(make("span", "guide-mark", ` ${text}`));
    }

    update() {
      const answered = this.isAnswered();
      this.main.textContent = answered ? words.next : this.verb;
      this.main.hidden = answered && !this.unanswered();
      this.again.hidden = !answered;
      this.sureLabel.hidden = answered;
    }

    say(sign = "", text = "") {
      this.status.replaceChildren(make("b", "", `${sign} ${text}`.trim()));
    }
  }

  document.addEventListener("skillguide:types", ({ detail }) =>
    Object.assign(detail, { Question }));
  document.addEventListener("skillguide:questions", ({ detail }) =>
    Object.assign(detail, { questions }));
}
