/**
 * Words that are selected open the share panel, once the hand that selects them has let go: with a mouse, a finger
 * and its handles, the keys of a browser's caret, or the keys here. From a cue that has the focus, the right and left
 * arrows go from word to word, and with Shift they take more words in, or fewer.
 *
 * @import { PassageMap, Span } from "../transcript/offsets.js"
 */

import { closestTo, find } from "../page/dom.js";
import { clamp, lastIndexUpTo } from "../page/times.js";
import { mapPassages, textRangesOf } from "../transcript/offsets.js";

/** Handles and keys tell nobody when they are let go: they have been when nothing changed for so long. */
const SETTLE_MS = 400;
/** @type {Record<string, Direction>} */
const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * To the next word, or to the one before.
 *
 * @typedef {1 | -1} Direction
 */

/**
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
export function start(transcript, signal) {
  const map = mapPassages(transcript);
  const options = { signal, passive: true, capture: true };
  let isHeld = false;
  let hasChanged = false; // since it was held: a press elsewhere is no selection
  let isWalking = false; // a word that is passed by is no wish to share it
  let timer = 0;
  /** @type {typeof import("./share_panel.js") | null} loaded once there was something to share */
  let sharePanel = null;

  async function shareSelection() {
    const span = isHeld || isWalking ? null : selectedSpan(map, transcript);
    if (!span) return;
    sharePanel ??= await import("./share_panel.js");
    await sharePanel.openForSpan(span);
  }

  /** @param {number} delay milliseconds */
  function shareAfter(delay) {
    clearTimeout(timer);
    timer = setTimeout(shareSelection, delay);
  }

  function onHold() {
    isHeld = true;
    isWalking = false;
    clearTimeout(timer);
    hasChanged = false;
  }

  /** @param {number} delay milliseconds */
  function onRelease(delay) {
    isHeld = false;
    isWalking = false;
    clearTimeout(timer);
    if (hasChanged) shareAfter(delay);
  }

  /** Long presses cancel their pointer, not their touch. @param {PointerEvent} event */
  const isTouch = ({ pointerType }) => pointerType === "touch";
  addEventListener("pointerdown", (event) => isTouch(event) || onHold(), options);
  addEventListener("pointermove", (event) => {
    if (!isTouch(event) && event.buttons > 0) isHeld = true;
  }, options);
  for (const type of ["pointerup", "pointercancel"]) {
    // A click into a selection drops it only after this.
    addEventListener(type, (event) => event instanceof PointerEvent && !isTouch(event) && onRelease(0), options);
  }
  /** @param {TouchEvent} event */
  const onTouch = ({ touches }) => (touches.length > 0 ? onHold() : onRelease(SETTLE_MS));
  addEventListener("touchstart", onTouch, options);
  addEventListener("touchend", onTouch, options);
  addEventListener("touchcancel", onTouch, options);
  document.addEventListener("selectionchange", () => {
    if (!selectedSpan(map, transcript)) return;
    hasChanged = true;
    sharePanel?.cancel();
    if (!isHeld) shareAfter(SETTLE_MS);
  }, { signal });
  if (selectedSpan(map, transcript)) shareAfter(SETTLE_MS); // selected while this was loading
  transcript.addEventListener("keydown", (event) => {
    const cueLink = closestTo(event, "a[data-start]");
    const arrow = ARROWS[event.key];
    if (!cueLink || !arrow || event.altKey || event.ctrlKey || event.metaKey || !Intl.Segmenter) return;
    event.preventDefault();
    const direction = transcript.dir === "rtl" ? reverse(arrow) : arrow;
    if (event.shiftKey) extendSelection(map, cueLink, direction);
    else selectWord(map, cueLink, direction);
    isWalking = !event.shiftKey;
    if (isWalking || getSelection()?.isCollapsed) sharePanel?.close();
  }, { signal });
}

/**
 * @param {Direction} direction
 * @returns {Direction}
 */
const reverse = (direction) => (direction === 1 ? -1 : 1);

/**
 * What is selected of the running text; null when nothing is. Who begins in the transcript and ends beside it means
 * the transcript; who selects all of the page does not.
 *
 * @param {PassageMap} map
 * @param {HTMLElement} transcript
 * @returns {Span | null}
 */
