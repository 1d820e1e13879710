/**
 * Keeps what the reader answered, in this browser only. What is stored in a form that we do not
 * know is left alone: the page then works from memory, and says so. One entry that cannot be read
 * is dropped, the others are kept. assets.py lists the events by which other scripts ask; they get
 * the functions that they share from here, too.
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
  function isFile(data) {
    const whole = Object.entries({ ...head, ...tables(data) });
    return whole.every(([name, part]) => JSON.stringify(part) === JSON.stringify(data?.[name]))
      && Object.keys(data).length === whole.length;
  }

  /** Dispatch an event; whoever hears it may add to the detail. */
  function send(name, detail = {}) {
    document.dispatchEvent(new CustomEvent(`skillguide:${name}`, { detail }));
    return detail;
  }

  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  function button(text, className, act) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", act);
    element.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault(); // a key held down presses one button
    });
    return element;
  }

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
    send("state", { ...head, ...read(), note: remembered ? "" : words.forgotten });
  }

  document.addEventListener("skillguide:tools", ({ detail }) =>
    Object.assign(detail, { send, fill, make, button }));
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
