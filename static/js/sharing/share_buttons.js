/**
 * The share button of every passage near the window: one for each of hundreds would weigh down the page, and nobody
 * presses one that is out of sight. Without script the time of a passage leads to the same panel.
 */

import { createElement, createIcon, find, findAll } from "../page/dom.js";

/** Sheets of passages a window above and below have them, too: whoever scrolls finds the buttons there. */
const ROOT_MARGIN = "100% 0px";

/**
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
export function start(transcript, signal) {
  if (!transcript.querySelector("a[data-start]")) return; // the words have no times to be named by: see selection.js
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      for (const passage of findAll(target, ".turn")) {
        if (isIntersecting) addShareButton(passage, transcript);
        else removeShareButton(passage);
      }
    }
  }, { rootMargin: ROOT_MARGIN });
  for (const sheet of transcript.querySelectorAll(".sheet")) observer.observe(sheet);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * The share button of a passage, made when there is none: it is in the passage, and holds no text.
 *
 * @param {HTMLElement} passage
 * @param {HTMLElement} transcript
 */
export function addShareButton(passage, transcript) {
  return shareButtonOf(passage) ?? passage.appendChild(createButton(timeLinkOf(passage), transcript.dataset.shareLabel ?? ""));
}

/**
 * @param {HTMLElement} passage
 * @returns {HTMLAnchorElement | null}
 */
const shareButtonOf = (passage) => passage.querySelector(":scope > a[data-share]");

/**
 * @param {HTMLAnchorElement} time
 * @param {string} label with {time} in it
 */
function createButton(time, label) {
  const url = new URL(time.href);
  url.hash = "share";
  const link = createElement("a", {
    className: "share-it",
    href: url.href,
    tabIndex: -1, // by key it is S, at any cue
    "aria-label": label.replace("{time}", time.textContent ?? ""),
  }, createIcon("share"));
  link.lang = document.documentElement.lang;
  link.dataset.share = "";
  return link;
}

/** @param {HTMLElement} passage */
function removeShareButton(passage) {
  const link = shareButtonOf(passage);
  if (link !== document.activeElement) link?.remove();
}

/**
 * The link of a passage's time, before it.
 *
 * @param {HTMLElement} passage
 * @returns {HTMLAnchorElement}
 */
function timeLinkOf(passage) {
  const before = passage.previousElementSibling;
  if (before instanceof HTMLAnchorElement && before.matches(".time")) return before;
  return find(before ?? passage, ".time");
}
