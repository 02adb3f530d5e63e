/**
 * Words that are selected open the share panel, once the hand that selects them has let go: with a mouse, a
 * finger and its handles, the keys of a browser's caret, or the keys here. From a line that has the focus, the
 * right and left arrows go from word to word, and with Shift they take more words in, or fewer.
 */

import { mapPassages, textRangesOf } from "../transcript/offsets.js";
import { clamp, lastIndexUpTo } from "../page/times.js";

/** Handles and keys tell nobody when they are let go: they have when nothing changed for so long, milliseconds. */
const REST = 400;

export function start(transcript, signal) {
  const map = mapPassages(transcript);
  const options = { signal, passive: true, capture: true };
  let isHeld = false;
  let hasChanged = false; // since it was held: a press elsewhere is no selection
  let isWalking = false; // a word that is passed by is no wish to share it
  let timer;
  let share = null; // the panel's module, once there was something to share

  async function settle() {
    const span = isHeld || isWalking ? null : spanOf(map, transcript);
    if (!span) return;
    share ??= await import("./share_panel.js");
    await share.openForSpan(span);
  }

  function wait(rest) {
    clearTimeout(timer);
    timer = setTimeout(settle, rest);
  }

  function hold(held, rest) {
    isHeld = held;
    isWalking = false;
    clearTimeout(timer);
    if (held) hasChanged = false;
    else if (hasChanged) wait(rest);
  }

  const isTouch = ({ pointerType }) => pointerType === "touch"; // long presses cancel their pointer, not their touch
  addEventListener("pointerdown", (event) => isTouch(event) || hold(true), options);
  addEventListener("pointermove", (event) => (isHeld ||= !isTouch(event) && event.buttons > 0), options);
  for (const type of ["pointerup", "pointercancel"]) {
    // A click into a selection drops it only after this.
    addEventListener(type, (event) => isTouch(event) || hold(false, 0), options);
  }
  for (const type of ["touchstart", "touchend", "touchcancel"]) {
    addEventListener(type, ({ touches }) => hold(touches.length > 0, REST), options);
  }
  document.addEventListener("selectionchange", () => {
    if (!spanOf(map, transcript)) return;
    hasChanged = true;
    share?.cancel();
    if (!isHeld) wait(REST);
  }, { signal });
  if (spanOf(map, transcript)) wait(REST); // selected while this was loading
  transcript.addEventListener("keydown", (event) => {
    const line = event.target.closest("a[data-start]");
    const by = line && { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || !Intl.Segmenter) return;
    event.preventDefault();
    const step = event.shiftKey ? extend : walk;
    step(map, line, transcript.dir === "rtl" ? -by : by);
    isWalking = !event.shiftKey;
    if (isWalking || getSelection().isCollapsed) share?.close();
  }, { signal });
}

/**
 * What is selected of the running text, [start, end]; null when nothing is. Who begins in the words and ends
 * beside them means words; who selects all of the page does not.
 */
function spanOf(map, transcript) {
  const selection = getSelection();
  if (selection.isCollapsed || !isInWords(transcript, selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const touched = map.texts.flatMap((text, index) => (range.intersectsNode(text) ? [index] : []));
  if (!touched.length) return null;
  const [first, last] = [touched[0], touched.at(-1)];
  const start = offsetIn(map.texts[first], range.startContainer, range.startOffset) ?? 0;
  const end = offsetIn(map.texts[last], range.endContainer, range.endOffset) ?? map.texts[last].textContent.length;
  const span = [map.starts[first] + start, map.starts[last] + end];
  return span[1] > span[0] ? span : null;
}

function isInWords(transcript, node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return transcript.contains(element) && !element.closest("#share");
}

/** How many characters of a text stand before a place in it; null for a place outside. */
function offsetIn(text, node, offset) {
  if (!text.contains(node)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Selects the next word, or the one before; the focus goes along, from line to line. */
function walk(map, line, by) {
  const [anchor, focus] = ends(map, line);
  const to = nextWord(map, by > 0 ? focus : anchor, by);
  const other = nextWord(map, to, -by);
  const part = select(map, Math.min(to, other), Math.max(to, other));
  part.parentElement.closest("a")?.focus({ preventScroll: true });
}

/** Moves the end of the selection by one word. */
function extend(map, line, by) {
  const [anchor, focus] = ends(map, line);
  select(map, anchor, nextWord(map, focus, by));
}

/** Where the selection begins and where it is moved, if it was begun in this line; else the line's start, twice. */
function ends(map, line) {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
  const place = (node, offset) => {
    const index = map.texts.findIndex((text) => text.contains(node));
    return index < 0 ? null : map.starts[index] + offsetIn(map.texts[index], node, offset);
  };
  const begin = place(line, 0);
  if (!line.contains(anchorNode)) return [begin, begin];
  return [place(anchorNode, anchorOffset), place(focusNode, focusOffset) ?? begin];
}

/** Selects from here to there, and brings there into view; returns the text node there. */
function select(map, anchor, focus) {
  const to = pointAt(map, focus, focus > anchor);
  getSelection().setBaseAndExtent(...pointAt(map, anchor, anchor > focus), ...to);
  to[0].parentElement.scrollIntoView({ block: "nearest" });
  return to[0];
}

/** The end of the next word from here, or the start of the one before; from the last one nowhere. */
export function nextWord({ starts, texts }, from, by) {
  const { lang } = document.getElementById("transcript");
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: "word" });
  for (let i = clamp(lastIndexUpTo(starts, by > 0 ? from : from - 1), 0, starts.length - 1); texts[i]; i += by) {
    const words = [...segmenter.segment(texts[i].textContent)].filter(({ isWordLike }) => isWordLike);
    const edges = words.map(({ index, segment }) => starts[i] + index + (by > 0 ? segment.length : 0));
    const next = by > 0 ? edges.find((edge) => edge > from) : edges.findLast((edge) => edge < from);
    if (next !== undefined) return next;
  }
  return from;
}

/** A place in the page for a place in the running text: behind the character before it, or before the one behind. */
function pointAt(map, offset, isEnd) {
  const [before, behind] = [textRangesOf(map, [offset - 1, offset])[0], textRangesOf(map, [offset, offset + 1])[0]];
  if (before && (isEnd || !behind)) return [before[0], before[2]];
  return [behind[0], behind[1]];
}
