/**
 * Lets readers change the load of a budget. Without it the table shows ten times the load.
 * Amounts and limits are marked in the table; the words around them stay.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, make } = tools.detail;

  /** @param {HTMLElement} cell */
  function mark(cell) {
    /** @type {HTMLDataElement[]} */
    const [found] = all("data.guide-value", cell);
    return found;
  }

  /** As many decimals as the amount of today has. */
  function like(value = 0, today = "") {
    const digits = (/\.(\d+)/.exec(today) ?? ["", ""])[1].length;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return value.toLocaleString("en", options);
  }

  /** @param {HTMLTableElement} table @param {number} factor */
  function compute(table, factor) {
    let sum = 0, limit = Infinity;
    for (const row of table.tBodies[0].rows) {
      const [, today, then, last] = row.cells;
      if (row.classList.contains("guide-resource")) {
        sum = 0;
        limit = Number(mark(last)?.value ?? Infinity);
        continue;
      }
      const isTotal = row.classList.contains("guide-total");
      const growth = row.classList.contains("guide-grows") ? factor : 1;
      const value = isTotal ? sum : Number(mark(today).value) * growth;
      if (!isTotal) sum += value;
      const isOver = isTotal && value > limit * (1 + 1e-9);
      mark(then).textContent = like(value, mark(today).value);
      const unit = mark(today).nextSibling?.textContent ?? "";
      mark(then).nextSibling?.remove();
      mark(then).after(isOver ? `${unit} (${words.over})` : unit);
      row.classList.toggle("guide-over", isOver);
    }
  }

  for (const budget of all(".guide-budget")) {
    const table = budget.querySelector("table");
    const head = table?.tHead?.rows[0].cells[2];
    if (!head) continue;
    const input = make("input");
    Object.assign(input, { type: "number", min: "0.1", step: "any", value: "10" });
    const label = make("label", "guide-load", `${words.load} × `, input);
    [...budget.children].find((child) => child.contains(table))?.before(label);
    input.addEventListener("input", () => {
      const factor = Number(input.value);
      if (!(factor > 0)) return;
      (head.querySelector("p") ?? head).textContent = `× ${factor}`;
      compute(table, factor);
    });
  }
}
