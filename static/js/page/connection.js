/** What could not reach the site is tried again by itself: when the line is back, and from time to time until then. */

const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 60_000;

/**
 * Tries something again until it works.
 *
 * @param {() => Promise<boolean>} act false where it did not work
 * @param {AbortSignal} signal ends it: the visitor wants something else by now
 */
export function retryUntilDone(act, signal) {
  let pause = FIRST_PAUSE_MS;
  let timer = 0;
  let isDone = false;
  const wait = () => {
    clearTimeout(timer);
    if (!isDone && !signal.aborted) timer = setTimeout(tryAgain, pause);
    pause = Math.min(2 * pause, MAX_PAUSE_MS);
  };
  async function tryAgain() {
    clearTimeout(timer);
    isDone ||= navigator.onLine && (await act());
    wait();
  }
  addEventListener("online", () => isDone || tryAgain(), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  wait();
}
