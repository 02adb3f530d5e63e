/**
 * A recording that plays in a frame of another site, controlled by messages.
 *
 * The frame is made when play is pressed for the first time: nothing is asked of the site before.
 *
 * @import { FrameCommand, FrameSite, FrameState } from "./frame_messages.js"
 */

import { find } from "../page/dom.js";
import { t } from "../page/i18n.js";
import { isPositive, parseMessage } from "./frame_messages.js";

const GREETING_INTERVAL_MS = 500;
/** A site that is silent for so long is not coming: another 15 seconds of black help nobody. */
const ANSWER_TIMEOUT_MS = 15_000;
/** A reported time this near to the one that was asked for is that one: sites seek to key frames. */
const SAME_TIME_SECONDS = 0.75;
/** After so long whatever time is reported counts, even when it is not the one asked for. */
const SEEK_TIMEOUT_MS = 2000;
/** A site may report once a second; without a report for longer it is loading, and time is not counted on. */
const MAX_REPORT_AGE_SECONDS = 1.5;

export class FrameMedia extends EventTarget {
  paused = true;
  ended = false;
  seeking = false;
  /** @type {{ sentence: string } | null} */
  error = null;
  duration = NaN;
  #player;
  #site;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #isReady = false;
  #wantsPlay = false;
  /** The last known time in seconds, and when it was known, on the clock of performance.now(). */
  #known = { time: 0, stamp: 0 };
  /** Where the frame begins by itself, in seconds. */
  #start = 0;
  #rate = 1;
  #muted = false;
  #volume = 1;
  /** The volume is the visitor's choice, not the site's. */
  #isVolumeChosen = false;
  /** @type {number[]} */
  #timers = [];
  /** @type {AbortController | null} */
  #listeners = null;

  /**
   * @param {HTMLElement} player
   * @param {FrameSite} site
   */
  constructor(player, site) {
    super();
    this.#player = player;
    this.#site = site;
    this.duration = Number(player.dataset.duration) || NaN;
  }

  get currentTime() {
    const { time, stamp } = this.#known;
    if (this.paused || this.seeking) return time;
    // Between two reports time goes on: a moment's end is not to wait for the next one.
    const elapsed = Math.min((performance.now() - stamp) / 1000, MAX_REPORT_AGE_SECONDS) * this.#rate;
    return Math.min(time + elapsed, this.duration || Infinity);
  }

