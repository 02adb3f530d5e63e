/** The few things that several enhancements do to a page. Text only ever becomes text, never HTML. */

/** A new element: `createElement("b", {className: "who", hidden: true}, "Text", element)`. */
export function createElement(tag, fields = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the page's own file; its address carries a version, so it is read off another icon. */
export function createIcon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const file = document.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? "";
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${file}#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A click that means "follow this here": another key or button opens a tab, a window or a menu. */
export function isPlainClick(event) {
  return (
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented)
  );
}

/**
 * Does something when the next picture is on the screen: what a press or a key sets off comes first. A page that
 * is not seen has no pictures.
 */
export function afterNextFrame(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

/** Comes when the page stands, and nothing else is to be done. */
export function whenIdle() {
  const rest = (resolve) => (window.requestIdleCallback ?? setTimeout)(resolve);
  return new Promise((resolve) => {
    if (document.readyState === "complete") rest(resolve);
    else addEventListener("load", () => rest(resolve), { once: true });
  });
}

let live;

/** Says something to people who hear the page. The region must stand before its first words. */
export function prepareLiveRegion() {
  live ??= document.body.appendChild(createElement("div", { className: "visually-hidden", "aria-live": "polite" }));
}

export function announce(text) {
  prepareLiveRegion();
  // The same words twice are announced only when they were gone in between.
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = text));
}

export const prefersReducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
