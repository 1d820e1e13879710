/**
 * Leads a reader who comes back to the next unit of the path, and from its end to what closes it.
 * Nothing is shown to a new one.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;
  const format = new Intl.DateTimeFormat(document.documentElement.lang,
    { dateStyle: "medium", timeZone: "UTC" });

  for (const place of all(".guide-continue")) {
    /** @type {HTMLDataElement[]} */
    const items = all("data.guide-value", place);
    const units = items.filter(({ value }) => value.startsWith("unit-"));
    const last = items.find((item) => !units.includes(item));
    const link = make("a");
    const rest = make("span");
    const line = make("p", "guide-continue-line", link, rest);
    place.append(line);

    /** The first unit that is left, in the plan if there is one. @param {State} state */
    const nextOf = ({ done, plans }) => {
      const rows = plans.path?.rows ?? {};
      const day = (/** @type {HTMLDataElement} */ { value }) => rows[value.slice(5)]?.start;
      const open = units.filter(({ value }) => !done[value]);
      const planned = open.filter(day).sort((a, b) => (day(a) < day(b) ? -1 : 1));
      return planned[0] ?? open[0];
    };

    document.addEventListener("skillguide:state", ({ detail }) => {
      const { done, plans, attempts } = detail;
      const next = nextOf(detail);
      const count = { done: units.filter(({ value }) => done[value]).length, all: units.length };
      const isBack = count.done || plans.path || Object.keys(attempts).length;
      const shown = next ?? last;
      line.hidden = !isBack || !shown;
      if (line.hidden) return;
      const end = plans.path?.rows?.[next?.value.slice(5) ?? ""]?.end;
      const parts = [fill(next ? words.units : words.all, count)];
      if (end) parts.push(fill(words.until, { day: format.format(new Date(`${end}T00:00Z`)) }));
      link.href = shown?.querySelector("a")?.href ?? "";
      link.textContent = fill(words.next, { title: shown?.textContent });
      rest.textContent = ` ${parts.join(" · ")}`;
    });
  }

  send("ask");
}
