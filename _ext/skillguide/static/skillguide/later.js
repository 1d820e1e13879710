/**
 * Loads scripts that a page may need later: `skillguide:need` {names}. Their words stand in the
 * page, in an element of data each; they lie beside this script.
 */
"use strict";
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

  document.addEventListener("skillguide:need", ({ detail: { names } }) => {
    for (const name of names) {
      const data = document.querySelector(`script[data-later="${name}"]`);
      if (!(data instanceof HTMLElement)) continue; // it is there
      const script = document.createElement("script");
      Object.assign(script.dataset, data.dataset);
      delete script.dataset.later; // else it would be loaded again
      script.async = false; // in this order
      script.src = src.replace("later.js", `${name}.js`);
      data.replaceWith(script);
    }
  });
}
