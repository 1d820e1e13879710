/**
 * Adds to the tools what computes arithmetic, nested lists of a sign and its parts, and what writes
 * a number. The same as in Python (`calculations/`), with the same results: one table of examples
 * holds both.
 */
"use strict";
{
  /** @type {Tools["snapped"]} */
  function snapped(number) {
    const whole = Math.floor(number + 0.5);
    const isWhole = Math.abs(number - whole) <= 1e-14 * Math.abs(number);
    return isWhole ? whole : Number(number.toPrecision(12)); // the last digits are noise
  }

  const isClose = (a = 0, b = 0) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

  /** @type {Record<string, (...parts: number[]) => number | boolean>} */
  const operations = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
    "**": (a, b) => a ** b,
    "<": (a, b) => a < b && !isClose(a, b),
    "<=": (a, b) => a < b || isClose(a, b),
    ">": (a, b) => a > b && !isClose(a, b),
    ">=": (a, b) => a > b || isClose(a, b),
    "==": isClose,
    negative: (a) => -a,
    min: Math.min,
    max: Math.max,
    floor: (a) => Math.floor(snapped(a)),
    ceil: (a) => Math.ceil(snapped(a)),
    round: (a) => Math.floor(snapped(a) + 0.5),
    sqrt: Math.sqrt,
    log: Math.log,
    exp: Math.exp,
  };

  /** @type {Tools["evaluate"]} */
  function evaluate(arithmetic, values) {
    if (typeof arithmetic === "string") return values[arithmetic];
    if (typeof arithmetic === "number") return arithmetic;
    const [sign, ...parts] = arithmetic;
    const numbers = parts.map((part) => evaluate(part, values));
    const result = Number(operations[sign](...numbers));
    if (!numbers.every(Number.isFinite) || !Number.isFinite(result)) return NaN;
    return result;
  }

  const powerOfTen = (number = 0) => Number(number.toExponential(2).split("e")[1]);

  /** The least and the largest number of digits behind the point. */
  function decimals(number = 0, step = 0, money = false, digits = 3) {
    if (step) return Array(2).fill(Math.max(0, -powerOfTen(step)));
    if (Number.isInteger(number)) return [0, 0];
    const counting = Math.max(0, digits - 1 - powerOfTen(number));
    return money && Math.abs(number) < 1000 ? [2, Math.max(2, counting)] : [0, counting];
  }

  /** @type {Tools["numeral"]} */
  function numeral(exact, { step = 0, money = false, digits = 3 } = {}) {
    if (!Number.isFinite(exact)) return "–";
    const number = snapped(exact);
    if (number && !(Math.abs(number) > 1e-15 && Math.abs(number) < 1e15)) {
      return number.toExponential(2).replace(/e\+?/, " × 10^").replaceAll("-", "−");
    }
    const [minimumFractionDigits, maximumFractionDigits] = decimals(number, step, money, digits);
    const text = number.toLocaleString("en", { minimumFractionDigits, maximumFractionDigits });
    return text.replace("-", /[1-9]/.test(text) ? "−" : "");
  }

  document.addEventListener("skillguide:tools", ({ detail }) =>
    Object.assign(detail, { evaluate, numeral, snapped }));
}
