/** Lets readers narrow a table of records by its columns. Without it the table is whole. */
"use strict";
{
  const words = document.currentScript.dataset;
  const MOST = 12; // choices; a column with more is no filter

  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  /**
   * The values of a cell with their ranks. Levels and sub-skills are marked with theirs; of any
   * other cell, the whole text is one value, and its number its rank if it is one.
   */
  function values(row, column) {
    const cell = row.cells[column];
    const marked = [...cell.querySelectorAll("data.guide-value")];
    if (marked.length) return new Map(marked.map((mark) => [mark.textContent, Number(mark.value)]));
    const text = cell.textContent.trim();
    return new Map(text ? [[text, Number(text.replaceAll(",", "")) || 0]] : []);
  }

  function choice(name, options, act) {
    const select = document.createElement("select");
    const any = new Option(fill(words.any, { name }), "");
    select.append(any, ...options.map((option) => new Option(option)));
    select.setAttribute("aria-label", name);
    select.addEventListener("change", act);
    return select;
  }

  function enhance(place) {
    const table = place.querySelector("table");
    const rows = [...table.tBodies[0].rows];
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    const selects = new Map();

    function show() {
      const fits = (row) => [...selects].every(([column, select]) =>
        !select.value || values(row, column).has(select.value));
      for (const row of rows) row.hidden = !fits(row);
      const some = rows.filter((row) => !row.hidden).length;
      status.textContent = fill(words.shown, { some, all: rows.length });
    }

    const bar = document.createElement("div");
    bar.className = "guide-filter-bar";
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const ranks = new Map(rows.flatMap((row) => [...values(row, column)]));
      const options = [...ranks.keys()].sort((a, b) => ranks.get(a) - ranks.get(b));
      if (column === 0 || options.length < 2 || options.length > MOST) return;
      const select = choice(head.textContent.trim(), options, show);
      selects.set(column, select);
      bar.append(select);
    });
    place.prepend(bar, status);
    show();
  }

  document.querySelectorAll(".guide-filter").forEach(enhance);
}
