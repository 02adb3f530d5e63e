/**
 * The state that the modules of a page share and the events that tell of it, so that none has to know another.
 *
 * @import { PlayerMedia } from "../player/adapter.js"
 * @import { Match } from "../search/matches.js"
 * @import { Moment } from "./media_fragments.js"
 */

import { afterNextFrame } from "./dom.js";

/**
 * The cue being spoken: its link in the transcript, its words, and the name of its speaker ("" for none).
 *
 * @typedef {{ element: HTMLElement, text: string, speaker: string }} Cue
 */

/**
 * What a jump does to the history of the window: a new entry, a change of this one, or nothing; "step" is a new entry
 * for the first of many, which the others change.
 *
 * @typedef {"push" | "step" | "replace" | "keep"} HistoryChange
 * @typedef {{ time: number, paused: boolean }} Place seconds
 * @typedef {{ moment: Moment | null, play: boolean, history: HistoryChange }} Jump
 */

/**
 * Events by name, with the type of their detail.
 *
 * @typedef {object} BusEvents
 * @property {Place | undefined} beforejump before a jump; the place that is left, if that is not where the player is
 * @property {Jump} jump to another moment
 * @property {undefined} momentchange another moment is to be marked (`moment`); nothing moves
 * @property {undefined} firstplay something was played for the first time (`hasPlayed`)
 * @property {undefined} playerview the player came into the window or left it (`isPlayerInView`)
 * @property {undefined} cuechange another cue is being spoken (`cue`)
 * @property {undefined} followrequest the visitor asks to be brought to that cue
 * @property {undefined} followchange the page began or ended to scroll along with the speech (`isFollowing`)
 * @property {undefined} queryinput the query changed in the search field
 * @property {string} querychange the query changed in the address
 * @property {undefined} shareopen the share panel was opened
 * @property {undefined} shareclose it was closed
 * @property {undefined} focusrequest the focus is to go to the transcript: to its tab stop
 * @property {undefined} matcheschange there is another search result (`matches`, `bestMatch`)
 * @property {undefined} matchchange another match is the current one (`matchIndex`)
 */

class EventBus extends EventTarget {
  /** @type {PlayerMedia | null} null until there is one */
  media = null;
  /** @type {Moment | null} null when none was asked for */
  moment = null;
  hasPlayed = false;
  isPlayerInView = true;
  isFollowing = true;
  /** A click on a line may be the first of a double click, which only selects. */
  isClickOpen = false;
  /** @type {Cue | null} */
  cue = null;
  /** @type {Match[]} */
  matches = [];
  /** The index of the match to show first. */
  bestMatch = 0;
  /** The index of the current match, -1 for none. */
  matchIndex = -1;
  /** @type {(media: PlayerMedia) => void} */
  #resolveMedia = () => {};
  /** @type {Promise<PlayerMedia>} */
  whenMedia = new Promise((resolve) => (this.#resolveMedia = resolve));

  /** @param {PlayerMedia} media */
  provideMedia(media) {
    this.media = media;
    // A headset's button or another script plays it too, without asking here.
    media.addEventListener("play", () => this.#begin());
    this.#resolveMedia(media);
  }

  /**
   * @template {keyof BusEvents} K
   * @param {K} type
   * @param {(event: CustomEvent<BusEvents[K]>) => unknown} listener
   * @param {AddEventListenerOptions} [options]
   */
  on(type, listener, options) {
    this.addEventListener(type, /** @type {EventListener} */ (listener), options);
  }

  /**
   * @template {keyof BusEvents} K
   * @param {K} type
   * @param {BusEvents[K]} [detail]
   */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /**
   * Sets some of the fields above, then emits an event.
   *
   * @param {keyof BusEvents} type
   * @param {Partial<EventBus>} fields
   */
  update(type, fields) {
    Object.assign(this, fields);
    this.emit(type);
  }

  /** Plays. A refusal is told by the player's "error", or left to the next press (autoplay). */
  play() {
    const { media } = this;
    if (!media) return;
    this.#begin();
    media.play().catch(({ name }) => {
      if (name !== "AbortError" && name !== "NotAllowedError") media.dispatchEvent(new Event("error"));
    });
  }

  #begin() {
    if (!this.hasPlayed) this.update("firstplay", { hasPlayed: true });
  }

  toggle() {
    if (this.media?.paused) this.play();
    else this.media?.pause();
  }

  /**
   * Goes to a moment; without `play` the player goes on or stays paused, as it was.
   *
   * @param {Moment | null} moment null goes nowhere
   * @param {{ play?: boolean, history?: HistoryChange, left?: Place }} [options]
   */
  jump(moment, { play = false, history = "push", left } = {}) {
    this.emit("beforejump", left);
    this.moment = moment;
    this.emit("jump", { moment, play, history });
    afterNextFrame(() => this.emit("momentchange")); // to mark takes longer than to go there
  }
}

export const bus = new EventBus();
