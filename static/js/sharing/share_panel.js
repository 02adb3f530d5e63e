/**
 * The share panel: one, of exactly the words that are selected or whose passage was pressed. It is made by the
 * server, comes to stand behind the passage of the last word, and leaves the focus to a selection.
 */

import { enableCopyButtons } from "./copy_buttons.js";
import { announce } from "../page/dom.js";
import { transcriptUrl } from "../transcript/moment_marks.js";
import { mapPassages, parseSpans, textRangesOf } from "../transcript/offsets.js";
import { fetchPartial } from "../page/fetch_partial.js";
import { bus } from "../page/event_bus.js";
import { lastIndexUpTo } from "../page/times.js";
import { t } from "../page/i18n.js";

const transcript = document.getElementById("transcript");
const map = mapPassages(transcript);
/** {panel, opener, isOwn: the page came with it, isNew: nobody went into it}; null while there is none. */
let shown = null;
let request = null;

document.addEventListener("click", clicked);
document.addEventListener("keydown", pressed);

/** The panel that stands in a page whose address asks for it. */
export function openPagePanel() {
  open(document.getElementById("share"), { isOwn: true });
}

/** The share control of a passage, or that of the page's own panel, was pressed; or a key on its line, `opener`. */
export async function openFromLink(link, opener = link) {
  const own = link.closest("#share");
  if (own) open(own, { opener, isOwn: true });
  else await get({ t: new URL(link.href).searchParams.get("t") }, opener);
  if (shown?.opener === opener) goInto();
}

/** Opens the panel of a span of the running text, in the place of the one before. */
export async function openForSpan(span) {
  await get({ words: span.join("-") }, textRangesOf(map, span)[0]?.[0].parentElement.closest("a"));
}

async function get(what, opener) {
  cancel();
  const asked = String(Object.values(what));
  if (shown?.asked === asked) return;
  request = new AbortController();
  try {
    const url = transcriptUrl(transcript, { part: "share", ...what });
    const panel = await fetchPartial(url, "share", request.signal);
    close();
    if (panel) open(place(panel), { asked, opener });
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

/** Forgets what was asked for: other words are being selected. */
export function cancel() {
  request?.abort();
}

function place(panel) {
  document.getElementById("share")?.remove();
  const [[, end]] = parseSpans(panel.dataset.words);
  const passage = map.texts[lastIndexUpTo(map.starts, end - 1)];
  const other = passage.nextElementSibling; // the same in another language
  (other?.matches(".beside") ? other : passage).after(panel);
  return panel;
}

function open(panel, { asked = null, opener = null, isOwn = false }) {
  shown = { panel, asked, opener, isOwn, isNew: true };
  panel.classList.remove("is-closed");
  panel.classList.add("is-open");
  enableCopyButtons(panel);
  panel.querySelector("[data-close]").hidden = false;
  if (canSend(panel)) offerToSend(panel, true);
  const parts = textRangesOf(map, parseSpans(panel.dataset.words)[0]);
  light(parts, isOwn);
  bus.emit("shareopen");
  // The words matter more than the panel: they are brought into view last.
  panel.scrollIntoView({ block: "nearest" });
  parts.at(-1)[0].parentElement.scrollIntoView({ block: "nearest" });
  announce(t("{words} selected, share panel", { words: panel.querySelector("[data-count]").textContent }));
}

/** The words are lit without a change to them, which would disturb a selection; an old browser shows that alone. */
function light(parts, isMarked) {
  if (!CSS.highlights) return;
  const ranges = parts.map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  });
  CSS.highlights.set("shared", new Highlight(...ranges));
  transcript.classList.toggle("is-sharing", ranges.length > 0 && !isMarked);
}

/** Closes the panel; who was in it goes back to where it was opened from. */
export function close() {
  cancel();
  if (!shown) return;
  const { panel, opener, isOwn } = shown;
  const wasInside = panel.contains(document.activeElement);
  shown = null;
  light([]);
  if (isOwn) {
    panel.classList.remove("is-open");
    panel.classList.add("is-closed");
    // The address no longer asks for it; whoever copies it from there shares the words.
    if (location.hash === "#share") history.replaceState(history.state, "", location.pathname + location.search);
  } else {
    panel.remove();
  }
  if (wasInside) (opener ?? panel.querySelector("[data-share]")).focus({ preventScroll: true });
}

const goInto = () => {
  shown.isNew = false;
  shown.panel.querySelector(".share-acts :is(a, button):not([hidden])").focus({ preventScroll: true });
};

function clicked({ target }) {
  if (!shown) return;
  if (target.closest("[data-send]")) send(shown.panel);
  else if (target.closest("[data-close]")) leave();
  else if (!target.closest("#share, [data-share]") && getSelection().isCollapsed) close();
}

function leave() {
  if (transcript.contains(getSelection().anchorNode)) getSelection().removeAllRanges();
  close();
}

function pressed(event) {
  if (!shown || event.defaultPrevented) return;
  if (event.key === "Escape") {
    event.preventDefault();
    leave();
  } else if (event.key === "Tab" && !event.shiftKey && shown.isNew) {
    shown.isNew = false;
    const at = document.activeElement;
    if (shown.panel.contains(at) || !(at === document.body || transcript.contains(at))) return;
    event.preventDefault(); // whoever selected by keyboard or hears the page finds it behind the next Tab
    goInto();
  }
}

// To other places: the device's own sheet where there is one, else links.

function messageOf({ dataset }) {
  return { title: dataset.title, text: dataset.text, url: document.getElementById("share-link").value };
}

function canSend(panel) {
  return Boolean(navigator.share) && (navigator.canShare?.(messageOf(panel)) ?? true);
}

function offerToSend(panel, canBe) {
  panel.querySelector("[data-send]").hidden = !canBe;
  panel.querySelector("[data-plain]").hidden = canBe;
}

async function send(panel) {
  try {
    await navigator.share(messageOf(panel));
  } catch ({ name }) {
    if (name === "AbortError") return; // the visitor thought better of it
    offerToSend(panel, false);
    panel.querySelector("[data-plain]").open = true;
  }
}
