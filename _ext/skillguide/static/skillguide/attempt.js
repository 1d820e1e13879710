/**
 * A quiz that is handed in as a whole: its answers are kept apart from those of the same questions
 * elsewhere, are judged at the end, and every attempt stays with its date. panel.js shows it.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;

  const idOf = (/** @type {HTMLElement} */ { dataset, id }) =>
    dataset.question ?? id.replace(/^question-/, "");

  class Attempt {
    members = /** @type {AnyQuestion[]} */ ([]);
    state = /** @type {State} */ ({});
    /** @type {(Sitting & { id: string }) | undefined} */
    current;
    laid = "";
    result = make("div", "guide-attempt-result");

    constructor(place = document.body) {
      this.place = place;
      const [data] = all(":scope > script", place);
      this.data = /** @type {ResultData} */ (JSON.parse(data.textContent ?? ""));
      this.fields = all("fieldset.guide-question", place);
      this.home = this.fields[0]?.parentElement ?? place;
    }

    /** An attempt that was never begun is a form that waits for it. */
    get isDraft() {
      return this.current?.started === 0;
    }

    get isOpen() {
      return Boolean(this.current?.started && !this.current.ended);
    }

    get form() {
      return this.current?.form ?? "";
    }

    /** The order of options: version B of a form has one of its own. */
    get turn() {
      return this.form.endsWith("b") ? 7 : 0;
    }

    entry(id = "") {
      return this.current?.answers[id];
    }

    /** @param {State} state */
    show(state) {
      this.state = state;
      const { attempts } = send("history", { quiz: this.data.quiz, state, attempts: [] });
      const last = attempts.at(-1);
      this.current = last?.ended === undefined && last?.started ? last
        : attempts.find(({ started }) => !started) ?? last;
      const asked = this.current?.asked ?? this.fields.map(idOf);
      if (this.laid && this.laid !== `${asked}${this.turn}`)
        return location.replace(location.href.split(/[?#]/)[0]); // another form: read it anew
      if (!this.laid) this.lay(asked);
      this.place.dataset.state = this.isOpen ? "open" : this.current?.ended ? "ended" : "closed";
    }

    /** Bring the questions of a form into its order. @param {string[]} asked */
    lay(asked) {
      this.laid = `${asked}${this.turn}`;
      const pool = this.place.querySelector("template");
      const known = [...this.fields, ...all("fieldset", pool?.content)];
      const found = asked.flatMap((id) => known.find((field) => idOf(field) === id) ?? []);
      for (const field of this.fields) field.remove();
      found.forEach((field, index) => {
        const number = all(".guide-facts", field)[0]?.firstChild;
        if (number instanceof Text) number.data = number.data.replace(/\d+/, `${index + 1}`);
      });
      this.home.append(...found);
    }

    /** How many questions of a form were answered before, here or elsewhere. */
    known(/** @type {string[]} */ asked) {
      const { state, data: { quiz } } = this;
      const { attempts } = send("history", { quiz, state, attempts: [] });
      return asked.filter((id) => state.answers[id]?.given !== undefined
        || attempts.some(({ answers }) => answers[id])).length;
    }

    start(limit = 0) {
      const { data: { quiz }, members, form, isDraft } = this;
      const started = Date.now();
      const asked = this.current?.asked ?? members.map(({ id }) => id);
      const known = this.known(asked);
      const sitting = { quiz, started, limit, form, known, asked, answers: {} };
      const draft = isDraft ? { [`${quiz}-draft`]: null } : {};
      const values = { [`${quiz}-${started.toString(36)}`]: sitting, ...draft };
      send("keep", { kind: "attempts", values });
      members[0]?.focus();
    }

    change(/** @type {Partial<Sitting>} */ values) {
      const { id, ...sitting } = /** @type {Sitting & { id: string }} */ (this.current);
      send("keep", { kind: "attempts", values: { [id]: { ...sitting, ...values } } });
    }

    handIn() {
      const open = this.members.filter((member) => !member.isAnswered()).length;
      if (open && !confirm(fill(words.openQuestion, { open }))) return;
      this.change({ ended: Date.now() });
      this.review();
      this.result.tabIndex = -1;
      this.result.focus({ preventScroll: true });
      this.result.scrollIntoView({ block: "start", behavior: "instant" });
    }

    /** What was missed, or right by luck, comes back in the bank where it is at home. */
    review() {
      const missed = this.members.filter(({ field, entry }) =>
        field.dataset.question && !(entry?.right && entry.sure));
      const values = missed.map(({ id, field: { dataset } }) =>
        [id, { digest: dataset.digest, attempt: 0, ...this.state.answers[id], step: 1 }]);
      if (values.length) send("keep", { kind: "answers", values: Object.fromEntries(values) });
    }

    /** Answers of the edition that knew no attempts become one without a date. */
    adopt() {
      const { fields, state: { answers }, data: { quiz } } = this;
      const own = fields.filter((field) => !field.dataset.question).map(idOf)
        .filter((id) => answers[id]?.given !== undefined);
      if (this.current || !own.length) return;
      const found = Object.fromEntries(own.map((id) => [id, answers[id]]));
      const sitting = { quiz, started: 1, ended: 1, known: 0, asked: own, answers: found };
      const nothing = Object.fromEntries(own.map((id) => [id, null]));
      this.laid = "";
      send("keep", { kind: "attempts", values: { [`${quiz}-1`]: sitting } });
      send("keep", { kind: "answers", values: nothing });
    }
  }

  const attempts = all(".guide-attempt").map((place) => new Attempt(place));
  document.addEventListener("skillguide:attempts", ({ detail }) => (detail.attempts = attempts));
  document.addEventListener("skillguide:state", ({ detail }) =>
    attempts.forEach((attempt) => attempt.show(detail)));
  send("ask");
  for (const attempt of attempts) attempt.adopt();
}
