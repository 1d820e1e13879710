/**
 * The attempts at a quiz, oldest first: `skillguide:history` {quiz, state} answers with them. What
 * cannot be read, as of another edition, is left out.
 */
"use strict";
{
  const isAttempt = (/** @type {any} */ { started, asked, form = "" }) =>
    Number.isInteger(started) && Array.isArray(asked) && typeof form === "string";

  document.addEventListener("skillguide:history", ({ detail }) => {
    detail.attempts = Object.entries(detail.state.attempts).flatMap(([id, attempt]) =>
      (attempt?.quiz === detail.quiz && isAttempt(attempt) ? [{ ...attempt, id }] : []));
    detail.attempts.sort((a, b) => a.started - b.started);
  });
}
