/**
 * The player: one set of names, HTMLMediaElement's own, over whatever plays the recording.
 *
 *   currentTime duration paused ended playbackRate muted error play() pause()
 *   timeupdate play pause seeking seeked ended durationchange ratechange error canplay
 *
 * A file is played by the `<video>` itself, which needs no adapter; a frame by FrameMedia. What a kind
 * of recording needs is loaded for that kind only.
 */

const KINDS = ["file", "hls", "youtube", "vimeo"];

/** Opens the player that `#player` asks for. Nothing is asked of a third party before it plays. */
export async function openMedia(player) {
  const { kind } = player.dataset;
  if (!KINDS.includes(kind)) throw new Error(`#player has an unknown data-kind "${kind}".`);
  const { open } = await import(`./${kind}.js`);
  return open(player);
}

/** How long the recording is, in seconds: the page knows before the player does. */
export function durationOf(media, player) {
  return media?.duration > 0 && Number.isFinite(media.duration)
    ? media.duration
    : Number(player.dataset.duration) || 0;
}
