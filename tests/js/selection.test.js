import assert from "node:assert/strict";
import { test } from "node:test";
import { nextWord } from "../../static/js/sharing/selection.js";

document.querySelector = () => ({ lang: "en" });

/** "The jug, here." and "And shade." as the running text has them. */
const MAP = { starts: [0, 15], passages: [{ textContent: "The jug, here." }, { textContent: "And shade." }] };

for (const [from, direction, to] of [
  [0, 1, 3],
  [3, 1, 7],
  [5, 1, 7],
  [7, 1, 13],
  [13, 1, 18],
  [24, 1, 24],
  [18, -1, 15],
  [15, -1, 9],
  [7, -1, 4],
  [0, -1, 0],
]) {
  test(`from ${from} the ${direction > 0 ? "next word ends" : "word before starts"} at ${to}`, () =>
    assert.equal(nextWord(MAP, from, direction), to));
}
