import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { watchMomentEnd } from "../../static/js/player/moment_end.js";

class Player extends EventTarget {
  currentTime = 0;
  playbackRate = 1;
  paused = false;

  pause() {
    this.paused = true;
  }

  report(type, time) {
    this.currentTime = time;
    this.dispatchEvent(new Event(type));
  }
}

let player;
let setEnd;
let listeners;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  player = new Player();
  listeners = new AbortController();
  setEnd = watchMomentEnd(player, listeners.signal);
});

test("the player is paused at the end of a moment", () => {
  setEnd(10);
  player.report("timeupdate", 9);
  assert.equal(player.paused, false);
  player.report("timeupdate", 10);
  assert.equal(player.paused, true);
});

test("it does not play on until the next timeupdate", () => {
  setEnd(10);
  player.report("timeupdate", 9.5);
  player.currentTime = 10;
  mock.timers.tick(499);
  assert.equal(player.paused, false);
  mock.timers.tick(1);
  assert.equal(player.paused, true);
});

test("played faster, it is paused sooner", () => {
  player.playbackRate = 2;
  setEnd(10);
  player.report("timeupdate", 9.5);
  player.currentTime = 10;
  mock.timers.tick(250);
  assert.equal(player.paused, true);
});

test("played again, it goes on", () => {
  setEnd(10);
  player.report("timeupdate", 10);
  player.paused = false;
  player.report("timeupdate", 10.2);
  assert.equal(player.paused, false);
});

test("who seeks to after the end is not stopped", () => {
  setEnd(10);
  player.report("seeked", 30);
  assert.equal(player.paused, false);
});

test("who seeks to before the end is", () => {
  setEnd(10);
  player.report("seeked", 5);
  player.report("timeupdate", 10);
  assert.equal(player.paused, true);
});

test("without an end it plays on", () => {
  setEnd(10);
  setEnd(null);
  player.report("timeupdate", 11);
  assert.equal(player.paused, false);
});

test("a module that has ended pauses nothing", () => {
  setEnd(10);
  listeners.abort();
  player.report("timeupdate", 11);
  assert.equal(player.paused, false);
});
