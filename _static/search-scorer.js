/**
 * Orders search results: whole words before parts of words, and first the pages that are named so.
 * Sphinx puts this file into `language_data.js`, behind its words and its stemmer.
 */

// What questions begin with says nothing about the page that answers them.
for (const word of "can do does how i my should what when where which who why would you".split(" "))
  stopwords.add(word);

var Scorer = (() => {
  /** The stems of a text. */
  function stemsOf(text = "") {
    const stemmer = new Stemmer();
    const words = splitQuery(text.toLowerCase()).filter((word) => !stopwords.has(word));
    return new Set(words.map((word) => stemmer.stemWord(word)));
  }

  /** How alike two sets of stems are: 1 if they are the same, 0 if nothing is in both. */
  function likeness(some = asked, others = asked) {
    const both = [...some].filter((stem) => others.has(stem)).length;
    return both / Math.max(1, some.size + others.size - both);
  }

  const asked = stemsOf(new URLSearchParams(location.search).get("q") ?? "");
  const names = JSON.parse(document.querySelector("[data-names]")?.dataset.names ?? "{}");
  const like = (name = "") => likeness(asked, stemsOf(name));

  /** @param {Found} found */
  function score([docname, title, anchor, _description, score, _filename, kind]) {
    const titled = like(title.split(" > ").at(-1));
    const named = anchor ? 0 : Math.max(0, ...(names[docname] ?? []).map(like));
    const found = kind === "index" ? score / 2 : kind === "object" && !titled ? 0 : score;
    return Math.round(found + 40 * titled + 60 * named);
  }

  return {
    score,
    // Sphinx's own values, but for parts of words
    objNameMatch: 11,
    objPartialMatch: 6,
    objPrio: { 0: 15, 1: 5, 2: -5 },
    objPrioDefault: 0,
    title: 15,
    partialTitle: 2,
    term: 5,
    partialTerm: 1,
  };
})();
