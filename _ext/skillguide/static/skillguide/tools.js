/** What our scripts share: each asks for it, and gets the words of its element, too. */
"use strict";
{
  /** @type {Omit<Tools, "words" | "evaluate" | "numeral" | "snapped">} */
  const tools = {
    send(name, detail = /** @type {any} */ (null)) {
      document.dispatchEvent(new CustomEvent(`skillguide:${name}`, { detail }));
      return detail;
    },

    all: (selector, home = document) => Array.from(home.querySelectorAll(selector)),

    fill: (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]),

    make(tag, className, ...content) {
      const element = document.createElement(tag);
      if (className) element.className = className;
      element.append(...content);
      return element;
    },

    button(text, className, act) {
      const element = tools.make("button", className, text);
      element.type = "button";
      element.addEventListener("click", act);
      element.addEventListener("keydown", (event) => {
        if (event.repeat) event.preventDefault(); // a key held down presses one button
      });
      return element;
    },
  };

  document.addEventListener("skillguide:tools", ({ detail }) =>
    Object.assign(detail, tools, { words: document.currentScript?.dataset }));
}
