/**
 * The share button of every passage that is in reach: one for each of hundreds would weigh down the page, and
 * nobody presses one that is out of sight. Without script the time of a passage leads to the same panel.
 */

import { createIcon, createElement } from "../page/dom.js";

/** Sheets of passages a window above and below are in reach, too: whoever scrolls finds the buttons there. */
const REACH = "100% 0px";

export function start(transcript, signal) {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      for (const passage of target.querySelectorAll(".turn")) (isIntersecting ? addShareButton : remove)(passage, transcript);
    }
  }, { rootMargin: REACH });
  for (const sheet of transcript.querySelectorAll(".sheet")) observer.observe(sheet);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** The share button of a passage, made when there is none: it stands in the passage, and holds no text. */
export function addShareButton(passage, transcript) {
  return passage.querySelector(":scope > [data-share]") ?? passage.appendChild(button(timeOf(passage), transcript.dataset));
}

function button(time, { shareLabel }) {
  const url = new URL(time.href);
  url.hash = "share";
  const link = createElement("a", {
    className: "share-it",
    href: url.href,
    tabIndex: -1, // by key it is S, at any line
    "aria-label": shareLabel.replace("{time}", time.textContent),
  }, createIcon("share"));
  link.lang = document.documentElement.lang;
  link.dataset.share = "";
  return link;
}

function remove(passage) {
  const link = passage.querySelector(":scope > [data-share]");
  if (link && link !== document.activeElement) link.remove();
}

/** The link of a passage's time, before it. */
function timeOf(passage) {
  const before = passage.previousElementSibling;
  return before.matches(".time") ? before : before.querySelector(".time");
}
