/**
 * What was missed in an attempt, or right by luck, comes back in the bank where it is at home,
 * unless it was answered there since. Its review begins when the attempt is handed in.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send } = tools.detail;
  const seen = new Set();

  /** @param {AnyAttempt} attempt @param {State} state */
  function bring({ current, members }, { answers, times }) {
    if (!current?.ended || seen.has(current.id)) return;
    seen.add(current.id);
    const { ended } = current;
    const missed = members.filter(({ id, field, entry }) => field.dataset.question
      && (times[`answers/${id}`] ?? 0) < ended && !(entry?.right && entry.sure));
    const values = missed.map(({ id, field: { dataset } }) =>
      [id, { digest: dataset.digest, attempt: 0, ...answers[id], step: 1 }]);
    if (values.length) send("keep", { kind: "answers", values: Object.fromEntries(values) });
  }

  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const attempt of send("attempts", { attempts: [] }).attempts) bring(attempt, detail);
  });
  send("ask");
}
