/** Times as they are shown and spoken, and the search in lists of times. */

import { localizeDigits, tn } from "./i18n.js";

/**
 * Hours, minutes and whole seconds; of what is no time, none.
 *
 * @param {number} seconds
 */
function split(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}

/**
 * Seconds as a clock: 7.9 is "0:07", 3723 is "1:02:03".
 *
 * @param {number} time seconds; NaN is shown as "0:00"
 */
export function formatClock(time) {
  const { hours, minutes, seconds } = split(time);
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return localizeDigits(hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`);
}

/**
 * Seconds in words, as a screen reader is to say them: 121 is "2 minutes 1 second".
 *
 * @param {number} time seconds
 */
export function formatSpoken(time) {
  const { hours, minutes, seconds } = split(time);
  const parts = [
    hours && tn("{n} hour", "{n} hours", hours),
    minutes && tn("{n} minute", "{n} minutes", minutes),
    (seconds || !(hours || minutes)) && tn("{n} second", "{n} seconds", seconds),
  ];
  return parts.filter(Boolean).join(" ");
}

/**
 * The index of the last of these sorted numbers that is not above a value; -1 when all are.
 *
 * @param {number[]} numbers
 * @param {number} value
 */
export function lastIndexUpTo(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
