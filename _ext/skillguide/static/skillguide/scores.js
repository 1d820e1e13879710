/**
 * The rules of a result, as pure functions: `skillguide:score` {parts, levels, before} answers with
 * `result` in its detail, so that tests can compare them with the reference.
 */
"use strict";
{
  const Z = 1.96; // 95%

  /** The Wilson interval for a share of n answers, from 0 to 1. */
  function wilson(share = 0, n = 1) {
    const middle = share + (Z * Z) / (2 * n);
    const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
    const scale = 1 + (Z * Z) / n;
    return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
  }

  /**
   * The weighted share of right answers and its range; parts without answers do not count.
   * Weighting costs precision: the effective number of answers is (Σw)² ÷ Σ(w² ÷ n).
   * @param {Events["score"]["parts"]} parts
   */
  function score(parts) {
    const answered = parts.filter((part) => part.count > 0);
    /** @param {(part: typeof parts[0]) => number} term */
    const sum = (term) => answered.reduce((all, part) => all + term(part), 0);
    const weight = sum((part) => part.weight);
    if (!weight) return null;
    const share = sum((part) => (part.weight * part.right) / part.count) / weight;
    const effective = weight ** 2 / sum((part) => part.weight ** 2 / part.count);
    const [low, high] = wilson(share, effective);
    return { share, low, high, effective };
  }

  /**
   * How many levels from the lowest on hold: at least four in five of their answers are right.
   * @param {Count[]} levels
   */
  function reached(levels) {
    const first = levels.findIndex((level) => !level.count || lacking(level) > 0);
    return first < 0 ? levels.length : first;
  }

  /** How many more right answers a level would need. */
  function lacking({ right, count } = { right: 0, count: 0 }) {
    return Math.max(0, Math.ceil((count * 4) / 5) - right);
  }

  /**
   * How far a score lies from an earlier one, with the range of that (Newcombe 1998, method 10).
   * @param {Score} now @param {Score} before
   */
  function difference(now, before) {
    const gap = now.share - before.share;
    return {
      gap,
      least: gap - Math.hypot(now.share - now.low, before.high - before.share),
      most: gap + Math.hypot(now.high - now.share, before.share - before.low),
    };
  }

  /**
   * The share after one more right answer where that adds most, and the part of it.
   * @param {Events["score"]["parts"]} parts
   */
  function oneMore(parts) {
    const open = parts.filter(({ right, count }) => right < count);
    const gain = ({ weight = 1, count = 1 }) => weight / count;
    const [best] = open.sort((a, b) => gain(b) - gain(a));
    if (!best) return undefined;
    const changed = parts.map((part) => ({ ...part, right: part.right + Number(part === best) }));
    return { part: parts.indexOf(best), share: score(changed)?.share };
  }

  document.addEventListener("skillguide:score", ({ detail }) => {
    const levels = detail.levels && reached(detail.levels);
    const missing = detail.levels && lacking(detail.levels[levels ?? 0]);
    const found = score(detail.parts);
    const change = found && detail.before && difference(found, detail.before);
    detail.result = { ...found, levels, missing, change, more: oneMore(detail.parts) };
  });
}
