/** Lets readers narrow a table of records by its columns. Without it the table is whole. */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};
  const MOST = 12; // choices; a column with more is no filter

  const fill = (text, values) => (text ?? "").replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));

  /** A cell may name several values, with commas between them. */
  const values = (row, column) => row.cells[column].textContent.trim().split(/\s*,\s*/).filter(Boolean);

  function choice(name, options, act) {
    const select = document.createElement("select");
    select.append(new Option(fill(words.any, { name }), ""), ...options.map((option) => new Option(option)));
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
      const fits = (row) => [...selects].every(([column, select]) => !select.value || values(row, column).includes(select.value));
      for (const row of rows) row.hidden = !fits(row);
      status.textContent = fill(words.shown, { some: rows.filter((row) => !row.hidden).length, all: rows.length });
    }

    const bar = document.createElement("div");
    bar.className = "guide-filter-bar";
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const options = [...new Set(rows.flatMap((row) => values(row, column)))].sort();
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
