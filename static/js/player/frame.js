/**
 * A recording that plays in a frame of another site, spoken to by messages.
 *
 * What differs between the sites is a small table (youtube.js, vimeo.js):
 *   name      the site's, for the visitor
 *   allow     the frame's permissions
 *   startsAt(seconds)             the part of a time that the address can say
 *   source(origin, data, start)   the frame's address; start is that part
 *   greeting  a message to repeat until the site answers, or null
 *   hear(message, media)          tells `media` what a message says
 *   say(command, value)           the message for "play", "pause", "seek", "rate", "mute"
 *
 * The frame is made when play is pressed for the first time: nothing is asked of the site before.
 */

import { t } from "../page/i18n.js";

const GREET_EVERY = 500;
/** A site that is silent for so long is not coming: another 15 seconds of black help nobody. */
const PATIENCE = 15_000;
/** A reported time this near to the one that was asked for is that one: sites seek to key frames. */
const SAME = 0.75;
/** After so many milliseconds whatever time is reported counts, even when it is not the one asked for. */
const SEEK_TIMEOUT = 2000;
/** A site may report once a second; without a report for longer it is loading, and time stands. */
const TRUST = 1.5;

export class FrameMedia extends EventTarget {
  paused = true;
  ended = false;
  seeking = false;
  error = null;
  duration = NaN;
  #player;
  #site;
  #frame = null;
  #ready = false;
  #wantsPlay = false;
  #at = { time: 0, stamp: 0 };
  /** Where the frame begins by itself. */
  #start = 0;
  #rate = 1;
  #muted = false;
  #timers = [];
  #listening = null;

  constructor(player, site) {
    super();
    this.#player = player;
    this.#site = site;
    this.duration = Number(player.dataset.duration) || NaN;
  }

  get currentTime() {
    const { time, stamp } = this.#at;
    if (this.paused || this.seeking) return time;
    // Between two reports time goes on: a moment's end is not to wait for the next one.
    const gone = Math.min((performance.now() - stamp) / 1000, TRUST) * this.#rate;
    return Math.min(time + gone, this.duration || Infinity);
  }

  set currentTime(seconds) {
    this.#at = { time: seconds, stamp: performance.now() };
    this.ended = false;
    this.seeking = true;
    this.#tell("seeking", "timeupdate");
    if (this.#ready) this.#send("seek", seconds);
    else if (!this.#frame) this.#landed();
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.reports({ rate });
    if (this.#ready) this.#send("rate", rate);
  }

  get muted() {
    return this.#muted;
  }

  set muted(muted) {
    this.#muted = muted;
    if (this.#ready) this.#send("mute", muted);
    this.#tell("volumechange");
  }

  async play() {
    this.#wantsPlay = true;
    if (this.error) this.#close(); // pressed again: asked again
    if (this.#ready) this.#send("play");
    else if (!this.#frame) this.#open();
  }

  pause() {
    this.#wantsPlay = false;
    if (this.#ready) this.#send("pause");
  }

  // What a site tells (called by its table)

  /** The site is there and listens. It may say so more than once. */
  answers() {
    if (this.#ready) return;
    this.#ready = true;
    this.#stopTimers();
    this.error = null;
    this.#tell("canplay");
    if (this.#at.time !== this.#start) this.#send("seek", this.#at.time);
    else this.#landed();
    if (this.#rate !== 1) this.#send("rate", this.#rate);
    if (this.#muted) this.#send("mute", true);
    if (this.#wantsPlay) this.#send("play");
  }

  /** What is known now: any of time, duration, rate (numbers) and state ("playing", "paused", "ended"). */
  reports({ time, duration, rate, state }) {
    if (duration > 0 && duration !== this.duration && Number.isFinite(duration)) {
      this.duration = duration;
      this.#tell("durationchange");
    }
    if (rate > 0 && rate !== this.#rate && Number.isFinite(rate)) {
      this.#at = { time: this.currentTime, stamp: performance.now() };
      this.#rate = rate;
      this.#tell("ratechange");
    }
    if (time >= 0 && Number.isFinite(time)) this.#reportTime(time);
    if (state) this.#reportState(state);
  }

  /** It will not play: `sentence` is for the visitor. */
  fails(sentence) {
    this.#stopTimers();
    this.error = { sentence };
    this.#reportState("paused");
    this.#tell("error");
  }

  #reportTime(time) {
    const now = performance.now();
    const before = this.currentTime;
    if (this.seeking) {
      const old = Math.abs(time - before) > SAME && now - this.#at.stamp < SEEK_TIMEOUT;
      if (old) return; // said before the seek was heard
    }
    const jumped = !this.seeking && Math.abs(time - before) > TRUST;
    this.#at = { time, stamp: now };
    if (this.seeking || jumped) this.#landed();
    this.#tell("timeupdate");
  }

  #reportState(state) {
    const was = this.paused;
    const [time, now] = [this.currentTime, performance.now()];
    this.paused = state !== "playing";
    this.#at = this.seeking ? this.#at : { time, stamp: now };
    if (was !== this.paused) this.#tell(this.paused ? "pause" : "play", "timeupdate");
    if (state === "ended" && !this.ended) {
      this.ended = true;
      this.#tell("ended");
    } else if (state === "playing") {
      this.ended = false;
    }
  }

  #landed() {
    this.seeking = false;
    this.#tell("seeked");
  }

  // The frame

  #open() {
    const { origin, title } = this.#player.dataset;
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = this.#site.allow;
    // YouTube refuses (error 153) without a Referer; the page's own policy sends none.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.#start = this.#site.startsAt(this.#at.time);
    frame.src = this.#site.source(origin, this.#player.dataset, this.#start);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("message", (event) => this.#hear(event, origin), { signal });
    frame.addEventListener("load", () => this.#greet(), { once: true });
    this.#frame = frame;
    this.#player.querySelector(".screen").append(frame);
    const silent = t("{site} does not answer.", { site: this.#site.name });
    this.#timers.push(setTimeout(() => this.fails(silent), PATIENCE));
  }

  #close() {
    this.#listening.abort();
    this.#stopTimers();
    this.#frame.remove();
    this.#frame = this.error = null;
    this.#ready = false;
  }

  /** Only after load: before, the frame is still ours, and a message for the site is an error. */
  #greet() {
    const { greeting } = this.#site;
    if (!greeting || this.#ready || this.error) return;
    this.#post(greeting);
    this.#timers.push(setInterval(() => this.#post(greeting), GREET_EVERY));
  }

  #hear(event, origin) {
    if (event.source !== this.#frame.contentWindow || event.origin !== origin) return;
    const message = parse(event.data);
    if (message) this.#site.hear(message, this);
  }

  #send(command, value) {
    this.#post(this.#site.say(command, value));
  }

  #post(message) {
    this.#frame.contentWindow.postMessage(message, this.#player.dataset.origin);
  }

  #stopTimers() {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  #tell(...types) {
    for (const type of types) this.dispatchEvent(new Event(type));
  }

  /** For the table of a site that has to ask something by itself. */
  ask(message) {
    this.#post(message);
  }
}

/** A message as an object; null when it is none, or no JSON. */
function parse(data) {
  if (typeof data !== "string") return data && typeof data === "object" ? data : null;
  try {
    const message = JSON.parse(data);
    return message && typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}
