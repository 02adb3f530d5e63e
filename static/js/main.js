/**
 * The one script of a page: it finds the enhancements that the page has a place for and starts each.
 * Every page works without any of them, so one that fails is reported and the others go on.
 */

import { settled } from "./dom.js";
import { isShortcut, isSpace } from "./shortcut.js";
import { stage } from "./stage.js";

/** Enhancements without an element of their own, and what a page must have for them; the share panel copies by itself. */
const WHEREVER = {
  address: "#player, #search",
  copy: "[data-copy]:not(#share *)",
  keys: "#player, #search",
  near: "#transcript",
  rove: "#transcript",
  selection: "#transcript",
};

/** What nobody needs at once is loaded when it is: until then the page does it without script. */
const LATER = {
  search: (form) => !form.matches(":focus-within") && !asks("q") && first(form, "focusin", "pointerover"),
  selection: (words) => first(words, "pointerover", "focusin"),
  near: () => first(window, "scroll", "pointermove", "touchstart"),
  dock: () => !asks("t") && first(stage, "started", "moment"),
  back: () => first(stage, "started"),
  keys: () => firstKey(),
  rove: () => Promise.race([settled(), first(document, "keydown", "pointerdown", "focusin")]),
};

const asks = (name) => new URLSearchParams(location.search).has(name);

function first(target, ...types) {
  return new Promise((resolve) => {
    for (const type of types) target.addEventListener(type, resolve, { once: true });
  });
}

/** The first key, or press on the button that lists them, loads what keys do; until that is there, they are kept for it. */
function firstKey() {
  const waiting = new AbortController();
  const kept = [];
  return new Promise((resolve) => {
    const hear = (event) => {
      const isOurs = event.type === "click" ? event.target.closest("[data-keys]") : isShortcut(event);
      if (!isOurs) return;
      if (isSpace(event) || event.key === "/") event.preventDefault();
      kept.push(event);
      resolve({ kept, waiting });
    };
    for (const type of ["keydown", "click"]) document.addEventListener(type, hear, { signal: waiting.signal });
  });
}

async function start(name, element) {
  const listeners = new AbortController();
  try {
    const awaited = await LATER[name]?.(element);
    const module = await import(`./${name}.js`);
    await module.start(element, listeners.signal, awaited);
  } catch (error) {
    listeners.abort(); // half an enhancement is worse than none
    console.error(`"${name}" did not start:`, error);
  }
}

document.documentElement.classList.add("js");
for (const element of document.querySelectorAll("[data-module]")) {
  start(element.dataset.module, element);
}
for (const [name, selector] of Object.entries(WHEREVER)) {
  const element = document.querySelector(selector);
  if (element) start(name, element);
}
