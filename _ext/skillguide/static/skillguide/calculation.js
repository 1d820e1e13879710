/**
 * Lets readers put numbers of their own into a calculation. Its inputs become fields, and what
 * follows from them follows; the address holds what was changed, so that it can be sent.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, button, evaluate, make, numeral, send, snapped } = tools.detail;
  const COMPARISONS = ["<", "<=", ">", ">=", "=="];

  class Calculation {
    constructor(home = document.body) {
      this.home = home;
      /** @type {CalculationData} */
      const { id, digits, lines } = JSON.parse(home.dataset.calculation ?? "{}");
      this.id = id;
      this.digits = digits;
      this.lines = lines;
      /** @type {HTMLDataElement[]} */
      this.marks = all("data.guide-value", home);
      /** @type {Map<string, HTMLInputElement>} */
      this.fields = new Map();
      for (const line of lines) if (line.input) this.addField(line);
      this.addButtons();
    }

    /** @param {Line} line */
    addField(line) {
      const mark = this.marks.find((one) => one.value === line.name && !isPutIn(one));
      const input = make("input");
      Object.assign(input, { type: "number", step: "any", inputMode: "decimal" });
      input.setAttribute("aria-label", `${line.words} ${line.unit}`.trim());
      input.addEventListener("input", () => this.follow());
      mark?.replaceChildren(input);
      this.fields.set(line.name, input);
      this.put(line);
    }

    /** Bring a line back to the number of its author. @param {Line} line */
    put(line, number = String(written(line))) {
      const field = this.fields.get(line.name);
      if (field) field.value = number;
    }

    /** @param {string} name */
    line(name) {
      return this.lines.find((line) => line.name === name);
    }

    addButtons() {
      const status = make("span");
      status.setAttribute("role", "status");
      const copy = button(words.copy, "guide-link", async () => {
        await navigator.clipboard.writeText(this.text());
        status.textContent = words.copied;
      });
      this.reset = button(words.reset, "guide-link", () => {
        for (const line of this.lines) this.put(line);
        this.follow();
        copy.focus(); // the button that was pressed is gone
      });
      this.home.append(make("p", "guide-buttons", this.reset, copy, status));
    }

    /** Whether a field holds a number of the reader. @param {Line} line */
    isChanged(line) {
      const value = this.fields.get(line.name)?.value ?? "";
      return line.input && !(value && Number(value) === written(line));
    }

    /** The lines that readers changed, with what they put in. */
    changed() {
      const changed = this.lines.filter((line) => this.isChanged(line));
      return changed.map(({ name }) => [name, this.fields.get(name)?.value ?? ""]);
    }

    /** Each value in base units; a line stands behind those that it needs. `known` are some. */
    values(known = /** @type {Map<string, number>} */ (new Map())) {
      /** @type {Record<string, number>} */
      const values = Object.create(null); // a line may be called `constructor`
      for (const line of this.lines) {
        const text = this.fields.get(line.name)?.value;
        const number = text ? Number(text) * line.factor : NaN;
        values[line.name] = known.get(line.name) ??
          (this.isChanged(line) ? number : evaluate(line.arithmetic, values));
      }
      return values;
    }

    /** Write every number anew, and tell whoever draws them. */
    follow() {
      const values = this.values();
      for (const mark of this.marks) {
        const line = this.line(mark.value);
        if (!line || (line.input && !isPutIn(mark))) continue;
        const unit = line.unit === "%" ? "%" : ` ${line.unit}`.trimEnd();
        const text = shown(line, values[line.name], this.digits);
        const amount = text + unit;
        const putIn = text.startsWith("−") ? `(${amount})` : amount; // a sign may stand before it
        mark.textContent = isPutIn(mark) ? putIn : text;
      }
      if (this.reset) this.reset.hidden = !this.changed().length;
      const at = (name = "", number = 0) => this.values(new Map([[name, number]]));
      send("computed", { id: this.id, at });
      this.remember();
    }

    remember() {
      const query = new URLSearchParams(this.changed().filter(([, value]) => value));
      const isHere = location.hash.startsWith(`#${this.id}?`);
      if (!isHere && !query.size) return;
      history.replaceState(null, "", query.size ? `#${this.id}?${query}` : `#${this.home.id}`);
    }

    /** Take the numbers of an address such as `#kv-cache?layers=80`, the others as they were built.
     * Returns whether the address is one of this calculation. */
    take(hash = location.hash) {
      const [id, query] = hash.slice(1).split("?");
      if (id !== this.id || query === undefined) return false;
      for (const line of this.lines) this.put(line);
      for (const [name, value] of new URLSearchParams(query)) {
        const line = this.line(name);
        if (line) this.put(line, value);
        if (line && !this.fields.get(name)?.value) this.put(line); // the field refused it
      }
      this.follow();
      this.home.scrollIntoView();
      return true;
    }

    /** The table as text that a spreadsheet takes. */
    text() {
      const values = this.values();
      const results = this.marks.filter((mark) => !isPutIn(mark));
      return results.map(({ value }) => this.line(value)).map((line) =>
        [line?.words, line && shownNumber(line, values[line.name]), line?.unit].join("\t"),
      ).join("\n");
    }
  }

  /** Whether a mark stands in a formula, with the numbers put in. @param {HTMLElement} mark */
  function isPutIn(mark) {
    return mark.closest(".guide-formula") !== null;
  }

  /** A number in the unit of a line. @param {Line} line */
  function shownNumber(line, number = NaN) {
    return snapped(number / line.factor);
  }

  /** The number of the author in the step of its line. @param {Line} line */
  function written({ number, factor, step }) {
    return snapped(step ? Math.round(number / factor / step) * step : number / factor);
  }

  /** A number as it is written. @param {Line} line */
  function shown(line, number = NaN, digits = 3) {
    if (Array.isArray(line.arithmetic) && COMPARISONS.includes(line.arithmetic[0])) {
      return Number.isNaN(number) ? "–" : number ? words.yes : words.no;
    }
    return numeral(number / line.factor, { ...line, digits });
  }

  for (const home of all("[data-calculation]")) {
    const calculation = new Calculation(home);
    if (!calculation.take()) calculation.follow();
    window.addEventListener("hashchange", () => calculation.take());
  }
}
