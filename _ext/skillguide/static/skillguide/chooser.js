/** Another form of an exam: one that is new to the reader, or one that somebody has shared. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const SEEDS = 400; // as many forms are drawn, to find the one with most that is new

  class Chooser {
    sizes = make("select");
    code = make("input");
    versions = make("select");
    problem = make("p", "guide-problem");

    /** @param {AnyAttempt} attempt */
    constructor(attempt) {
      this.attempt = attempt;
      const { forms, questions } = attempt.data;
      const page = new Option(fill(words.ofPage, { count: questions.length }), "0");
      this.sizes.append(...forms.map((count) =>
        new Option(fill(words.drawn, { count }), `${count}`)), page);
      this.versions.append(...["A", "B"].map((version) => new Option(version)));
      this.code.maxLength = 4;
      this.problem.id = "guide-form-problem";
      this.problem.setAttribute("role", "status");
      this.code.setAttribute("aria-describedby", this.problem.id);
      const { size, code, version } = words;
      const fields = [[size, this.sizes], [code, this.code], [version, this.versions]];
      const labels = fields.map(([text, field]) => make("label", "", `${text} `, field));
      const take = button(words.take, "guide-button", () => this.take());
      const home = make("div", "guide-attempt-forms", ...labels, take, this.problem);
      all(".guide-attempt-panel", attempt.place)[0].append(home);
      this.sizes.focus();
    }

    /** @param {string} seed @param {string} version */
    draw(seed, version, size = Number(this.sizes.value)) {
      const { questions, pool, parts, levels } = this.attempt.data;
      const known = (size ? pool : questions).map((question) =>
        ({ ...question, page: question.place.split("#")[0] }));
      return send("draw", {
        pool: known, size: size || known.length, seed, version, parts,
        levels: levels.map(({ id }) => id), ids: [],
      }).ids;
    }

    /** The seed whose form has most questions that are new. */
    newest() {
      const seeds = Array.from({ length: SEEDS }, () =>
        Math.floor(Math.random() * 0x10000).toString(16).padStart(4, "0"));
      const known = seeds.map((seed) => this.attempt.known(this.draw(seed, "")));
      return seeds[known.indexOf(Math.min(...known))];
    }

    take() {
      const code = this.code.value.trim().toLowerCase();
      const isRight = /^([0-9a-f]{4})?$/.test(code);
      this.problem.textContent = isRight ? "" : words.noCode;
      this.code.setAttribute("aria-invalid", `${!isRight}`);
      if (!isRight) return this.code.focus();
      const size = Number(this.sizes.value);
      this.keep(size, size ? code || this.newest() : "page", this.versions.value);
    }

    /** The form waits as an attempt that has not begun; with its questions, the page is another. */
    keep(size = 0, seed = "", version = "A") {
      const { data: { quiz }, own } = this.attempt;
      const isPlain = !size && version === "A";
      const parts = [size || "", seed, version === "B" ? "b" : ""];
      const form = isPlain ? "" : parts.filter(Boolean).join("-");
      const asked = isPlain ? own : this.draw(seed, version === "B" ? "b" : "", size);
      const draft = { quiz, started: 0, known: 0, form, asked, answers: {} };
      send("keep", { kind: "attempts", values: { [`${quiz}-draft`]: draft } });
    }
  }

  /** A form in the address is taken at once: `?form=40-7f3a`, `?form=40-7f3a-b`. */
  const shared = /^(\d+)-([0-9a-f]{4})(-b)?$/.exec(
    new URLSearchParams(location.search).get("form") ?? "");
  for (const attempt of send("attempts", { attempts: [] }).attempts) {
    const chooser = new Chooser(attempt);
    const [, size, seed, version] = shared ?? [];
    const isKnown = attempt.data.forms.includes(Number(size));
    if (isKnown && !attempt.isOpen) chooser.keep(Number(size), seed, version ? "B" : "A");
  }
}
