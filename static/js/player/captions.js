/** Captions: the browser draws a file's own; over a frame of another site we draw the transcript's lines. */

import { whenIdle } from "../page/dom.js";
import { savePreference, loadPreference } from "../page/preferences.js";
import { bus } from "../page/event_bus.js";

/**
 * Ties the captions button to what there is to show; without any, the button is not shown. What was chosen the
 * last time holds; else what the page and the browser's own settings say.
 */
export function startCaptions(button, media, player, signal) {
  if (!button) return;
  const switches = media.textTracks ? ofFile(media) : ofFrame(player, signal);
  if (!switches) {
    button.hidden = true;
    return;
  }
  player.classList.add("has-captions");
  const show = () => button.setAttribute("aria-pressed", switches.on);
  whenIdle().then(() => {
    const chosen = loadPreference("captions"); // the first look at what is kept holds up everything else
    if (chosen) switches.on = chosen === "on";
    show();
  });
  button.addEventListener("click", () => {
    switches.on = !switches.on;
    savePreference("captions", switches.on ? "on" : "off");
    show();
  }, { signal });
  // The browser's own menu (picture in picture, full screen) may turn them on and off too.
  media.textTracks?.addEventListener("change", show, { signal });
  show();
}

/** The track in the language of the words below, else the one that the browser chose, else the first. */
function ofFile({ textTracks }) {
  const tracks = [...textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  if (!tracks.length) return null;
  const shown = tracks.find(({ mode }) => mode === "showing");
  const language = document.getElementById("transcript")?.dataset.language;
  const wanted = tracks.find((track) => track.language === language) ?? shown ?? tracks[0];
  const switches = {
    get on() {
      return tracks.some(({ mode }) => mode === "showing");
    },
    set on(on) {
      for (const track of tracks) track.mode = on && track === wanted ? "showing" : "disabled";
    },
  };
  if (shown && shown !== wanted) switches.on = true; // captions follow the language that is read
  return switches;
}

function ofFrame(player, signal) {
  const place = player.querySelector(".cap");
  if (!place || !document.querySelector("a[data-start]")) return null;
  let on = false;
  const show = () => {
    place.textContent = on ? (bus.cue?.text ?? "") : "";
    place.hidden = !place.textContent;
  };
  bus.addEventListener("cuechange", show, { signal });
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
