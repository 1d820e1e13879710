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
    attempts = /** @type {Sitting[]} */ ([]);
    /** @type {(Sitting & { id: string }) | undefined} */
    current;
    laid = "";
    result = make("div", "guide-attempt-result");

    constructor(place = document.body) {
      this.place = place;
      const [data] = all(":scope > script", place);
      this.data = /** @type {ResultData} */ (JSON.parse(data.textContent ?? ""));
      this.fields = all("fieldset.guide-question", place);
    }

    get isOpen() {
      return Boolean(this.current?.started && !this.current.ended);
    }

    /** The questions of the page itself, which may have changed since an earlier attempt. */
    get own() {
      return this.fields.map(idOf);
    }

    get form() {
      return this.current?.form ?? "";
    }

    /** The order of options: version B of a form has one of its own. */
    get turn() {
      return this.form.endsWith("-b") ? 7 : 0;
    }

    entry(id = "") {
      return this.current?.answers[id];
    }

    /** An attempt that has not begun is a form that waits for it. @param {State} state */
    show(state) {
      this.state = state;
      const { attempts } = send("history", { quiz: this.data.quiz, state, attempts: [] });
      this.attempts = attempts;
      const last = attempts.at(-1);
      this.current = last?.ended === undefined && last?.started ? last
        : attempts.find(({ started }) => !started) ?? last;
      const asked = this.current?.asked ?? this.own;
      const laid = `${asked}${this.turn}`;
      if (this.laid && this.laid !== laid)
        return location.replace(location.href.split(/[?#]/)[0]); // another form: read it anew
      if (!this.laid) this.lay(asked);
      this.laid = laid;
      this.place.dataset.state = this.isOpen ? "open" : this.current?.ended ? "ended" : "closed";
    }

    /** Bring the questions of a form into its order. @param {string[]} asked */
    lay(asked) {
      const pool = this.place.querySelector("template");
      const known = [...this.fields, ...all("fieldset", pool?.content)];
      const found = asked.flatMap((id) => known.find((field) => idOf(field) === id) ?? []);
      const [first, ...others] = this.fields;
      for (const field of others) field.remove();
      first?.replaceWith(...found);
      found.forEach((field, index) => {
        const number = all(".guide-facts", field)[0]?.firstChild;
        if (number instanceof Text) number.data = number.data.replace(/\d+/, `${index + 1}`);
      });
    }

    /** How many questions of a form were answered before, here or elsewhere. */
    known(/** @type {string[]} */ asked) {
      const all = [this.state, ...this.attempts];
      return asked.filter((id) =>
        all.some(({ answers }) => answers[id]?.given !== undefined)).length;
    }

    start(limit = 0) {
      const { data: { quiz }, members, form } = this;
      const started = Date.now();
      const asked = (form && this.current?.asked) || this.own;
      const known = this.known(asked);
      const sitting = { quiz, started, limit, form, known, asked, answers: {} };
      const values = { [`${quiz}-${started.toString(36)}`]: sitting, [`${quiz}-draft`]: null };
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
      this.result.tabIndex = -1;
      this.result.focus({ preventScroll: true });
      this.result.scrollIntoView({ block: "start", behavior: "instant" });
    }
  }

  const attempts = all(".guide-attempt").map((place) => new Attempt(place));
  document.addEventListener("skillguide:attempts", ({ detail }) => (detail.attempts = attempts));
  document.addEventListener("skillguide:state", ({ detail }) =>
    attempts.forEach((attempt) => attempt.show(detail)));
  send("ask");
  if (attempts.some(({ current }) => !current)) send("need", { names: ["adopt"] });
}
