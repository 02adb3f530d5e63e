/**
 * Buttons that copy, and a field to copy from by hand where the browser refuses. `data-copy` names the element whose
 * text is copied, `data-said` is what is then announced: "Link copied".
 */

import { announce, closestTo, createElement, createIcon, findAll, prepareLiveRegion } from "../page/dom.js";
import { t } from "../page/i18n.js";

/** How long "Link copied" is to be seen. */
const NOTE_MS = 2500;
const MAX_ROWS = 6;

let isListening = false;

export function start() {
  enableCopyButtons(document);
}

/**
 * Shows the buttons within an element, and hears them from now on.
 *
 * @param {ParentNode} root
 */
export function enableCopyButtons(root) {
  prepareLiveRegion();
  for (const button of findAll(root, "[data-copy]")) button.hidden = false;
  if (isListening) return;
  isListening = true;
  document.addEventListener("click", (event) => {
    const button = closestTo(event, "[data-copy]");
    if (button) copy(button);
  });
}

/** @param {HTMLElement} button */
async function copy(button) {
  const source = document.getElementById(button.dataset.copy ?? "");
  const hasValue = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement;
  const text = (hasValue ? source.value : source?.textContent) ?? "";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    offerField(button, text); // no permission, or a page that did not come over https
    return;
  }
  const { said = "" } = button.dataset;
  announce(said);
  showNote(button, said);
}

/**
 * Shows on the button what the live region has announced.
 *
 * @param {HTMLElement} button
 * @param {string} text
 */
function showNote(button, text) {
  button.querySelector(".copied")?.remove();
  const note = createElement("span", { className: "copied", "aria-hidden": "true" }, createIcon("done"), text);
  button.append(note);
  setTimeout(() => note.remove(), NOTE_MS);
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
function offerField(button, text) {
  document.querySelector(".copy-box")?.remove();
  const field = createElement("textarea", { // a field of one line would lose where lines end
    readOnly: true,
    value: text,
    dir: "auto",
    rows: Math.min(MAX_ROWS, text.split("\n").length),
    "aria-label": t("To copy by hand"),
  });
  const close = createElement("button", { type: "button" }, t("Close"));
  const box = createElement("span", { className: "copy-box", role: "group", "aria-label": t("Copy by hand") }, field, close);
  const leave = () => {
    box.remove();
    button.focus();
  };
  close.addEventListener("click", leave);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // it is this box that is left, not what is around it
    leave();
  });
  button.after(box);
  field.select();
  announce(t("The text is selected, to be copied by hand"));
}
