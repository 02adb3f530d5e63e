/**
 * What single keys do anywhere on a page with a video. A table from key to act: one that has nothing to act on
 * says false, and the browser keeps its key. All can be switched off in the list that "?" opens.
 */

import { announce } from "./dom.js";
import { durationOf } from "../player/adapter.js";
import { isShortcut, isPlaySpace } from "./shortcut_filter.js";
import { bus } from "./event_bus.js";
import { clamp } from "./times.js";
import { t, formatNumber } from "./i18n.js";

/** Seconds: as arrows do on the time bar; twice that; a frame of European television. */
const STEP = 5;
const LEAP = 10;
const FRAME = 1 / 25;

export const ACTIONS = {
  k: () => press("toggle"),
  " ": (event) => isPlaySpace(event) && press("toggle"),
  j: () => seek(-LEAP),
  l: () => seek(LEAP),
  ArrowLeft: (event) => isInPlayer(event) && seek(-STEP),
  ArrowRight: (event) => isInPlayer(event) && seek(STEP),
  ",": () => bus.media?.paused && seek(-FRAME),
  ".": () => bus.media?.paused && seek(FRAME),
  "<": () => speed(-1),
  ">": () => speed(1),
  f: () => press("fullscreen"),
  c: () => press("captions", (isOn) => (isOn ? t("Captions on") : t("Captions off"))),
  m: () => press("mute", (isOn) => (isOn ? t("Sound off") : t("Sound on"))),
  "/": toSearch,
  n: () => toMatch("next"),
  N: () => toMatch("previous"),
  s: share,
  "?": list,
};
/** Held down, these go on; the others would flicker. */
const REPEATED = new Set(["j", "l", "ArrowLeft", "ArrowRight", ",", ".", "n", "N"]);

/** `kept` is what was pressed before this was loaded, `waiting` what kept it. */
export function start(_, signal, { kept, waiting }) {
  const pressed = (event) => {
    if (isShortcut(event)) act(event);
  };
  const clicked = ({ target }) => target.closest("[data-keys]") && list();
  document.addEventListener("keydown", pressed, { signal });
  document.addEventListener("click", clicked, { signal });
  waiting.abort();
  for (const event of kept) (event.type === "click" ? clicked : act)(event);
}

function act(event) {
  const name = nameOf(event);
  if (!Object.hasOwn(ACTIONS, name) || (event.repeat && !REPEATED.has(name))) return;
  if (ACTIONS[name](event) !== false) event.preventDefault();
}

/** Its letter, small but for N; on a keyboard of another script the one that is printed on Latin ones. */
function nameOf({ key, code, shiftKey }) {
  if (key.length > 1 || (/^[ -~]$/.test(key) && !/[a-z]/i.test(key))) return key;
  const letter = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? "");
  if (!shiftKey) return letter.toLowerCase();
  return letter.toUpperCase() === "N" ? "N" : ""; // Shift and another letter are nothing of ours
}

/** Presses a button of the player's bar, and tells what it did to those who do not see it. */
function press(name, told) {
  const button = document.querySelector(`#player [data-do="${name}"]`);
  if (!button || button.hidden || !bus.media) return false;
  button.click();
  if (told) announce(told(button.ariaPressed === "true"));
}

const isInPlayer = ({ target }) => Boolean(target.closest("#player, #dock"));

function seek(by) {
  const { media } = bus;
  if (!media) return false;
  const start = clamp(media.currentTime + by, 0, durationOf(media, document.getElementById("player")));
  bus.jump({ start, end: null }, { history: "replace" });
}

/** The next of the speeds that the bar offers. */
function speed(by) {
  const { media } = bus;
  const choice = document.querySelector('#player [data-do="rate"]');
  if (!media || !choice) return false;
  const rates = Array.from(choice.options, ({ value }) => Number(value));
  const rate = by > 0 ? rates.find((one) => one > media.playbackRate) : rates.findLast((one) => one < media.playbackRate);
  media.playbackRate = rate ?? media.playbackRate;
  announce(t("Speed {rate}×", { rate: formatNumber(media.playbackRate) }));
}

function toSearch() {
  const field = document.querySelector("#search input[type=search]");
  if (!field) return false;
  field.focus();
  field.select();
}

/** As the buttons beside the count do; who reads goes along, who stands at a button stays there. */
function toMatch(name) {
  const button = document.querySelector(`[data-nav]:not([hidden]) [data-do="${name}"]`);
  if (!button) return false;
  const at = document.activeElement;
  button.click();
  if (at === document.body || at.closest("#transcript")) bus.emit("focusrequest");
}

/** The passage of the line that has the focus. */
function share({ target }) {
  const passage = target.closest("#transcript .turn");
  if (!passage) return false;
  import("../sharing/share_buttons.js").then(async ({ addShareButton }) => {
    const link = addShareButton(passage, document.getElementById("transcript"));
    await import("../sharing/share_panel.js").then(({ openFromLink }) => openFromLink(link, target)).catch(() => location.assign(link.href));
  });
}

function list() {
  import("./shortcut_dialog.js").then(({ openShortcutDialog }) => openShortcutDialog()).catch((error) => console.error("The list of keys did not come:", error));
}
