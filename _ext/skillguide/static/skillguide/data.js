/** What readers can do with what their browser has kept: save it to a file, load it, erase it. */
"use strict";
{
  const words = document.currentScript.dataset;
  const tools = { detail: {} };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send, make, button } = tools.detail;
  let state = {};

  function save() {
    const { note, ...file } = state;
    const link = make("a");
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
    const { accepted, done } = send("replace", {
      data,
      agree: () => confirm(words.loadQuestion),
    });
    if (!accepted) return words.notLoaded;
    return done ? words.loaded : "";
  }

  function erase() {
    if (!confirm(words.eraseQuestion)) return "";
    send("replace", { data: null });
    return words.erased;
  }

  for (const place of document.querySelectorAll(".guide-data")) {
    const status = make("p");
    status.setAttribute("role", "status");
    const say = (text) => (status.textContent = `${text} ${state.note}`.trim());
    const input = make("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.hidden = true;
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (file) say(await load(file));
      input.value = ""; // or the same file could not be chosen again
    });
    place.append(
      button(words.save, "guide-link", save),
      button(words.load, "guide-link", () => input.click()),
      button(words.erase, "guide-link", () => say(erase())),
      input, status,
    );
    document.addEventListener("skillguide:state", ({ detail }) => {
      state = detail;
      if (state.note) say("");
    });
  }
  send("ask");
}
