/** What readers can do with what their browser has kept: save it to a file, load it, erase it. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, make, button } = tools.detail;
  let state = /** @type {State} */ ({});

  function save() {
    const { note, ...file } = state;
    const link = make("a");
    const text = JSON.stringify(file, null, 1);
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `answers-${file.skill}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /**
   * What to say about a file that the reader wants to load. It is of this guide, and whole: else
   * none of it is taken. Of each answer the newer one stays.
   * @param {File} file
   */
  async function load(file) {
    let data = /** @type {any} */ (undefined);
    try {
      data = JSON.parse(await file.text());
    } catch { /* not JSON */ }
    const { tables } = send("join", { mine: state, file: data, tables: null });
    if (!tables) return words.notLoaded;
    send("replace", tables);
    return words.loaded;
  }

  function erase() {
    if (!confirm(words.eraseQuestion)) return "";
    send("replace", null);
    return words.erased;
  }

  for (const place of all(".guide-data")) {
    const status = make("p");
    status.setAttribute("role", "status");
    const say = (text = "") => (status.textContent = `${text} ${state.note}`.trim());
    const input = make("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.hidden = true;
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
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
      if (state.note) say();
    });
  }
  send("ask");
}
