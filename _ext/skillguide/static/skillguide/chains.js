/** Shows in the table of chains what was answered, and leads on where a chain was left. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;
  const SIGNS = { true: "✓", false: "✗", undefined: "□" };

  class Chains {
    status = make("p");
    next = make("a");

    constructor(place = document.body) {
      const levels = all("thead th", place).map((head) => head.textContent.trim());
      const rows = all("tbody tr", place).map((row) => all("td", row));
      this.chains = rows.map(([idea, ...cells]) => cells.flatMap((cell, index) => {
        const title = `${idea.textContent.trim()}, ${levels[index + 1]}`;
        return all("data.guide-value", cell).map((box) => this.step(box, title));
      })).filter((steps) => steps.length);
      this.status.setAttribute("role", "status");
      place.prepend(this.status, make("p", "", this.next));
    }

    /** A question of a chain, and what it asks for. @param {HTMLElement} box */
    step(box, title = "") {
      const [id, digest] = /** @type {HTMLDataElement} */ (box).value.split(" ");
      const link = /** @type {HTMLAnchorElement} */ (box.nextElementSibling);
      const right = /** @type {boolean | undefined} */ (undefined);
      return { id, digest, box, link, title, right };
    }

    /** @param {State} state */
    show({ answers }) {
      const steps = this.chains.flat();
      for (const step of steps) {
        const entry = answers[step.id];
        const isKnown = entry?.given !== undefined && entry.digest === step.digest;
        step.right = isKnown ? entry.right : undefined;
        step.box.textContent = SIGNS[`${step.right}`];
      }
      const whole = this.chains.filter((chain) => chain.every(({ right }) => right));
      const count = { whole: whole.length, chains: this.chains.length, all: steps.length };
      const right = steps.filter((step) => step.right).length;
      this.status.textContent = fill(words.standing, { ...count, right });
      const open = this.chains.filter((chain) => !whole.includes(chain));
      const begun = open.find((chain) => chain.some((step) => step.right !== undefined));
      const next = (begun ?? open[0])?.find((step) => !step.right);
      this.next.hidden = !next;
      if (!next) return;
      this.next.href = next.link.href;
      this.next.textContent = fill(words.next, { title: next.title });
    }
  }

  for (const place of all(".guide-chains")) {
    const chains = new Chains(place);
    document.addEventListener("skillguide:state", ({ detail }) => chains.show(detail));
  }
  send("ask");
}
