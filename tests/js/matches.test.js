import assert from "node:assert/strict";
import { test } from "node:test";
import { readMatches, stepIndex } from "../../static/js/search/matches.js";

for (const [index, by, next] of [[0, 1, 1], [4, 1, 0], [0, -1, 4]]) {
  test(`from ${index} of five a step of ${by} leads to ${next}`, () => assert.equal(stepIndex(index, by, 5), next));
}

/** The result of a search with rows of these data attributes. */
const result = (...rows) => ({ dataset: {}, querySelectorAll: () => rows.map((dataset) => ({ dataset })) });

test("matches come in the order of the text, whatever the order of the list", () => {
  const matches = readMatches(result({ times: "9 2", marks: "90-95 20-25" }, { times: "5", marks: "50-55" }));
  assert.deepEqual(matches.map(({ time, spans }) => [time, spans]), [[2, [[20, 25]]], [5, [[50, 55]]], [9, [[90, 95]]]]);
});

test("a result that tells of all matches needs no rows", () => {
  const matches = readMatches({ dataset: { times: "2 5", marks: "5-9+14-20 50-55" } });
  assert.deepEqual(matches.map(({ time, spans, row }) => [time, spans, row]), [[2, [[5, 9], [14, 20]], null], [5, [[50, 55]], null]]);
});

test("a quote in pieces is one match", () => {
  const [match, ...others] = readMatches(result({ times: "2", marks: "5-9+14-20" }));
  assert.deepEqual([match.spans, others], [[[5, 9], [14, 20]], []]);
});

test("a match in another language has no spans, and its time tells its place", () => {
  const matches = readMatches(result({ times: "5", marks: "50-55" }, { times: "3", marks: "" }));
  assert.deepEqual(matches.map(({ time, spans }) => [time, spans.length]), [[3, 0], [5, 1]]);
});

test("matches of words without times come in the order of the text, and have no time", () => {
  const matches = readMatches(result({ times: "", marks: "90-95 20-25" }, { times: "", marks: "" }));
  assert.deepEqual(matches.map(({ time }) => time), [null, null, null]);
  assert.deepEqual(matches.map(({ spans }) => spans.length).toSorted(), [0, 1, 1]);
});
