/**
 * Questions whose answer is written: numbers, texts, open questions. On a page whose language
 * writes decimals with a comma, both signs are understood, and a number with two readings is none.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make } = tools.detail;
  const language = document.documentElement.lang || "en";
  const hasComma = (() => {
    try { return (0.5).toLocaleString(language)[1] === ","; } catch { return false; }
  })();
  const FORM = /^[+-]? ?(?=\.?\d)([1-9]\d{0,2}([ ',])\d{3}(\2\d{3})*|\d*)(\.\d*)?(e[+-]?\d+)?$/;
  /** @type {[RegExp, string][]} */
  const SIGNS = [
    [/[\u00ad\u200b\u2060\ufeff]/g, ""], [/\s+/g, " "], [/(\d) %/g, "$1%"], [/…/g, "..."],
    [/[‘’‚‛‹›′]/g, "'"], [/« ?| ?»|[“”„‟″]/g, '"'],
  ];

  /** A text as it is compared: typographic signs as the keyboard has them, in small letters. */
  const plain = (text = "", dash = "-") => SIGNS
    .reduce((result, [sign, key]) => result.replace(sign, key), text.normalize("NFC"))
    .replace(/[‐-―−]/g, dash).trim().toLowerCase();

  /** A typographic dash may stand for one, two or three hyphens. */
  const isSame = (one = "", other = "") =>
    ["-", "--", "---"].some((dash) => plain(one, dash) === plain(other, dash));

  const read = (text = "") => (FORM.test(text) ? Number(text.replace(/[ ',]/g, "")) : NaN);

  const swap = (text = "") => text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));

  /** The number that a text says: 1,000 · 1 000 · .5 · 1e3; NaN if it says none, or two. */
  function number(text = "") {
    const found = [read(text), hasComma ? read(swap(text)) : NaN].filter(Number.isFinite);
    return found.every((value) => value === found[0]) ? found[0] ?? NaN : NaN;
  }

  /** Whether a number is right, or the name of the word that says why it cannot be read. */
  function judgeNumber(given = "", { answer = "", tolerance = "0", unit = "" }) {
    const [, digits, rest] = /^([-+\d.,' ]*(?:e[+-]?\d+)?)(.*)$/.exec(plain(given)) ?? [""];
    const value = number(digits.trim());
    const isUnit = !rest || rest === plain(unit);
    const isShare = !unit && /^[%‰]/.test(rest); // of what is asked, or the number itself
    const isOther = !isUnit && /[\p{N}\s]/u.test(rest);
    if (Number.isNaN(value) || isShare || isOther) return { problem: "noNumber" };
    if (unit && !isUnit) return { problem: "otherUnit" };
    const right = Number(answer);
    const slack = Number(tolerance) * (1 + 1e-9) + Math.abs(right) * 4 * Number.EPSILON;
    return { right: Math.abs(value - right) <= slack };
  }

  const judgeText = (given = "", { answer = "" }) =>
    ({ right: answer.split("|").some((one) => isSame(one, given)) });

  document.addEventListener("skillguide:types", ({ detail: { Question, types } }) => {
    class Written extends Question {
      fields = ":scope > .guide-entry > label > input";

      prepare() {
        all(this.fields, this.field)[0].addEventListener("keydown", (event) => {
          if (event.key !== "Enter" || event.isComposing || event.repeat) return;
          event.preventDefault(); // else the key presses the button that takes the focus
          this.check();
        });
      }

      given() {
        return this.inputs[0].value.trim();
      }

      put(given = "") {
        this.inputs[0].value = given;
      }

      /** @returns {Verdict} */
      judge(given = "") {
        if (!given.length) return { problem: words.write };
        const { type, ...data } = { ...this.field.dataset, ...this.inputs[0].dataset };
        const judge = type === "numeric" ? judgeNumber : judgeText;
        const { right, problem } = /** @type {Verdict} */ (judge(`${given}`, data));
        return { right, problem: problem && fill(words[problem], data) };
      }
    }

    /** No program can judge: readers compare, and tick what their answer holds. */
    class Open extends Written {
      verb = words.compare;
      fields = ":scope > .guide-text > textarea";
      /** @type {HTMLInputElement[]} */
      ticks = all(".guide-rubric > li > label > input", this.field);

      prepare() {
        const text = make("textarea");
        text.rows = 5;
        this.status.before(make("label", "guide-text", words.yourText, text));
        const keep = () => {
          const ticks = this.ticks.flatMap(({ checked }, index) => (checked ? [`${index}`] : []));
          this.keep({ ...this.another(0), ...this.entry, ticks });
        };
        for (const tick of this.ticks) tick.addEventListener("change", keep);
      }

      addButtons() {
        super.addButtons();
        this.sureLabel.remove();
      }

      judge() {
        return {};
      }

      /** @param {Entry} entry */
      reveal({ given, ticks = [] }) {
        this.put(given);
        this.unfold(true);
        this.field.dataset.state = "open";
        this.ticks.forEach((tick, index) => (tick.checked = ticks.includes(`${index}`)));
        this.say("", fill(words.covered, { found: ticks.length, all: this.ticks.length }));
      }
    }

    Object.assign(types, { numeric: Written, text: Written, trace: Written, open: Open });
  });
}
