/**
 * Makes a dated plan of the units that are left: from what the answers show or from zero, at the
 * reader's pace. calendar.js has the rules; the browser keeps what was chosen, and the days.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, make, button } = tools.detail;
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const dated = (day = "") =>
    (Date.parse(`${day}T00:00Z`) ? format.format(new Date(`${day}T00:00Z`)) : day);

  /** The reader's own day, as a field for days has it. */
  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** @type {(name: string, values?: object) => any} */
  const input = (type, values = {}) => Object.assign(make("input"), { type, ...values });

  class Planner {
    state = /** @type {State} */ ({});
    basis = make("select");
    hours = input("number", { min: 1, max: 80, step: "any" });
    start = input("date");
    until = make("select");
    days = [1, 2, 3, 4, 5, 6, 0].map((day) => input("checkbox", { value: day }));
    from = input("date");
    to = input("date");
    breaks = make("ul", "guide-breaks-list");
    status = make("p", "guide-plan-end");
    result = make("div", "guide-plan-result");
    /** What is wrong, by the fields that say it. */
    problems = Object.fromEntries(Object.entries({
      hours: [this.hours], start: [this.start], off: this.days, breaks: [this.from, this.to],
    }).map(([name, fields]) => {
      const id = `guide-problem-${name}`;
      for (const field of fields) field.setAttribute("aria-describedby", id);
      return [name, Object.assign(make("p", "guide-problem"), { id })];
    }));

    constructor(place = document.body) {
      const [data] = all(":scope > script", place);
      this.data = /** @type {PathData} */ (JSON.parse(data.textContent ?? ""));
      this.basis.append(new Option(words.byAnswers, "answers"), new Option(words.byNothing, ""));
      this.until.append(new Option(words.whole, ""),
        ...this.data.phases.map(({ id, title }) => new Option(title, id)));
      this.status.setAttribute("role", "status");
      for (const mark of all("data.guide-value", place)) this.linked(mark);
      place.prepend(this.form(), this.status, this.result);
      place.dataset.live = "";
    }

    /** The addresses stand in the form for paper. @param {HTMLElement} mark */
    linked(mark) {
      const { value } = /** @type {HTMLDataElement} */ (mark);
      const href = mark.querySelector("a")?.href ?? "";
      const { units, closing } = this.data;
      for (const unit of units) if (value === `unit-${unit.id}`) unit.href = href;
      for (const quiz of closing) if (value === `quiz-${quiz.quiz}`) quiz.href = href;
    }

    form() {
      const week = this.days.map((box, index) => {
        const name = new Date(Date.UTC(2024, 0, index + 1)); // a Monday
        const text = name.toLocaleDateString(language, { weekday: "short", timeZone: "UTC" });
        return make("label", "guide-day", box, ` ${text}`);
      });
      const add = button(words.add, "guide-link", () => this.addBreak());
      /** @type {(name: string, ...content: HTMLElement[]) => HTMLElement} */
      const group = (name, ...content) =>
        make("fieldset", "guide-plan-group", make("legend", "", name), ...content);
      const form = make("div", "guide-plan-form",
        this.labelled(words.basis, this.basis),
        this.labelled(words.hoursWeek, this.hours, this.problems.hours),
        this.labelled(words.start, this.start, this.problems.start),
        this.labelled(words.until, this.until),
        group(words.days, ...week, this.problems.off),
        group(words.breaks, this.labelled(words.from, this.from), this.labelled(words.to, this.to),
          add, this.breaks, this.problems.breaks));
      const fields = [this.basis, this.hours, this.start, this.until, ...this.days];
      for (const field of fields) field.addEventListener("change", () => this.keep());
      return form;
    }

    /** A field with its name, and beside it what is wrong. @param {HTMLElement} field */
    labelled(name = "", field, problem = /** @type {Node | string} */ ("")) {
      return make("div", "", make("label", "", `${name} `, field), problem);
    }

    /** What was chosen, and what is usual where that has another form. @returns {Choices} */
    get plan() {
      const usual = {
        basis: "answers", hours: this.data.weekly, start: today(), off: [], breaks: [],
        until: "", keep: [],
      };
      const kept = this.state.plans.path ?? {};
      const plan = Object.fromEntries(Object.entries(usual).map(([name, value]) =>
        [name, kept[name]?.constructor === value.constructor ? kept[name] : value]));
      const isPhase = this.data.phases.some(({ id }) => id === plan.until);
      return /** @type {any} */ ({
        ...plan, basis: plan.basis && "answers", until: isPhase ? plan.until : "",
        breaks: plan.breaks.filter(Boolean),
      });
    }

    /** @param {object} [changes] */
    keep(changes = {}) {
      const chosen = {
        ...this.plan, basis: this.basis.value, hours: Number(this.hours.value),
        start: this.start.value, until: this.until.value,
        off: this.days.filter((day) => !day.checked).map((day) => Number(day.value)), ...changes,
      };
      const { rows, events, problem } = this.schedule(chosen);
      const days = Object.fromEntries(rows.map(({ id, start, end, isProven }) =>
        [id, { start, end, isProven: Boolean(isProven) }]));
      const { path } = this.state.plans;
      const dates = problem ? { rows: path?.rows, events: path?.events } : { rows: days, events };
      send("keep", { kind: "plans", values: { path: { ...chosen, ...dates } } });
    }

    /** The units that are left, with the hours that they take this reader. @param {Choices} plan */
    left({ basis, until, keep }) {
      const { phases, units } = this.data;
      const last = phases.findIndex(({ id }) => id === until);
      const { state, data } = this;
      const known = send("standing", { state, data, parts: [], held: 0, score: null });
      return units.flatMap((unit) => {
        const place = phases.findIndex(({ id }) => id === unit.phase);
        const isLater = last >= 0 && place > last;
        if (isLater || this.state.done[`unit-${unit.id}`]) return [];
        const isProven = Boolean(basis) && this.isProven(unit, phases[place], known);
        const isLight = isProven && !keep.includes(unit.id);
        const hours = isLight ? unit.build : unit.total;
        return [{ ...unit, hours, isProven, isLight, isRead: !isLight }];
      });
    }

    /** Whether what a unit teaches is shown by answers at the level to which its phase leads. */
    isProven(/** @type {PathUnit} */ unit, /** @type {PathData["phases"][0]} */ phase,
      /** @type {Events["standing"]} */ known) {
      const wanted = this.data.levels.findIndex(({ id }) => id === phase?.level) + 1;
      const parts = known.parts.filter(({ id }) => Object.hasOwn(unit.hours, id));
      return wanted > 0 && (known.held >= wanted
        || (parts.length > 0 && parts.every(({ held }) => held >= wanted)));
    }

    /** What is left begins today at the earliest. @param {Choices} plan */
    schedule(plan) {
      const closing = this.data.closing.filter(({ phase }) => !plan.until || phase);
      const start = plan.start && plan.start < today() ? today() : plan.start;
      const none = { rows: [], events: [], end: "", field: "", problem: "" };
      return send("schedule", { ...none, ...plan, start, units: this.left(plan), closing });
    }

    addBreak() {
      const { breaks } = this.plan;
      const added = { from: this.from.value, to: this.to.value || this.from.value };
      const { problem } = this.schedule({ ...this.plan, breaks: [added] });
      this.problems.breaks.textContent = problem === "noBreak" ? words.noBreak : "";
      if (problem === "noBreak") return this.from.focus();
      this.from.value = this.to.value = "";
      this.keep({ breaks: [...breaks, added] });
    }

    /** @param {State} state */
    show(state) {
      this.state = state;
      const { plan } = this;
      const found = this.schedule(plan);
      Object.assign(this.basis, { value: plan.basis });
      Object.assign(this.until, { value: plan.until });
      for (const name of /** @type {["hours", "start"]} */ (["hours", "start"]))
        if (this[name] !== document.activeElement) this[name].value = plan[name];
      for (const day of this.days) day.checked = !plan.off.includes(Number(day.value));
      for (const [field, place] of Object.entries(this.problems))
        place.textContent = found.field === field ? words[found.problem] : "";
      this.breaks.replaceChildren(...plan.breaks.map(({ from, to }, index) =>
        make("li", "", `${dated(from)} – ${dated(to)} `, button(words.remove, "guide-link", () =>
          this.keep({ breaks: plan.breaks.filter((_, other) => other !== index) })))));
      send("planned", {
        plan, found, data: this.data, home: this.result, status: this.status,
        schedule: (hours) => this.schedule({ ...plan, hours }),
        keep: (ids) => this.keep({ keep: ids }),
      });
    }
  }

  for (const place of all(".guide-planner")) {
    const planner = new Planner(place);
    document.addEventListener("skillguide:state", ({ detail }) => planner.show(detail));
  }
  send("ask");
}
