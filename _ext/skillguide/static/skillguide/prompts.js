/** Questions with several parts, each answered from one list: steps in order, pairs that match. */
"use strict";
{
  const tools = { detail: /** @type {Tools} */ ({}) };
  document.dispatchEvent(new CustomEvent("skillguide:tools", tools));
  const { words, all, fill, make } = tools.detail;

  document.addEventListener("skillguide:types", ({ detail: { Question, types } }) => {
    class Prompted extends Question {
      fields = ":scope > .guide-prompts > .guide-prompt > label > select";

      prepare() {
        this.options = all(":scope > .guide-prompts > .guide-prompt", this.field);
      }

      /** What was chosen, by prompt: it stays with its prompt where the author moves that. */
      given() {
        return this.inputs.flatMap(({ dataset, value }) =>
          value ? [`${dataset.prompt}:${value}`] : []);
      }

      put(given = [""]) {
        for (const input of this.inputs) {
          const name = `${input.dataset.prompt}:`;
          input.value = given.find((one) => one.startsWith(name))?.slice(name.length) ?? "";
        }
      }

      judge(given = this.given()) {
        const parts = this.inputs.map(({ dataset }, index) =>
          given.includes(`${dataset.prompt}:${this.options[index].dataset.right}`));
        const isWhole = given.length === parts.length;
        return { parts, right: parts.every(Boolean), problem: isWhole ? "" : words.all };
      }

      /** The list was shuffled when it was built, or stands as its author wrote it. */
      arrange() {}

      /** @param {HTMLElement} prompt */
      mark(prompt) {
        /** @type {HTMLSelectElement[]} */
        const [input] = all("select", prompt);
        const { right } = prompt.dataset;
        const isRight = input.value === right;
        const answer = [...input.options].find(({ value }) => value === right)?.text;
        const text = isRight ? "✓" : `✗ ${fill(words.answer, { answer })}`;
        prompt.dataset.state = isRight ? "right" : "wrong";
        prompt.querySelector("label")?.append(make("span", "guide-mark", ` ${text}`));
      }
    }

    Object.assign(types, { ordering: Prompted, matching: Prompted });
  });
}
