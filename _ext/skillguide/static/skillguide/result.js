/**
 * Computes the result of a quiz: a weighted score with an honest range, by sub-skill, beside what
 * the reader claims. The rules are pure functions; `skillguide:score` {parts} answers with `result`
 * in its detail, so that tests can compare them with the reference.
 */
"use strict";
{
  const words = document.currentScript?.dataset ?? {};
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
    const weight = answered.reduce((sum, part) => sum + part.weight, 0);
    if (!weight) return null;
    const share = answered.reduce((sum, part) => sum + (part.weight * part.right) / part.count, 0) / weight;
    const effective = weight ** 2 / answered.reduce((sum, part) => sum + part.weight ** 2 / part.count, 0);
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

  const fill = (text, values) => (text ?? "").replace(/%\((\w+)\)s/g, (_, name) => String(values[name]));

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

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
        const right = entry?.given !== undefined && entry.digest === question.digest ? entry.right : undefined;
        const level = levels[data.levels.findIndex((level) => level.id === question.level)];
        if (level && right !== undefined) {
          level.count += 1;
          level.right += right;
        }
        return { ...question, right, sure: entry?.sure };
      });
      const given = known.filter((question) => question.right !== undefined);
      const right = given.filter((question) => question.right).length;
      return { ...part, questions: known, right, count: given.length };
    });
    return { parts, levels };
  }

  /** A bar: the band is the range, the line the score, the triangle the claim. */
  function bar(part, index, claim) {
    const [low, high] = wilson(part.right / part.count, part.count);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const draw = (name, attributes) => {
      const shape = document.createElementNS(svg.namespaceURI, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      svg.append(shape);
    };
    const color = `guide-data-${(index % 5) + 1}`;
    svg.setAttribute("class", "guide-score-bar");
    svg.setAttribute("width", "100%");
    svg.setAttribute("height", "28");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", fill(words.barText, { title: part.title, share: percent(part.right / part.count), low: percent(low), high: percent(high) }));
    draw("rect", { class: "guide-track", x: "0", y: "2", width: "100%", height: "18" });
    draw("rect", { class: `guide-band ${color}`, x: `${low * 100}%`, y: "2", width: `${(high - low) * 100}%`, height: "18" });
    draw("line", { class: color, x1: `${(part.right / part.count) * 100}%`, x2: `${(part.right / part.count) * 100}%`, y1: "0", y2: "22" });
    if (claim > 0) draw("circle", { class: "guide-claim", cx: `${claim * 100}%`, cy: "25", r: "3" });
    return svg;
  }

  function claimBox(data, part, claimed) {
    const select = document.createElement("select");
    select.setAttribute("aria-label", fill(words.claimOf, { title: part.title }));
    select.append(new Option(words.noClaim, ""), ...data.levels.map((level) => new Option(level.title, level.id)));
    select.value = claimed;
    select.addEventListener("change", () => {
      const detail = { kind: "claims", values: { [part.id]: select.value || null } };
      document.dispatchEvent(new CustomEvent("skillguide:keep", { detail }));
    });
    return select;
  }

  /** A claim fits when it lies inside the range: a few answers cannot say more. */
  function verdict(part, claim) {
    const [low, high] = wilson(part.right / part.count, part.count);
    if (!claim) return "";
    return ` · ${high < claim ? words.below : low > claim ? words.above : words.met}`;
  }

  function show(place, data, state) {
    const { parts, levels } = count(data, state.answers);
    const total = score(parts);
    const home = place.querySelector(".guide-score") ?? make("div", "guide-score");
    place.prepend(home);
    place.toggleAttribute("data-live", Boolean(total));
    if (!total) return home.replaceChildren();
    const all = parts.reduce((sum, part) => sum + part.questions.length, 0);
    const done = parts.reduce((sum, part) => sum + part.count, 0);
    const held = reached(levels);
    const level = done < all ? fill(words.soFar, { done, all }) : held ? fill(words.holds, { level: data.levels[held - 1].title }) : words.holdsNone;
    const sentence = fill(words.total, { score: percent(total.share), low: percent(total.low), high: percent(total.high), done });
    const rows = parts.filter((part) => part.count).map((part, index) => {
      const claim = (data.levels.findIndex((l) => l.id === state.claims[part.id]) + 1) / data.levels.length;
      const text = fill(words.ofCount, { right: part.right, count: part.count });
      return make("li", "", make("span", "guide-score-title", part.title, make("small", "", ` ${part.weight}%`)),
        bar(part, index, claim),
        make("small", "", text, verdict(part, claim)),
        claimBox(data, part, state.claims[part.id] ?? ""));
    });
    home.replaceChildren(
      make("p", "guide-score-sentence", `${level} ${sentence}`),
      make("ul", "guide-score-parts", ...rows), make("p", "guide-facts", words.legend ?? ""),
      ...advice(parts),
    );
  }

  /** What to read first, the weakest part to practise, and what was missed, sure and wrong first. */
  function advice(parts) {
    const missed = parts.flatMap((part) => part.questions.filter((q) => q.right === false).map((q) => ({ ...q, weight: part.weight })));
    missed.sort((a, b) => Number(b.sure) - Number(a.sure) || b.weight - a.weight);
    if (!missed.length) return [];
    const pages = new Map(missed.filter((q) => q.href).map((q) => [q.page, q]));
    const first = [...new Set(missed.map((q) => q.page))].flatMap((page) => pages.get(page) ?? []).slice(0, 3);
    const weakest = [...parts].filter((part) => part.count && part.practise.length).sort((a, b) => a.right / a.count - b.right / b.count || b.weight - a.weight)[0];
    return [
      ...(first.length ? [make("h3", "", words.readFirst ?? "")] : []),
      make("ol", "", ...first.map((q) => make("li", "", link(q.pageTitle, q.href), q.sure ? ` — ${words.sureWrong}` : ""))),
      ...(weakest && weakest.right < weakest.count ? [make("p", "", `${words.sharpen} `, link(weakest.practise[0].title, weakest.practise[0].href))] : []),
      make("h3", "", words.missed ?? ""),
      make("ul", "", ...missed.map((q) => make("li", "", link(q.stem, `#${q.anchor}`), q.sure ? ` — ${words.sureWrong}` : ""))),
    ];
  }

  for (const place of document.querySelectorAll(".guide-result")) {
    const data = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
    document.addEventListener("skillguide:state", (event) => show(place, data, event.detail));
  }
  document.dispatchEvent(new CustomEvent("skillguide:ask"));
}
