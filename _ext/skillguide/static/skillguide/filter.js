/** Lets readers narrow a table of records by its columns. Without it the table is whole. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make } = tools.detail;
  const MOST = 12; // choices; a column with more is no filter

  /**
   * The values of a cell with their ranks. Levels and sub-skills are marked with theirs; of any
   * other cell, the whole text is one value, and its number its rank if it is one.
   * @param {HTMLTableRowElement} row
   * @param {number} column
   */
  function values(row, column) {
    const cell = row.cells[column];
    /** @type {HTMLDataElement[]} */
    const marked = all("data.guide-value", cell);
    if (marked.length) return new Map(marked.map((mark) => [mark.textContent, Number(mark.value)]));
    const text = cell.textContent.trim();
    return new Map(text ? [[text, Number(text.replaceAll(",", "")) || 0]] : []);
  }

  /** @param {string} name @param {string[]} options @param {() => void} act */
  function choice(name, options, act) {
    const select = make("select");
    const any = new Option(fill(words.any, { name }), "");
    select.append(any, ...options.map((option) => new Option(option)));
    select.setAttribute("aria-label", name);
    select.addEventListener("change", act);
    return select;
  }

  for (const place of all(".guide-filter")) {
    /** @type {HTMLTableElement[]} */
    const [table] = all("table", place);
    const rows = [...table.tBodies[0].rows];
    const status = make("p");
    status.setAttribute("role", "status");
    /** @type {Map<number, HTMLSelectElement>} */
    const selects = new Map();

    const show = () => {
      const fits = (row = rows[0]) => [...selects].every(([column, select]) =>
        !select.value || values(row, column).has(select.value));
      for (const row of rows) row.hidden = !fits(row);
      const some = rows.filter((row) => !row.hidden).length;
      status.textContent = fill(words.shown, { some, all: rows.length });
    };

    const bar = make("div", "guide-filter-bar");
    [...table.rows[0].cells].forEach((head, column) => {
      const ranks = new Map(rows.flatMap((row) => [...values(row, column)]));
      const options = [...ranks].sort(([, a], [, b]) => a - b).map(([name]) => name);
      if (column === 0 || options.length < 2 || options.length > MOST) return;
      const select = choice(head.textContent.trim(), options, show);
      selects.set(column, select);
      bar.append(select);
    });
    place.prepend(bar, status);
    show();
  }
}
