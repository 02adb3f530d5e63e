/**
 * Buttons that copy, and a field to copy from by hand where the browser refuses. `data-copy` names the
 * element whose text is copied, `data-said` is what is then said: "Link copied".
 */

import { announce, createIcon, createElement, prepareLiveRegion } from "../page/dom.js";
import { t } from "../page/i18n.js";

/** How long "Link copied" is to be seen, milliseconds. */
const SHOWN = 2500;

let listens = false;

export function start() {
  enableCopyButtons(document);
}

/** Shows the buttons within an element, and hears them from now on. */
export function enableCopyButtons(root) {
  prepareLiveRegion();
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
  if (listens) return;
  listens = true;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    offer(button, text); // no permission, or a page that did not come over https
    return;
  }
  announce(button.dataset.said);
  confirm(button);
}

/** The words stand on the button for those who see it; the live region has said them. */
function confirm(button) {
  button.querySelector(".copied")?.remove();
  const note = createElement("span", { className: "copied", "aria-hidden": "true" }, createIcon("done"), button.dataset.said);
  button.append(note);
  setTimeout(() => note.remove(), SHOWN);
}

function offer(button, text) {
  document.querySelector(".copy-box")?.remove();
  // A field of one line would lose where lines end.
  const field = createElement("textarea", { readOnly: true, value: text, dir: "auto", rows: Math.min(6, text.split("\n").length), "aria-label": t("To copy by hand") });
  const close = createElement("button", { type: "button" }, t("Close"));
  const box = createElement("span", { className: "copy-box", role: "group", "aria-label": t("Copy by hand") }, field, close);
  const leave = () => {
    box.remove();
    button.focus();
  };
  close.addEventListener("click", leave);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // it is this box that is left, not what stands around it
    leave();
  });
  button.after(box);
  field.select();
  announce(t("The text is selected, to be copied by hand"));
}
