/** Leads a reader who comes back to the next unit of the path. Nothing is shown to a new one. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;

  for (const place of all(".guide-continue")) {
    /** @type {HTMLDataElement[]} */
    const units = all("data.guide-value", place);
    const link = make("a");
    const rest = new Text();
    const line = make("p", "", link, rest);
    place.append(line);
    document.addEventListener("skillguide:state", ({ detail }) => {
      const next = units.find((unit) => !detail.done[unit.value]);
      const count = units.filter((unit) => detail.done[unit.value]).length;
      line.hidden = !count || !next;
      if (!count || !next) return;
      link.href = next.querySelector("a")?.href ?? "";
      link.textContent = fill(words.next, { title: next.textContent });
      rest.data = ` · ${fill(words.units, { done: count, all: units.length })}`;
    });
  }

  send("ask");
}
