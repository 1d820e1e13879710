/**
 * What a reader's answers show, as a pure rule: the first answer to each question counts, in an
 * attempt that was handed in or in a bank. `skillguide:standing` {state, data} sets `parts`, and
 * `held`, how many levels hold over all.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send } = tools.detail;
  const ENOUGH = { part: 8, all: 20 }; // answers that may name a level

  /** The first answers, by the id of their question. @param {State} state */
  function firstAnswers({ answers, attempts, times }) {
    const given = Object.values(attempts).flatMap((attempt) =>
      (attempt?.ended ? Object.entries(attempt.answers ?? {}).map(([id, entry]) =>
        ({ id, entry, at: attempt.started })) : []));
    const alone = Object.entries(answers).flatMap(([id, entry]) =>
      (entry?.attempt === 0 ? [{ id, entry, at: times[`answers/${id}`] ?? 0 }] : []));
    const all = [...given, ...alone].filter(({ entry }) => entry?.given !== undefined);
    const first = new Map();
    for (const one of all.sort((a, b) => a.at - b.at))
      if (!first.has(one.id)) first.set(one.id, one.entry);
    return first;
  }

  document.addEventListener("skillguide:standing", ({ detail }) => {
    const { state, data: { questions, parts, levels } } = detail;
    const first = firstAnswers(state);
    const known = questions.flatMap(([id, digest, part, level]) => {
      const entry = first.get(id);
      const isJudged = entry?.digest === digest && entry.right !== undefined;
      return isJudged ? [{ part, level, right: entry.right }] : [];
    });
    const tally = (some = known) =>
      ({ right: some.filter(({ right }) => right).length, count: some.length });
    const byLevel = (some = known) => levels.map(({ id }) =>
      tally(some.filter(({ level }) => level === id)));
    const found = parts.map((part) => {
      const own = known.filter((one) => one.part === part.id);
      const counts = { ...tally(own), weight: part.weight };
      const { result } = send("score", { parts: [counts], levels: byLevel(own) });
      return { ...part, ...counts, score: result,
        held: own.length >= ENOUGH.part ? result.levels : 0 };
    });
    const { result } = send("score", { parts: found, levels: byLevel() });
    detail.parts = found;
    detail.score = result;
    detail.held = known.length >= ENOUGH.all ? result.levels : 0;
  });
}
