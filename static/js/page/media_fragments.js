/**
 * Moments in addresses: the spellings that the server reads (Media Fragments URI 1.0, section 4.2.1, and what other
 * sites write), and the one that it writes. Needed here for `#t=`, which no server sees.
 */

/**
 * A stretch of a recording, in seconds; half-open. `end` null means that it plays on.
 *
 * @typedef {{ start: number, end: number | null }} Moment
 */

const CLOCK = /^(?:(?:(\d{1,5}):)?(\d{1,4}):)?(\d{1,9}(?:\.\d{1,9})?)$/;
const UNITS = /^(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?$/;

/**
 * A time in seconds: "90", "90.5s", "1m30s", "1:30", "0:01:30.5".
 *
 * @param {string} text
 * @returns {number | null} null when it is no time
 */
export function parseTime(text) {
  const time = text.trim().toLowerCase();
  const asClock = CLOCK.exec(time);
  const found = asClock ?? (time ? UNITS.exec(time) : null);
  if (!found) return null;
  const [, hours, minutes, seconds] = found;
  // After a colon only 0 to 59 count: "1:75" is no time.
  if (asClock && ((minutes && Number(seconds) >= 60) || (hours && Number(minutes) >= 60))) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/**
 * The moment of "12,34", "npt:12,34" or ",7".
 *
 * @param {string} text
 * @returns {Moment | null} null for what is none, such as "3,", "7,3" and "3,3" (section 6.2.1)
 */
export function parseMoment(text) {
  const value = text.trim().replace(/^#?(?:t=)?(?:npt:)?/, "");
  const [first = "", last] = value.split(/,(.*)/s);
  const start = last !== undefined && !first.trim() ? 0 : parseTime(first);
  const end = last === undefined ? null : parseTime(last);
  if (start === null || (last !== undefined && (end === null || end <= start))) return null;
  return { start, end };
}

/**
 * The value of `t=`, to the millisecond: "90" or "12.5,18".
 *
 * @param {Moment} moment
 */
export function formatMoment({ start, end }) {
  /** @param {number} value */
  const seconds = (value) => String(Math.round(value * 1000) / 1000);
  return end === null ? seconds(start) : `${seconds(start)},${seconds(end)}`;
}

/**
 * The moment that an address asks for: `?t=`, else `?start=&end=`, else `#t=`; null when none.
 *
 * @param {{ search: string, hash: string }} url
 */
export function momentInUrl({ search, hash }) {
  const query = new URLSearchParams(search);
  const [start, end] = [query.get("start"), query.get("end")];
  return (
    parseMoment(query.get("t") ?? "") ??
    (start || end ? parseMoment(end ? `${start ?? ""},${end}` : (start ?? "")) : null) ??
    parseMoment(/^#(?:.*&)?t=([^&]*)/.exec(decodeHash(hash))?.[1] ?? "")
  );
}

/** @param {string} hash */
function decodeHash(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return ""; // "#%" is a hash, but no text
  }
}

/**
 * The query of an address, "" or from "?" on, with another moment and search. Whatever else it asks for is kept.
 * With a moment it names the language of the transcript: what a page shows by itself depends on who reads it.
 *
 * @param {string} search
 * @param {Moment | null} moment
 * @param {string} query what is searched for, "" for nothing
 * @param {string} [language] of the transcript, if that is not the video's own
 */
export function queryWithMoment(search, moment, query, language) {
  const rest = new URLSearchParams(search);
  for (const name of ["t", "start", "end", "q", "part"]) rest.delete(name);
  if (moment && language && !rest.has("lang")) rest.set("lang", language);
  // The moment comes first and readable: URLSearchParams would write its comma as %2C.
  const parts = moment ? [`t=${formatMoment(moment)}`] : [];
  if (query) parts.push(String(new URLSearchParams({ q: query })));
  if (rest.size) parts.push(String(rest));
  return parts.length ? `?${parts.join("&")}` : "";
}
