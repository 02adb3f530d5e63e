/**
 * The player: one set of names, HTMLMediaElement's own, over whatever plays the recording. A file is played by the
 * `<video>` itself, which needs no adapter; a frame of another site by FrameMedia.
 */

/**
 * Times and durations are seconds. Its events: timeupdate play pause seeking seeked ended durationchange ratechange
 * volumechange error canplay waiting.
 *
 * @typedef {object} PlayerMembers
 * @property {number} currentTime
 * @property {number} duration NaN while nobody knows
 * @property {boolean} paused
 * @property {boolean} ended
 * @property {boolean} seeking
 * @property {number} playbackRate
 * @property {boolean} muted
 * @property {number} volume from 0 to 1
 * @property {string} [site] the name of the site that plays it
 * @property {{ sentence?: string, message?: string } | null} error `sentence` is for the visitor
 * @property {TextTrackList} [textTracks] where the browser draws the captions
 * @property {() => Promise<void>} play
 * @property {() => void} pause
 * @typedef {EventTarget & PlayerMembers} PlayerMedia
 */

const KINDS = ["file", "hls", "youtube", "vimeo"];

/**
 * Opens the player that `#player` asks for; what a kind of recording needs is loaded for that kind only. Nothing is
 * asked of a third party before it plays.
 *
 * @param {HTMLElement} player
 * @returns {Promise<PlayerMedia>}
 */
export async function openMedia(player) {
  const { kind = "" } = player.dataset;
  if (!KINDS.includes(kind)) throw new Error(`#player has an unknown data-kind "${kind}".`);
  const { open } = await import(`./${kind}.js`);
  return open(player);
}

/**
 * The duration of the recording in seconds, 0 while nobody knows: the page may know before the player does.
 *
 * @param {PlayerMedia} media
 * @param {HTMLElement} player
 */
export function durationOf(media, player) {
  return media.duration > 0 && Number.isFinite(media.duration) ? media.duration : Number(player.dataset.duration) || 0;
}
