/**
 * Draws levels on as many axes as there are sub-skills: `skillguide:profile` {axes, levels, series}
 * sets `svg`. The table beside it says the same.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words } = tools.detail;
  const [WIDTH, HEIGHT, RADIUS] = [620, 320, 110];

  /** @param {string} name @param {Record<string, any>} attributes */
  function shape(name, attributes, text = "") {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
    element.append(text);
    return element;
  }

  /** A point on an axis, from 0 in the middle to 1 at its end; the first axis points up. */
  function point(index = 0, count = 1, share = 0) {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    const x = WIDTH / 2 + Math.cos(angle) * RADIUS * share;
    return [x, HEIGHT / 2 + Math.sin(angle) * RADIUS * share].map((value) => value.toFixed(1));
  }

  /** @param {number[]} values @param {number} most */
  const polygon = (values, most) => values.map((value, index) =>
    point(index, values.length, value / most).join(",")).join(" ");

  /** A name in two lines at most, so that it stays beside its axis. */
  function label(text = "", index = 0, count = 1) {
    const [x, y] = point(index, count, 1.12).map(Number);
    const side = x - WIDTH / 2;
    const anchor = Math.abs(side) < 10 ? "middle" : side > 0 ? "start" : "end";
    const found = text.split(" ");
    const half = found.length > 2 ? Math.ceil(found.length / 2) : found.length;
    const lines = [found.slice(0, half), found.slice(half)].map((part) => part.join(" "));
    const element = shape("text", { "text-anchor": anchor });
    lines.filter(Boolean).forEach((line, row) => {
      const top = y < HEIGHT / 2 - 50 ? y - 16 * (lines.filter(Boolean).length - 1) : y;
      element.append(shape("tspan", { x, y: top + 4 + row * 16 }, line));
    });
    return element;
  }

  document.addEventListener("skillguide:profile", ({ detail }) => {
    const { axes, levels, series } = detail;
    const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "guide-profile", role: "img" };
    const svg = shape("svg", { ...size, "aria-label": words.picture });
    for (let level = 1; level <= levels; level += 1)
      svg.append(shape("polygon", {
        class: "guide-profile-grid", points: polygon(axes.map(() => level), levels),
      }));
    axes.forEach((name, index) => {
      const [x2, y2] = point(index, axes.length, 1);
      const line = { class: "guide-profile-grid", x1: WIDTH / 2, y1: HEIGHT / 2, x2, y2 };
      svg.append(shape("line", line), label(name, index, axes.length));
    });
    for (const { name, values } of series)
      if (values.some((value) => value > 0))
        svg.append(shape("polygon", {
          class: "guide-profile-series", "data-series": name, points: polygon(values, levels),
        }));
    detail.svg = svg;
  });
}
