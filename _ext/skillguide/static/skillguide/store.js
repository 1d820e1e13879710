/**
 * Keeps what the reader answered, in this browser only. What is stored in a form that we do not
 * know is left alone: the page then works from memory, and says so. One entry that cannot be read
 * is dropped, the others are kept. assets.py lists the events by which other scripts ask.
 */
"use strict";
{
  const words = document.currentScript.dataset;
  const key = words.store;
  const head = { skill: key.split(":")[1], version: 1 };

  const isText = (value) => typeof value === "string";
  const isTexts = (value) => Array.isArray(value) && value.every(isText);
  const isFlag = (value) => typeof value === "boolean";
  const isTable = (value) => value instanceof Object && !Array.isArray(value);

  function isAnswer(value) {
    const { digest, attempt, given = "", right = true, sure = true, ticks = [] } = value ?? {};
    return isText(digest) && Number.isInteger(attempt) && (isText(given) || isTexts(given))
      && isFlag(right) && isFlag(sure) && isTexts(ticks);
  }

  const kinds = { answers: isAnswer, claims: isText, done: (value) => value === true };
  const names = Object.keys(kinds);
  const isId = (id) => /^[a-z][a-z0-9-]*$/.test(id);

  /** The entries that can be read, in tables in which "constructor" is an id like any other. */
  function tables(data) {
    return Object.fromEntries(names.map((kind) => {
      const entries = Object.entries(data?.[kind] ?? {});
      const kept = entries.filter(([id, value]) => isId(id) && kinds[kind](value));
      return [kind, Object.assign(Object.create(null), Object.fromEntries(kept))];
    }));
  }

  /** Stored tables may be missing: some came later. */
  const isState = (data) =>
    data?.version === 1 && names.every((kind) => isTable(data[kind] ?? {}));

  /** A saved file is of this guide, and whole: else none of it is taken. */
  const isFile = (data) => isTable(data)
    && Object.keys(data).sort().join() === "answers,claims,done,skill,version"
    && data.skill === head.skill && isState(data)
    && names.every((kind) => JSON.stringify(tables(data)[kind]) === JSON.stringify(data[kind]));

  let memory = tables();
  let remembered = true;

  /** The state as it is kept now; another tab may have changed it. */
  function read() {
    if (!remembered) return memory;
    try {
      const data = JSON.parse(localStorage.getItem(key) ?? '{"version": 1}');
      if (isState(data)) return (memory = tables(data));
    } catch { /* disabled or corrupt */ }
    remembered = false;
    return memory;
  }

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
    const detail = { ...head, ...read(), note: remembered ? "" : words.forgotten };
    document.dispatchEvent(new CustomEvent("skillguide:state", { detail }));
  }

  document.addEventListener("skillguide:ask", announce);
  document.addEventListener("skillguide:keep", ({ detail: { kind, values } }) => {
    const data = read();
    Object.assign(data[kind], values);
    for (const id in values) if (values[id] === null) delete data[kind][id];
    write(data);
  });
  document.addEventListener("skillguide:replace", ({ detail }) => {
    const { data, agree } = detail;
    detail.accepted = data === null || isFile(data);
    const isEmpty = Object.values(read()).every((table) => !Object.keys(table).length);
    if (!detail.accepted || (data && !isEmpty && !agree())) return;
    remembered ||= data === null; // whoever erases means whatever is stored
    write(tables(data));
    detail.done = true;
  });
  window.addEventListener("storage", ({ key: changed }) => {
    if (changed === key || changed === null) announce();
  });
}
