import assert from "node:assert/strict";
import { test } from "node:test";
import { clamp, formatClock, formatSpoken, lastIndexUpTo } from "../../static/js/page/times.js";

for (const [seconds, clock] of [
  [0, "0:00"],
  [7.99, "0:07"],
  [121, "2:01"],
  [3723, "1:02:03"],
  [-3, "0:00"],
  [NaN, "0:00"],
]) {
  test(`${seconds} seconds are shown as ${clock}`, () => assert.equal(formatClock(seconds), clock));
}

for (const [seconds, words] of [
  [121, "2 minutes 1 second"],
  [0, "0 seconds"],
  [3600, "1 hour"],
  [7322, "2 hours 2 minutes 2 seconds"],
  [NaN, "0 seconds"],
]) {
  test(`${seconds} seconds are spoken as ${words}`, () => assert.equal(formatSpoken(seconds), words));
}

for (const [numbers, value, index] of [
  [[0, 2, 4], -1, -1],
  [[0, 2, 4], 0, 0],
  [[0, 2, 4], 3.9, 1],
  [[0, 2, 4], 99, 2],
  [[0, 2, 2, 2, 4], 2, 3],
  [[], 1, -1],
]) {
  test(`the last of [${numbers}] up to ${value} has index ${index}`, () =>
    assert.equal(lastIndexUpTo(numbers, value), index));
}

for (const [value, clamped] of [[-1, 0], [0, 0], [5, 5], [11, 10], [Infinity, 10], [-Infinity, 0]]) {
  test(`${value} is clamped to ${clamped}`, () => assert.equal(clamp(value, 0, 10), clamped));
}
