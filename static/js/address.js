/**
 * The address says what is shown: `?t=` the moment that was jumped to, `?q=` what is looked for. A
 * jump of the visitor's makes an entry of the history, so that Back leads to the place before.
 */

import { afterNextFrame } from "./dom.js";
import { momentOf, searchWith } from "./moments.js";
import { stage } from "./stage.js";

/** Browsers refuse addresses that change all the time, and take milliseconds for each: a dragged slider and
 * letters that are typed are written when they rest. */
const REST = 300;

export function start(_, signal) {
  const query = () => new URLSearchParams(location.search).get("q") ?? "";
  /** What the address means: a hash that names a place in the page is none of it. */
  const meaning = () => location.search + JSON.stringify(momentOf(location));
  const language = document.getElementById("transcript")?.dataset.lang;
  let shown = meaning();
  let timer;

  function write(history, moment, words) {
    clearTimeout(timer);
    const url = location.pathname + searchWith(location.search, moment, words, language);
    const state = { time: moment?.start ?? 0, paused: stage.media?.paused ?? true };
    // In a frame of another site's page, Back is a matter of that page.
    if (history === "push" && self === top) window.history.pushState(state, "", url);
    else window.history.replaceState({ ...window.history.state, ...state }, "", url);
    shown = meaning();
  }

  /** The place that is left is kept with its entry: Back returns there, not to where it began. */
  function remember() {
    if (!stage.media) return;
    const { currentTime: time, paused } = stage.media;
    afterNextFrame(() => window.history.replaceState({ ...window.history.state, time, paused }, ""));
  }

  function jumped({ detail: { moment, history } }) {
    if (history === "keep") return;
    clearTimeout(timer);
    afterNextFrame(() => document.querySelector(".linked")?.remove()); // it speaks of the moment that the page was opened at
    if (history === "push") afterNextFrame(() => write("push", moment, words())); // it takes milliseconds
    else timer = setTimeout(() => write("replace", moment, words()), REST);
  }

  const words = () => document.querySelector("#search input[type=search]")?.value.trim() ?? query();

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(writeWords, REST);
  }

  function writeWords() {
    if (words() !== query()) write("replace", momentOf(location), words());
  }

  /** Back, Forward, or another hash. A link within the page changes nothing of this. */
  function returned({ state }) {
    if (meaning() === shown) return;
    shown = meaning();
    clearTimeout(timer);
    stage.say("asked", query());
    const moment = momentOf(location);
    const start = state?.time ?? moment?.start;
    if (start !== undefined && stage.media) {
      stage.jump({ start, end: moment?.end > start ? moment.end : null }, { history: "keep" });
      if (state?.paused) stage.media.pause();
    }
    stage.set("moment", { moment }); // marked is what the address asks for, wherever the player stood
  }

  stage.addEventListener("leave", remember, { signal });
  stage.addEventListener("jump", jumped, { signal });
  stage.addEventListener("query", typed, { signal });
  addEventListener("pagehide", writeWords, { signal }); // a page that is loaded again asks for what stands in the field
  addEventListener("popstate", returned, { signal });

  // A moment behind "#" is understood, and written where a server can see it.
  const moment = momentOf(location);
  if (moment && momentOf({ search: location.search, hash: "" }) === null) {
    write("replace", moment, query());
    stage.set("moment", { moment });
  }
}
