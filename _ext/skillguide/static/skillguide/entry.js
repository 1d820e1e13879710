/**
 * Judges what people type: `skillguide:judge` {type, given, answer, tolerance, unit} sets `right`,
 * or `problem` ("noNumber", "otherUnit") for what cannot be read. On a page whose language writes
 * decimals with a comma, both signs are understood, and a number with two readings is none.
 */
"use strict";
{
  const language = document.documentElement.lang || "en";
  const hasComma = (() => {
    try { return (0.5).toLocaleString(language)[1] === ","; } catch { return false; }
  })();
  const FORM = /^[+-]? ?(?=\.?\d)([1-9]\d{0,2}([ ',])\d{3}(\2\d{3})*|\d*)(\.\d*)?(e[+-]?\d+)?$/;
  const SIGNS = [
    [/[\u00ad\u200b\u2060\ufeff]/g, ""], [/\s+/g, " "], [/(\d) %/g, "$1%"], [/…/g, "..."],
    [/[‘’‚‛‹›′]/g, "'"], [/« ?| ?»|[“”„‟″]/g, '"'],
  ];

  /** A text as it is compared: typographic signs as the keyboard has them, in small letters. */
  const plain = (text, dash = "-") => SIGNS
    .reduce((result, [sign, key]) => result.replace(sign, key), text.normalize("NFC"))
    .replace(/[‐-―−]/g, dash).trim().toLowerCase();

  /** A typographic dash may stand for one, two or three hyphens. */
  const isSame = (one, other) =>
    ["-", "--", "---"].some((dash) => plain(one, dash) === plain(other, dash));

  const read = (text) => (FORM.test(text) ? Number(text.replace(/[ ',]/g, "")) : NaN);

  const swap = (text) => text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));

  /** The number that a text says: 1,000 · 1 000 · .5 · 1e3; NaN if it says none, or two. */
  function number(text) {
    const found = [read(text), hasComma ? read(swap(text)) : NaN].filter(Number.isFinite);
    return found.every((value) => value === found[0]) ? found[0] ?? NaN : NaN;
  }

  function judgeNumber(detail) {
    const { given, answer, tolerance = "0", unit = "" } = detail;
    const [, digits, rest] = /^([-+\d.,' ]*(?:e[+-]?\d+)?)(.*)$/.exec(plain(given));
    const value = number(digits.trim());
    const isUnit = !rest || rest === plain(unit);
    if (Number.isNaN(value) || (!isUnit && /[\p{N}\s]/u.test(rest))) detail.problem = "noNumber";
    else if (unit && !isUnit) detail.problem = "otherUnit";
    const slack = Number(tolerance) * (1 + 1e-9) + Math.abs(answer) * 4 * Number.EPSILON;
    detail.right = Math.abs(value - answer) <= slack;
  }

  document.addEventListener("skillguide:judge", ({ detail }) => {
    if (detail.type === "numeric") judgeNumber(detail);
    else detail.right = detail.answer.split("|").some((answer) => isSame(answer, detail.given));
  });
}
