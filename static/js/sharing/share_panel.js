/**
 * The share panel: one, of exactly the words that are selected or whose passage's button was pressed. The server
 * renders it; it is put after the passage of the last word, and leaves the focus to a selection.
 *
 * @import { Span, TextRange } from "../transcript/offsets.js"
 */

import { announce, closestTo, find, isStaticSite } from "../page/dom.js";
import { retryUntilDone } from "../page/connection.js";
import { bus } from "../page/event_bus.js";
import { fetchPartial } from "../page/fetch_partial.js";
import { t } from "../page/i18n.js";
import { scrollIntoWindow } from "../page/scroll.js";
import { lastIndexUpTo } from "../page/times.js";
import { transcriptUrl } from "../transcript/moment_marks.js";
import { mapPassages, parseSpans, textRangesOf } from "../transcript/offsets.js";
import { enableCopyButtons } from "./copy_buttons.js";

const transcript = find(document, "#transcript");
const map = mapPassages(transcript);

/**
 * `asked` is what the server was asked for, null for a panel that came with the page (`isOwn`); `opener` gets the
 * focus back; `isNew`: nobody went into it.
 *
 * @typedef {{ panel: HTMLElement, asked: string | null, opener: HTMLElement | null, isOwn: boolean, isNew: boolean }} OpenPanel
 */

/** @type {OpenPanel | null} */
let current = null;
/** @type {AbortController | null} */
let request = null;

document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);

/** Opens the panel that comes with a page whose address asks for it. */
export function openPagePanel() {
  open(find(document, "#share"), { isOwn: true });
}

/**
 * Opens the panel of a share button: of a passage, or the page's own.
 *
 * @param {HTMLAnchorElement} link the button
 * @param {HTMLElement} [opener] what gets the focus back: for a key, its cue
 */
export async function openFromLink(link, opener = link) {
  /** @type {HTMLElement | null} */
  const own = link.closest("#share");
  if (own) open(own, { opener, isOwn: true });
  else await fetchPanel({ t: new URL(link.href).searchParams.get("t") ?? "" }, opener);
  if (current?.opener === opener) focusPanel(current);
}

/**
 * Opens the panel of a span of the running text, in the place of the one before.
 *
 * @param {Span} span
 * @param {HTMLElement} [button] that was pressed for it: the focus goes into the panel, and back
 */
export async function openForSpan(span, button) {
  const [first] = textRangesOf(map, span);
  await fetchPanel({ words: span.join("-") }, button ?? first?.[0].parentElement?.closest("a") ?? null);
  if (button && current?.opener === button) focusPanel(current);
}

/**
 * @param {Record<string, string>} query
 * @param {HTMLElement | null} opener
 */
async function fetchPanel(query, opener) {
  cancel();
  const asked = String(Object.values(query));
  if (current?.asked === asked) return;
  request = new AbortController();
  const { signal } = request;
  try {
    replace(await loadPanel(query, signal), asked, opener);
  } catch (error) {
    if (isAbort(error)) return;
    if (!isUnreachable(error)) throw error;
    const { createOfflinePanel } = await import("./offline_panel.js");
    const offline = createOfflinePanel(transcript, map, query);
    replace(offline, null, opener);
    retryUntilDone(() => replaceOffline(offline, query, asked, opener), signal);
  }
}

/**
 * @param {HTMLElement | null} panel null where there are no words
 * @param {string | null} asked
 * @param {HTMLElement | null} opener
 */
function replace(panel, asked, opener) {
  const hadFocus = Boolean(current?.panel.contains(document.activeElement));
  remove({ isReplaced: true });
  if (panel) open(place(panel), { asked, opener });
  else bus.emit("shareclose");
  if (hadFocus && current) focusPanel(current);
}

/**
 * Puts the whole panel in the place of the one that was made without the site, unless that was closed.
 *
 * @param {HTMLElement | null} offline
 * @param {Record<string, string>} query
 * @param {string} asked
 * @param {HTMLElement | null} opener
 * @returns {Promise<boolean>} false where the site still cannot be reached
 */
