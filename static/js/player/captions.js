/**
 * Captions: the browser draws those of a file; over a frame of another site the cues of the transcript are drawn here.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { whenIdle } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { loadPreference, savePreference } from "../page/preferences.js";

/**
 * Ties the captions button to what there is to show; without any, the button is hidden. What was chosen the last time
 * holds; else what the page and the browser's own settings say.
 *
 * @param {HTMLElement | null} button
 * @param {PlayerMedia} media
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
export function startCaptions(button, media, player, signal) {
  if (!button) return;
  const captions = media.textTracks ? trackCaptions(media.textTracks) : drawnCaptions(player, signal);
  if (!captions) {
    button.hidden = true;
    return;
  }
  player.classList.add("has-captions");
  const show = () => button.setAttribute("aria-pressed", String(captions.on));
  whenIdle().then(() => {
    const chosen = loadPreference("captions"); // the first look at the storage holds up everything else
    if (chosen) captions.on = chosen === "on";
    show();
  });
  button.addEventListener("click", () => {
    captions.on = !captions.on;
    savePreference("captions", captions.on ? "on" : "off");
    show();
  }, { signal });
  // The browser's own menu (picture in picture, full screen) may turn them on and off too.
  media.textTracks?.addEventListener("change", show, { signal });
  show();
}

/**
 * The track in the language of the transcript, else the one that the browser chose, else the first; null without any.
 *
 * @param {TextTrackList} textTracks
 */
function trackCaptions(textTracks) {
  const tracks = [...textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  if (!tracks.length) return null;
  const shown = tracks.find(({ mode }) => mode === "showing");
  const language = document.getElementById("transcript")?.dataset.language;
  const wanted = tracks.find((track) => track.language === language) ?? shown ?? tracks[0];
  const captions = {
    get on() {
      return tracks.some(({ mode }) => mode === "showing");
    },
    set on(on) {
      for (const track of tracks) track.mode = on && track === wanted ? "showing" : "disabled";
    },
  };
  if (shown && shown !== wanted) captions.on = true; // captions follow the language that is read
  return captions;
}

/**
 * Captions that the page draws over a frame; null where the page has no cues to draw.
 *
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
function drawnCaptions(player, signal) {
  /** @type {HTMLElement | null} */
  const place = player.querySelector(".cap");
  if (!place || !document.querySelector("a[data-start]")) return null;
  let isOn = false;
  const show = () => {
    place.textContent = isOn ? (bus.cue?.text ?? "") : "";
    place.hidden = !place.textContent;
  };
  bus.on("cuechange", show, { signal });
  return {
    get on() {
      return isOn;
    },
    set on(on) {
      isOn = on;
      show();
    },
  };
}
