/** The time of an attempt that has a limit: it is counted, can be extended, and stops nobody. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const MINUTE = 60000;

  class Clock {
    time = make("span", "guide-attempt-clock");
    more = button(words.more, "guide-link", () => this.extend());
    status = make("p", "guide-attempt-status");

    /** @param {AnyAttempt} attempt */
    constructor(attempt) {
      this.attempt = attempt;
      this.time.setAttribute("role", "timer");
      this.status.setAttribute("role", "status");
      const [bar] = all(".guide-attempt-bar", attempt.place);
      bar.before(this.status);
      bar.lastElementChild?.before(this.time, this.more);
      setInterval(() => this.tick(), 1000);
    }

    /** Minutes and seconds that are left, or over. */
    tick() {
      const { isOpen, current } = this.attempt;
      const { started = 0, limit = 0 } = current ?? {};
      const isTimed = isOpen && limit > 0;
      this.time.hidden = this.more.hidden = !isTimed;
      const left = Math.floor((started + limit * MINUTE - Date.now()) / 1000);
      const seconds = Math.abs(left);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      this.time.textContent = fill(left < 0 ? words.over : words.left, { time });
      const text = isTimed && left < 0 ? words.timeUp : "";
      if (this.status.textContent !== text) this.status.textContent = text;
    }

    extend() {
      const { limit = 0 } = this.attempt.current ?? {};
      this.attempt.change({ limit: limit + 10 });
    }
  }

  const clocks = send("attempts", { attempts: [] }).attempts.map((attempt) => new Clock(attempt));
  document.addEventListener("skillguide:state", () => clocks.forEach((clock) => clock.tick()));
  send("ask");
}
