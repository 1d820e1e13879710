/** Shows a plan: when it ends, what it holds day by day, other paces, and files to save. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, fill, make, button, send } = tools.detail;
  const format = new Intl.DateTimeFormat(document.documentElement.lang,
    { dateStyle: "medium", timeZone: "UTC" });
  const dated = (day = "") => format.format(new Date(`${day}T00:00Z`));
  const tenth = (hours = 0) => Math.round(hours * 10) / 10;

  function link(text = "", href = "") {
    const element = make("a", "", text);
    element.href = href;
    return element;
  }

  /** All that stands in a plan, day by day. @param {Events["planned"]} planned */
  function entriesOf({ found, data }) {
    const units = found.rows.map((row, index) => ({
      ...row, from: row.start, to: row.end, kind: "unit",
      note: index === 0 ? words.here : row.isProven ? words.proven : "",
    }));
    const closing = Object.fromEntries(data.closing.map((quiz) => [quiz.quiz, quiz]));
    const events = found.events.map(({ kind, id, day }) => {
      const item = closing[id] ?? data.units.find((unit) => unit.id === id);
      const { title = "", href = "" } = item ?? {};
      const name = kind === "review" ? fill(words.review, { title }) : title;
      const entry = { kind, id: `${kind}-${id}`, from: day, to: day, title: name, href };
      return { ...entry, hours: 0, note: "" };
    });
    return [...units, ...events].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  }

  /**
   * A box that brings all of a unit back.
   * @type {(unit: any, kept: string[], keep: any) => Node}
   */
  function boxOf({ id, isLight }, kept, keep) {
    const box = Object.assign(make("input"),
      { type: "checkbox", checked: !isLight, id: `guide-plan-all-${id}` });
    box.addEventListener("change", () =>
      keep(box.checked ? [...kept, id] : kept.filter((other) => other !== id)));
    return make("label", "guide-done", box, ` ${words.all}`);
  }

  /** Units of which nothing is left: they only teach, and answers show it. */
  function leftOut(/** @type {Events["planned"]} */ { found, plan, keep }) {
    const units = found.units.filter(({ isProven, hours }) => isProven && !hours);
    const entries = units.map((unit) =>
      make("li", "", link(unit.title, unit.href), " ", boxOf(unit, plan.keep, keep)));
    return entries.length ? [make("div", "", make("p", "", words.leftOut),
      make("ul", "", ...entries))] : [];
  }

  /** @param {Events["planned"]} planned @param {any} entry */
  function row({ plan, keep }, entry) {
    const [from, to] = [entry.from, entry.to].map((day) => new Date(`${day}T00:00Z`));
    const when = format.formatRange(from, to);
    const what = make("td", "", link(entry.title, entry.href));
    const made = entry.builds?.join(", ");
    const builds = made ? fill(words.builds, { what: made }) : "";
    for (const note of [builds, entry.note].filter(Boolean))
      what.append(make("small", "guide-plan-note", ` ${note}`));
    if (entry.isProven) what.append(boxOf(entry, plan.keep, keep));
    const hours = make("td", "guide-number", entry.hours ? `${tenth(entry.hours)}` : "");
    const line = make("tr", "", make("td", "guide-plan-when", when), what, hours);
    line.dataset.kind = entry.kind;
    return line;
  }

  /** When other paces would end. @param {Events["planned"]} planned */
  function paces({ plan, schedule }) {
    const others = [plan.hours / 2, plan.hours * 1.5, plan.hours * 2]
      .map((hours) => Math.round(hours * 2) / 2).filter((hours) => hours >= 1 && hours <= 80);
    const ends = others.flatMap((hours) => {
      const { end } = schedule(hours);
      return end ? [fill(words.pace, { hours, end: dated(end) })] : [];
    });
    return make("p", "guide-facts", `${words.whatIf} ${ends.join(" · ")}`);
  }

  function save(name = "", type = "", text = "") {
    const anchor = link("", URL.createObjectURL(new Blob([text], { type })));
    anchor.download = name;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  /** @param {Events["planned"]} planned @param {any[]} entries */
  function files({ data }, entries) {
    const title = fill(words.title, { skill: data.title });
    const absolute = entries.map((entry) => ({
      ...entry, id: entry.kind === "unit" ? `unit-${entry.id}` : entry.id, text: entry.title,
      href: new URL(entry.href, location.href).href,
      hours: entry.hours ? tenth(entry.hours) : "",
    }));
    const head = [words.from, words.to, words.what, words.hours];
    const types = { ics: "text/calendar", md: "text/markdown", csv: "text/csv" };
    const buttons = Object.entries(types).map(([kind, type]) =>
      button(words[kind], "guide-link", () => {
        const { text } = send("write", { format: kind, title, skill: data.skill, head,
          entries: absolute, now: Date.now(), text: "" });
        save(`plan-${data.skill}.${kind}`, type, text);
      }));
    return make("div", "guide-buttons guide-plan-files", ...buttons,
      button(words.print, "guide-link", () => window.print()));
  }

  document.addEventListener("skillguide:planned", ({ detail }) => {
    const { found, home, status } = detail;
    if (found.problem || !found.end) {
      status.textContent = found.problem ? "" : words.nothing;
      return home.replaceChildren(...(found.problem ? [] : leftOut(detail)));
    }
    const entries = entriesOf(detail);
    const total = tenth(found.rows.reduce((sum, { hours }) => sum + hours, 0));
    const count = { count: found.rows.length, hours: total, end: dated(found.end) };
    status.textContent = fill(words.ends, count);
    const head = make("tr", "", ...[words.when, words.what, words.hours].map((name) =>
      make("th", "", name)));
    const table = make("table", "docutils guide-table", make("thead", "", head),
      make("tbody", "", ...entries.map((entry) => row(detail, entry))));
    const fresh = [paces(detail), files(detail, entries), table, ...leftOut(detail)];
    const isSame = fresh.length === home.children.length
      && fresh.every((part, index) => part.isEqualNode(home.children[index]));
    const held = document.activeElement?.id;
    if (!isSame) home.replaceChildren(...fresh);
    if (held && held !== document.activeElement?.id) document.getElementById(held)?.focus();
  });
}
