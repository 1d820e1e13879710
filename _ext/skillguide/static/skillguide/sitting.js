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
      if (this.attempt && !entry) return;
      if (!this.attempt) return super.keep(entry ?? this.another());
      const { current } = this.attempt;
      this.attempt.change({ answers: { ...current?.answers, [this.id]: entry } });
    }

    /** Checking goes on to the next question; the verdict waits. */
    check() {
      if (!this.attempt) return super.check();
      this.note();
      this.next();
    }

    display() {
      if (!this.isOpen || "state" in this.field.dataset || !this.entry) super.display();
      if (!this.isOpen) return;
      this.sure.checked = Boolean(this.entry?.sure);
      this.flag.checked = Boolean(this.entry?.flag);
    }

    /** @param {Entry} entry */
    reveal(entry) {
      if (this.isOpen) this.put(entry.given);
      else super.reveal(entry);
    }

    unanswered() {
      if (!this.attempt) return super.unanswered();
      const { members } = this.attempt;
      const place = members.indexOf(this);
      return [...members.slice(place + 1), ...members.slice(0, place)].find((other) =>
        !other.isAnswered());
    }

    update() {
      super.update();
      if (!this.attempt) return;
      this.main.textContent = words.next;
      this.main.hidden = !this.isOpen || !this.unanswered();
      this.again.hidden = true;
      this.sureLabel.hidden = this.flagLabel.hidden = !this.isOpen;
      if (!this.isOpen && this.inputs.length && !this.isAnswered()) this.missing();
    }

    /** An open question of an attempt that was handed in shows its key. */
    missing() {
      if (this.attempt?.place.dataset.state !== "ended" || "state" in this.field.dataset) return;
      super.reveal({ ...this.another(0), given: [] });
    }

    arrange(attempt = 0) {
      super.arrange(this.attempt ? this.attempt.turn : attempt);
    }

    hold() {
      if (!this.isOpen) super.hold();
    }
  };

  document.addEventListener("skillguide:types", ({ detail }) => {
    for (const name in detail.types) detail.types[name] = sat(detail.types[name]);
    detail.Question = sat(detail.Question);
  });
}
