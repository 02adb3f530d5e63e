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
// Parameters that are written anew, or are of one request only.
const OWN_NAMES = new Set(["t", "start", "time_continue", "end", "stop", "q", "part", "edition"]);
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
 * A time as it is in links, where its last unit or the digits after its point may be missing: "1m30", "90.".
 *
 * @param {string} text
 */
function parseLinkTime(text) {
  const time = text.toLowerCase().replace(/(\d)\.$/, "$1");
  const unit = /([hm])\d{1,2}$/.exec(time)?.[1];
  return parseTime(unit ? time + (unit === "h" ? "m" : "s") : time);
}

/**
 * A time without spaces, in ASCII: full-width characters, digits of any script and dashes as ASCII has them.
 *
 * @param {string} text
 */
function plainText(text) {
  const plain = text.slice(0, 100).normalize("NFKC").replace(/\s+/g, "").replace(/[–—]/g, "-");
  return plain.replace(/(?!\d)\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/**
 * The value of a digit: the ten of a script follow each other from 0 on.
 *
 * @param {number} code
 */
function digitValue(code) {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/**
 * The moment of "12,34", "12-34", "npt:12,34" or ",7".
 *
 * @param {string} text
 * @returns {Moment | null} null for what is none, such as "3,", "7,3" and "3,3" (section 6.2.1)
 */
export function parseMoment(text) {
  const value = plainText(text).replace(/^#?(?:t=)?(?:npt:)?/, "");
  const [first = "", last] = value.split(value.includes(",") || value.startsWith("-") ? /,(.*)/s : /-(.*)/s);
  const start = last !== undefined && !first ? 0 : parseLinkTime(first);
  const end = last === undefined ? null : parseLinkTime(last);
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
 * The moment that an address asks for: `?t=`, else `?start=`, each also with `end=` or `stop=`; else the same after
 * "#"; null when none. Where another recording was here before, a time counts only with the edition of this one.
 *
 * @param {{ search: string, hash: string }} url
 * @param {string} [edition] of the recording on the page
 */
export function momentInUrl({ search, hash }, edition = editionOfPage()) {
  const query = plainParameters(search);
  const fragment = plainParameters(decodeHash(hash));
  if (edition && (query.get("edition") ?? fragment.get("edition")) !== edition) return null;
  return momentIn(query) ?? momentIn(fragment);
}

/** The edition of the recording on the page; undefined for the first, which no address names. */
function editionOfPage() {
  return globalThis.document?.documentElement?.dataset?.edition;
}

/**
 * The first value of each parameter. An address that was copied out of HTML has names such as "amp;t".
 *
 * @param {string} search
 */
function plainParameters(search) {
  const all = [...new URLSearchParams(search)].reverse();
  const isPlain = (/** @type {string[]} */ [name = ""]) => !name.startsWith("amp;");
  const escaped = all.filter((entry) => !isPlain(entry)).map(([name, value]) => [name.replace(/^(?:amp;)+/, ""), value]);
  return new URLSearchParams(Object.fromEntries([...escaped, ...all.filter(isPlain)]));
}

/**
 * @param {URLSearchParams} parameters
 * @returns {Moment | null}
 */
function momentIn(parameters) {
  const end = parameters.get("end") || parameters.get("stop");
  const start = parameters.get("start") || parameters.get("time_continue") || "";
  const moment = parseMoment(parameters.get("t") ?? "");
  if (!moment) return parseMoment(end ? `${start},${end}` : start);
  return (moment.end === null ? parseMoment(`${formatMoment(moment)},${end}`) : null) ?? moment;
}

/** @param {string} hash */
function decodeHash(hash) {
  try {
    return decodeURIComponent(hash).slice(1);
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
 * @param {string} [edition] of the recording on the page
 */
export function queryWithMoment(search, moment, query, language, edition = editionOfPage()) {
  const rest = new URLSearchParams(search);
  for (const name of [...rest.keys()]) if (OWN_NAMES.has(name.replace(/^(?:amp;)+/, ""))) rest.delete(name);
  if (moment && language && !rest.has("lang")) rest.set("lang", language);
  if (moment && edition) rest.set("edition", edition);
  // The moment comes first and readable: URLSearchParams would write its comma as %2C.
  const parts = moment ? [`t=${formatMoment(moment)}`] : [];
  if (query) parts.push(String(new URLSearchParams({ q: query })));
  if (rest.size) parts.push(String(rest));
  return parts.length ? `?${parts.join("&")}` : "";
}
