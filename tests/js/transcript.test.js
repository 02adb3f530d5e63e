import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSpans } from "../../static/js/transcript/offsets.js";
import { cueIndexAt, cueRangeOf } from "../../static/js/transcript/transcript.js";

const STARTS = [0, 2, 5];
const ENDS = [2, 3, 6];

for (const [seconds, index] of [[-1, -1], [0, 0], [1.999, 1], [2, 1], [3.4, 1], [3.61, -1], [5, 2], [6.4, 2], [7, -1]]) {
  test(`at ${seconds} s the spoken cue has index ${index}`, () => assert.equal(cueIndexAt(STARTS, ENDS, seconds), index));
}

for (const [start, end, range] of [
  [2, null, [1, 2]],
  [3.5, null, [2, 3]],
  [2, 5, [1, 2]],
  [0.5, 5.5, [0, 3]],
  [99, null, [3, 4]],
]) {
  test(`the cues from ${start} to ${end} are the server's`, () =>
    assert.deepEqual(cueRangeOf(STARTS, ENDS, { start, end }), range));
}

for (const [text, spans] of [
  ["3-7 12-20", [[3, 7], [12, 20]]],
  ["", []],
  [null, []],
  ["7-3 3-3 x-y 4 5-6", [[5, 6]]],
]) {
  test(`"${text}" are ${spans.length} spans`, () => assert.deepEqual(parseSpans(text), spans));
}
