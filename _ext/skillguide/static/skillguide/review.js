/**
 * When a question comes back: what was missed, or right by luck, after 1, 3, 7 and 21 days. Pure
 * rules: `skillguide:review` {step, right, sure, at} answers with the next step, and its day;
 * for an answer that is kept, {entry, at} does.
 */
"use strict";
{
  const DAYS = [1, 3, 7, 21];

  /** The day of the reader's calendar, counted from 1970; no hour of daylight saving shifts it. */
  function dayOf(at = 0) {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5;
  }

  /** A miss begins anew, a sure right answer goes on, an unsure one stays; 0 is no review. */
  function stepAfter(step = 0, right = false, sure = false) {
    if (!right) return 1;
    return sure ? step && step + 1 : step || 1;
  }

  /** The step in which an answer is, also one that was kept without it. @param {Entry} entry */
  const stepOf = ({ step, right, sure }) =>
    step ?? (right === undefined ? undefined : Number(!(right && sure)));

  /** Nothing after the last step. */
  function dueAfter(step = 0, at = 0) {
    const days = DAYS[step - 1];
    return days && dayOf(at) + days;
  }

  document.addEventListener("skillguide:review", ({ detail }) => {
    const { entry, right, sure, at } = detail;
    const step = entry ? stepOf(entry) : detail.step;
    detail.next = right === undefined ? step ?? 0 : stepAfter(step, right, sure);
    detail.due = dueAfter(detail.next, at);
    detail.today = dayOf(Date.now());
  });
}