function selectedSpan(map, transcript) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !isInText(transcript, selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const touched = map.passages.flatMap((passage, index) => (range.intersectsNode(passage) ? [index] : []));
  const [first, last] = [touched.at(0), touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = offsetIn(map.passages[first], range.startContainer, range.startOffset) ?? 0;
  const end = offsetIn(map.passages[last], range.endContainer, range.endOffset) ?? map.passages[last].textContent?.length ?? 0;
  /** @type {Span} */
  const span = [map.starts[first] + start, map.starts[last] + end];
  return span[1] > span[0] ? span : null;
}

/**
 * @param {HTMLElement} transcript
 * @param {Node | null} node
 */
function isInText(transcript, node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return Boolean(element && transcript.contains(element) && !element.closest("#share"));
}

/**
 * How many characters (UTF-16 units) of a passage are before a place in it; null for a place outside.
 *
 * @param {HTMLElement} passage
 * @param {Node | null} node
 * @param {number} offset
 */
function offsetIn(passage, node, offset) {
  if (!node || !passage.contains(node)) return null;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * Selects the next word, or the one before; the focus goes along, from cue to cue.
 *
 * @param {PassageMap} map
 * @param {HTMLElement} cueLink
 * @param {Direction} direction
 */
function selectWord(map, cueLink, direction) {
  const [anchor, focus] = selectionEnds(map, cueLink);
  const to = nextWord(map, direction > 0 ? focus : anchor, direction);
  const other = nextWord(map, to, reverse(direction));
  const node = select(map, Math.min(to, other), Math.max(to, other));
  node?.parentElement?.closest("a")?.focus({ preventScroll: true });
}

/**
 * Moves the end of the selection by one word.
 *
 * @param {PassageMap} map
 * @param {HTMLElement} cueLink
 * @param {Direction} direction
 */
function extendSelection(map, cueLink, direction) {
  const [anchor, focus] = selectionEnds(map, cueLink);
  select(map, anchor, nextWord(map, focus, direction));
}

/**
 * Where the selection begins and where it is moved, in the running text, if it was begun in this cue; else the cue's
 * start, twice.
 *
 * @param {PassageMap} map
 * @param {HTMLElement} cueLink
 * @returns {[anchor: number, focus: number]}
 */
function selectionEnds(map, cueLink) {
  const begin = offsetOf(map, cueLink, 0) ?? 0;
  const selection = getSelection();
  if (!selection || !cueLink.contains(selection.anchorNode)) return [begin, begin];
  return [
    offsetOf(map, selection.anchorNode, selection.anchorOffset) ?? begin,
    offsetOf(map, selection.focusNode, selection.focusOffset) ?? begin,
  ];
}

/**
 * The offset in the running text of a place in the page; null for a place outside.
 *
 * @param {PassageMap} map
 * @param {Node | null} node
 * @param {number} offset
 */
function offsetOf({ starts, passages }, node, offset) {
  const index = passages.findIndex((passage) => passage.contains(node));
  if (index < 0) return null;
  return starts[index] + (offsetIn(passages[index], node, offset) ?? 0);
}

/**
 * Selects from one offset to another, and scrolls the latter into view.
 *
 * @param {PassageMap} map
 * @param {number} anchor
 * @param {number} focus
 * @returns {Text | undefined} the text node of the latter
 */
function select(map, anchor, focus) {
  const from = placeAt(map, anchor, anchor > focus);
  const to = placeAt(map, focus, focus > anchor);
  if (!from || !to) return undefined;
  getSelection()?.setBaseAndExtent(...from, ...to);
  to[0].parentElement?.scrollIntoView({ block: "nearest" });
  return to[0];
}

/**
 * The end of the next word after an offset, or the start of the last one before it; from the last word nowhere.
 *
 * @param {PassageMap} map
 * @param {number} from
 * @param {Direction} direction
 */
export function nextWord({ starts, passages }, from, direction) {
  const { lang } = find(document, "#transcript");
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: "word" });
  const first = lastIndexUpTo(starts, direction > 0 ? from : from - 1);
  for (let i = clamp(first, 0, starts.length - 1); passages[i]; i += direction) {
    const segments = [...segmenter.segment(passages[i].textContent ?? "")];
    const words = segments.filter(({ isWordLike }) => isWordLike);
    const edges = words.map(({ index, segment }) => starts[i] + index + (direction > 0 ? segment.length : 0));
    const next = direction > 0 ? edges.find((edge) => edge > from) : edges.findLast((edge) => edge < from);
    if (next !== undefined) return next;
  }
  return from;
}

/**
 * The place in the page of an offset: after the character before it, or before the one after it.
 *
 * @param {PassageMap} map
 * @param {number} offset
 * @param {boolean} isEnd
 * @returns {[node: Text, offset: number] | null}
 */
function placeAt(map, offset, isEnd) {
  const [before] = textRangesOf(map, [offset - 1, offset]);
  const [after] = textRangesOf(map, [offset, offset + 1]);
  if (before && (isEnd || !after)) return [before[0], before[2]];
  return after ? [after[0], after[1]] : null;
}
