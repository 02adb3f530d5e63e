/**
 * What single keys do anywhere on a page with a video. An action that has nothing to act on returns false, and the
 * browser keeps its key. All can be switched off in the list that "?" opens.
 */

import { durationOf } from "../player/adapter.js";
import { announce, closestTo, find } from "./dom.js";
import { bus } from "./event_bus.js";
import { formatNumber, t } from "./i18n.js";
import { focusSearch, isPlaySpace, isShortcut } from "./shortcut_filter.js";
import { clamp } from "./times.js";

const STEP_SECONDS = 5; // as arrows do on the time slider
const LEAP_SECONDS = 10;
const FRAME_SECONDS = 1 / 25; // of European television

/** @type {Record<string, (event: KeyboardEvent) => unknown>} */
export const ACTIONS = {
  k: () => press("toggle"),
  " ": (event) => isPlaySpace(event) && press("toggle"),
  j: () => seek(-LEAP_SECONDS),
  l: () => seek(LEAP_SECONDS),
  ArrowLeft: (event) => isInPlayer(event) && seek(-STEP_SECONDS),
  ArrowRight: (event) => isInPlayer(event) && seek(STEP_SECONDS),
  ",": () => isPaused() && seek(-FRAME_SECONDS),
  ".": () => isPaused() && seek(FRAME_SECONDS),
  "<": () => changeSpeed(-1),
  ">": () => changeSpeed(1),
  f: () => press("fullscreen"),
  c: () => press("captions", (isOn) => (isOn ? t("Captions on") : t("Captions off"))),
  m: () => press("mute", (isOn) => (isOn ? t("Sound off") : t("Sound on"))),
  "/": focusSearch,
  n: () => stepMatch("next"),
  N: () => stepMatch("previous"),
  s: share,
  "?": openDialog,
};
/** Held down, these go on; the others would flicker. */
const REPEATED = new Set(["j", "l", "ArrowLeft", "ArrowRight", ",", ".", "n", "N"]);

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 * @param {{ kept: (KeyboardEvent | MouseEvent)[], waiting: AbortController }} trigger what was pressed before this
 *   module was loaded, and the controller of the listeners that kept it
 */
export function start(_, signal, { kept, waiting }) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (isShortcut(event)) act(event);
  };
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    if (closestTo(event, "[data-keys]")) openDialog();
  };
  document.addEventListener("keydown", onKey, { signal });
  document.addEventListener("click", onClick, { signal });
  waiting.abort();
  for (const event of kept) {
    if (event instanceof KeyboardEvent) act(event);
    else onClick(event);
  }
}

/** @param {KeyboardEvent} event */
function act(event) {
  const name = actionName(event);
  if (!Object.hasOwn(ACTIONS, name) || (event.repeat && !REPEATED.has(name))) return;
  if (ACTIONS[name](event) !== false) event.preventDefault();
}

/**
 * The key as ACTIONS names it: a letter is small but for N; on a keyboard of another script it is the one that is
 * printed on Latin keyboards.
 *
 * @param {KeyboardEvent} event
 */
function actionName({ key, code, shiftKey }) {
  if (key.length > 1 || (/^[ -~]$/.test(key) && !/[a-z]/i.test(key))) return key;
  const letter = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? "");
  if (!shiftKey) return letter.toLowerCase();
  return letter.toUpperCase() === "N" ? "N" : ""; // Shift with another letter is no shortcut
}

/**
 * Presses a button of the player's bar, and tells those who do not see it what it did.
 *
 * @param {string} name
 * @param {(isOn: boolean) => string} [describe]
 */
function press(name, describe) {
  /** @type {HTMLElement | null} */
  const button = document.querySelector(`#player [data-do="${name}"]`);
  if (!button || button.hidden || !bus.media) return false;
  button.click();
  if (describe) announce(describe(button.ariaPressed === "true"));
  return true;
}

const isPaused = () => Boolean(bus.media?.paused);

/** @param {KeyboardEvent} event */
const isInPlayer = (event) => Boolean(closestTo(event, "#player, #dock"));

/** @param {number} by seconds */
function seek(by) {
  const { media } = bus;
  if (!media) return false;
  const start = clamp(media.currentTime + by, 0, durationOf(media, find(document, "#player")));
  bus.jump({ start, end: null }, { history: "replace" });
  return true;
}

/**
 * Takes the next of the speeds that the bar offers.
 *
 * @param {1 | -1} by
 */
function changeSpeed(by) {
  const { media } = bus;
  /** @type {HTMLSelectElement | null} */
  const select = document.querySelector('#player [data-do="rate"]');
  if (!media || !select) return false;
  const rates = Array.from(select.options, ({ value }) => Number(value));
  const current = media.playbackRate;
  const rate = by > 0 ? rates.find((one) => one > current) : rates.findLast((one) => one < current);
  media.playbackRate = rate ?? current;
  announce(t("Speed {rate}×", { rate: formatNumber(media.playbackRate) }));
  return true;
}

/**
 * Does what the buttons beside the count do. The focus of who reads goes along, that of who uses a button stays.
 *
 * @param {"next" | "previous"} name
 */
function stepMatch(name) {
  /** @type {HTMLElement | null} */
  const button = document.querySelector(`[data-nav]:not([hidden]) [data-do="${name}"]`);
  if (!button) return false;
  const focused = document.activeElement;
  button.click();
  if (focused === document.body || focused?.closest("#transcript")) bus.emit("focusrequest");
  return true;
}

/**
 * Shares the passage of the cue that has the focus.
 *
 * @param {KeyboardEvent} event
 */
function share(event) {
  const passage = closestTo(event, "#transcript .turn");
  if (!passage) return false;
  openSharePanel(passage, closestTo(event, "*"));
  return true;
}

/**
 * @param {HTMLElement} passage
 * @param {HTMLElement | null} opener what gets the focus back
 */
async function openSharePanel(passage, opener) {
  const { addShareButton } = await import("../sharing/share_buttons.js");
  const link = addShareButton(passage, find(document, "#transcript"));
  try {
    const { openFromLink } = await import("../sharing/share_panel.js");
    await openFromLink(link, opener ?? link);
  } catch {
    if (navigator.onLine) location.assign(link.href);
  }
}

async function openDialog() {
  try {
    const { openShortcutDialog } = await import("./shortcut_dialog.js");
    await openShortcutDialog();
  } catch (error) {
    console.error("The list of shortcuts could not be opened:", error);
  }
}
