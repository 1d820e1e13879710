/** What a reader has done, on one page: levels, hours, what is due, quizzes, and every attempt. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" });
  const tenth = (hours = 0) => Math.round(hours * 10) / 10;

  function link(text = "", href = "") {
    if (!href) return text;
    const element = make("a", "", text);
    element.href = href;
    return element;
  }

  /** A table; cells behind the first one are numbers if `isNumeric`. */
  function table(head = [""], rows = /** @type {(Node | string)[][]} */ ([]), isNumeric = false) {
    const kind = (index = 0) => (isNumeric && index ? "guide-number" : "");
    const names = head.map((name, index) => make("th", kind(index), name));
    const lines = rows.map((row) => make("tr", "", ...row.map((cell, index) =>
      make("td", kind(index), cell))));
    return make("table", "docutils guide-table",
      make("thead", "", make("tr", "", ...names)), make("tbody", "", ...lines));
  }

  /** A region that can be scrolled with the keyboard, too. @param {HTMLElement} content */
  function wide(name = "", content) {
    const region = make("div", "guide-wide", content);
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", name);
    region.tabIndex = 0;
    return region;
  }

  class Mine {
    home = make("div", "guide-mine-home");

    constructor(place = document.body) {
      const [data] = all(":scope > script", place);
      this.data = /** @type {PathData} */ (JSON.parse(data.textContent ?? ""));
      /** @type {Record<string, string>} */
      this.addresses = Object.fromEntries(all("data.guide-value", place).map((mark) =>
        [/** @type {HTMLDataElement} */ (mark).value, mark.querySelector("a")?.href ?? ""]));
      this.depth = all("section").filter((section) => section.contains(place)).length + 1;
      place.prepend(this.home);
      place.dataset.live = "";
    }

    /** A heading one step below the section around. */
    heading(text = "") {
      return make(/** @type {"h2"} */ (`h${Math.min(this.depth, 6)}`), "", text);
    }

    /** @param {State} state */
    show(state) {
      const { data } = this;
      const known = send("standing", { state, data, parts: [], held: 0, score: null });
      const parts = [
        ...this.levels(state, known), ...this.hours(state), ...this.due(state),
        ...this.quizzes(state), ...this.attempts(state),
      ];
      const fresh = make("div", "guide-mine-home", ...parts);
      if (fresh.isEqualNode(this.home)) return;
      this.home.replaceWith(fresh);
      this.home = fresh;
    }

    /**
     * The journey, and the levels of each sub-skill.
     * @param {State} state @param {Events["standing"]} known
     */
    levels({ claims, plans }, known) {
      const { levels, parts, phases } = this.data;
      const place = (id = "") => levels.findIndex((level) => level.id === id) + 1;
      const until = phases.find(({ id }) => id === plans.path?.until) ?? phases.at(-1);
      const aim = place(until?.level);
      const steps = levels.map(({ title }, index) => {
        const isHere = index + 1 === known.held;
        const step = make("li", "", make("p", "", make("b", "", title)),
          ...(isHere ? [make("p", "guide-facts", words.here)] : []));
        if (isHere) step.setAttribute("aria-current", "step");
        return step;
      });
      const series = [
        { name: "aim", values: parts.map(() => aim) },
        { name: "claim", values: parts.map(({ id }) => place(claims[id])) },
        { name: "shown", values: known.parts.map(({ held }) => held) },
      ];
      const { svg } = send("profile", {
        axes: parts.map(({ title }) => title), levels: levels.length, series });
      const title = (at = 0) => levels[at - 1]?.title ?? "–";
      const rows = known.parts.map((part, index) => [
        part.title, title(series[1].values[index]), part.count < 8
          ? fill(words.fewAnswers, { count: part.count, more: 8 - part.count }) : title(part.held),
        fill(words.ofCount, part), title(aim)]);
      const head = [words.part, words.claimed, words.shown, words.right, words.aim];
      return [
        make("ol", "guide-journey", ...steps), this.heading(words.profile), svg ?? "",
        make("p", "guide-facts guide-profile-legend", ...["claim", "shown", "aim"].map((name) => {
          const sample = make("span", "guide-profile-key", words[`${name}Key`]);
          sample.dataset.series = name;
          return sample;
        })),
        wide(words.profile, table(head, rows)),
      ];
    }

    /** Hours of what is ticked. @param {State} state */
    hours({ done }) {
      const { units, phases, parts } = this.data;
      /** @param {string} title @param {(unit: PathUnit) => number} hoursOf */
      const bar = (title, hoursOf) => {
        const [some, every] = [units.filter(({ id }) => done[`unit-${id}`]), units].map((list) =>
          tenth(list.reduce((sum, unit) => sum + hoursOf(unit), 0)));
        const meter = make("progress");
        meter.max = every || 1;
        meter.value = some;
        const text = fill(words.hours, { done: some, all: every });
        meter.setAttribute("aria-label", `${title}: ${text}`);
        return make("li", "", make("span", "", title), meter, make("small", "", text));
      };
      return [
        this.heading(words.hoursTitle),
        make("ul", "guide-meters", bar(words.whole, ({ total }) => total),
          ...phases.map(({ id, title }) => bar(title, ({ phase, total }) =>
            (phase === id ? total : 0)))),
        make("ul", "guide-meters", ...parts.map(({ id, title }) =>
          bar(title, ({ hours }) => hours[id] ?? 0))),
      ];
    }

    /** What comes back today, by its quiz, and units that are late. @param {State} state */
    due({ answers, times, plans, done }) {
      const late = this.data.units.filter(({ id }) => {
        const end = plans.path?.rows?.[id]?.end;
        return end && !done[`unit-${id}`] && Date.parse(`${end}T00:00Z`) + 864e5 <= Date.now();
      }).map(({ id, title }) => make("li", "", fill(words.late, { title,
        day: format.format(new Date(`${plans.path.rows[id].end}T00:00Z`)) })));
      const reviews = this.data.quizzes.flatMap(({ quiz, title }) => {
        const count = this.data.questions.filter(([id, digest, , , home]) => {
          const entry = answers[id];
          if (home !== quiz || entry?.digest !== digest) return false;
          const at = times[`answers/${id}`] ?? 0;
          const { due, today } = send("review", { entry, at, next: 0, today: 0 });
          return due !== undefined && due <= today;
        }).length;
        const href = this.addresses[`quiz-${quiz}`]?.replace(/(#|$)/, "?only=due$1");
        return count ? [make("li", "", link(title, href), ` ${fill(words.due, { count })}`)] : [];
      });
      const all = [...late, ...reviews];
      return [this.heading(words.dueTitle),
        all.length ? make("ul", "", ...all) : make("p", "", words.nothingDue)];
    }

    /** @param {State} state */
    quizzes({ answers }) {
      const rows = this.data.quizzes.flatMap(({ quiz, title, isAttempt }) => {
        const own = this.data.questions.filter(([, , , , home]) => home === quiz);
        const given = own.map(([id, digest]) => ({ entry: answers[id], digest }))
          .filter(({ entry, digest }) => entry?.given !== undefined && entry.digest === digest);
        const right = given.filter(({ entry }) => entry?.right).length;
        if (isAttempt || !given.length) return [];
        return [[link(title, this.addresses[`quiz-${quiz}`]),
          fill(words.ofCount, { right: given.length, count: own.length }), `${right}`]];
      });
      const head = [words.quiz, words.answered, words.right];
      return [this.heading(words.quizzes),
        rows.length ? table(head, rows, true) : make("p", "", words.noQuiz)];
    }

    /** Every attempt that was handed in, the last one first. @param {State} state */
    attempts({ attempts }) {
      const titles = Object.fromEntries(this.data.quizzes.map(({ quiz, title }) => [quiz, title]));
      const rows = Object.values(attempts).filter((attempt) => attempt?.ended)
        .sort((a, b) => (b?.ended ?? 0) - (a?.ended ?? 0)).flatMap((attempt) => {
          if (!attempt || !titles[attempt.quiz]) return [];
          const { quiz, ended = 0, asked, known, form } = attempt;
          const right = Object.values(attempt.answers).filter((entry) => entry?.right).length;
          const title = titles[quiz] + (form ? ` (${form})` : "");
          return [[ended > 1e12 ? format.format(ended) : words.undated,
            link(title, this.addresses[`quiz-${quiz}`]), `${right} / ${asked.length}`,
            known ? fill(words.known, { known }) : ""]];
        });
      const head = [words.day, words.quiz, words.right, ""];
      return [this.heading(words.history),
        rows.length ? wide(words.history, table(head, rows)) : make("p", "", words.noAttempt)];
    }
  }

  for (const place of all(".guide-mine")) {
    const mine = new Mine(place);
    document.addEventListener("skillguide:state", ({ detail }) => mine.show(detail));
  }
  send("ask");
}
