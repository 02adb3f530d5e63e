/** Times as they are shown and spoken, and the search for what holds at a time. */

import { localizeDigits, tn } from "./i18n.js";

/** Seconds as a clock: 7.9 is "0:07", 3723 is "1:02:03". */
export function formatClock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return localizeDigits(h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`);
}

/** Seconds in words, as a screen reader is to say them: 121 is "2 minutes 1 second". */
export function formatSpoken(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts = [
    h && tn("{n} hour", "{n} hours", h),
    m && tn("{n} minute", "{n} minutes", m),
    (s || !whole) && tn("{n} second", "{n} seconds", s),
  ];
  return parts.filter(Boolean).join(" ");
}

/** The index of the last of these sorted numbers that is not above `value`; -1 when all are. */
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

export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
