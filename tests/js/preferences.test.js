import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { loadPreference, savePreference } from "../../static/js/page/preferences.js";

/** Storage of a browser that keeps what it is given. */
class Storage extends Map {
  getItem = (name) => this.get(name) ?? null;
  setItem = (name, value) => this.set(name, value);
  removeItem = (name) => this.delete(name);
}

const use = (storage) => Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });

afterEach(() => use(undefined));

test("a choice is kept on the device, under a name of ours", () => {
  const storage = use(new Storage()).localStorage;
  savePreference("captions", "on");
  assert.deepEqual([...storage], [["showcase-captions", "on"]]);
  assert.equal(loadPreference("captions"), "on");
});

test("what the device has kept is known", () => {
  use(new Storage([["showcase-kept", "off"]]));
  assert.equal(loadPreference("kept"), "off");
  assert.equal(loadPreference("never chosen"), null);
});

test("a choice that is taken back is deleted", () => {
  const storage = use(new Storage([["showcase-keys", "off"]])).localStorage;
  savePreference("keys", null);
  assert.equal(storage.size, 0);
  assert.equal(loadPreference("keys"), null);
});

test("where nothing may be kept, it holds until the page is left", () => {
  use({ getItem: refuse, setItem: refuse, removeItem: refuse });
  savePreference("descriptions", "on");
  assert.equal(loadPreference("descriptions"), "on");
  assert.equal(loadPreference("other"), null);
});

function refuse() {
  throw new Error("SecurityError");
}
