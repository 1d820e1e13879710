/** What stands around an attempt: how it begins, how far it is, and what time is left. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;
  const MINUTE = 60000;

  class Panel {
    intro = make("p");
    limits = make("select");
    choice = make("label", "guide-attempt-choice", `${words.limit} `, this.limits);
    begin = button("", "guide-button", () => this.attempt.start(Number(this.limits.value)));
    other = button(words.other, "guide-link", () => this.choose());
    print = button(words.print, "guide-link", () => window.print());
    buttons = make("div", "guide-buttons", this.begin, this.other, this.print);
    panel = make("div", "guide-attempt-panel", this.intro, this.choice, this.buttons);
    progress = make("progress");
    link = make("a");
    clock = make("span", "guide-attempt-clock");
    more = button(words.more, "guide-link", () => this.extend());
    hand = button(words.handIn, "guide-button", () => this.attempt.handIn());
    bar = make("div", "guide-attempt-bar",
      this.progress, this.link, this.clock, this.more, this.hand);
    status = make("p", "guide-attempt-status");
    end = make("p", "guide-attempt-end",
      button(words.handIn, "guide-button", () => this.attempt.handIn()));

    /** @param {AnyAttempt} attempt */
    constructor(attempt) {
      this.attempt = attempt;
      const { data: { minutes, forms }, place, home } = attempt;
      this.status.setAttribute("role", "status");
      this.clock.setAttribute("role", "timer");
      const choices = minutes ? [1, 1.5, 2].map((times) => Math.round(minutes * times)) : [];
      this.limits.append(new Option(words.noLimit, "0"),
        ...choices.map((some) => new Option(fill(words.minutes, { minutes: some }), `${some}`)));
      this.choice.hidden = !minutes;
      this.other.hidden = !forms.length;
      place.prepend(this.panel, this.status, this.bar);
      home.after(this.end);
      this.status.before(attempt.result); // else it stands at the top of the page
      if (attempts.length === 1) all("h1")[0]?.after(attempt.result);
      setInterval(() => this.tick(), 1000);
    }

    show() {
      const { attempt, limits } = this;
      const { isOpen, isDraft, current, form, data } = attempt;
      const asked = current?.asked ?? data.questions.map(({ id }) => id);
      const count = asked.length;
      const minutes = Math.round((data.minutes * count) / data.questions.length);
      const known = isOpen ? 0 : attempt.known(asked);
      this.intro.replaceChildren(...[
        form && fill(words.form, { form }),
        fill(words.intro, { count, minutes }),
        words.rule,
        known && !current?.ended ? fill(words.known, { known }) : "",
      ].filter(Boolean).map((sentence) => `${sentence} `));
      this.begin.textContent = current?.ended && !isDraft ? words.restart : words.start;
      attempt.place.toggleAttribute("data-drawn", Boolean(form));
      attempt.result.toggleAttribute("data-past", isOpen || isDraft);
      this.panel.hidden = isOpen;
      this.bar.hidden = this.end.hidden = !isOpen;
      limits.value = isOpen ? limits.value : "0";
      this.standing();
      this.tick();
    }

    standing() {
      const { members } = this.attempt;
      const open = members.filter((member) => !member.isAnswered());
      const flagged = members.filter(({ entry }) => entry?.flag);
      const next = open[0] ?? flagged[0] ?? members[0];
      const done = members.length - open.length;
      const text = fill(words.standing, { done, all: members.length });
      const marked = flagged.length ? ` · ${fill(words.flagged, { count: flagged.length })}` : "";
      this.progress.max = members.length;
      this.progress.value = done;
      this.link.textContent = text + marked;
      this.progress.setAttribute("aria-label", text);
      this.link.href = next ? `#${next.field.id}` : "";
    }

    /** Minutes and seconds that are left, or over: nobody is stopped. */
    tick() {
      const { isOpen, current } = this.attempt;
      const { started = 0, limit = 0 } = current ?? {};
      const isTimed = isOpen && limit > 0;
      this.clock.hidden = this.more.hidden = !isTimed;
      const left = Math.floor((started + limit * MINUTE - Date.now()) / 1000);
      const seconds = Math.abs(left);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      this.clock.textContent = fill(left < 0 ? words.over : words.left, { time });
      const text = isTimed && left < 0 ? words.timeUp : "";
      if (this.status.textContent !== text) this.status.textContent = text;
    }

    extend() {
      const { limit = 0 } = this.attempt.current ?? {};
      this.attempt.change({ limit: limit + 10 });
    }

    choose() {
      send("need", { names: ["forms", "chooser"] });
      this.other.hidden = true;
    }
  }

  const { attempts } = send("attempts", { attempts: [] });
  const panels = attempts.map((attempt) => new Panel(attempt));
  document.addEventListener("skillguide:state", ({ detail }) => {
    for (const panel of panels) panel.show();
    const isOver = attempts.some(({ data: { quiz } }) =>
      send("history", { quiz, state: detail, attempts: [] }).attempts.some(({ ended }) => ended));
    if (isOver) send("need", { names: ["scores", "bars", "advice", "result"] });
  });
  send("ask");
  if (new URLSearchParams(location.search).has("form")) for (const panel of panels) panel.choose();
  window.addEventListener("load", () => window.addEventListener("beforeprint", () => {
    for (const { form } of attempts) // behind the listener that makes the key
      if (form) all(".guide-key > h2")[0]?.append(` · ${fill(words.form, { form })}`);
  }));
}