  set currentTime(seconds) {
    this.#known = { time: seconds, stamp: performance.now() };
    this.ended = false;
    this.seeking = true;
    this.#dispatch("seeking", "timeupdate");
    if (this.#isReady) this.#send("seek", seconds);
    else if (!this.#frame) this.#endSeek();
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.reports({ rate });
    if (this.#isReady) this.#send("rate", rate);
  }

  get muted() {
    return this.#muted;
  }

  set muted(muted) {
    if (muted === this.#muted) return;
    this.#muted = muted;
    if (this.#isReady) this.#send("mute", muted);
    this.#dispatch("volumechange");
  }

  get volume() {
    return this.#volume;
  }

  set volume(volume) {
    this.#isVolumeChosen = true;
    this.#volume = volume;
    if (this.#isReady) this.#send("volume", volume);
    this.#dispatch("volumechange");
  }

  /** The name of the site that is asked, for the visitor. */
  get site() {
    return this.#site.name;
  }

  async play() {
    this.#wantsPlay = true;
    if (this.error) this.#close(); // pressed again: asked again
    if (this.#isReady) this.#send("play");
    else if (!navigator.onLine) this.fails(""); // a frame that came to nothing would not come later, either
    else if (!this.#frame) this.#open();
  }

  pause() {
    this.#wantsPlay = false;
    if (this.#isReady) this.#send("pause");
  }

  // What a site reports (called by its `receive`)

  /** The site is there and listens. It may tell so more than once. */
  answers() {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#stopTimers();
    this.error = null;
    this.#dispatch("canplay");
    if (this.#known.time !== this.#start) this.#send("seek", this.#known.time);
    else this.#endSeek();
    if (this.#rate !== 1) this.#send("rate", this.#rate);
    if (this.#muted) this.#send("mute", true);
    if (this.#isVolumeChosen) this.#send("volume", this.#volume);
    if (this.#wantsPlay) this.#send("play");
  }

  /**
   * What is known now; undefined is not. Time and duration are seconds, the volume is from 0 to 1.
   *
   * @param {{ time?: number, duration?: number, rate?: number, volume?: number, state?: FrameState }} known
   */
  reports({ time, duration, rate, volume, state }) {
    if (isPositive(duration) && duration !== this.duration) {
      this.duration = duration;
      this.#dispatch("durationchange");
    }
    if (isPositive(rate) && rate !== this.#rate) {
      this.#known = { time: this.currentTime, stamp: performance.now() };
      this.#rate = rate;
      this.#dispatch("ratechange");
    }
    // What a site says late is what it had before.
    if (!this.#isVolumeChosen && (volume === 0 || isPositive(volume)) && volume !== this.#volume) {
      this.#volume = Math.min(volume, 1);
      this.#dispatch("volumechange");
    }
    if (time === 0 || isPositive(time)) this.#reportTime(time);
    if (state) this.#reportState(state);
  }

  /**
   * It will not play.
   *
   * @param {string} sentence for the visitor
   */
  fails(sentence) {
    this.#stopTimers();
    this.error = { sentence };
    this.#reportState("paused");
    this.#dispatch("error");
  }

  /** @param {number} time */
  #reportTime(time) {
    const now = performance.now();
    const before = this.currentTime;
    if (this.seeking) {
      const isOld = Math.abs(time - before) > SAME_TIME_SECONDS && now - this.#known.stamp < SEEK_TIMEOUT_MS;
      if (isOld) return; // sent before the seek arrived
    }
    const jumped = !this.seeking && Math.abs(time - before) > MAX_REPORT_AGE_SECONDS;
    this.#known = { time, stamp: now };
    if (this.seeking || jumped) this.#endSeek();
    this.#dispatch("timeupdate");
  }

  /** @param {FrameState} state */
  #reportState(state) {
    const was = this.paused;
    const [time, now] = [this.currentTime, performance.now()];
    this.paused = state !== "playing";
    this.#known = this.seeking ? this.#known : { time, stamp: now };
    if (was !== this.paused) this.#dispatch(this.paused ? "pause" : "play", "timeupdate");
    if (state === "ended" && !this.ended) {
      this.ended = true;
      this.#dispatch("ended");
    } else if (state === "playing") {
      this.ended = false;
    }
  }

  #endSeek() {
    this.seeking = false;
    this.#dispatch("seeked");
  }

  // The frame

  #open() {
    const { origin = "", title = "" } = this.#player.dataset;
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = this.#site.allow;
    // YouTube refuses (error 153) without a Referer; the page's own policy sends none.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.#start = this.#site.startsAt(this.#known.time);
    frame.src = this.#site.source(origin, this.#player.dataset, this.#start);
    this.#listeners = new AbortController();
    addEventListener("message", (event) => this.#onMessage(event, origin), { signal: this.#listeners.signal });
    frame.addEventListener("load", () => this.#greet(), { once: true });
    this.#frame = frame;
    find(this.#player, ".screen").append(frame);
    const silent = t("{site} does not answer.", { site: this.#site.name });
    this.#timers.push(setTimeout(() => this.fails(silent), ANSWER_TIMEOUT_MS));
    this.#dispatch("waiting");
  }

  #close() {
    this.#listeners?.abort();
    this.#stopTimers();
    this.#frame?.remove();
    this.#frame = this.error = null;
    this.#isReady = false;
  }

  /** Only after load: before, the frame is still ours, and a message for the site is an error. */
  #greet() {
    const { greeting } = this.#site;
    if (!greeting || this.#isReady || this.error) return;
    this.post(greeting);
    this.#timers.push(setInterval(() => this.post(greeting), GREETING_INTERVAL_MS));
  }

  /**
   * @param {MessageEvent} event
   * @param {string} origin
   */
  #onMessage(event, origin) {
    if (event.source !== this.#frame?.contentWindow || event.origin !== origin) return;
    const message = parseMessage(event.data);
    if (message) this.#site.receive(message, this);
  }

  /**
   * @param {FrameCommand} command
   * @param {unknown} [value]
   */
  #send(command, value) {
    this.post(this.#site.message(command, value));
  }

  /**
   * Sends a message of the site's own to the frame.
   *
   * @param {unknown} message
   */
  post(message) {
    this.#frame?.contentWindow?.postMessage(message, this.#player.dataset.origin ?? "");
  }

  #stopTimers() {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** @param {...string} types */
  #dispatch(...types) {
    for (const type of types) this.dispatchEvent(new Event(type));
  }
}
