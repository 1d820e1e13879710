/** What came of a quiz whose questions are all answered, beside what came of it before. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const percent = (share = 0) => Math.round(share * 100);

  /** @param {AnyQuestion[]} members */
  function tally(members) {
    const counted = members.filter(({ entry }) => entry?.right !== undefined);
    return { right: counted.filter(({ entry }) => entry?.right).length, count: counted.length };
  }

  class Outcome {
    home = make("div", "guide-outcome");
    members = /** @type {AnyQuestion[]} */ ([]);
    state = /** @type {State} */ ({});

    constructor(place = document.body) {
      this.place = place;
      const { id = "" } = place.closest("section") ?? {};
      this.quiz = id.startsWith("quiz-") ? id.slice(5) : "";
      place.append(this.home);
    }

    /** @param {Events["quiz"]} quiz */
    show({ members, state }) {
      const isHeld = this.home.contains(document.activeElement);
      Object.assign(this, { state, members: members.length ? members : this.members });
      const home = make("div", "guide-outcome", ...(members.length ? this.content() : []));
      if (home.isEqualNode(this.home)) return; // what has the focus keeps it
      this.home.replaceWith(home);
      this.home = home;
      if (isHeld) this.members.find((member) => !member.isAnswered())?.focus(true);
    }

    content() {
      const { right, count } = tally(this.members);
      const { share, low, high } = send("score", { parts: [{ right, count, weight: 1 }] }).result;
      const [score, from, to] = [share, low, high].map(percent);
      const wrong = this.members.filter(({ entry }) => entry?.right === false);
      const sure = wrong.filter(({ entry }) => entry?.sure).length;
      return [
        make("p", "guide-outcome-title", words.result),
        make("p", "", fill(words.headline, { right, count, score, low: from, high: to }),
          sure ? ` ${fill(words.sureWrong, { sure })}` : ""),
        this.table(),
        ...this.history(),
        make("div", "guide-buttons",
          button(words.restart, "guide-link", () => this.restart()),
          button(words.reasons, "guide-link", () => this.unfold())),
      ];
    }

    /** Right answers by sub-skill and by level. */
    table() {
      const body = make("tbody");
      for (const name of ["subSkill", "level"])
        for (const title of new Set(this.members.map(({ field }) => field.dataset[name]))) {
          const some = this.members.filter(({ field }) => field.dataset[name] === title);
          const { right, count } = tally(some);
          const cell = make("td", "guide-number", `${right} / ${count}`);
          if (title && count) body.append(make("tr", "", make("td", "", title), cell));
        }
      return make("table", "docutils guide-table", body);
    }

    /** What came of it before, the last time first. */
    history() {
      if (!this.quiz) return [];
      const { attempts } = send("history", { quiz: this.quiz, state: this.state, attempts: [] });
      const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
      const entries = attempts.reverse().map(({ started, asked, answers }) => {
        const right = Object.values(answers).filter((entry) => entry?.right).length;
        const text = { date: format.format(started), right, all: asked.length };
        return make("li", "", fill(words.before, text));
      });
      return entries.length ? [make("ul", "", ...entries)] : [];
    }

    unfold() {
      for (const member of this.members) member.unfold(true);
    }

    /** Ask all again; what came of it stays with its date. */
    restart() {
      const { members } = this;
      if (!confirm(words.restartQuestion)) return;
      if (this.quiz) this.remember();
      const values = members.map((member) => [member.id, member.another()]);
      send("keep", { kind: "answers", values: Object.fromEntries(values) });
      members[0].focus();
    }

    remember() {
      const started = Date.now();
      const answers = Object.fromEntries(this.members.map(({ id, entry }) => [id, entry]));
      const asked = Object.keys(answers);
      const known = this.members.filter(({ entry }) => entry?.attempt).length;
      const sitting = { quiz: this.quiz, started, ended: started, known, asked, answers };
      const values = { [`${this.quiz}-${started.toString(36)}`]: sitting };
      send("keep", { kind: "attempts", values });
    }
  }

  const outcomes = new Map(all(".guide-questions").map((place) => [place, new Outcome(place)]));
  document.addEventListener("skillguide:quiz", ({ detail }) =>
    outcomes.get(detail.place)?.show(detail));
  send("ask");
}
