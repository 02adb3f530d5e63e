/** The list of keyboard shortcuts, with the switch that turns them off; the server writes it in the page's language. */

import { find } from "./dom.js";
import { fetchPartial } from "./fetch_partial.js";
import { areShortcutsOff, setShortcutsOn } from "./shortcut_filter.js";

/** @type {Promise<HTMLDialogElement> | null} */
let fetched = null;

/** Opens the dialog; closed, it gives the focus back to where it was. */
export async function openShortcutDialog() {
  fetched ??= fetchDialog();
  fetched.catch(() => (fetched = null)); // asked again when it is opened again
  const dialog = await fetched;
  if (!dialog.open) dialog.showModal();
}

async function fetchDialog() {
  /** @type {HTMLElement | null} */
  const button = document.querySelector("[data-keys]");
  const url = new URL(button?.dataset.keys || location.pathname, location.href);
  if (!button?.dataset.keys) url.searchParams.set("part", "keys"); // a page that is a file has it in another file
  const dialog = /** @type {HTMLDialogElement} */ (await fetchPartial(url, "keys"));
  /** @type {HTMLInputElement} */
  const checkbox = find(dialog, "input");
  checkbox.checked = !areShortcutsOff();
  checkbox.addEventListener("change", () => setShortcutsOn(checkbox.checked));
  find(dialog, "button").addEventListener("click", () => dialog.close());
  // A click on what is around it closes it, too.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return document.body.appendChild(dialog);
}
