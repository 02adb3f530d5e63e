/**
 * What is said between the page and the player of another site.
 *
 * @import { FrameMedia } from "./frame.js"
 */

/**
 * @typedef {"playing" | "paused" | "ended"} FrameState
 * @typedef {"play" | "pause" | "seek" | "rate" | "mute" | "volume"} FrameCommand
 */

/**
 * What differs between the sites (youtube.js, vimeo.js).
 *
 * @typedef {object} FrameSite
 * @property {string} name the site's, for the visitor
 * @property {string} allow the frame's permissions
 * @property {(seconds: number) => number} startsAt the part of a time that the frame's address can tell
 * @property {(origin: string, data: DOMStringMap, start: number) => string} source the frame's address; `data` is
 *   that of #player, `start` such a part
 * @property {string | null} greeting a message to repeat until the site answers, null for none
 * @property {(command: FrameCommand, value?: unknown) => unknown} message the message of a command; its value are
 *   seconds for "seek", the speed for "rate", a boolean for "mute", and from 0 to 1 for "volume"
 * @property {(message: Record<string, any>, media: FrameMedia) => void} receive tells `media` what a message says
 */

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
