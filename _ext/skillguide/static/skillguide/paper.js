/**
 * A form that was drawn is named above its key on paper, which quiz.js writes before; the table to
 * fill in is of the questions of the page.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill } = tools.detail;

  window.addEventListener("beforeprint", () => {
    for (const { form, place } of send("attempts", { attempts: [] }).attempts) {
      place.toggleAttribute("data-drawn", Boolean(form));
      if (form) all(".guide-key > h2")[0]?.append(` · ${fill(words.form, { form })}`);
    }
  });
}
