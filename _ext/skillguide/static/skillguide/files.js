/** Writes a plan as a calendar (RFC 5545), as Markdown and as CSV: `skillguide:write`. */
"use strict";
{
  /** No line is longer than 75 octets: the rest goes on in the next one, behind a space. */
  function folded(line = "") {
    const encoder = new TextEncoder();
    let size = 0;
    let text = "";
    for (const sign of line) {
      const more = encoder.encode(sign).length;
      if (size + more > 75) [text, size] = [`${text}\r\n `, 1];
      text += sign;
      size += more;
    }
    return text;
  }

  const escaped = (text = "") => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const plain = (day = "") => day.replaceAll("-", "");

  /** The day after: an event of whole days ends before it. */
  function following(day = "") {
    return new Date(Date.parse(`${day}T00:00Z`) + 864e5).toISOString().slice(0, 10);
  }

  /** @param {Events["write"]} plan */
  function calendar({ title, skill, entries, now }) {
    const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
    const events = entries.flatMap(({ id, from, to, text, href }) => [
      "BEGIN:VEVENT", `UID:${id}@${skill}.skillguide`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(from)}`, `DTEND;VALUE=DATE:${plain(following(to))}`,
      `SUMMARY:${escaped(text)}`, ...(/^https?:/.test(href) ? [`URL:${href}`] : []),
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]);
    const lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//skillguide//${skill}//EN`,
      "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(title)}`, ...events, "END:VCALENDAR", "",
    ];
    return lines.map(folded).join("\r\n");
  }

  /** @param {Events["write"]} plan */
  function markdown({ title, head, entries }) {
    const cell = (text = "") => text.replace(/[|\\]/g, "\\$&").replace(/\s+/g, " ");
    const rows = entries.map(({ from, to, text, hours }) => [from, to, cell(text), hours]);
    const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
    return [`# ${title}`, "", ...lines, ""].join("\n");
  }

  /** A cell that a spreadsheet would compute begins with an apostrophe. */
  function quoted(text = "") {
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  /** @param {Events["write"]} plan */
  function table({ head, entries }) {
    const rows = entries.map(({ from, to, text, hours }) => [from, to, text, hours]);
    const lines = [head, ...rows].map((row) => row.map((cell) => quoted(`${cell}`)).join(","));
    return [...lines, ""].join("\r\n");
  }

  document.addEventListener("skillguide:write", ({ detail }) => {
    const writers = /** @type {Record<string, typeof calendar>} */ (
      { ics: calendar, md: markdown, csv: table });
    detail.text = writers[detail.format](detail);
  });
}
