/**
 * Asks for a guess before a calculation shows what it comes to, keeps it, and says how far off it
 * was. Without this script the calculation is there from the start.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make, numeral, send, snapped } = tools.detail;

  /** How far a guess is off: in percent up to twice or half of the result, then how many times. */
  function distance(guess = 0, result = 0) {
    const ratio = guess / result;
    const isClose = Math.abs(ratio - 1) <= 0.05;
    const times = Math.max(ratio, 1 / ratio);
    if (!Number.isFinite(times) || ratio <= 0) return words.off;
    if (isClose) return words.close;
    const off = times < 2 ? `${numeral(Math.round(Math.abs(ratio - 1) * 100))}%`
      : `${numeral(Number(times.toPrecision(2)))} ×`;
    return fill(ratio > 1 ? words.high : words.low, { off });
  }

  class Guess {
    /** @param {HTMLElement} home @param {CalculationData} data @param {Line} line */
    constructor(home, data, line) {
      this.home = home;
      this.id = data.id;
      this.line = line;
      this.result = snapped(line.number / line.factor);
      this.field = make("input");
      Object.assign(this.field, { type: "number", step: "any", required: true });
      this.button = make("button", "guide-button", words.lock);
      const unit = line.unit ? ` ${line.unit} ` : " ";
      const label = make("label", "", `${words.guess} `, this.field, unit);
      this.status = make("p", "guide-guessed");
      this.status.setAttribute("role", "status");
      this.form = make("form", "guide-guess-form", label, this.button);
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.keep();
      });
      home.querySelector(".guide-guess")?.after(this.form, this.status);
    }

    keep() {
      const { result } = this;
      const values = { [this.id]: { guess: Number(this.field.value), result } };
      send("keep", { kind: "guesses", values });
      this.status.tabIndex = -1;
      this.status.focus(); // the button is gone
    }

    /** Show the calculation once there is a guess at what it comes to now. @param {State} state */
    show({ guesses }) {
      const kept = guesses[this.id];
      const isLocked = kept?.result === this.result;
      this.home.classList.toggle("guide-unseen", !isLocked);
      this.form.hidden = isLocked;
      const values = { guess: this.written(kept?.guess), result: this.written(this.result) };
      this.status.textContent = kept && isLocked
        ? `${fill(words.said, values)} ${distance(kept.guess, this.result)}` : "";
    }

    written(number = NaN) {
      const { unit } = this.line;
      return numeral(number, this.line) + (unit === "%" ? unit : ` ${unit}`.trimEnd());
    }
  }

  /** @type {Guess[]} */
  const asked = [];
  for (const home of all("[data-calculation]")) {
    /** @type {CalculationData} */
    const data = JSON.parse(home.dataset.calculation ?? "{}");
    const line = data.lines.find(({ name }) => name === data.predict);
    if (line) asked.push(new Guess(home, data, line));
  }
  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const guess of asked) guess.show(detail);
  });
  send("ask");
}
