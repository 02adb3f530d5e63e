/**
 * The state that the modules of a page share and the events that tell of it, so that none has to know another.
 */

import { afterNextFrame } from "./dom.js";

/**
 * Events by name:
 *
 *   beforejump, jump  before and at a jump; detail of jump: {moment, play, history}
 *   momentchange      another moment is marked (`moment`); nothing moves
 *   firstplay         something was played for the first time (`hasPlayed`)
 *   playerview        the player came into the window or left it (`isPlayerInView`)
 *   cuechange         another cue is being spoken (`cue`)
 *   followrequest     the visitor asks to be brought to that cue
 *   followchange      the page began or ended to scroll along with the speech (`isFollowing`)
 *   queryinput        the query changed in the search field
 *   querychange       the query changed in the address; detail: the query
 *   shareopen         the share panel was opened
 *   focusrequest      the focus is to go to the transcript: to the current match, or to its tab stop
 *   matcheschange     there is another search result (`matches`)
 *   matchchange       another match is the current one (`matchIndex`)
 */
class EventBus extends EventTarget {
  /** See player/adapter.js; null until there is one. */
  media = null;
  /** {start, end} in seconds, end null where it plays on; null when none was asked for. */
  moment = null;
  hasPlayed = false;
  isPlayerInView = true;
  isFollowing = true;
  /** {element, text, speaker} of the cue being spoken, or null. */
  cue = null;
  /** See search/matches.js. */
  matches = [];
  /** The index of the current match, -1 for none. */
  matchIndex = -1;

  constructor() {
    super();
    this.whenMedia = new Promise((resolve) => {
      this.provideMedia = (media) => {
        this.media = media;
        // A headset's button or another script plays it too, without asking here.
        media.addEventListener("play", () => this.#begin());
        resolve(media);
      };
    });
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Sets some of the fields above, then emits an event. */
  update(type, fields) {
    Object.assign(this, fields);
    this.emit(type);
  }

  /** Plays. A refusal is told by the player's "error", or left to the next press (autoplay). */
  play() {
    this.#begin();
    this.media.play().catch(({ name }) => {
      if (name !== "AbortError" && name !== "NotAllowedError") this.media.dispatchEvent(new Event("error"));
    });
  }

  #begin() {
    if (!this.hasPlayed) this.update("firstplay", { hasPlayed: true });
  }

  toggle() {
    if (this.media.paused) this.play();
    else this.media.pause();
  }

  /** Goes to a moment; without `play` the player stays as it is. `history`: push, replace or keep. */
  jump(moment, { play = false, history = "push" } = {}) {
    this.emit("beforejump");
    this.moment = moment;
    this.emit("jump", { moment, play, history });
    afterNextFrame(() => this.emit("momentchange")); // to mark takes longer than to go there
  }
}

export const bus = new EventBus();
