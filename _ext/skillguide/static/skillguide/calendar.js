/**
 * Puts the hours of a path on the days of a calendar, as a pure rule: `skillguide:schedule` sets
 * `rows`, `events` and `end`, or the `field` and the `problem` of what makes no sense. Days are
 * counted from 1970 and written as 2026-12-31, so that no hour of daylight saving moves them.
 */
"use strict";
{
  const AFTER = /** @type {Record<string, number>} */ ({ review: 7, exit: 3, exam: 28 }); // days
  const LONGEST = 366 * 20;
  const LAST = Date.UTC(9999, 11, 30) / 864e5; // years of five digits are written in another way
  const WEEK = [0, 1, 2, 3, 4, 5, 6];

  /** The number of a day; NaN for one that is none, such as 31 February. */
  function dayOf(text = "") {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
    const day = Date.UTC(year, month - 1, date) / 864e5;
    return Number.isFinite(day) && textOf(day) === text ? day : NaN;
  }

  function textOf(day = 0) {
    return new Date(day * 864e5).toISOString().slice(0, 10);
  }

  /** 0 for a Sunday: the first day of 1970 was a Thursday. */
  const weekday = (day = 0) => (((day + 4) % 7) + 7) % 7;

  /** The weekdays on which somebody learns. @param {Schedule} plan */
  const learned = ({ off }) => WEEK.filter((day) => !off.includes(day));

  /** What makes no sense, by its field. @param {Schedule} plan */
  function problemOf(plan) {
    const { hours, start, breaks } = plan;
    if (!(hours >= 1 && hours <= 80)) return { field: "hours", problem: "noHours" };
    if (Number.isNaN(dayOf(start))) return { field: "start", problem: "noDay" };
    if (!learned(plan).length) return { field: "off", problem: "noWeek" };
    const isWrong = breaks.some(({ from, to }) => !(dayOf(from) <= dayOf(to)));
    return isWrong ? { field: "breaks", problem: "noBreak" } : null;
  }

  /** The days on which somebody learns, from a day on. @param {Schedule} plan */
  function* studyDays(plan, first = 0) {
    const week = learned(plan);
    const free = plan.breaks.map(({ from, to }) => [dayOf(from), dayOf(to)]);
    for (let day = first; day < Math.min(first + LONGEST, LAST + 1); day += 1) {
      const isFree = !week.includes(weekday(day)) || free.some(([a, b]) => a <= day && day <= b);
      if (!isFree) yield day;
    }
  }

  /** Each unit from the day of its first hour to that of its last. @param {Schedule} plan */
  function rowsOf(plan) {
    const { units, hours, start } = plan;
    const each = hours / learned(plan).length;
    const days = studyDays(plan, dayOf(start));
    let day = days.next().value ?? NaN;
    let left = each;
    return units.filter((unit) => unit.hours > 0).map((unit) => {
      if (left < 1e-9) [day, left] = [days.next().value ?? NaN, each];
      const first = day;
      let rest = unit.hours;
      while (rest > left + 1e-9 && Number.isFinite(day)) {
        rest -= left;
        [day, left] = [days.next().value ?? NaN, each];
      }
      left -= rest;
      return { ...unit, start: first, end: day };
    });
  }

  /**
   * Reviews a week after what was read, the exit of a phase three days after its last unit, and
   * what closes the path four weeks after the last of all; on the next day on which one learns.
   * @param {Schedule} plan @param {ReturnType<typeof rowsOf>} rows
   */
  function eventsOf(plan, rows) {
    const after = (day = 0, kind = "review") =>
      studyDays(plan, day + AFTER[kind]).next().value ?? NaN;
    const reviews = rows.filter(({ isRead }) => isRead)
      .map(({ id, end }) => ({ kind: "review", id, day: after(end) }));
    const closing = plan.closing.flatMap(({ quiz, phase }) => {
      const last = rows.filter((row) => !phase || row.phase === phase).at(-1);
      const kind = phase ? "exit" : "exam";
      return last ? [{ kind, id: quiz, day: after(last.end, kind) }] : [];
    });
    return [...reviews, ...closing].sort((a, b) => a.day - b.day);
  }

  const ENDLESS = { field: "hours", problem: "noEnd" };

  document.addEventListener("skillguide:schedule", ({ detail }) => {
    const wrong = problemOf(detail);
    const rows = wrong ? [] : rowsOf(detail);
    const events = eventsOf(detail, rows);
    const days = [...rows.map(({ end }) => end), ...events.map(({ day }) => day)];
    const isEndless = days.some(Number.isNaN);
    Object.assign(detail, { field: "", problem: "", rows: [], events: [], end: "" }, wrong,
      isEndless && ENDLESS);
    if (detail.problem || !rows.length) return;
    detail.events = events.map((event) => ({ ...event, day: textOf(event.day) }));
    detail.rows = rows.map((row) => ({ ...row, start: textOf(row.start), end: textOf(row.end) }));
    detail.end = detail.rows[rows.length - 1].end;
  });
}
