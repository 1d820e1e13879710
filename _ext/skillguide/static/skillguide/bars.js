/** Draws a share with its honest range as a bar, or the scale of such bars: `skillguide:bar`. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, fill } = tools.detail;

  /** @param {string} name @param {Record<string, string>} attributes */
  function shape(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** The band is the range, the line the score, the dot the claim. @param {Events["bar"]} bar */
  function bar({ title, score, index, claim }) {
    const { share = 0, low = 0, high = 0 } = score ?? {};
    const color = `guide-data-${(index % 5) + 1}`;
    const [from, to, here] = [low, high, share].map((part) => Math.round(part * 100));
    const text = fill(words.barText, { title, share: here, low: from, high: to });
    const size = { class: "guide-score-bar", width: "100%", height: "28" };
    const band = { x: `${low * 100}%`, width: `${(high - low) * 100}%` };
    const x = `${share * 100}%`;
    const svg = shape("svg", { ...size, role: "img", "aria-label": text });
    svg.append(
      shape("rect", { class: "guide-track", x: "0", y: "2", width: "100%", height: "18" }),
      shape("rect", { class: `guide-band ${color}`, ...band, y: "2", height: "18" }),
      shape("line", { class: color, x1: x, x2: x, y1: "0", y2: "22" }));
    const dot = { class: "guide-claim", cx: `${claim * 100}%`, cy: "25", r: "3" };
    if (claim > 0) svg.append(shape("circle", dot));
    return svg;
  }

  function scale() {
    const size = { class: "guide-score-axis", width: "100%", height: "16" };
    const svg = shape("svg", { ...size, "aria-hidden": "true" });
    for (const at of [0, 25, 50, 75, 100]) {
      const anchor = at === 0 ? "start" : at === 100 ? "end" : "middle";
      const tick = shape("text", { x: `${at}%`, y: "12", "text-anchor": anchor });
      tick.append(`${at}`);
      svg.append(tick);
    }
    return svg;
  }

  document.addEventListener("skillguide:bar", ({ detail }) => {
    detail.svg = detail.score ? bar(detail) : scale();
  });
}