async function replaceOffline(offline, query, asked, opener) {
  try {
    const panel = await loadPanel(query, new AbortController().signal);
    if (offline && current?.panel === offline) replace(panel, asked, opener);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Record<string, string>} query
 * @param {AbortSignal} signal
 */
async function loadPanel(query, signal) {
  if (!isStaticSite()) return fetchPartial(transcriptUrl(transcript, { part: "share", ...query }), "share", signal);
  const { fillShareForm } = await import("../static_site/share_form.js");
  return fillShareForm(transcript, map, query, signal);
}

/** Aborts the request that is under way: other words are being selected. */
export function cancel() {
  request?.abort();
}

/** As `fetch` says that there was no answer. @param {unknown} error */
const isUnreachable = (error) => error instanceof TypeError;

/** @param {unknown} error */
const isAbort = (error) => error instanceof DOMException && error.name === "AbortError";

/**
 * The span of the words that a panel shares.
 *
 * @param {HTMLElement} panel
 * @returns {Span}
 */
const spanOf = (panel) => parseSpans(panel.dataset.words)[0] ?? [0, 0];

/** @param {HTMLElement} panel */
function place(panel) {
  document.getElementById("share")?.remove();
  const [, end] = spanOf(panel);
  const passage = map.passages[lastIndexUpTo(map.starts, end - 1)];
  const other = passage.nextElementSibling; // the same in another language
  (other?.matches(".beside") ? other : passage).after(panel);
  return panel;
}

/**
 * @param {HTMLElement} panel
 * @param {{ asked?: string | null, opener?: HTMLElement | null, isOwn?: boolean }} options
 */
function open(panel, { asked = null, opener = null, isOwn = false }) {
  current = { panel, asked, opener, isOwn, isNew: true };
  panel.classList.remove("is-closed");
  panel.classList.add("is-open");
  enableCopyButtons(panel);
  panel.addEventListener("toggle", onToggle, true);
  find(panel, "[data-close]").hidden = false;
  if (panel.querySelector("[data-send]") && canSend(panel)) offerToSend(panel, true);
  const ranges = textRangesOf(map, spanOf(panel));
  highlight(ranges, isOwn);
  bus.emit("shareopen");
  // The words matter more than the panel: they are scrolled into view last.
  scrollIntoWindow(panel);
  scrollIntoWindow(ranges.at(-1)?.[0].parentElement);
  announce(t("{words} selected, share panel", { words: find(panel, "[data-count]").textContent ?? "" }));
}

/**
 * Highlights the words without a change to them, which would disturb a selection; an old browser shows that alone.
 *
 * @param {TextRange[]} textRanges
 * @param {boolean} isMarked whether the page marks them itself
 */
function highlight(textRanges, isMarked) {
  if (!CSS.highlights) return;
  const ranges = textRanges.map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  });
  CSS.highlights.set("shared", new Highlight(...ranges));
  transcript.classList.toggle("is-sharing", ranges.length > 0 && !isMarked);
}

/** What unfolds is seen, also where the dock covers the window's edge. @param {Event} event */
function onToggle({ target }) {
  if (target instanceof HTMLDetailsElement && target.open) scrollIntoWindow(target.querySelector(".share-more"));
}

/** Closes the panel; the focus of who was in it goes back to where it was opened from. */
export function close() {
  const wasOpen = current !== null;
  remove();
  if (wasOpen) bus.emit("shareclose");
}

/** @param {{ isReplaced?: boolean }} [options] */
function remove({ isReplaced = false } = {}) {
  if (!isReplaced) cancel();
  if (!current) return;
  const { panel, opener, isOwn } = current;
  const hadFocus = panel.contains(document.activeElement);
  current = null;
  highlight([], false);
  if (isOwn) {
    panel.classList.remove("is-open");
    panel.classList.add("is-closed");
    // The address no longer asks for it; whoever copies it from there shares the words.
    if (location.hash === "#share") history.replaceState(history.state, "", location.pathname + location.search);
  } else {
    panel.remove();
  }
  if (hadFocus) (opener ?? panel.querySelector("a.share-open"))?.focus({ preventScroll: true });
}

/** @param {OpenPanel} opened */
function focusPanel(opened) {
  opened.isNew = false;
  find(opened.panel, ".share-acts :is(a, button):not([hidden])").focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (!current) return;
  if (closestTo(event, "[data-send]")) send(current.panel);
  else if (closestTo(event, "[data-close]")) leave();
  else if (!closestTo(event, "#share, [data-share]") && getSelection()?.isCollapsed) close();
}

function leave() {
  const selection = getSelection();
  if (selection && transcript.contains(selection.anchorNode)) selection.removeAllRanges();
  close();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!current || event.defaultPrevented) return;
  if (event.key === "Escape") {
    event.preventDefault();
    leave();
  } else if (event.key === "Tab" && !event.shiftKey && current.isNew) {
    current.isNew = false;
    const focused = document.activeElement;
    if (current.panel.contains(focused) || !(focused === document.body || transcript.contains(focused))) return;
    event.preventDefault(); // the next Tab of who selected by keyboard or hears the page leads into the panel
    focusPanel(current);
  }
}

// To other places: the device's own sheet where there is one, else links.

/** @param {HTMLElement} panel */
function messageOf(panel) {
  const { title = "", text = "" } = panel.dataset;
  /** @type {HTMLInputElement} */
  const link = find(panel, "#share-link");
  return { title, text, url: link.value };
}

/** @param {HTMLElement} panel */
function canSend(panel) {
  return Boolean(navigator.share) && (navigator.canShare?.(messageOf(panel)) ?? true);
}

/**
 * @param {HTMLElement} panel
 * @param {boolean} isPossible
 */
function offerToSend(panel, isPossible) {
  find(panel, "[data-send]").hidden = !isPossible;
  find(panel, "[data-plain]").hidden = isPossible;
}

/** @param {HTMLElement} panel */
async function send(panel) {
  try {
    await navigator.share(messageOf(panel));
  } catch (error) {
    if (isAbort(error)) return; // the visitor thought better of it
    offerToSend(panel, false);
    find(panel, "[data-plain]").setAttribute("open", "");
  }
}
