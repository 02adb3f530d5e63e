/**
 * Captions: the browser draws those of a file; over a frame of another site the cues of the transcript are drawn here.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { whenIdle } from "../page/dom.js";
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
export async function startCaptions(button, media, player, signal) {
  if (!button) return;
  const captions = media.textTracks ? trackCaptions(media, player, signal) : await drawCaptions(player, signal);
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
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
async function drawCaptions(player, signal) {
  const { drawnCaptions } = await import("./drawn_captions.js");
  return drawnCaptions(player, signal);
}

/**
 * The track in the language of the transcript, else the one that the browser chose, else the first; null without any.
 * A browser fetches a track as soon as it shows (92 kB for three hours), so none shows before there is something to see.
 *
 * @param {PlayerMedia} media
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
function trackCaptions(media, player, signal) {
  const tracks = [...media.textTracks ?? []].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  if (!tracks.length) return null;
  const shown = tracks.find(({ mode }) => mode === "showing");
  const language = document.getElementById("transcript")?.dataset.language;
  const wanted = tracks.find((track) => track.language === language) ?? shown ?? tracks[0];
  let hasPicture = !media.paused || media.currentTime > 0;
  let isAwaited = Boolean(shown ?? player.querySelector("track[data-default]"));
  /** @param {boolean} on */
  const show = (on) => {
    isAwaited = on && !hasPicture;
    for (const track of tracks) track.mode = on && hasPicture && track === wanted ? "showing" : "disabled";
  };
  const captions = {
    get on() {
      return isAwaited || tracks.some(({ mode }) => mode === "showing");
    },
    set on(on) {
      show(on);
    },
  };
  const begin = () => {
    if (hasPicture) return;
    hasPicture = true;
    show(captions.on);
  };
  for (const event of ["play", "seeking"]) media.addEventListener(event, begin, { signal });
  if (shown) show(true); // captions follow the language that is read
  return captions;
}
