/**
 * Keeps what the reader answered, in this browser only, and when. A form that we do not know is
 * left alone: the page then works from memory, and says so.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send } = tools.detail;
  const key = words.store;
  const earlier = key.replace(/2$/, "1"); // there were no times yet, and no attempts
  const skill = key.split(":")[1];

  const isText = (/** @type {any} */ value) => typeof value === "string";
  const isGiven = (/** @type {any} */ value) =>
    isText(value) || (Array.isArray(value) && value.every(isText));
  const isTable = (/** @type {any} */ value) => Object(value) === value && !Array.isArray(value);

  function isAnswer(/** @type {any} */ value) {
    const { digest, attempt, given = "", right = true, sure = true, ticks = "" } = value ?? {};
    return isText(digest) && Number.isInteger(attempt) && [given, ticks].every(isGiven)
      && [right, sure].every((one) => one === !!one);
  }

  /** What can be shown; state.js asks more of files. */
  const kinds = /** @type {Record<string, (value: any) => boolean>} */ ({
    answers: isAnswer,
    claims: isText,
    done: (value) => value === true,
    guesses: (value) => Number.isFinite(value?.guess),
    attempts: (value) => Object.values(value?.answers ?? [0]).every(isAnswer),
    plans: isTable,
    times: Number.isInteger,
  });
  const names = Object.keys(kinds);

  /**
   * The entries that can be read, in tables in which "constructor" is an id like any other.
   * @param {any} [data]
   * @returns {Tables}
   */
  function tables(data) {
    return /** @type {any} */ (Object.fromEntries(names.map((name) => {
      const kept = Object.entries(data?.[name] ?? {}).filter(([id, value]) =>
        /^[a-z][a-z0-9/-]*$/.test(id) && kinds[name](value));
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
      if ([1, 2].includes(data.version) && names.every((name) => isTable(data[name] ?? {})))
        return (memory = tables(data));
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
    send("state", { skill, version: 2, ...read(), note: remembered ? "" : words.forgotten });
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
