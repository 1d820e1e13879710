/** What stands around an attempt: how it begins, and how far it is. clock.js counts its time. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, send, all, fill, make, button } = tools.detail;

  class Panel {
    intro = make("p");
    limits = make("select");
    choice = make("label", "guide-attempt-choice", `${words.limit} `, this.limits);
    begin = button("", "guide-button", () => this.attempt.start(Number(this.limits.value)));
    other = button(words.other, "guide-link", () => this.choose());
    print = button(words.print, "guide-link", () => window.print());
    panel = make("div", "guide-attempt-panel", this.intro, this.choice,
      make("div", "guide-buttons", this.begin, this.other, this.print));
    progress = make("progress");
    link = make("a");
    hand = () => button(words.handIn, "guide-button", () => this.attempt.handIn());
    bar = make("div", "guide-attempt-bar", this.progress, this.link, this.hand());
    end = make("p", "guide-attempt-end", this.hand());

    /** @param {AnyAttempt} attempt */
    constructor(attempt) {
      this.attempt = attempt;
      const { data: { minutes, forms }, place } = attempt;
      const choices = [1, 1.5, 2].map((times) => Math.round(minutes * times));
      this.limits.append(new Option(words.noLimit, "0"),
        ...choices.map((some) => new Option(fill(words.minutes, { minutes: some }), `${some}`)));
      this.choice.hidden = !minutes;
      this.other.hidden = !forms.length;
      place.prepend(this.panel, attempt.result, this.bar);
      place.append(this.end);
      attempt.result.toggleAttribute("data-late", Boolean(attempt.current?.ended));
      if (attempts.length === 1) all("h1")[0]?.after(attempt.result);
    }

    show() {
      const { attempt } = this;
      const { isOpen, current, form, data } = attempt;
      const asked = current?.asked ?? attempt.own;
      const count = asked.length;
      const minutes = Math.round((data.minutes * count) / data.questions.length);
      const known = isOpen ? 0 : attempt.known(asked);
      this.intro.replaceChildren(...[
        form && fill(words.form, { form }),
        fill(words.intro, { count, minutes }),
        words.rule,
        known && !current?.ended && fill(words.known, { known }),
      ].filter(Boolean).map((sentence) => `${sentence} `));
      this.begin.textContent = current?.ended ? words.restart : words.start;
      this.panel.hidden = isOpen;
      this.bar.hidden = this.end.hidden = !isOpen;
      if (isOpen && current?.limit) send("need", { names: ["clock"] });
      this.standing();
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

    choose() {
      send("need", { names: ["forms", "chooser"] });
      this.other.hidden = true;
    }
  }

  const { attempts } = send("attempts", { attempts: [] });
  const panels = attempts.map((attempt) => new Panel(attempt));
  document.addEventListener("skillguide:state", () => {
    for (const panel of panels) panel.show();
    if (attempts.some(({ current }) => current?.ended))
      requestAnimationFrame(() =>
        send("need", { names: ["scores", "bars", "advice", "result", "comeback"] }));
    if (attempts.some(({ form }) => form)) send("need", { names: ["paper"] });
  });
  send("ask");
  if (new URLSearchParams(location.search).has("form")) for (const panel of panels) panel.choose();
}
