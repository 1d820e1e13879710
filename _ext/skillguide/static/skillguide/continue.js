/** Leads a reader who comes back to the next unit of the path. Nothing is shown to a new one. */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};

  const fill = (text, values) => (text ?? "").replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));

  function show(place, done) {
    const links = [...place.querySelectorAll("ul a")];
    const isDone = (link) => Boolean(done[link.hash.slice(1)]);
    const next = links.find((link) => !isDone(link));
    const count = links.filter(isDone).length;
    place.querySelector(":scope > p")?.remove();
    if (!count || !next) return;
    const link = document.createElement("a");
    link.href = next.href;
    link.textContent = fill(words.next, { title: next.textContent });
    const line = document.createElement("p");
    line.append(link, ` · ${fill(words.units, { done: count, all: links.length })}`);
    place.append(line);
  }

  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const place of document.querySelectorAll(".guide-continue")) show(place, detail.done);
  });
  document.dispatchEvent(new CustomEvent("skillguide:ask"));
}
