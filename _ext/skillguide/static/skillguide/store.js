/**
 * Keeps what the reader answered, in this browser only. Other scripts speak with it by events:
 *   skillguide:keep  {kind, values}      keep values by id, or forget one (null)
 *   skillguide:ask                       ask for the state
 *   skillguide:state {answers, claims, done, remembered}   the answer, also after every change
 *   skillguide:replace {data}            keep this instead (null: nothing); sets accepted
 * Storage that is disabled, full, corrupt or of another version is left alone: the page then works
 * from memory, and `remembered` is false.
 */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};
  const key = words.store ?? "skillguide";
  const kinds = ["answers", "claims", "done"];
  let memory = empty();
  let remembered = true;

  function empty() {
    return { version: 1, answers: {}, claims: {}, done: {} };
  }

  /** Whether a value has the form that this version writes; `done` came later and may be missing. */
  function isValid(data) {
    return data?.version === 1 && kinds.every((kind) => isTable(data[kind] ?? {}, kind));
  }

  function isTable(table, kind) {
    const check = { answers: isAnswer, claims: (value) => typeof value === "string", done: (value) => value === true }[kind];
    return table?.constructor === Object
      && Object.entries(table).every(([id, value]) => /^[a-z][a-z0-9-]*$/.test(id) && check(value));
  }

  function isAnswer(value) {
    const given = value?.given ?? "";
    return value?.constructor === Object
      && typeof value.digest === "string"
      && Number.isInteger(value.attempt)
      && (typeof given === "string" || (Array.isArray(given) && given.every((id) => typeof id === "string")));
  }

  /** The state as it is kept now; another tab may have changed it. */
  function read() {
    if (!remembered) return memory;
    try {
      const text = localStorage.getItem(key);
      const data = text === null ? empty() : JSON.parse(text);
      if (isValid(data)) return { ...empty(), ...data };
    } catch { /* disabled or corrupt */ }
    remembered = false;
    return memory;
  }

  function write(data) {
    memory = data;
    if (!remembered) return;
    try {
      localStorage.setItem(key, JSON.stringify(data));
    } catch {
      remembered = false;
    }
  }

  function announce() {
    const { answers, claims, done } = read();
    document.dispatchEvent(new CustomEvent("skillguide:state", { detail: { answers, claims, done, remembered } }));
  }

  document.addEventListener("skillguide:ask", announce);
  document.addEventListener("skillguide:keep", (event) => {
    const { kind, values } = event.detail;
    const data = read();
    Object.assign(data[kind], values);
    for (const [id, value] of Object.entries(values)) if (value === null) delete data[kind][id];
    write(data);
    announce();
  });
  document.addEventListener("skillguide:replace", (event) => {
    const { detail } = event;
    detail.accepted = detail.data === null || isValid(detail.data);
    if (!detail.accepted) return;
    remembered = true;
    write({ ...empty(), ...detail.data });
    announce();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) announce();
  });
}
