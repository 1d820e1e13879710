/**
 * The attempts at a quiz, oldest first: `skillguide:history` {quiz, state} answers with them. What
 * cannot be read, as of another edition, is left out.
 */
"use strict";
{
  /** @param {any} value */
  function isAttempt(value) {
    return Number.isInteger(value?.started) && Array.isArray(value.asked)
      && value.answers instanceof Object;
  }

  document.addEventListener("skillguide:history", ({ detail }) => {
    detail.attempts = Object.entries(detail.state.attempts).flatMap(([id, attempt]) =>
      (attempt?.quiz === detail.quiz && isAttempt(attempt) ? [{ ...attempt, id }] : []));
    detail.attempts.sort((a, b) => a.started - b.started);
  });
}
