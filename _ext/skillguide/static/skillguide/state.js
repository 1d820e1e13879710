/**
 * What a file of answers may hold, and how it joins what is there: pure rules, the same as in
 * state.schema.json. `skillguide:join` {mine, file} answers with the tables, or with nothing.
 */
"use strict";
{
  const isText = (/** @type {any} */ value) => typeof value === "string";
  const isList = (/** @type {any} */ value) => Array.isArray(value) && value.every(isText);
  const isTable = (/** @type {any} */ value) => value instanceof Object && !Array.isArray(value);
  const isId = (/** @type {any} */ value) => isText(value) && /^[a-z][a-z0-9-]*$/.test(value);
  const isWhole = Number.isInteger;
  const isFlag = (/** @type {any} */ value) => value === true || value === false;
  const isTrue = (/** @type {any} */ value) => value === true;

  /** @typedef {(value: any) => boolean} Check */

  /** Whether a table has all it needs, what else it has is known, and each is of its kind. */
  const fits = (/** @type {any} */ value, needed = {}, possible = {}) => {
    const known = /** @type {Record<string, Check>} */ ({ ...needed, ...possible });
    return isTable(value) && Object.keys(needed).every((name) => Object.hasOwn(value, name))
      && Object.entries(value).every(([name, part]) =>
        Object.hasOwn(known, name) && known[name](part));
  };
  const isAnswer = (/** @type {any} */ value) => fits(value,
    { digest: isText, attempt: isWhole },
    {
      given: (/** @type {any} */ given) => isText(given) || isList(given),
      right: isFlag, sure: isFlag, flag: isFlag, ticks: isList, step: isWhole,
    });
  const isOf = (/** @type {any} */ table, /** @type {Check} */ isKind, isName = isId) =>
    isTable(table) && Object.entries(table).every(([id, value]) => isName(id) && isKind(value));
  const isAttempt = (/** @type {any} */ value) => fits(value,
    {
      quiz: isId, started: isWhole, known: isWhole, asked: isList,
      answers: (/** @type {any} */ answers) => isOf(answers, isAnswer),
    },
    { ended: isWhole, limit: isWhole, form: isText });
  const isGuess = (/** @type {any} */ value) =>
    fits(value, { guess: Number.isFinite, result: Number.isFinite });

  const isDay = (/** @type {any} */ value) =>
    isText(value) && /^(\d{4}-\d\d-\d\d)?$/.test(value);
  const isListOf = (/** @type {any} */ value, /** @type {Check} */ isKind) =>
    Array.isArray(value) && value.every(isKind);
  const isPlan = (/** @type {any} */ value) => fits(value,
    {
      basis: isText, hours: Number.isFinite, start: isDay, until: isText, keep: isList,
      off: (/** @type {any} */ off) => isListOf(off, isWhole),
      breaks: (/** @type {any} */ breaks) => isListOf(breaks, (one) =>
        fits(one, { from: isDay, to: isDay })),
    },
    {
      rows: (/** @type {any} */ rows) => isOf(rows, (row) =>
        fits(row, { start: isDay, end: isDay, isProven: isFlag })),
      events: (/** @type {any} */ events) => isListOf(events, (event) =>
        fits(event, { kind: isText, id: isId, day: isDay })),
    });

  /** @type {Record<string, Check>} */
  const TABLES = {
    answers: isAnswer, claims: isText, done: isTrue, guesses: isGuess, attempts: isAttempt,
    plans: isPlan,
  };
  const names = Object.keys(TABLES);
  const isTime = (/** @type {any} */ path) => {
    const [kind, id, ...rest] = path.split("/");
    return names.includes(kind) && isId(id) && !rest.length;
  };

  /** A file of an earlier edition in today's form: there were no times yet, and no attempts. */
  function migrated(/** @type {any} */ file) {
    if (file?.version !== 1) return file;
    const { guesses = {}, ...tables } = file; // which came later, too
    return ["attempts", "plans", "times"].some((name) => name in file) ? null
      : { ...tables, version: 2, guesses, attempts: {}, plans: {}, times: {} };
  }

  /** The tables of a file, if it is whole and of this guide: else none of it is taken. */
  function whole(/** @type {any} */ file, skill = "") {
    const data = migrated(file);
    const isThis = (/** @type {any} */ value) => value === skill;
    const isNow = (/** @type {any} */ value) => value === 2;
    const tables = Object.fromEntries(names.map((name) =>
      [name, (/** @type {any} */ table) => isOf(table, TABLES[name])]));
    const times = (/** @type {any} */ table) => isOf(table, isWhole, isTime);
    return fits(data, { skill: isThis, version: isNow, ...tables, times }) ? data : null;
  }

  /**
   * Of each entry the newer one; the one that is here if both are of one time.
   * @param {any} mine @param {any} theirs
   */
  function merged(mine, theirs) {
    const result = Object.fromEntries([...names, "times"].map((name) =>
      [name, { __proto__: null, ...mine[name] }]));
    for (const kind of names)
      for (const id of new Set([...Object.keys(theirs[kind]), ...removed(theirs, kind)])) {
        const path = `${kind}/${id}`;
        const [here, there] = [mine.times[path], theirs.times[path]].map((at) => at ?? 0);
        const isHere = Object.hasOwn(mine[kind], id) || here > 0;
        if (isHere && here >= there) continue;
        if (there) result.times[path] = there;
        if (Object.hasOwn(theirs[kind], id)) result[kind][id] = theirs[kind][id];
        else delete result[kind][id];
      }
    return result;
  }

  /** The ids of a kind that were forgotten at some time. @param {any} tables */
  const removed = ({ times }, kind = "") => Object.keys(times).flatMap((path) =>
    (path.startsWith(`${kind}/`) ? path.slice(kind.length + 1) : []));

  document.addEventListener("skillguide:join", ({ detail }) => {
    const file = whole(detail.file, detail.mine.skill);
    detail.tables = file && merged(detail.mine, file);
  });
}
