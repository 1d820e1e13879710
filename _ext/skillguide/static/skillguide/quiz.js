// @ts-check
/**
 * Makes questions answerable: choose, check, and see the reason for every option.
 * Without this file each question is still complete: its reasons are native <details>.
 * The words of the interface are data attributes of the script's own element.
 */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};
  const questions = [...document.querySelectorAll("fieldset.guide-question")];
  questions.forEach(enhance);

  /** @param {Element} question */
  function enhance(question) {
    if (!question.querySelector("[data-right]")) return;
    const status = /** @type {HTMLElement} */ (question.querySelector("[role=status]"));
    const main = button(words.check, "guide-button");
    const again = button(words.again, "guide-link");
    again.hidden = true;
    const row = document.createElement("div");
    row.className = "guide-buttons";
    row.append(main, again);
    question.append(row);
    question.setAttribute("data-live", "");

    main.addEventListener("click", () => {
      if (question.hasAttribute("data-state")) return next(question);
      if (!question.querySelector("input:checked")) return say(status, "", words.choose);
      show(question, status);
      again.hidden = false;
      main.textContent = words.next ?? "";
      if (!unanswered(question)) {
        main.hidden = true;
        again.focus();
      }
    });
    again.addEventListener("click", () => {
      reset(question, status);
      again.hidden = true;
      main.hidden = false;
      main.textContent = words.check ?? "";
      /** @type {HTMLElement} */ (question.querySelector("input")).focus();
    });
  }

  /** Show the verdict, the key, and every reason. @param {Element} question @param {HTMLElement} status */
  function show(question, status) {
    const options = [...question.querySelectorAll(".guide-option")];
    const judged = options.map(judge);
    const right = judged.every(Boolean);
    question.setAttribute("data-state", right ? "right" : "wrong");
    for (const details of question.querySelectorAll("details")) details.open = true;
    const several = question.querySelector("input[type=checkbox]");
    const parts = (words.parts ?? "")
      .replace("%(found)s", String(judged.filter(Boolean).length))
      .replace("%(all)s", String(judged.length));
    say(status, right ? "✓" : "✗", right ? words.right : several ? parts : words.wrong);
  }

  /** Mark one option; whether the reader was right about it. @param {Element} option */
  function judge(option) {
    const input = /** @type {HTMLInputElement} */ (option.querySelector("input"));
    const isKey = option.hasAttribute("data-right");
    input.disabled = true;
    if (isKey || input.checked) {
      option.setAttribute("data-state", isKey ? "right" : "wrong");
      const mark = document.createElement("span");
      mark.className = "guide-mark";
      mark.textContent = isKey ? ` ✓ ${words.rightAnswer}` : ` ✗ ${words.yourAnswer}`;
      option.querySelector("label")?.append(mark);
    }
    return isKey === input.checked;
  }

  /** Forget the answer. @param {Element} question @param {HTMLElement} status */
  function reset(question, status) {
    question.removeAttribute("data-state");
    for (const mark of question.querySelectorAll(".guide-mark")) mark.remove();
    for (const details of question.querySelectorAll("details")) details.open = false;
    for (const option of question.querySelectorAll(".guide-option")) {
      option.removeAttribute("data-state");
      const input = /** @type {HTMLInputElement} */ (option.querySelector("input"));
      input.disabled = input.checked = false;
    }
    status.textContent = "";
  }

  /** The next question that has no verdict yet. @param {Element} question */
  function unanswered(question) {
    return questions
      .slice(questions.indexOf(question) + 1)
      .find((other) => other.hasAttribute("data-live") && !other.hasAttribute("data-state"));
  }

  /** Lead to the next question. @param {Element} question */
  function next(question) {
    const other = unanswered(question);
    const input = /** @type {HTMLElement | null} */ (other?.querySelector("input") ?? null);
    other?.scrollIntoView({ block: "start" });
    input?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} status @param {string} sign @param {string | undefined} text */
  function say(status, sign, text) {
    const verdict = document.createElement("b");
    verdict.textContent = `${sign} ${text ?? ""}`.trim();
    status.replaceChildren(verdict);
  }

  /** @param {string | undefined} text @param {string} className */
  function button(text, className) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    element.textContent = text ?? "";
    return element;
  }
}
