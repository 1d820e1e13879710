/** A question of an attempt: what is chosen is kept at once, and the verdict waits for the end. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, make } = tools.detail;

  /** @param {QuestionType} Kind */
  const sat = (Kind) => class extends Kind {
    flag = make("input");
    flagLabel = make("label", "guide-sure", this.flag, ` ${words.flag}`);
    phase = "";

    /** @param {HTMLElement} field */
    constructor(field) {
      super(field);
      const { attempts } = send("attempts", { attempts: [] });
      this.attempt = attempts.find(({ place }) => place.contains(field));
      this.attempt?.members.push(this);
    }

    get isOpen() {
      return this.attempt?.isOpen;
    }

    /** @param {Entry} [entry] */
    show(entry) {
      super.show(this.attempt ? this.attempt.entry(this.id) : entry);
    }

    addButtons() {
      super.addButtons();
      if (!this.attempt) return;
      this.flag.type = "checkbox";
      this.sureLabel.after(this.flagLabel);
      this.field.addEventListener("change", () => this.note());
    }

    /** Keep what is given now: it can be changed until it is handed in. */
    note() {
      if (!this.isOpen) return;
      const given = this.given();
      const { right, problem = "" } = this.judge(given);
      const answer = given.length ? { given, right: !problem && right } : {};
      const marks = { sure: this.sure.checked, flag: this.flag.checked };
      this.keep({ ...this.another(0), ...answer, ...marks });
      this.say("", given.length ? problem : "");
    }

    /** @param {Entry} [entry] */
    keep(entry) {
      if (!this.attempt) return super.keep(entry);
      const { answers } = this.attempt.current ?? {};
      if (entry) this.attempt.change({ answers: { ...answers, [this.id]: entry } });
    }

    /** Checking goes on to the next question; the verdict waits. */
    check() {
      if (!this.attempt) return super.check();
      this.note();
      this.next();
    }

    /** What is chosen here stays as it is; what was not answered shows its key at the end. */
    display() {
      const isShown = `${this.given()}` === `${this.entry?.given ?? ""}`;
      if (!this.isOpen || "state" in this.field.dataset || !isShown) super.display();
      this.sure.checked = Boolean(this.entry?.sure);
      this.flag.checked = Boolean(this.entry?.flag);
      if (this.phase === "ended" && this.entry?.given === undefined)
        super.reveal({ ...this.another(0), given: [] });
    }

    /** @param {Entry} entry */
    reveal(entry) {
      if (this.isOpen) this.put(entry.given);
      else super.reveal(entry);
    }

    unanswered() {
      if (!this.attempt) return super.unanswered();
      const { members } = this.attempt;
      const others = [...members, ...members].slice(members.indexOf(this) + 1);
      return others.find((other) => other !== this && !other.isAnswered());
    }

    update() {
      const phase = this.attempt?.place.dataset.state ?? "";
      if (this.inputs.length && phase !== this.phase) {
        this.phase = phase;
        this.display();
      }
      super.update();
      if (!this.attempt) return;
      this.main.textContent = words.next;
      this.main.hidden = !this.isOpen || !this.unanswered();
      this.again.hidden = true;
      this.sureLabel.hidden = this.flagLabel.hidden = !this.isOpen;
    }

    arrange(attempt = 0) {
      super.arrange(this.attempt ? this.attempt.turn : attempt);
    }

    follow() {
      if (this.attempt) this.focus(true);
      else super.follow();
    }

    /** There is no button behind a verdict: it takes the focus itself. */
    focus(preventScroll = false) {
      if (this.phase === "ended") this.status.focus({ preventScroll });
      else super.focus(preventScroll);
    }
  };

  document.addEventListener("skillguide:types", ({ detail }) => {
    for (const name in detail.types) detail.types[name] = sat(detail.types[name]);
    detail.Question = sat(detail.Question);
  });
}
