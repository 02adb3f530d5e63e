/** Whether the words are what is read: they fill the window from its top edge to its middle. */

/** The lines of the window that must be in the words, as margins of an observer. */
const LINES = ["-1px 0px -99.5% 0px", "-50% 0px -49.5% 0px"];

/**
 * @param {(isReading: boolean) => void} tell is called with each change
 * @param {AbortSignal} signal
 */
export function watchReading(tell, signal) {
  const words = document.getElementById("transcript");
  if (!words) return;
  const isIn = LINES.map(() => false);
  for (const [line, rootMargin] of LINES.entries()) {
    const observer = new IntersectionObserver((entries) => {
      isIn[line] = entries.at(-1)?.isIntersecting ?? false;
      tell(isIn.every(Boolean));
    }, { rootMargin });
    observer.observe(words);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}
