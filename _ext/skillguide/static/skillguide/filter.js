/**
 * Lets readers narrow a table of records by its columns, and order it by its numbers. The address
 * keeps what they chose: `?cost=free`. Without this file the table is whole.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make } = tools.detail;
  const MOST = 12; // choices; a column with more is no filter
  const address = new URLSearchParams(location.search);
  const plain = (text = "") => text.trim().toLowerCase().replaceAll(" ", "-");

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
    select.append(any, ...options.map((option) => new Option(option, option)));
    select.setAttribute("aria-label", name);
    select.value = options.find((option) => plain(option) === address.get(plain(name))) ?? "";
    select.addEventListener("change", () => {
      if (select.value) address.set(plain(name), plain(select.value));
      else address.delete(plain(name));
      const query = address.size ? `?${address}` : "";
      history.replaceState(null, "", location.pathname + query + location.hash);
      act();
    });
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
    const heads = [...table.rows[0].cells];
    heads.forEach((head, column) => {
      const ranks = new Map(rows.flatMap((row) => [...values(row, column)]));
      const options = [...ranks].sort(([, a], [, b]) => a - b).map(([name]) => name);
      if (column === 0 || options.length < 2 || options.length > MOST) return;
      const select = choice(head.textContent.trim(), options, show);
      selects.set(column, select);
      bar.append(select);
    });

    const numbers = heads.filter((head) => head.matches(".guide-number"));
    const sort = () => {
      const column = heads.findIndex((head) => head.textContent.trim() === order.value);
      const rank = (row = rows[0]) => [...values(row, column).values()][0] ?? Infinity;
      const ordered = column < 0 ? rows : [...rows].sort((one, other) => rank(one) - rank(other));
      table.tBodies[0].append(...ordered);
    };
    const order = choice(words.order, numbers.map((head) => head.textContent.trim()), sort);
    for (const option of [...order.options].slice(1))
      option.text = `${words.order}: ${option.text}`;
    if (numbers.length) bar.append(order);
    place.prepend(bar, status);
    sort();
    show();
  }
}
