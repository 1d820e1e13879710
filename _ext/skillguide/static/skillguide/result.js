/**
 * Shows the result of a quiz: a weighted score with an honest range, by sub-skill, beside what the
 * reader claims. scores.js has the rules.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;

  const percent = (share = 0) => Math.round(share * 100);

  const ENOUGH = 8; // answers that may name a level of a part

  /** @param {Events["score"]["parts"]} parts @param {Count[]} [levels] @param {Score} [before] */
  const score = (parts, levels, before) => send("score", { parts, levels, before }).result;

  /**
   * The questions that count, with what was answered: all that an attempt asked, of a quiz those
   * that were answered; none that has changed since.
   * @param {ResultData} data @param {State} state @param {Sitting} [sitting]
   */
  function counted(data, state, sitting) {
    const known = [...data.questions, ...data.pool];
    const { asked = known.map(({ id }) => id), answers } = sitting ?? { answers: state.answers };
    return asked.flatMap((id) => {
      const question = known.find((other) => other.id === id);
      const entry = answers[id];
      const isGiven = entry?.given !== undefined;
      if (!question || (isGiven ? entry.digest !== question.digest : !sitting)) return [];
      return { ...question, right: isGiven && Boolean(entry.right), sure: Boolean(entry?.sure) };
    });
  }

  /** A bar, or the scale below them. @param {Partial<Events["bar"]>} [part] */
  const drawn = (part) =>
    send("bar", { title: "", score: null, index: 0, claim: 0, ...part }).svg ?? "";

  const tally = (/** @type {{ right?: boolean }[]} */ asked) =>
    ({ right: asked.filter(({ right }) => right).length, count: asked.length });

  /** What counts, by part and by level. @param {ResultData} data @param {ResultQuestion[]} asked */
  function count(data, asked) {
    const byLevel = (some = asked) =>
      data.levels.map(({ id }) => tally(some.filter(({ level }) => level === id)));
    const parts = data.parts.map((part) => {
      const own = asked.filter((question) => question.part === part.id);
      const found = score([{ ...tally(own), weight: 1 }], byLevel(own));
      return { ...part, ...tally(own), questions: own, score: found };
    });
    return { parts, levels: byLevel() };
  }

  /** A claim fits when it lies inside the range: a few answers cannot say more. */
  function verdict({ low = 0, high = 1 }, claim = 0) {
    if (!claim) return "";
    return ` · ${high < claim ? words.below : low > claim ? words.above : words.met}`;
  }

  /** @param {ResultData} data @param {AnsweredPart} part @param {number} index */
  function row({ levels }, part, index, claimed = "") {
    const title = make("span", "guide-score-title", part.title);
    if (part.weight) title.append(make("small", "", ` ${part.weight}%`));
    const claim = (levels.findIndex(({ id }) => id === claimed) + 1) / levels.length;
    const held = levels[(part.score.levels ?? 0) - 1];
    const level = part.count >= ENOUGH && held ? ` · ${held.title}` : "";
    const text = `${fill(words.ofCount, part)}${level}${verdict(part.score, claim)}`;
    const picture = make("span", "guide-score-picture", drawn({ ...part, index, claim }));
    return make("li", "", title, picture,
      make("small", "guide-score-text", text));
  }

  class Result {
    /** @param {HTMLElement} place */
    constructor(place) {
      this.place = place;
      const [data] = all(":scope > script", place);
      this.data = /** @type {ResultData} */ (JSON.parse(data.textContent ?? ""));
      this.isAttempt = place.className === "guide-attempt";
      this.home = make("div", "guide-score");
      const { attempts } = send("attempts", { attempts: [] });
      const attempt = attempts.find((other) => other.place === place);
      (attempt?.result ?? place).prepend(this.home);
    }

    /** @param {State} state */
    show(state) {
      const { attempts } = send("history", { quiz: this.data.quiz, state, attempts: [] });
      const ended = attempts.filter((attempt) => attempt.ended);
      const sitting = this.isAttempt ? ended.at(-1) : undefined;
      const asked = this.isAttempt && !sitting ? [] : counted(this.data, state, sitting);
      const { parts, levels } = count(this.data, asked);
      const total = score(parts, levels, this.before(ended, state));
      const isScored = total.share !== undefined;
      this.place.toggleAttribute("data-live", isScored);
      const content = isScored ? this.content(parts, levels, total, state) : [];
      const home = make("div", "guide-score", ...content);
      const result = { data: this.data, parts, total, attempts: ended, home };
      if (isScored) send("result", result);
      if (home.isEqualNode(this.home)) return;
      const held = this.home.contains(document.activeElement) ? document.activeElement : null;
      this.home.replaceWith(home);
      this.home = home;
      const same = all("a, button", home).find((part) => part.isEqualNode(held));
      same?.focus({ preventScroll: true }); // what had the focus keeps it
    }

    /**
     * The total of the attempt before the last one.
     * @param {Sitting[]} ended @param {State} state
     */
    before(ended, state) {
      const sitting = this.isAttempt ? ended.at(-2) : undefined;
      const { parts } = count(this.data, sitting ? counted(this.data, state, sitting) : []);
      const found = score(parts);
      return found.share === undefined ? undefined : found;
    }

    /**
     * @param {AnsweredPart[]} parts @param {Count[]} levels @param {Score & Held} total
     * @param {State} state
     */
    content(parts, levels, total, { claims }) {
      const shown = parts.filter((part) => part.count);
      const rows = shown.map((part) =>
        row(this.data, part, parts.indexOf(part), claims[part.id]));
      return [
        ...(this.isAttempt ? [make("h2", "", words.result)] : []),
        make("p", "guide-score-sentence", this.sentence(parts, total)),
        make("p", "guide-score-rule", this.rule(parts, levels, total)),
        make("ul", "guide-score-parts", ...rows,
          make("li", "", make("span"), drawn(), make("small"))),
        make("p", "guide-facts", words.legend),
      ];
    }

    /**
     * When a level holds, what the next one lacks, and what one more right answer would change;
     * nothing before all is answered.
     * @param {AnsweredPart[]} parts @param {Count[]} levels @param {Score & Held} total
     */
    rule(parts, levels, { levels: held, missing, more }) {
      const next = this.data.levels[held];
      const best = more && fill(words.oneMore,
        { title: parts[more.part].title, score: percent(more.share) });
      if (!this.isWhole(parts)) return "";
      const text = next ? { level: next.title, ...levels[held], more: missing } : {};
      return [words.rule, next && fill(words.nextLevel, text), best].filter(Boolean).join(" ");
    }

    isWhole(/** @type {AnsweredPart[]} */ parts) {
      return this.isAttempt || tally(parts.flatMap(({ questions }) => questions)).count
        === this.data.questions.length;
    }

    /** @param {AnsweredPart[]} parts @param {Score & Held} total */
    sentence(parts, { levels, share, low, high }) {
      const done = tally(parts.flatMap(({ questions }) => questions)).count;
      const held = this.data.levels[levels - 1];
      const complete = held ? fill(words.holds, { level: held.title }) : words.holdsNone;
      const counts = { done, all: this.data.questions.length };
      const level = this.isWhole(parts) ? complete : fill(words.soFar, counts);
      const [one, from, to] = [share, low, high].map(percent);
      return `${level} ${fill(words.total, { score: one, low: from, high: to, done })}`;
    }
  }

  for (const place of all(".guide-result, .guide-attempt")) {
    const result = new Result(place);
    document.addEventListener("skillguide:state", ({ detail }) => result.show(detail));
  }
  send("ask");
}
