/**
 * Answers of the edition that knew no attempts become one without a date. Those of questions that
 * are at home in a bank stay there.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send } = tools.detail;

  /** @param {AnyAttempt} attempt */
  function adopt({ fields, current, state: { answers }, data: { quiz } }) {
    const own = fields.filter(({ dataset }) => !dataset.question)
      .map(({ id }) => id.replace(/^question-/, ""))
      .filter((id) => answers[id]?.given !== undefined);
    if (current || !own.length) return;
    const found = Object.fromEntries(own.map((id) => [id, answers[id]]));
    const sitting = { quiz, started: 1, ended: 1, known: 0, asked: own, answers: found };
    const nothing = Object.fromEntries(own.map((id) => [id, null]));
    send("keep", { kind: "answers", values: nothing });
    send("keep", { kind: "attempts", values: { [`${quiz}-1`]: sitting } });
  }

  for (const attempt of send("attempts", { attempts: [] }).attempts) adopt(attempt);
}
