import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findPhrase, indexWords } from "../../static/js/search/optimistic_marks.js";

const text = (textContent) => ({ textContent });
const sound = (textContent) => ({ textContent, classList: { contains: (name) => name === "is-sound" } });

/** A passage as the page has it: nodes with text, some of them sounds. */
const passage = (...nodes) => ({ childNodes: nodes.map((node) => (typeof node === "string" ? text(node) : node)) });

/** What is marked for a query, in passages that follow each other with a character between. */
function marked(query, ...passages) {
  const texts = passages.map(({ childNodes }) => childNodes.map(({ textContent }) => textContent).join(""));
  const starts = texts.map((_, number) => texts.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0));
  const running = texts.join(" ");
  return findPhrase(indexWords({ starts, passages }), query).map(([start, end]) => running.slice(start, end));
}

describe("the words of a query are marked where they are said in a row", () => {
  for (const [query, said, marks] of [
    ["fair day", "A fair day, a Fair-day, a day so fair.", ["fair day", "Fair-day"]],
    ["fair", "Fair is fair; fairness is not.", ["Fair", "fair"]],
    ["aquí", "AQUI, aquí y allá", ["AQUI", "aquí"]],
    ["workers", "the worker's, the workers’ and workers", ["worker's", "workers", "workers"]],
    ["জল", "জল আর জলে", ["জল"]],
    ["ha ha", "ha ha ha", ["ha ha"]],
    ["1 2", "1, 2", ["1, 2"]],
    ["zeppelin", "no such thing", []],
    ["", "no such thing", []],
    ["…", "no such thing", []],
  ]) {
    test(`${query} in ${said}`, () => assert.deepEqual(marked(query, passage(said)), marks));
  }

  test("across passages", () => assert.deepEqual(marked("fair day", passage("It was fair."), passage("Day one.")), ["fair. Day"]));

  test("across nodes of a passage", () => assert.deepEqual(marked("fair day", passage("a fa", "ir day")), ["fair day"]));
});

for (const query of ['"fair day"', "-fair", "speaker:rosa", "fair OR day", "NOT fair", "(fair)", "fai*", "“fair”"]) {
  test(`${query} is more than words, which the server alone reads`, () =>
    assert.deepEqual(marked(query, passage("fair day rosa")), []));
}

test("a sound is no word, and keeps its place", () => {
  assert.deepEqual(marked("bell rang", passage(sound("[bell]"), " rang, the bell rang")), ["bell rang"]);
  assert.deepEqual(marked("bell", passage(sound("[bell]"))), []);
});

test("no more is marked than a window shows", () => {
  assert.equal(marked("ha", passage("ha ".repeat(1000))).length, 200);
});
