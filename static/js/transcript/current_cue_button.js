/** "Back to the current line": shown while the reader has left it; the words follow again when it is pressed. */

import { bus } from "../page/event_bus.js";

/** `focus()` takes the focus on: the button goes. */
export function startCurrentCueButton(button, focus, signal) {
  const show = () => (button.hidden = bus.isFollowing || !bus.cue);
  button.addEventListener("click", () => {
    focus();
    bus.emit("followrequest");
  }, { signal });
  for (const type of ["firstplay", "cuechange", "followchange"]) bus.addEventListener(type, show, { signal });
  show();
}

/** The button by itself, where no dock holds it. */
export function start(button, signal) {
  const toggle = document.querySelector('#player [data-do="toggle"]');
  startCurrentCueButton(button, () => toggle.focus({ preventScroll: true }), signal);
}
