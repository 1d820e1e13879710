/**
 * Lets readers tick the units and deliverables that they have done, and adds up their hours.
 * Without it the plan is a form for paper. Ticks are kept by store.js under the item's HTML id.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;
  /** @type {{ id: string, input: HTMLInputElement }[]} */
  const boxes = [];

  const number = (value = 0) => String(Math.round(value * 100) / 100);

  function box(id = "", name = "") {
    const input = make("input");
    input.type = "checkbox";
    if (name) input.setAttribute("aria-label", name);
    input.addEventListener("change", () => {
      send("keep", { kind: "done", values: { [id]: input.checked || null } });
    });
    boxes.push({ id, input });
    return input;
  }

  /** @type {{ id: string, mark: HTMLElement }[]} */
  const marks = [];
  const format = new Intl.DateTimeFormat(document.documentElement.lang,
    { dateStyle: "medium", timeZone: "UTC" });

  /** The first and the last day of a unit in a plan. @param {any} row */
  const daysOf = (row) => [row?.start, row?.end].map((day) => new Date(`${day}T00:00Z`));

  /** What a plan says about a unit: the first that is left, its days, whether it is late. */
  function noteOf(id = "", /** @type {State} */ { plans, done }) {
    const rows = /** @type {Record<string, any>} */ (plans.path?.rows ?? {});
    const open = Object.keys(rows).filter((unit) =>
      !done[`unit-${unit}`] && daysOf(rows[unit]).every(Number));
    const unit = id.replace(/^unit-/, "");
    if (!open.includes(unit)) return "";
    const row = rows[unit];
    const [start, end] = daysOf(row);
    const now = new Date();
    const isLate = end.getTime() + 864e5 <= now.getTime() - now.getTimezoneOffset() * 60000;
    return [
      unit === open[0] ? words.here : "",
      isLate ? fill(words.due, { day: format.format(end) })
        : fill(words.planned, { days: format.formatRange(start, end) }),
      row.isProven ? words.proven : "",
    ].filter(Boolean).join(" ");
  }

  /** A tick below the heading of each unit and deliverable, and what the plan says about it. */
  function tickSection(section = document.body) {
    const mark = make("span", "guide-plan-mark");
    const label = make("label", "guide-done", box(section.id), ` ${words.done}`);
    marks.push({ id: section.id, mark });
    const facts = section.querySelector(":scope > .guide-facts");
    (facts ?? section.querySelector("h1, h2, h3, h4, h5, h6"))?.after(label, mark);
  }

  /** The first cell of a row that names an item becomes its box. @param {HTMLElement} row */
  function tickRow(row) {
    /** @type {HTMLDataElement[]} */
    const [item] = all("data.guide-value", row);
    if (!item) return;
    row.querySelector("td")?.replaceChildren(box(item.value, `${words.done}: ${item.textContent}`));
  }

  class Plan {
    status = make("p");
    list = make("ul");
    note = make("p", "guide-note");

    /** @param {HTMLElement} place */
    constructor(place) {
      const [data] = all("script[type='application/json']", place);
      this.data = /** @type {PlanData} */ (JSON.parse(data.textContent));
      for (const row of all("tbody tr", place)) tickRow(row);
      this.status.setAttribute("role", "status");
      this.note.setAttribute("aria-live", "polite");
      place.prepend(this.status, this.list, this.note);
    }

    /** @param {State} state */
    show({ done, note }) {
      const { phases, parts, units } = this.data;
      /** @param {(unit: PlannedUnit) => number} hours */
      const sum = (hours) => {
        const add = (some = units) => number(some.reduce((all, unit) => all + hours(unit), 0));
        return fill(words.hours, { done: add(units.filter(isDone)), all: add() });
      };
      const isDone = (unit = units[0]) => done[`unit-${unit.id}`];
      const whole = (unit = units[0]) => Object.values(unit.hours).reduce((a, b) => a + b, 0);
      this.note.textContent = note;
      this.status.textContent = sum(whole);
      const lines = [
        ...phases.map(({ id, title }) =>
          `${title}: ${sum((unit) => (unit.phase === id ? whole(unit) : 0))}`),
        ...parts.map(({ id, title }) =>
          `${title}: ${sum(({ hours }) => (Object.hasOwn(hours, id) ? hours[id] : 0))}`),
      ];
      this.list.replaceChildren(...lines.map((line) => make("li", "", line)));
    }
  }

  for (const section of all("section.guide-planned")) tickSection(section);
  const plans = all(".guide-plan").map((place) => new Plan(place));
  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const { id, input } of boxes) input.checked = Boolean(detail.done[id]);
    for (const { id, mark } of marks) mark.textContent = noteOf(id, detail);
    for (const plan of plans) plan.show(detail);
  });
  send("ask");
}
