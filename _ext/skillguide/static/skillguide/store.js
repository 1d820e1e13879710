/**
 * Keeps what the reader answered, in this browser only, and when. What is stored in a form that we
 * do not know is left alone: the page then works from memory, and says so.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send } = tools.detail;
  const key = words.store;
  const earlier = key.replace(/2$/, "1"); // there were no times yet, and no attempts
  const head = { skill: key.split(":")[1], version: 2 };
  const names = ["answers", "claims", "done", "guesses", "attempts", "plans", "times"];

  const isText = (value = /** @type {any} */ ("")) => typeof value === "string";
  const isList = (value = /** @type {any} */ ([])) => Array.isArray(value) && value.every(isText);
  const isTable = (value = /** @type {any} */ ({})) =>
    value instanceof Object && !Array.isArray(value);

  /** Whether a question can show it; the other tables are read with care, and checked in files. */
  function isAnswer(value = /** @type {any} */ ({})) {
    const { digest = 0, attempt, given, right = true, sure = true, ticks } = value ?? {};
    return isText(digest) && Number.isInteger(attempt) && (isText(given) || isList(given))
      && [right, sure].every((one) => one === !!one) && isList(ticks);
  }

  /**
   * The entries that can be read, in tables in which "constructor" is an id like any other.
   * @param {any} [data]
   * @returns {Tables}
   */
  function tables(data) {
    return /** @type {any} */ (Object.fromEntries(names.map((name) => {
      const kept = Object.entries(data?.[name] ?? {}).filter(([id, value]) =>
        /^[a-z][a-z0-9/-]*$/.test(id) && (name !== "answers" || isAnswer(value)));
      return [name, { __proto__: null, ...Object.fromEntries(kept) }];
    })));
  }

  let memory = tables();
  let remembered = true;

  /** The state as it is kept now; another tab may have changed it. */
  function read() {
    if (!remembered) return memory;
    try {
      const text = localStorage.getItem(key) ?? localStorage.getItem(earlier);
      const data = JSON.parse(text ?? '{"version": 2}');
      const isKnown = names.every((name) => isTable(data[name]));
      if ([1, 2].includes(data.version) && isKnown) return (memory = tables(data));
    } catch { /* disabled or corrupt */ }
    remembered = false;
    return memory;
  }

  /** @param {Tables} data */
  function write(data, isErased = false) {
    memory = data;
    remembered ||= isErased; // whoever erases means whatever is stored
    try {
      if (isErased) localStorage.removeItem(earlier);
      if (remembered) localStorage.setItem(key, JSON.stringify({ version: 2, ...data }));
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
    for (const id in values) {
      data.times[`${kind}/${id}`] = Date.now();
      if (values[id] === null) delete data[kind][id];
    }
    write(data);
  });
  document.addEventListener("skillguide:replace", ({ detail }) => write(tables(detail), !detail));
  window.addEventListener("storage", ({ key: changed }) => {
    if (changed === key || changed === null) announce();
  });
}
