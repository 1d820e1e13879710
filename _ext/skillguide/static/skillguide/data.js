/** What readers can do with what their browser has kept: save it to a file, load it, erase it. */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};
  
  let state = {};

  function replace(data) {
    const detail = { data, accepted: false };
    document.dispatchEvent(new CustomEvent("skillguide:replace", { detail }));
    return detail.accepted;
  }

  function save() {
    const { answers, claims, done } = state;
    const text = JSON.stringify({ version: 1, answers, claims, done }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "answers.json";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async function load(status, file) {
    let accepted = false;
    try {
      accepted = replace(JSON.parse((await file?.text()) ?? "") ?? undefined);
    } catch { /* not JSON */ }
    status.textContent = (accepted ? words.loaded : words.notLoaded) ?? "";
  }

  function erase(status) {
    if (!confirm(words.eraseQuestion)) return;
    replace(null);
    status.textContent = words.erased ?? "";
  }

  function button(text, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "guide-link";
    element.textContent = text ?? "";
    element.addEventListener("click", act);
    return element;
  }

  for (const place of document.querySelectorAll(".guide-data")) {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.hidden = true;
    input.addEventListener("change", () => load(status, input.files?.[0]));
    place.append(
      button(words.save, save), button(words.load, () => input.click()),
      button(words.erase, () => erase(status)), input, status,
    );
    document.addEventListener("skillguide:state", (event) => {
      state = event.detail;
      if (!state.remembered) status.textContent = words.forgotten ?? "";
    });
  }
  document.dispatchEvent(new CustomEvent("skillguide:ask"));
}
