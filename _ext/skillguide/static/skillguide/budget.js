/**
 * Lets readers change the load of a budget. Without it the table shows ten times the load.
 * Amounts are read from the table itself: the column of today, and the row that holds the limit.
 */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};

  const amount = (cell) => Number((/[\d,]*\.?\d+/.exec(cell.textContent) ?? ["0"])[0].replaceAll(",", ""));

  /** As many decimals as the amount of today has. */
  const like = (value, cell) => {
    const digits = (/\.(\d+)/.exec(cell.textContent) ?? ["", ""])[1].length;
    return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  };

  function compute(rows, factor) {
    let sum = 0, limit = Infinity;
    for (const row of rows) {
      const [, today, then, last] = row.cells;
      if (row.classList.contains("guide-resource")) {
        sum = 0;
        limit = /\d/.test(last.textContent) ? amount(last) : Infinity;
        continue;
      }
      const isTotal = row.classList.contains("guide-total");
      const value = isTotal ? sum : amount(today) * (row.classList.contains("guide-grows") ? factor : 1);
      if (!isTotal) sum += value;
      const unit = isTotal ? today.textContent.trim().replace(/^[\d,.]+/, "") : "";
      const isOver = isTotal && value > limit * (1 + 1e-9);
      const text = `${like(value, today)}${unit}${isOver ? ` (${words.over})` : ""}`;
      (then.querySelector("p") ?? then).textContent = text;
      row.classList.toggle("guide-over", isOver);
    }
  }

  for (const budget of document.querySelectorAll(".guide-budget")) {
    const table = budget.querySelector("table");
    const head = table?.tHead?.rows[0].cells[2];
    if (!head) continue;
    const input = document.createElement("input");
    Object.assign(input, { type: "number", min: "0.1", step: "any", value: "10" });
    const label = document.createElement("label");
    label.append(`${words.load} × `, input);
    label.className = "guide-load";
    table.closest(".table-wrapper, .guide-budget > *")?.before(label);
    input.addEventListener("input", () => {
      const factor = Number(input.value);
      if (!(factor > 0)) return;
      (head.querySelector("p") ?? head).textContent = `× ${factor}`;
      compute(table.tBodies[0].rows, factor);
    });
  }
}
