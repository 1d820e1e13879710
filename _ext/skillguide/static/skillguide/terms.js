/** Puts what the glossary says of a term beside it, inside the window; Escape closes it. Without
 * this file it stands below the line of the term. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { all } = tools.detail;
  const EDGE = 8;

  /** @param {HTMLElement} term @param {Event & { clientX?: number, clientY?: number }} event */
  function show(term, { clientX: x = -1, clientY: y = -1 }) {
    const [link, box] = /** @type {HTMLElement[]} */ ([...term.children]);
    term.dataset.state = "open";
    box.hidden = false; // some themes let no style show what is hidden
    box.style.translate = "0";
    const { left, top, width, height } = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const parts = [...link.getClientRects()]; // one for each line on which it stands
    const isUnder = ({ left, right, top, bottom } = parts[0]) =>
      left <= x && x <= right && top <= y && y <= bottom;
    const part = parts.find(isUnder) ?? parts[parts.length - 1];
    const start = Math.max(EDGE, Math.min(part.left, clientWidth - EDGE - width));
    const isBelow = part.bottom + height <= clientHeight || part.top < height;
    const end = isBelow ? part.bottom : part.top - height;
    box.style.translate = `${start - left}px ${end - top}px`;
  }

  for (const term of all(".guide-defined")) {
    term.addEventListener("pointerenter", (event) => show(term, event));
    term.addEventListener("focusin", (event) => show(term, event));
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const term of all(".guide-defined[data-state=open]")) term.dataset.state = "closed";
  });
}
