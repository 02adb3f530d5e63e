/**
 * What the enhancements share, so that none has to know another. Its events:
 *
 *   leave, jump    before and at a jump; detail of jump: {moment, play, history}
 *   moment         another moment is marked (`moment`), nothing moves
 *   started, view  something was played for the first time; the player came into view or left it
 *   cue            another line is being spoken (`cue`)
 *   follow         the visitor asks to be brought to that line; following: whether the words follow
 *   query, asked   the words of the search changed in the field, or in the address
 *   share          the share panel of some words was opened
 *   read           the focus is to go to the words: to the match, or where Tab would lead
 *   matches, match there is another search result; another of its matches is the current one
 */

import { afterNextFrame } from "./dom.js";

class Stage extends EventTarget {
  /** See player/adapter.js; null until there is one. */
  media = null;
  /** {start, end} in seconds, end null where it plays on; null when none was asked for. */
  moment = null;
  started = false;
  inView = true;
  following = true;
  /** {element, text, speaker} of the line being spoken, or null. */
  cue = null;
  /** See matches.js; `current` is an index, -1 for none. */
  matches = [];
  current = -1;

  constructor() {
    super();
    this.whenMedia = new Promise((resolve) => {
      this.setMedia = (media) => {
        this.media = media;
        // A headset's button or another script plays it too, without asking here.
        media.addEventListener("play", () => this.#begin());
        resolve(media);
      };
    });
  }

  say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Sets some of the fields above and says so. */
  set(type, fields) {
    Object.assign(this, fields);
    this.say(type);
  }

  /** Plays. A refusal is told by the player's "error", or left to the next press (autoplay). */
  play() {
    this.#begin();
    this.media.play().catch(({ name }) => {
      if (name !== "AbortError" && name !== "NotAllowedError") this.media.dispatchEvent(new Event("error"));
    });
  }

  #begin() {
    if (!this.started) this.set("started", { started: true });
  }

  toggle() {
    if (this.media.paused) this.play();
    else this.media.pause();
  }

  /** Goes to a moment; without `play` the player stays as it is. `history`: push, replace or keep. */
  jump(moment, { play = false, history = "push" } = {}) {
    this.say("leave");
    this.moment = moment;
    this.say("jump", { moment, play, history });
    afterNextFrame(() => this.say("moment")); // to mark takes longer than to go there
  }
}

export const stage = new Stage();
