/** A recording in a file: the `<video>` is the player, with the page's own bar instead of its controls. */

export function open(player) {
  const video = player.querySelector("video");
  const play = video.play.bind(video);
  video.play = () => {
    // A source that failed stays failed until it is asked for again.
    if (video.error || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) video.load();
    return play();
  };
  video.controls = false;
  tellFailure(video);
  dropFragments(video);
  return video;
}

/** When the last of several sources fails, the browser tells that source, and waits for another. */
function tellFailure(video) {
  [...video.querySelectorAll("source")].at(-1)?.addEventListener("error", () => {
    video.pause();
    video.dispatchEvent(new Event("error"));
  });
}

/** Without script `#t=12,18` plays just that. With it, the browser would stop later jumps there too. */
function dropFragments(video) {
  const marked = [...video.querySelectorAll("source")].filter(({ src }) => src.includes("#"));
  for (const source of marked) [source.src] = source.src.split("#");
  if (marked.length) video.load();
}
