/**
 * The rules of a result, as pure functions: `skillguide:score` {parts, levels} answers with
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

  document.addEventListener("skillguide:score", ({ detail }) => {
    const levels = detail.levels && reached(detail.levels);
    const missing = detail.levels && lacking(detail.levels[levels ?? 0]);
    detail.result = { ...score(detail.parts), levels, missing };
  });
}
