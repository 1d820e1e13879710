// What Sphinx's search page has before our scripts run.

/** Page, title, anchor, description, score, file name, kind. */
type Found = [string, string, string, string | null, number, string, string];

declare const Search: {
  htmlToText(html: string, anchor?: string): string;
  makeSearchSummary(html: string, keywords: Set<string>, anchor?: string): HTMLElement | null;
  performObjectSearch(...terms: unknown[]): Found[];
};

declare const DOCUMENTATION_OPTIONS: { SHOW_SEARCH_SUMMARY: boolean };

declare const stopwords: Set<string>;
declare function splitQuery(query: string): string[];
declare class Stemmer {
  stemWord(word: string): string;
}
