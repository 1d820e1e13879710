/**
 * Keeps what the reader answered, in this browser only. What is stored in a form that we do not
 * know is left alone: the page then works from memory, and says so.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send } = tools.detail;
  const key = words.store;
  const head = { skill: key.split(":")[1], version: 1 };

  /** @type {Record<string, (value: any) => boolean>} */
  const is = {
    text: (value) => typeof value === "string",
    texts: (value) => Array.isArray(value) && value.every(is.text),
    flag: (value) => typeof value === "boolean",
    table: (value) => value instanceof Object && !Array.isArray(value),
    id: (value) => /^[a-z][a-z0-9-]*$/.test(value),
    done: (value) => value === true,
    guess: (value) => Number.isFinite(value?.guess) && Number.isFinite(value?.result),
    answer(value) {
      const { digest, attempt, given = "", right = true, sure = true, ticks = [] } = value ?? {};
      return is.text(digest) && Number.isInteger(attempt) && (is.text(given) || is.texts(given))
        && is.flag(right) && is.flag(sure) && is.texts(ticks);
    },
  };
  const kinds = Object.entries({
    answers: is.answer, claims: is.text, done: is.done, guesses: is.guess,
  });

  /**
   * The entries that can be read, in tables in which "constructor" is an id like any other.
   * @param {any} [data]
   * @returns {Tables}
   */
  function tables(data) {
    return /** @type {any} */ (Object.fromEntries(kinds.map(([kind, isKind]) => {
      const entries = Object.entries(data?.[kind] ?? {});
      const kept = entries.filter(([id, value]) => is.id(id) && isKind(value));
      return [kind, { __proto__: null, ...Object.fromEntries(kept) }];
    })));
  }

  let memory = tables();
  let remembered = true;

  /** The state as it is kept now; another tab may have changed it. */
  function read() {
    if (!remembered) return memory;
    try {
      const data = JSON.parse(localStorage.getItem(key) ?? '{"version": 1}');
      const isKnown = kinds.every(([kind]) => is.table(data?.[kind] ?? {})); // some came later
      if (data?.version === 1 && isKnown) return (memory = tables(data));
    } catch { /* disabled or corrupt */ }
    remembered = false;
    return memory;
  }

  /** @param {Tables} data */
  function write(data) {
    memory = data;
    try {
      if (remembered) localStorage.setItem(key, JSON.stringify({ version: 1, ...data }));
    } catch {
      remembered = false;
    }
    announce();
  }

  function announce() {
    send("state", { ...head, ...read(), note: remembered ? "" : words.forgotten });
  }

  document.addEventListener("skillguide:ask", announce);
  document.addEventListener("skillguide:keep", ({ detail: { kind, values } }) => {
    const data = read();
    Object.assign(data[kind], values);
    for (const id in values) if (values[id] === null) delete data[kind][id];
    write(data);
  });
  document.addEventListener("skillguide:replace", ({ detail: { data, agree } }) => {
    const readable = tables(data);
    if (!agree({ ...head, ...readable })) return;
    remembered ||= data === null; // whoever erases means whatever is stored
    write(readable);
  });
  window.addEventListener("storage", ({ key: changed }) => {
    if (changed === key || changed === null) announce();
  });
}
