/**
 * Lets readers tick the units and deliverables that they have done, and adds up their hours.
 * Without it the plan is a form for paper. Ticks are kept by store.js under the item's HTML id.
 */
"use strict";
{
  const words = document.currentScript.dataset;
  const tools = { detail: {} };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send, fill, make } = tools.detail;
  const boxes = [];
  const plans = [];

  const number = (value) => String(Math.round(value * 100) / 100);

  function box(id, name) {
    const input = make("input");
    input.type = "checkbox";
    if (name) input.setAttribute("aria-label", name);
    input.addEventListener("change", () => {
      send("keep", { kind: "done", values: { [id]: input.checked || null } });
    });
    boxes.push({ id, input });
    return input;
  }

  /** A tick below the heading of each unit and deliverable. */
  function tickSection(section) {
    const label = make("label", "guide-done", box(section.id), ` ${words.done}`);
    const facts = section.querySelector(":scope > .guide-facts");
    (facts ?? section.querySelector("h1, h2, h3, h4, h5, h6")).after(label);
  }

  /** The first cell of a row that names an item becomes its box. */
  function tickRow(row) {
    const item = row.querySelector("data.guide-value");
    if (item) row.cells[0].replaceChildren(box(item.value, `${words.done}: ${item.textContent}`));
  }

  class Plan {
    constructor(place) {
      this.data = JSON.parse(place.querySelector("script[type='application/json']").textContent);
      for (const row of place.querySelectorAll("tbody tr")) tickRow(row);
      this.status = make("p");
      this.status.setAttribute("role", "status");
      this.list = make("ul");
      this.note = make("p", "guide-note");
      this.note.setAttribute("aria-live", "polite");
      place.prepend(this.status, this.list, this.note);
    }

    show({ done, note }) {
      this.note.textContent = note;
      const units = this.data.units.filter((unit) => done[`unit-${unit.id}`]);
      const hours = (unit) => Object.values(unit.hours).reduce((sum, value) => sum + value, 0);
      const all = (some) => some.reduce((sum, unit) => sum + hours(unit), 0);
      const values = { done: number(all(units)), all: number(all(this.data.units)) };
      this.status.textContent = fill(words.hours, values);
      const lines = [
        ...this.data.phases.map(({ id, title }) => {
          const own = (unit) => unit.phase === id;
          return [title, all(units.filter(own)), all(this.data.units.filter(own))];
        }),
        ...this.data.parts.map(({ id, title }) => {
          const own = (unit) => (Object.hasOwn(unit.hours, id) ? unit.hours[id] : 0);
          const share = (some) => some.reduce((sum, unit) => sum + own(unit), 0);
          return [title, share(units), share(this.data.units)];
        }),
      ];
      this.list.replaceChildren(...lines.map(([title, part, whole]) => {
        const share = fill(words.hours, { done: number(part), all: number(whole) });
        return make("li", "", `${title}: ${share}`);
      }));
    }
  }

  document.querySelectorAll("section.guide-planned").forEach(tickSection);
  for (const place of document.querySelectorAll(".guide-plan")) plans.push(new Plan(place));
  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const { id, input } of boxes) input.checked = Boolean(detail.done[id]);
    for (const plan of plans) plan.show(detail);
  });
  send("ask");
}
