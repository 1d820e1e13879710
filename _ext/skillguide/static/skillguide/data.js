/** What readers can do with what their browser has kept: save it to a file, load it, erase it. */
"use strict";
{
  const words = document.currentScript.dataset;
  let state = {};

  function replace(data, agree) {
    const detail = { data, agree };
    document.dispatchEvent(new CustomEvent("skillguide:replace", { detail }));
    return detail;
  }

  function save() {
    const { note, ...file } = state;
    const link = document.createElement("a");
    const text = JSON.stringify(file, null, 1);
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `answers-${file.skill}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** What to say about a file that the reader wants to load; nothing if the answer was "no". */
  async function load(file) {
    let data;
    try {
      data = JSON.parse(await file.text()) ?? undefined;
    } catch { /* not JSON */ }
    const { accepted, done } = replace(data, () => confirm(words.loadQuestion));
    if (!accepted) return words.notLoaded;
    return done ? words.loaded : "";
  }

  function erase() {
    if (!confirm(words.eraseQuestion)) return "";
    replace(null);
    return words.erased;
  }

  function button(text, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "guide-link";
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
  }

  for (const place of document.querySelectorAll(".guide-data")) {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    const say = (text) => (status.textContent = `${text} ${state.note}`.trim());
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.hidden = true;
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (file) say(await load(file));
      input.value = ""; // or the same file could not be chosen again
    });
    place.append(
      button(words.save, save), button(words.load, () => input.click()),
      button(words.erase, () => say(erase())), input, status,
    );
    document.addEventListener("skillguide:state", ({ detail }) => {
      state = detail;
      if (state.note) say("");
    });
  }
  document.dispatchEvent(new CustomEvent("skillguide:ask"));
}
