/**
 * What to do with a result: what to read first, where to practise, what was missed; how it stands
 * to earlier attempts; and the whole of it as a file.
 */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make, button } = tools.detail;
  const LONGEST = 120; // signs of a question by which it is known again
  const percent = (share = 0) => Math.round(share * 100);

  function link(text = "", href = "") {
    const element = make("a", "", text);
    element.href = href;
    return element;
  }

  /** A list under a heading, if anything stands in it. @param {"ol" | "ul"} tag */
  function section(tag, title = "", entries = /** @type {HTMLElement[]} */ ([])) {
    return entries.length ? [make("h3", "", title), make(tag, "", ...entries)] : [];
  }

  const dated = (at = 0) => (at > 1e12
    ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(at)
    : words.undated);

  /** What was missed: sure mistakes first, then by weight. @param {AnsweredPart[]} parts */
  function missedIn(parts) {
    const missed = parts.flatMap(({ questions, weight }) =>
      questions.filter(({ right }) => !right).map((question) => ({ ...question, weight })));
    return missed.sort((a, b) => Number(b.sure) - Number(a.sure) || b.weight - a.weight);
  }

  /** What a question asks, and where; one of another form waits in the pool, and has no address. */
  function askedAt(/** @type {ResultQuestion} */ { id, stem, address }) {
    const name = `#question-${id}, [data-question="${id}"]`;
    /** @type {HTMLTemplateElement[]} */
    const pools = all("template");
    const homes = [document, ...pools.map(({ content }) => content)];
    const [field] = homes.flatMap((home) => all(name, home));
    const text = stem ?? field?.querySelector(":scope > legend")?.textContent ?? id;
    const cut = text.slice(0, LONGEST).replace(/\s\S*$/, " …");
    const there = address ?? (field?.isConnected ? `#${field.id}` : "");
    return { stem: text.length > LONGEST ? cut : text, address: there };
  }

  /** The address of a bank that shows a few of its new questions, as progress.js reads it. */
  function fewNew(href = "") {
    const url = new URL(href, location.href);
    url.searchParams.set("only", "new");
    return url.href;
  }

  /** @param {Events["result"]} result */
  function advice({ data, parts }) {
    const missed = missedIn(parts);
    const pages = new Set();
    const first = missed.filter(({ place }) => {
      const page = place.split("#")[0];
      return page && !pages.has(page) && pages.add(page);
    });
    const entry = (text = "", href = "", isSure = false) =>
      make("li", "", href ? link(text, href) : text, isSure ? ` (${words.sureWrong})` : "");
    const [weakest] = parts.filter((part) => part.count > part.right && part.practise.length)
      .sort((a, b) => a.right / a.count - b.right / b.count || b.weight - a.weight);
    const [bank] = weakest?.practise ?? [];
    return [
      ...section("ol", words.readFirst, first.slice(0, 3).map(({ place, sure }) =>
        entry(data.places[place].title, data.places[place].href, sure))),
      ...(bank ? [make("p", "", `${words.sharpen} `, link(bank.title, fewNew(bank.href)))] : []),
      ...section("ul", words.missed, missed.map((question) => {
        const { stem, address } = askedAt(question);
        return entry(stem, address, question.sure);
      })),
    ];
  }

  /** Whether the last attempt differs from the one before, and all of them. */
  function past(/** @type {Events["result"]} */ { attempts, total }) {
    const sitting = attempts.at(-1);
    if (!sitting) return [];
    const { known, asked, form, started, ended = 0, limit = 0 } = sitting;
    const content = [];
    const minutes = Math.round((ended - started) / 60000);
    content.push(ended > 1 ? fill(words.taken, { date: dated(ended), minutes }) : words.adopted);
    if (form) content.push(fill(words.form, { form }));
    if (limit && minutes > limit) content.push(fill(words.overtime, { minutes: minutes - limit }));
    if (known) content.push(fill(words.known, { known, all: asked.length }));
    if (total.change) {
      const { gap, least, most } = total.change;
      const [some, from, to] = [gap, least, most].map((share) => percent(share));
      const text = from > 0 || to < 0 ? words.differs : words.same;
      content.push(fill(text, { gap: some, low: from, high: to }));
    }
    const earlier = attempts.slice(0, -1).reverse().map((attempt) => {
      const given = Object.values(attempt.answers);
      const right = given.filter((entry) => entry?.right).length;
      const count = { date: dated(attempt.ended), right, all: attempt.asked.length };
      return make("li", "", fill(words.earlier, count));
    });
    return [make("p", "guide-facts", content.join(" ")), ...section("ul", words.history, earlier)];
  }

  function save(/** @type {HTMLElement} */ home) {
    const lines = all("p, h3, li", home).map((line) =>
      `${line.tagName === "H3" ? "\n" : line.tagName === "LI" ? "- " : ""}${line.innerText}`);
    const file = new Blob([[document.title, "", ...lines].join("\n")], { type: "text/plain" });
    const anchor = link("", URL.createObjectURL(file));
    anchor.download = "result.txt";
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  document.addEventListener("skillguide:result", ({ detail }) => {
    const { home } = detail;
    home.append(...past(detail), make("div", "guide-score-advice", ...advice(detail)),
      button(words.download, "guide-link", () => save(home)));
  });
}
