/** Captions: the browser draws a file's own; over a frame of another site we draw the transcript's lines. */

import { stage } from "./stage.js";

/** Ties the captions button to what there is to show; without any, the button is not shown. */
export function captions(button, media, player, signal) {
  if (!button) return;
  const switches = media.textTracks ? ofFile(media) : ofFrame(player, signal);
  if (!switches) {
    button.hidden = true;
    return;
  }
  player.classList.add("has-captions");
  const show = () => button.setAttribute("aria-pressed", switches.on);
  button.addEventListener("click", () => {
    switches.on = !switches.on;
    show();
  }, { signal });
  // The browser's own menu (picture in picture, full screen) may turn them on and off too.
  media.textTracks?.addEventListener("change", show, { signal });
  show();
}

/** The track in the language of the words below, else the first one. */
function ofFile({ textTracks }) {
  const tracks = [...textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  if (!tracks.length) return null;
  const shown = tracks.find(({ mode }) => mode === "showing");
  const language = document.getElementById("transcript")?.dataset.language;
  const wanted = shown ?? tracks.find((track) => track.language === language) ?? tracks[0];
  return {
    get on() {
      return tracks.some(({ mode }) => mode === "showing");
    },
    set on(on) {
      for (const track of tracks) track.mode = on && track === wanted ? "showing" : "disabled";
    },
  };
}

function ofFrame(player, signal) {
  const place = player.querySelector(".cap");
  if (!place || !document.querySelector("a[data-start]")) return null;
  let on = false;
  const show = () => {
    place.textContent = on ? (stage.cue?.text ?? "") : "";
    place.hidden = !place.textContent;
  };
  stage.addEventListener("cue", show, { signal });
  return {
    get on() {
      return on;
    },
    set on(value) {
      on = value;
      show();
    },
  };
}
