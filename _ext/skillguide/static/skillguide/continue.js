/** Leads a reader who comes back to the next unit of the path. Nothing is shown to a new one. */
"use strict";
{
  const words = document.currentScript.dataset;
  const tools = { detail: {} };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send, fill, make } = tools.detail;

  function enhance(place) {
    const units = [...place.querySelectorAll("data.guide-value")];
    const link = make("a");
    const rest = new Text();
    const line = make("p", "", link, rest);
    place.append(line);
    document.addEventListener("skillguide:state", ({ detail }) => {
      const next = units.find((unit) => !detail.done[unit.value]);
      const count = units.filter((unit) => detail.done[unit.value]).length;
      line.hidden = !count || !next;
      if (line.hidden) return;
      link.href = next.querySelector("a").href;
      link.textContent = fill(words.next, { title: next.textContent });
      rest.data = ` · ${fill(words.units, { done: count, all: units.length })}`;
    });
  }

  document.querySelectorAll(".guide-continue").forEach(enhance);
  send("ask");
}
