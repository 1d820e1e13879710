/**
 * Shows the result of a quiz: a weighted score with an honest range, by sub-skill, beside what the
 * reader claims. scores.js has the rules.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make } = tools.detail;

  function link(text = "", href = "") {
    const element = make("a", "", text);
    element.href = href;
    return element;
  }

  const percent = (share = 0) => Math.round(share * 100);

  /** @param {Events["score"]["parts"]} parts @param {Count[]} [levels] */
  const score = (parts, levels) => send("score", { parts, levels }).result;

  /** What was answered, by part and by level. @param {ResultData} data @param {State} state */
  function count(data, { answers }) {
    const levels = data.levels.map(() => ({ right: 0, count: 0 }));
    const parts = data.parts.map((part) => {
      const known = part.questions.map((question) => {
        const entry = answers[question.id];
        const isAnswered = entry?.given !== undefined && entry.digest === question.digest;
        const right = isAnswered ? entry.right : undefined;
        const level = levels[data.levels.findIndex(({ id }) => id === question.level)];
        if (level && right !== undefined) {
          level.count += 1;
          level.right += Number(right);
        }
        return { ...question, right, sure: Boolean(entry?.sure) };
      });
      const given = known.filter((question) => question.right !== undefined);
      const right = given.filter((question) => question.right).length;
      const counts = { right, count: given.length };
      return { ...part, ...counts, questions: known, score: score([{ ...counts, weight: 1 }]) };
    });
    return { parts, levels };
  }

  /** How many questions were answered, and how many there are. @param {AnsweredPart[]} parts */
  const size = (parts) => parts.reduce(([done, all], { count, questions }) =>
    [done + count, all + questions.length], [0, 0]);

  /** @param {string} name @param {Record<string, string>} attributes */
  function shape(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** A bar: the band is the range, the line the score, the dot the claim. */
  function bar({ title = "", score = { share: 0, low: 0, high: 0 } }, index = 0, claim = 0) {
    const { share, low, high } = score;
    const color = `guide-data-${(index % 5) + 1}`;
    const [from, to, here] = [low, high, share].map(percent);
    const text = fill(words.barText, { title, share: here, low: from, high: to });
    const size = { class: "guide-score-bar", width: "100%", height: "28" };
    const band = { x: `${low * 100}%`, width: `${(high - low) * 100}%` };
    const x = `${share * 100}%`;
    const svg = shape("svg", { ...size, role: "img", "aria-label": text });
    svg.append(
      shape("rect", { class: "guide-track", x: "0", y: "2", width: "100%", height: "18" }),
      shape("rect", { class: `guide-band ${color}`, ...band, y: "2", height: "18" }),
      shape("line", { class: color, x1: x, x2: x, y1: "0", y2: "22" }));
    const dot = { class: "guide-claim", cx: `${claim * 100}%`, cy: "25", r: "3" };
    if (claim > 0) svg.append(shape("circle", dot));
    return svg;
  }

  /** A claim fits when it lies inside the range: a few answers cannot say more. */
  function verdict({ low = 0, high = 1 }, claim = 0) {
    if (!claim) return "";
    return ` · ${high < claim ? words.below : low > claim ? words.above : words.met}`;
  }

  /** @param {HTMLElement} home @param {string} name @param {(Node | string)[]} content */
  function renew(home, name, ...content) {
    const [old] = all(`.${name}`, home);
    const fresh = /** @type {HTMLElement} */ (old.cloneNode());
    fresh.append(...content);
    if (!fresh.isEqualNode(old)) old.replaceWith(fresh);
  }

  /** The row of a part: its title stays while the rest follows. */
  class Row {
    /** @param {ResultData} data @param {ResultPart} part @param {number} index */
    constructor(data, part, index) {
      this.data = data;
      this.index = index;
      const title = make("span", "guide-score-title", part.title);
      if (part.weight) title.append(make("small", "", ` ${part.weight}%`));
      this.item = make("li", "", title, make("span", "guide-score-picture"),
        make("small", "guide-score-text"));
    }

    /** @param {AnsweredPart} part */
    show(part, claimed = "") {
      const { levels } = this.data;
      this.item.hidden = !part.count;
      if (!part.count) return;
      const claim = (levels.findIndex((level) => level.id === claimed) + 1) / levels.length;
      const text = fill(words.ofCount, { right: part.right, count: part.count });
      renew(this.item, "guide-score-picture", bar(part, this.index, claim));
      renew(this.item, "guide-score-text", text, verdict(part.score, claim));
    }
  }

  class Result {
    /** @param {HTMLElement} place */
    constructor(place) {
      this.place = place;
      const [data] = all("script", place);
      this.data = /** @type {ResultData} */ (JSON.parse(data.textContent));
      this.rows = this.data.parts.map((part, index) => new Row(this.data, part, index));
      this.home = make("div", "guide-score",
        make("p", "guide-score-sentence"),
        make("p", "guide-score-rule"),
        make("ul", "guide-score-parts", ...this.rows.map((row) => row.item)),
        make("p", "guide-facts", words.legend),
        make("div", "guide-score-advice"));
      place.prepend(this.home);
    }

    /** @param {State} state */
    show(state) {
      const { parts, levels } = count(this.data, state);
      const total = score(parts, levels);
      const isScored = total.share !== undefined;
      this.place.toggleAttribute("data-live", isScored);
      this.home.hidden = !isScored;
      if (!isScored) return;
      renew(this.home, "guide-score-sentence", this.sentence(parts, total));
      renew(this.home, "guide-score-rule", this.rule(parts, levels, total));
      this.rows.forEach((row, index) => row.show(parts[index], state.claims[parts[index].id]));
      renew(this.home, "guide-score-advice", ...advice(parts));
    }

    /**
     * When a level holds, and what the next one lacks; nothing before all is answered.
     * @param {AnsweredPart[]} parts @param {Count[]} levels @param {Score & Held} total
     */
    rule(parts, levels, { levels: held, missing }) {
      const [done, all] = size(parts);
      const next = this.data.levels[held];
      if (done < all || !next) return "";
      const text = { level: next.title, ...levels[held], more: missing };
      return `${words.rule} ${fill(words.nextLevel, text)}`;
    }

    /** @param {AnsweredPart[]} parts @param {Score & Held} total */
    sentence(parts, total) {
      const [done, all] = size(parts);
      const held = this.data.levels[total.levels - 1];
      const complete = held ? fill(words.holds, { level: held.title }) : words.holdsNone;
      const level = done < all ? fill(words.soFar, { done, all }) : complete;
      const [share, low, high] = [total.share, total.low, total.high].map(percent);
      return `${level} ${fill(words.total, { score: share, low, high, done })}`;
    }
  }

  /** What to read first, to practise, and what was missed. @param {AnsweredPart[]} parts */
  function advice(parts) {
    const missed = parts.flatMap(({ questions, weight }) =>
      questions.filter((q) => q.right === false).map((q) => ({ ...q, weight })));
    missed.sort((a, b) => Number(b.sure) - Number(a.sure) || b.weight - a.weight);
    const pages = new Set();
    const first = missed.filter(({ page, href }) => href && !pages.has(page) && pages.add(page));
    const entry = (text = "", href = "", isSure = false) =>
      make("li", "", link(text, href), isSure ? ` — ${words.sureWrong}` : "");
    const [weakest] = parts.filter((part) => part.count && part.practise.length)
      .sort((a, b) => a.right / a.count - b.right / b.count || b.weight - a.weight);
    const content = [];
    if (first.length) {
      const entries = first.slice(0, 3).map((q) => entry(q.pageTitle, q.href, q.sure));
      content.push(make("h3", "", words.readFirst), make("ol", "", ...entries));
    }
    if (weakest && weakest.right < weakest.count) {
      const [other] = weakest.practise;
      content.push(make("p", "", `${words.sharpen} `, link(other.title, other.href)));
    }
    if (missed.length) {
      const entries = missed.map((q) => entry(q.stem, q.address, q.sure));
      content.push(make("h3", "", words.missed), make("ul", "", ...entries));
    }
    return content;
  }

  for (const place of all(".guide-result")) {
    const result = new Result(place);
    document.addEventListener("skillguide:state", ({ detail }) => result.show(detail));
  }
  send("ask");
}
