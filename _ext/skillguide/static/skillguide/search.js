/**
 * Mends what Sphinx's search page shows: excerpts hold no key and no reason, begin with the text
 * and end with a word; titles keep their signs. Without this file the search works all the same.
 */
"use strict";
if (typeof Search !== "undefined") {
  const LEFT_OUT = `.headerlink, script, style, .no-search, .guide-facts, [role="status"],
    .guide-question details`;
  const BLOCKS = "p, li, dt, dd, th, td, pre, label, legend, div, summary, h2, h3, h4, h5, h6";
  const BEFORE = 120;
  const LENGTH = 240;

  const parse = (html = "") => new DOMParser().parseFromString(html, "text/html");

  /** What stands at an anchor: a section, the definition of a term; else the whole page. */
  function place(page = document, anchor = "") {
    /** @type {Element | null} */
    let found = anchor ? page.getElementById(anchor.slice(1)) : null;
    while (found && !found.textContent.trim()) found = found.parentElement;
    while (found?.matches("dt")) found = found.nextElementSibling;
    return found ?? page.querySelector("[role='main'], main");
  }

  /** Where a word begins, or else stands; the stemmer makes `canari` of canary. */
  function find(text = "", stem = "") {
    const start = stem.replace(/i$/, "").replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    const index = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${start}`, "iu"));
    return index < 0 ? text.search(new RegExp(start, "iu")) : index;
  }

  Search.htmlToText = (html, anchor) => {
    const page = parse(html);
    for (const element of page.querySelectorAll(LEFT_OUT)) element.remove();
    const found = place(page, anchor);
    found?.querySelector("h1, h2, h3, h4, h5, h6")?.remove();  // the link above says it
    for (const block of found?.querySelectorAll(BLOCKS) ?? []) block.append(" ");
    return (found?.textContent ?? "").replace(/\s+/g, " ").trim();
  };

  Search.makeSearchSummary = (html, keywords, anchor) => {
    const text = Search.htmlToText(html, anchor);
    const hits = [...keywords].map((stem) => find(text, stem)).filter((index) => index >= 0);
    const hit = hits.length ? Math.min(...hits) : 0;
    const start = hit > BEFORE ? text.lastIndexOf(" ", hit - BEFORE) + 1 : 0;
    const last = text.lastIndexOf(" ", start + LENGTH);
    const end = start + LENGTH >= text.length ? text.length : last > hit ? last : start + LENGTH;
    const summary = document.createElement("p");
    summary.className = "context";
    summary.textContent =
      (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
    return summary;
  };

  // Sphinx escapes the names of objects twice.
  const search = Search.performObjectSearch;
  Search.performObjectSearch = (...terms) => search(...terms).map(([page, title, ...rest]) =>
    [page, parse(title).documentElement.textContent, ...rest]);

  // A page cannot read its neighbours from `file://`.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
}
