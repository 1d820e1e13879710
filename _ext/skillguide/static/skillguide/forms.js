/**
 * Draws the questions of a form, as a pure rule: the same seed gives the same form to everybody.
 * `skillguide:draw` {pool, size, seed, version, parts, levels} answers with their ids.
 */
"use strict";
{
  /** A number for a text: FNV-1a, then the last steps of MurmurHash3, which mix it. */
  function hash(text = "") {
    let h = 0x811c9dc5;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }

  /**
   * How many seats each part gets by its weight; those left over go to the largest remainders.
   * @param {{ id: string, weight: number }[]} parts
   */
  function seats(parts, size = 0) {
    const weight = parts.reduce((sum, part) => sum + part.weight, 0);
    const shares = parts.map((part) => (size * part.weight) / weight);
    const counts = shares.map(Math.floor);
    const left = size - counts.reduce((sum, count) => sum + count, 0);
    const order = [...counts.keys()].sort((a, b) =>
      shares[b] - counts[b] - (shares[a] - counts[a]) || a - b);
    for (const index of order.slice(0, left)) counts[index] += 1;
    return parts.flatMap((part, index) => Array(counts[index]).fill(part.id));
  }

  /**
   * Seats go to the parts by weight, and in turn to the levels. Each takes the first question of
   * its part and level in the order of the seed, else of the nearest level, and no page gives more
   * than a sixteenth of a form, rounded up, while another one can. A version is an order within
   * the levels.
   * @param {Events["draw"]} form
   */
  function draw({ pool, size, seed, version, parts, levels }) {
    const known = parts.filter(({ id }) => pool.some(({ part }) => part === id));
    const rank = Object.fromEntries(pool.map(({ id }) => [id, hash(`${seed}:${id}`)]));
    const rest = [...pool].sort((a, b) => rank[a.id] - rank[b.id]);
    const pages = /** @type {any} */ ({ __proto__: null });
    const most = Math.ceil(size / 16);
    const drawn = seats(known, Math.min(size, pool.length)).flatMap((part, seat) => {
      /** @param {typeof pool[0]} question */
      const cost = (question) => (question.part === part ? 0 : 1000)
        + ((pages[question.page] ?? 0) < most ? 0 : 100)
        + Math.abs(levels.indexOf(question.level) - (seat % levels.length));
      const best = rest.reduce((a, b) => (cost(b) < cost(a) ? b : a));
      rest.splice(rest.indexOf(best), 1);
      pages[best.page] = (pages[best.page] ?? 0) + 1;
      return [best];
    });
    const place = ({ id = "" }) => hash(`${seed}${version}:${id}`);
    drawn.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || place(a) - place(b));
    return drawn.map(({ id }) => id);
  }

  document.addEventListener("skillguide:draw", ({ detail }) => {
    detail.ids = draw(detail);
  });
}
