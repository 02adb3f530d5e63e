/** The list of keys, and the switch that turns them off; the server writes it in the language of the page. */

import { fetchPartial } from "./fetch_partial.js";
import { areShortcutsOff, setShortcutsOn } from "./shortcut_filter.js";

let asked = null;

/** A dialog gives the focus back to where it was. */
export async function openShortcutDialog() {
  asked ??= get();
  asked.catch(() => (asked = null)); // asked again when it is opened again
  const dialog = await asked;
  if (!dialog.open) dialog.showModal();
}

async function get() {
  const url = new URL(location.pathname, location.href);
  url.searchParams.set("part", "keys");
  const dialog = await fetchPartial(url, "keys");
  const box = dialog.querySelector("input");
  box.checked = !areShortcutsOff();
  box.addEventListener("change", () => setShortcutsOn(box.checked));
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  // What is around it closes it, too.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  return document.body.appendChild(dialog);
}
