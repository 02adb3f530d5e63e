/** What many modules do to a page. Text only ever becomes text, never HTML. */

/**
 * The first element within `root` that a selector finds, for what the templates always write.
 *
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {E}
 * @throws {Error} when there is none
 */
export function find(root, selector) {
  /** @type {E | null} */
  const found = root.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/**
 * All elements within `root` that a selector finds, in order.
 *
 * @param {ParentNode} root
 * @param {string} selector
 */
export function findAll(root, selector) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = root.querySelectorAll(selector);
  return [...found];
}

/**
 * The target of an event, or the nearest element around it, that a selector finds; null for none.
 *
 * @template {Element} [E=HTMLElement]
 * @param {{ target: EventTarget | null }} event
 * @param {string} selector
 * @returns {E | null}
 */
export function closestTo({ target }, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * A new element: `createElement("b", { className: "who", hidden: true }, "Text", element)`.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [fields] properties where the element has one of that name, else attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function createElement(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name in element) Reflect.set(element, name, value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * An icon of the page's own file. The address of that file carries a version, so it is read from another icon.
 *
 * @param {string} name
 */
export function createIcon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const file = document.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? "";
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${file}#icon-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Whether a click means "follow this here": with another key or button it opens a tab, a window or a menu.
 *
 * @param {MouseEvent} event
 */
export function isPlainClick(event) {
  return (
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented)
  );
}

/** Whether the page is a file: then nothing answers what is asked about it, and the scripts do it themselves. */
export const isStaticSite = () => "static" in document.documentElement.dataset;

/**
 * Runs a function after the next frame is on the screen, so that what a press or a key changes is seen first. A page
 * that is not seen has no frames: there it runs at once.
 *
 * @param {() => unknown} act
 */
export function afterNextFrame(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

/**
 * Fulfilled when the page has loaded and the browser has nothing else to do.
 *
 * @returns {Promise<unknown>}
 */
export function whenIdle() {
  /** @param {() => void} resolve */
  const waitForIdle = (resolve) => (window.requestIdleCallback ?? setTimeout)(resolve);
  return new Promise((resolve) => {
    const isIdle = () => resolve(null);
    if (document.readyState === "complete") waitForIdle(isIdle);
    else addEventListener("load", () => waitForIdle(isIdle), { once: true });
  });
}

/** @type {HTMLElement | undefined} */
let liveRegion;

/** Puts the live region into the page: screen readers miss the first words of one that comes with them. */
export function prepareLiveRegion() {
  liveRegion ??= document.body.appendChild(
    createElement("div", { className: "visually-hidden", "aria-live": "polite" }),
  );
  return liveRegion;
}

/**
 * Says something to people who hear the page.
 *
 * @param {string} text
 */
export function announce(text) {
  const region = prepareLiveRegion();
  // The same words twice are announced only when they were gone in between.
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
}

export const prefersReducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
