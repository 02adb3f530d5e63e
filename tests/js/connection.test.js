import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { retryUntilDone } from "../../static/js/page/connection.js";

const SECOND = 1_000;
let isOnline = true;
let comeBack = () => {};
let visitor = new AbortController();

beforeEach(() => {
  isOnline = true;
  visitor = new AbortController();
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});
Object.defineProperty(globalThis, "navigator", { value: { get onLine() { return isOnline; } }, configurable: true });
globalThis.addEventListener = (type, listener) => {
  if (type === "online") comeBack = listener;
};

/** What answers as it is told, and counts how often it was asked. */
function asked(...answers) {
  const act = async () => answers[act.times++] ?? false;
  act.times = 0;
  return act;
}

/** Lets time pass, and what waits for an answer go on. */
async function pass(milliseconds) {
  mock.timers.tick(milliseconds);
  await new Promise((resolve) => setImmediate(resolve));
}

test("it is tried again when the line is back, and not any more when it worked", async () => {
  const act = asked(true);
  retryUntilDone(act, visitor.signal);
  comeBack();
  await pass(0);
  assert.equal(act.times, 1);
  comeBack();
  await pass(600 * SECOND);
  assert.equal(act.times, 1);
});

test("where only the site is away, it is tried from time to time, and more and more seldom", async () => {
  const act = asked();
  retryUntilDone(act, visitor.signal);
  const times = [];
  for (let second = 1; second <= 200; second += 1) {
    const before = act.times;
    await pass(SECOND);
    if (act.times > before) times.push(second);
  }
  assert.deepEqual(times, [5, 15, 35, 75, 135, 195]);
});

test("without a line nothing is asked", async () => {
  isOnline = false;
  const act = asked(true);
  retryUntilDone(act, visitor.signal);
  await pass(5 * SECOND);
  assert.equal(act.times, 0);
  isOnline = true;
  await pass(10 * SECOND);
  assert.equal(act.times, 1);
});

test("who wants something else by now is not answered", async () => {
  const act = asked(true);
  retryUntilDone(act, visitor.signal);
  visitor.abort();
  await pass(600 * SECOND);
  assert.equal(act.times, 0);
});
