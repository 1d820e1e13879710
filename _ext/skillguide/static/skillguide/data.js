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

  /** Whether all of a file is what was found in it. @param {any} file @param {object} found */
  function isWhole(file, found) {
    const parts = Object.entries(found);
    return parts.every(([name, part]) => JSON.stringify(part) === JSON.stringify(file?.[name]))
      && Object.keys(file).length === parts.length;
  }

  /**
   * What to say about a file that the reader wants to load; nothing if the answer was "no". It is
   * of this guide, and whole: else none of it is taken.
   * @param {File} file
   */
  async function load(file) {
    let data = /** @type {any} */ (undefined);
    try {
      const read = JSON.parse(await file.text());
      data = read ? { guesses: {}, ...read } : undefined; // earlier files have no guesses
    } catch { /* not JSON */ }
    const { answers, claims, done, guesses } = state;
    const isEmpty = [answers, claims, done, guesses].every((table) => !Object.keys(table).length);
    let said = words.notLoaded;
    send("replace", {
      data,
      agree(found) {
        if (!isWhole(data, found)) return false;
        const isAgreed = isEmpty || confirm(words.loadQuestion);
        said = isAgreed ? words.loaded : "";
        return isAgreed;
      },
    });
    return said;
  }

  function erase() {
    if (!confirm(words.eraseQuestion)) return "";
    send("replace", { data: null, agree: () => true });
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
