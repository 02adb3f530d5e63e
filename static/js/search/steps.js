/** How many matches there are and which one is shown, wherever the page has a place for it: beside the field, in the dock. */

import { find, findAll } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { formatNumber, t, tn } from "../page/i18n.js";
import { shownIndex } from "./matches.js";
import { currentResult } from "./search_answer.js";

/**
 * "3 of 7".
 *
 * @param {number} index
 */
export const positionText = (index) =>
  t("{number} of {all}", { number: formatNumber(index + 1), all: formatNumber(bus.matches.length) });

/** "1 match", "3 of 7"; of a quote that nobody said, how many come nearest. */
export function countText() {
  const { length } = bus.matches;
  if (currentResult().dataset.kind === "nearest" && bus.matchIndex < 0) return tn("{n} nearest", "{n} nearest", length);
  return length === 1 ? tn("{n} match", "{n} matches", length) : positionText(shownIndex());
}

/** Whether the answer under the field says already that there is one match, and in what way. */
const isSaid = () => bus.matches.length === 1 && "told" in currentResult().dataset;

/** @param {AbortSignal} signal */
export function showSteps(signal) {
  const show = () => {
    for (const group of findAll(document, "[data-nav]")) {
      group.hidden = !bus.matches.length || (isSaid() && Boolean(group.closest("#search")));
      for (const button of findAll(group, "[data-do]")) button.hidden = bus.matches.length < 2;
      const output = find(group, "output");
      output.setAttribute("aria-live", "off"); // #search-status is announced; twice is once too often
      output.textContent = bus.matches.length ? countText() : "";
    }
  };
  bus.on("matcheschange", show, { signal });
  bus.on("matchchange", show, { signal });
}
