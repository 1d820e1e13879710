/** The levels that a reader claims: a list to choose from in each row, which the browser keeps. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;

  /** @type {Record<string, HTMLSelectElement>} */
  const claims = Object.create(null);

  /** @param {HTMLTableRowElement} row */
  function claim(row) {
    /** @type {HTMLDataElement[]} */
    const [part, ...levels] = all("data.guide-value", row);
    const select = make("select");
    select.setAttribute("aria-label", fill(words.claimOf, { title: part.textContent }));
    select.append(new Option(words.noClaim, ""),
      ...levels.map(({ textContent, value }) => new Option(textContent, value)));
    select.addEventListener("change", () => {
      send("keep", { kind: "claims", values: { [part.value]: select.value || null } });
    });
    row.cells[1].replaceChildren(select);
    claims[part.value] = select;
  }

  for (const row of all(".guide-claims tbody tr")) claim(/** @type {HTMLTableRowElement} */ (row));
  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const [id, select] of Object.entries(claims)) select.value = detail.claims[id] ?? "";
  });
  send("ask");
}
