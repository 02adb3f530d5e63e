/** What is read of the messages of other sites' players. */

/**
 * Whether a value is a number of seconds, or a speed, that somebody can play.
 *
 * @param {unknown} value
 * @returns {value is number}
 */
export const isPositive = (value) => typeof value === "number" && value > 0 && Number.isFinite(value);

/**
 * A message as an object; null when it is none, or no JSON.
 *
 * @param {unknown} data
 * @returns {Record<string, any> | null}
 */
export function parseMessage(data) {
  if (typeof data !== "string") return data && typeof data === "object" ? data : null;
  try {
    const message = JSON.parse(data);
    return message && typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}
