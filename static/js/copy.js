/** Buttons that copy a link, and a field to copy it from where the browser refuses. */

import { announce, make, prepareToAnnounce } from "./dom.js";

/** How long "Link copied" is to be seen, milliseconds. */
const SHOWN = 2500;

export function start(_, signal) {
  prepareToAnnounce();
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  }, { signal });
}

async function copy(button) {
  const link = String(new URL(button.dataset.copy, location.href));
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    offer(button, link); // no permission, or a page that did not come over https
    return;
  }
  announce("Link copied");
  confirm(button);
}

/** The words stand on the button for those who see it; the live region has said them. */
function confirm(button) {
  button.querySelector(".copied")?.remove();
  const note = make("span", { className: "copied", "aria-hidden": "true" }, "Link copied");
  button.append(note);
  button.classList.add("is-copied");
  setTimeout(() => {
    note.remove();
    if (!button.querySelector(".copied")) button.classList.remove("is-copied");
  }, SHOWN);
}

function offer(button, link) {
  document.querySelector(".copy-box")?.remove();
  const field = make("input", { type: "text", readOnly: true, value: link, "aria-label": "The link, to copy by hand" });
  const close = make("button", { type: "button" }, "Close");
  const box = make("span", { className: "copy-box", role: "group", "aria-label": "Copy the link" }, field, close);
  const leave = () => {
    box.remove();
    button.focus();
  };
  close.addEventListener("click", leave);
  box.addEventListener("keydown", ({ key }) => key === "Escape" && leave());
  button.after(box);
  field.select();
  announce("The link is selected, to be copied by hand");
}
