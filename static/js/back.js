/** "Back to the current line": shown while the reader has left it; the words follow again when it is pressed. */

import { stage } from "./stage.js";

/** `focus()` takes the focus on: the button goes. */
export function backButton(button, focus, signal) {
  const show = () => (button.hidden = stage.following || !stage.cue);
  button.addEventListener("click", () => {
    focus();
    stage.say("follow");
  }, { signal });
  for (const type of ["started", "cue", "following"]) stage.addEventListener(type, show, { signal });
  show();
}

/** The button by itself, where no dock holds it. */
export function start(button, signal) {
  const toggle = document.querySelector('#player [data-do="toggle"]');
  backButton(button, () => toggle.focus({ preventScroll: true }), signal);
}
