/**
 * The entry: it finds the modules that the page has a place for and starts each. Every page works without any of
 * them, so one that fails is reported and the others go on.
 */

import { closestTo, findAll, whenIdle } from "./page/dom.js";
import { bus } from "./page/event_bus.js";
import { t } from "./page/i18n.js";
import { focusSearch, isPlaySpace, isShortcut } from "./page/shortcut_filter.js";

/** Modules without an element of their own, by what a page must have for them; the share panel starts its own copy buttons. */
const PAGE_MODULES = {
  "page/address": "#player, #search",
  "sharing/copy_buttons": "[data-copy]:not(#share *)",
  "page/language_change": "#player",
  "page/offline": "#player, #search",
  "page/shortcuts": "#player, #search",
  "transcript/reading_mark": ".is-beside",
  "player/chapter_list": ".chs",
  "sharing/share_buttons": "#transcript",
  "transcript/auto_scroll": "#transcript",
  "transcript/roving_focus": "#transcript",
  "sharing/selection": "#transcript",
};

/**
 * When a module is loaded that nobody needs at once: when the promise is fulfilled, whose value its `start` gets as
 * the last argument. Until then the page does its work without script.
 *
 * @type {Record<string, (element: HTMLElement) => unknown>}
 */
const LOAD_TRIGGERS = {
  "search/search_form": (form) => !form.matches(":focus-within") && !hasParameter("q") && firstEvent(form, "focusin", "pointerover"),
  "sharing/selection": (transcript) => firstEvent(transcript, "pointerover", "focusin"),
  "sharing/share_buttons": () => firstUse(),
  "page/language_change": () => !isToGoOn() && !hasParameter("q") && firstUse(), // a search goes to a moment by itself
  "page/offline": () => firstUse(),
  "player/dock": () => !hasParameter("t") && firstEvent(bus, "firstplay", "momentchange"),
  "player/chapter_list": () => firstEvent(bus, "firstplay"),
  "transcript/auto_scroll": () =>
    firstEvent(bus, "firstplay").then(() => ({ top: scrollY, height: document.documentElement.scrollHeight })),
  "transcript/current_cue_button": () => firstEvent(bus, "firstplay"),
  "page/shortcuts": () => firstShortcut(),
  "transcript/roving_focus": () => Promise.race([whenIdle(), firstEvent(document, "keydown", "pointerdown", "focusin")]),
};

/** Whether the page before this one has left something to play on: see page/language_change.js. */
function isToGoOn() {
  try {
    return "showcase-goes-on" in sessionStorage;
  } catch {
    return false; // nothing may be kept here
  }
}

/** Somebody is there: what they may need soon is loaded, as long as the line is up. */
function firstUse() {
  return new Promise((resolve) => {
    /** A browser also tells where a pointer is that lies still. @param {Event & { movementX?: number, movementY?: number }} event */
    const see = ({ type, movementX, movementY }) => (type === "pointermove" && !movementX && !movementY) || resolve(null);
    // A page of a moment or of a search scrolls there by itself.
    const scrolls = hasParameter("t") || hasParameter("q") ? [] : ["scroll"];
    for (const type of ["pointermove", "pointerdown", "wheel", "keydown", "focusin", ...scrolls]) {
      addEventListener(type, see, { passive: true });
    }
  });
}

/** @param {string} name */
const hasParameter = (name) => new URLSearchParams(location.search).has(name);

/**
 * @param {EventTarget} target
 * @param {...string} types
 */
function firstEvent(target, ...types) {
  return new Promise((resolve) => {
    for (const type of types) target.addEventListener(type, resolve, { once: true });
  });
}

/**
 * The first shortcut, or press on the button that lists them, loads the module of shortcuts; until it is there,
 * what is pressed is kept for it. "/" is done at once: the letters after it are meant for the field.
 */
function firstShortcut() {
  const waiting = new AbortController();
  const { signal } = waiting;
  /** @type {(KeyboardEvent | MouseEvent)[]} */
  const kept = [];
  return new Promise((resolve) => {
    /** @param {KeyboardEvent | MouseEvent} event */
    const keep = (event) => {
      kept.push(event);
      resolve({ kept, waiting });
    };
    document.addEventListener("keydown", (event) => {
      if (!isShortcut(event)) return;
      const isDone = event.key === "/" && focusSearch();
      if (isPlaySpace(event) || isDone) event.preventDefault();
      if (!isDone) keep(event);
    }, { signal });
    document.addEventListener("click", (event) => {
      if (closestTo(event, "[data-keys]")) keep(event);
    }, { signal });
  });
}

/**
 * @param {string} name
 * @param {HTMLElement} element
 */
async function start(name, element) {
  const listeners = new AbortController();
  try {
    const trigger = await LOAD_TRIGGERS[name]?.(element);
    const module = await import(`./${name}.js`).catch(async (error) => {
      if (navigator.onLine) throw error;
      await firstEvent(window, "online");
      return import(`./${name}.js`);
    });
    await module.start(element, listeners.signal, trigger);
  } catch (error) {
    listeners.abort(); // a module that works by half is worse than none
    console.error(`"${name}" did not start:`, error);
    if (!navigator.onLine) addEventListener("online", () => start(name, element), { once: true });
  }
}

document.documentElement.classList.add("js");
// Before the modules are there that know better: the browser's own page of errors would end what is played.
document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.defaultPrevented) return;
  event.preventDefault();
  const status = document.getElementById("search-status");
  if (status) status.textContent = t("The search could not reach the site. Check the connection, then press Enter.");
});
for (const element of findAll(document, "[data-module]")) start(element.dataset.module ?? "", element);
for (const [name, selector] of Object.entries(PAGE_MODULES)) {
  /** @type {HTMLElement | null} */
  const element = document.querySelector(selector);
  if (element) start(name, element);
}
