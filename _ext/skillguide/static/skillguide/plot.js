/**
 * Draws a chart anew when readers change the calculation that it shows. The picture was drawn when
 * the page was built: lines move, and the values along the axis change where they must.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { all, numeral } = tools.detail;

  /** The numbers of a path such as `M39,302.2L68.2,302`. */
  const numbers = (path = "") => (path.match(/-?[\d.]+/g) ?? []).map(Number);
  /** @param {Element} element @param {string} name */
  const attribute = (element, name) => element.getAttribute(name) ?? "";

  /** The smallest of 1, 2 or 5 times a power of ten that is no less. */
  function round(least = 1) {
    const power = 10 ** Math.floor(Math.log10(least));
    return power * ([1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
  }

  class Picture {
    /** @param {Element} svg @param {number[][]} values */
    constructor(svg, values) {
      /** @type {Element[]} */
      const paths = all("path.guide-plot-line", svg);
      this.lines = paths.filter((path) => numbers(attribute(path, "d")).length > 4).reverse();
      this.markers = values.map((_, index) =>
        all(`path.guide-plot-marker[data-series="${index + 1}"]`, svg).at(-1));
      /** @type {Element[]} */
      this.limits = all(".guide-plot-limit, .guide-plot-limit-text", svg);
      this.texts = all("text.guide-plot-tick-text[text-anchor=end]", svg);
      this.ticks = this.texts.map(({ textContent }) =>
        Number.parseFloat((textContent ?? "").replace("−", "-").replaceAll(",", "")));
      const [first, second] = this.texts.map((text) => Number(attribute(text, "y")));
      this.slope = (second - first) / (this.ticks[1] - this.ticks[0]);
      const points = this.points(1);
      this.xs = points.filter((_, index) => index % 2 === 0);
      this.zero = points[1] - this.slope * values[0][0];
      this.ends = values.map((_, index) => this.points(index + 1).at(-1) ?? 0);
      this.unit = this.texts[0]?.textContent?.endsWith("%") ? "%" : "";
    }

    /** What the path of a series goes through. */
    points(series = 1) {
      const line = this.lines.find((path) => attribute(path, "data-series") === String(series));
      return numbers(line && attribute(line, "d"));
    }

    /** What a limit says, read from where it stands. */
    get limit() {
      const line = this.limits.find((element) => element.matches("path"));
      return line ? (numbers(attribute(line, "d"))[1] - this.zero) / this.slope : 0;
    }

    /** The ticks for some values: those of the author, where they fit. @param {number[]} values */
    fitting(values) {
      const high = Math.max(...values, this.limit), low = Math.min(...values, 0);
      const [first, last] = [this.ticks[0], this.ticks.at(-1) ?? 1];
      if (high <= last && high > last * 0.4 && low >= Math.min(first, 0)) return this.ticks;
      const step = round((high - low) / (this.ticks.length - 1) || 1);
      const start = Math.floor(low / step) * step;
      return this.ticks.map((_, index) => start + index * step);
    }

    /** @param {number[][]} values */
    draw(values) {
      const ticks = this.fitting(values.flat().filter(Number.isFinite));
      this.texts.forEach((text, index) => {
        text.textContent = numeral(ticks[index]) + this.unit;
      });
      const share = (this.ticks[1] - this.ticks[0]) / (ticks[1] - ticks[0]);
      /** Where a value stands now. */
      const at = (value = 0) =>
        this.zero + this.slope * (this.ticks[0] + (value - ticks[0]) * share);
      values.forEach((series, index) => {
        let pen = "M";
        const path = series.map((value, place) => {
          const move = pen;
          pen = Number.isFinite(value) ? "L" : "M";
          return Number.isFinite(value) ? `${move}${this.xs[place]},${at(value).toFixed(1)}` : "";
        }).join("");
        this.lines.find((line) => attribute(line, "data-series") === String(index + 1))
          ?.setAttribute("d", path);
        const end = at(series.at(-1) ?? NaN) - this.ends[index];
        const where = Number.isFinite(end) ? `translate(0 ${end.toFixed(1)})` : "scale(0)";
        this.markers[index]?.setAttribute("transform", where);
      });
      const moved = at(this.limit) - (this.zero + this.slope * this.limit);
      for (const element of this.limits) {
        element.setAttribute("transform", `translate(0 ${moved.toFixed(1)})`);
      }
    }
  }

  for (const home of all("[data-plot]")) {
    /** @type {PlotData} */
    const data = JSON.parse(home.dataset.plot ?? "{}");
    /** @type {HTMLTableElement[]} */
    const [table] = all("table", home);
    const rows = [...table.tBodies[0].rows];
    const last = rows.length - 1;
    /** @type {Picture[]} */
    let pictures = [];

    document.addEventListener("skillguide:computed", ({ detail }) => {
      if (detail.id !== data.calculation) return;
      const places = rows.map((_, index) => data.low + (data.high - data.low) * index / last);
      const found = places.map((place) => detail.at(data.over, place));
      const values = data.lines.map(({ name, factor }) => found.map((at) => at[name] / factor));
      if (!pictures.length) pictures = all("svg", home).map((svg) => new Picture(svg, values));
      for (const picture of pictures) picture.draw(values);
      rows.forEach((row, place) => values.forEach((series, index) => {
        const cell = row.cells[index + 1];
        const unit = data.lines[index].unit === "%" ? "%" : "";
        (cell.querySelector("p") ?? cell).textContent = numeral(series[place]) + unit;
      }));
    });
  }
}
