/** A block cannot stand in a label, but it chooses its option, too, unless it is selected. */
"use strict";
{
  const BLOCKS = ".guide-option > :is([class^=highlight], [class^=literal], [class^=math], img)";

  document.addEventListener("click", ({ target }) => {
    const option = target.closest(BLOCKS)?.parentElement;
    if (!option || target.closest("a, button") || !getSelection()?.isCollapsed) return;
    option.querySelector("input")?.click();
  });
}
