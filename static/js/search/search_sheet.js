/** The search as a sheet at the foot of a narrow window; where the search is beside the words, it is in sight already. */

import { find } from "../page/dom.js";
import { loadAnswerSheet } from "./search_answer.js";

export const isOneColumn = () => matchMedia("(max-width: 35.99em), (max-width: 59.99em) and (min-height: 30.01em)").matches;

/** Opens it, with the focus in its field. */
export async function openSearchSheet() {
  const form = find(document, "#search");
  await loadAnswerSheet();
  if (isOneColumn()) form.classList.add("is-sheet");
  find(form, "input[type=search]").focus({ preventScroll: isOneColumn() });
}
