/**
 * Computes the result of a quiz: a weighted score with an honest range, by sub-skill, beside what
 * the reader claims. The rules are pure functions; `skillguide:score` {parts} answers with `result`
 * in its detail, so that tests can compare them with the reference.
 */
"use strict";
{
  const words = document.currentScript.dataset;
  const tools = { detail: {} };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { send, fill, make } = tools.detail;
  const Z = 1.96; // 95%

  /** The Wilson interval for a share of n answers, from 0 to 1. */
  function wilson(share, n) {
    const middle = share + (Z * Z) / (2 * n);
    const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
    const scale = 1 + (Z * Z) / n;
    return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
  }

  /**
   * The weighted share of right answers and its range; parts without answers do not count.
   * Weighting costs precision: the effective number of answers is (Σw)² ÷ Σ(w² ÷ n).
   */
  function score(parts) {
    const answered = parts.filter((part) => part.count > 0);
    const sum = (term) => answered.reduce((all, part) => all + term(part), 0);
    const weight = sum((part) => part.weight);
    if (!weight) return null;
    const share = sum((part) => (part.weight * part.right) / part.count) / weight;
    const effective = weight ** 2 / sum((part) => part.weight ** 2 / part.count);
    const [low, high] = wilson(share, effective);
    return { share, low, high, effective };
  }

  /** How many levels from the lowest on hold: at least four in five of their answers are right. */
  function reached(levels) {
    const first = levels.findIndex(({ right, count }) => !count || right / count < 0.8);
    return first < 0 ? levels.length : first;
  }

  document.addEventListener("skillguide:score", (event) => {
    const { detail } = event;
    detail.result = { ...score(detail.parts), levels: detail.levels && reached(detail.levels) };
  });

  function link(text, href) {
    const element = make("a", "", text);
    element.href = href;
    return element;
  }

  const percent = (share) => Math.round(share * 100);

  /** What was answered, by part and by level. */
  function count(data, answers) {
    const levels = data.levels.map(() => ({ right: 0, count: 0 }));
    const parts = data.parts.map((part) => {
      const known = part.questions.map((question) => {
        const entry = answers[question.id];
        const isAnswered = entry?.given !== undefined && entry.digest === question.digest;
        const right = isAnswered ? entry.right : undefined;
        const level = levels[data.levels.findIndex(({ id }) => id === question.level)];
        if (level && right !== undefined) {
          level.count += 1;
          level.right += right;
        }
        return { ...question, right, sure: Boolean(entry?.sure) };
      });
      const given = known.filter((question) => question.right !== undefined);
      const right = given.filter((question) => question.right).length;
      return { ...part, questions: known, right, count: given.length };
    });
    return { parts, levels };
  }

  /** A bar: the band is the range, the line the score, the dot the claim. */
  function bar(part, index, claim) {
    const [low, high] = wilson(part.right / part.count, part.count);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const set = (shape, attributes) => {
      for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
      return shape;
    };
    const draw = (name, attributes) =>
      svg.append(set(document.createElementNS(svg.namespaceURI, name), attributes));
    const color = `guide-data-${(index % 5) + 1}`;
    const share = part.right / part.count;
    const [from, to, here] = [low, high, share].map(percent);
    const text = fill(words.barText, { title: part.title, share: here, low: from, high: to });
    const size = { class: "guide-score-bar", width: "100%", height: "28" };
    set(svg, { ...size, role: "img", "aria-label": text });
    const band = { x: `${low * 100}%`, width: `${(high - low) * 100}%` };
    draw("rect", { class: "guide-track", x: "0", y: "2", width: "100%", height: "18" });
    draw("rect", { class: `guide-band ${color}`, ...band, y: "2", height: "18" });
    const x = `${share * 100}%`;
    draw("line", { class: color, x1: x, x2: x, y1: "0", y2: "22" });
    const dot = { class: "guide-claim", cx: `${claim * 100}%`, cy: "25", r: "3" };
    if (claim > 0) draw("circle", dot);
    return svg;
  }

  function claimBox(data, part) {
    const select = make("select");
    select.setAttribute("aria-label", fill(words.claimOf, { title: part.title }));
    const levels = data.levels.map((level) => new Option(level.title, level.id));
    select.append(new Option(words.noClaim, ""), ...levels);
    select.addEventListener("change", () => {
      send("keep", { kind: "claims", values: { [part.id]: select.value || null } });
    });
    return select;
  }

  /** A claim fits when it lies inside the range: a few answers cannot say more. */
  function verdict(part, claim) {
    const [low, high] = wilson(part.right / part.count, part.count);
    if (!claim) return "";
    return ` · ${high < claim ? words.below : low > claim ? words.above : words.met}`;
  }

  /** Replace an element by one with the same name and class, unless they are equal. */
  function renew(home, name, ...content) {
    const old = home.querySelector(`.${name}`);
    const fresh = make(old.localName, name, ...content);
    if (!fresh.isEqualNode(old)) old.replaceWith(fresh);
  }

  /** The row of a part; its box of claims stays, and keeps the focus, while the rest follows. */
  class Row {
    constructor(data, part, index) {
      Object.assign(this, { data, index });
      this.claim = claimBox(data, part);
      const title = make("span", "guide-score-title", part.title);
      if (part.weight) title.append(make("small", "", ` ${part.weight}%`));
      this.item = make("li", "", title, make("span", "guide-score-picture"),
        make("small", "guide-score-text"), this.claim);
    }

    show(part, claimed) {
      const { levels } = this.data;
      this.claim.value = claimed ?? "";
      this.item.hidden = !part.count;
      if (!part.count) return;
      const claim = (levels.findIndex((level) => level.id === claimed) + 1) / levels.length;
      const text = fill(words.ofCount, { right: part.right, count: part.count });
      renew(this.item, "guide-score-picture", bar(part, this.index, claim));
      renew(this.item, "guide-score-text", text, verdict(part, claim));
    }
  }

  class Result {
    constructor(place) {
      this.place = place;
      this.data = JSON.parse(place.querySelector("script").textContent);
      this.rows = this.data.parts.map((part, index) => new Row(this.data, part, index));
      this.home = make("div", "guide-score",
        make("p", "guide-score-sentence"),
        make("ul", "guide-score-parts", ...this.rows.map((row) => row.item)),
        make("p", "guide-facts", words.legend),
        make("div", "guide-score-advice"));
      place.prepend(this.home);
    }

    show({ answers, claims }) {
      const { parts, levels } = count(this.data, answers);
      const total = score(parts);
      this.place.toggleAttribute("data-live", Boolean(total));
      this.home.hidden = !total;
      if (!total) return;
      renew(this.home, "guide-score-sentence", this.sentence(parts, levels, total));
      this.rows.forEach((row, index) => row.show(parts[index], claims[parts[index].id]));
      renew(this.home, "guide-score-advice", ...advice(parts));
    }

    sentence(parts, levels, total) {
      const all = parts.reduce((sum, part) => sum + part.questions.length, 0);
      const done = parts.reduce((sum, part) => sum + part.count, 0);
      const held = this.data.levels[reached(levels) - 1];
      const complete = held ? fill(words.holds, { level: held.title }) : words.holdsNone;
      const level = done < all ? fill(words.soFar, { done, all }) : complete;
      const [share, low, high] = [total.share, total.low, total.high].map(percent);
      return `${level} ${fill(words.total, { score: share, low, high, done })}`;
    }
  }

  /** What to read first, the weakest part to practise, and what was missed; sure mistakes first. */
  function advice(parts) {
    const missed = parts.flatMap(({ questions, weight }) =>
      questions.filter((q) => q.right === false).map((q) => ({ ...q, weight })));
    missed.sort((a, b) => b.sure - a.sure || b.weight - a.weight);
    const pages = new Set();
    const first = missed.filter(({ page, href }) => href && !pages.has(page) && pages.add(page));
    const entry = (text, href, isSure) =>
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

  for (const place of document.querySelectorAll(".guide-result")) {
    const result = new Result(place);
    document.addEventListener("skillguide:state", ({ detail }) => result.show(detail));
  }
  send("ask");
}
