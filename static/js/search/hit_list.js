/**
 * The list of all matches: opened by its button or by ↓, never by itself. The server renders it, a page at a time. Where
 * there is one column it is a sheet that rises from the foot of the window, with the field at its head.
 */

import { closestTo, createElement, createIcon, find, findAll, isPlainClick } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { fetchPartial } from "../page/fetch_partial.js";
import { formatNumber, t } from "../page/i18n.js";
import { shownIndex } from "./matches.js";
import { currentResult } from "./search_answer.js";
import { start as startReadingMark } from "../transcript/reading_mark.js";
import { isOneColumn } from "./search_sheet.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * @param {HTMLFormElement} form
 * @param {(index: number) => void} goTo
 * @param {AbortSignal} signal
 */
export function startHitList(form, goTo, signal) {
  const input = find(form, "input[type=search]");
  const all = addAllButton(form);
  const closeSheet = createElement("button", { type: "button", className: "close-sheet", "aria-label": t("Close the search") }, createIcon("close"));
  form.append(closeSheet);
  let isOpen = false;
  const page = form.closest(".video-page");
  if (page instanceof HTMLElement) startReadingMark(page, signal); // in the words the list is as high as the window

  /** @param {{ isByKey?: boolean }} [options] */
  async function open({ isByKey = false } = {}) {
    if (!bus.matches.length || isTold()) return;
    setOpen(true);
    await loadList(form, signal);
    await loadUpTo(shownIndex());
    showCurrent();
    if (isByKey) (currentRow() ?? rows()[0])?.focus();
  }

  /** @param {boolean} value */
  function setOpen(value) {
    isOpen = value;
    form.classList.toggle("has-list", value);
    all.setAttribute("aria-expanded", String(value));
    form.classList.toggle("is-sheet", value && isOneColumn());
  }

  function close() {
    setOpen(false);
    input.focus({ preventScroll: true });
  }

  /** @returns {HTMLAnchorElement[]} */
  const rows = () => /** @type {HTMLAnchorElement[]} */ (findAll(form, "#hit-list [data-hit]"));

  const currentRow = () => rows().find((row) => row.getAttribute("aria-current") === "true");

  /**
   * Loads page after page until the list has the row of a match.
   *
   * @param {number} index
   */
  async function loadUpTo(index) {
    /** @returns {HTMLAnchorElement | null} */
    const next = () => form.querySelector("#hit-list [rel=next]");
    const last = () => rows().at(-1)?.closest("li")?.dataset;
    for (let link = next(); link && Number(last()?.match) + Number(last()?.matches) <= index; link = next()) {
      await loadMore(link, signal);
    }
  }

  function showCurrent() {
    const index = shownIndex();
    for (const row of rows()) {
      const { match = "-1", matches = "1" } = row.closest("li")?.dataset ?? {};
      const isCurrent = index >= Number(match) && index < Number(match) + Number(matches);
      if (isCurrent) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      if (isCurrent && isOpen) keepInSight(row);
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const row = closestTo(event, "#hit-list [data-hit]");
    if (event.key === "Escape" && !event.defaultPrevented && (row || form.classList.contains("is-sheet"))) {
      event.preventDefault();
      close();
    }
    const by = STEPS[event.key];
    if (!row || !by) return;
    event.preventDefault();
    const next = rows()[rows().indexOf(/** @type {HTMLAnchorElement} */ (row)) + by];
    (next ?? (by < 0 ? input : row)).focus();
  }

  /** @param {MouseEvent} event */
  async function onClick(event) {
    /** @type {HTMLAnchorElement | null} */
    const link = closestTo(event, "#hit-list a");
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    if (link.rel) await loadMore(link, signal);
    const row = link.closest("li");
    if (!("hit" in link.dataset) || !row) return;
    goTo(Number(row.dataset.match));
    if (event.detail === 0) bus.emit("focusrequest");
  }

  function showButton() {
    all.hidden = bus.matches.length < 2 || isTold();
    all.textContent = t("All {n}", { n: formatNumber(bus.matches.length) });
  }

  all.addEventListener("click", () => (isOpen ? close() : open()), { signal });
  closeSheet.addEventListener("click", close, { signal });
  form.addEventListener("keydown", onKey, { signal });
  form.addEventListener("click", onClick, { signal });
  bus.on("matchchange", () => {
    showCurrent();
    if (!isOneColumn()) return;
    setOpen(false); // what it goes to is to be seen, and not a keyboard on the glass
    if (matchMedia("(hover: none)").matches) input.blur();
  }, { signal });
  bus.on("matcheschange", () => {
    showButton();
    if (!isOpen) return;
    if (bus.matches.length > 1 && !isTold()) open();
    else setOpen(false);
  }, { signal });
  return { open, close, isOpen: () => isOpen };
}

/** Whether the answer lists what marks cannot show: then there is no other list. */
const isTold = () => Boolean(currentResult().querySelector("[data-times]"));

/** @param {HTMLFormElement} form */
function addAllButton(form) {
  const button = createElement("button", { type: "button", className: "all", hidden: true, "aria-expanded": "false", "aria-controls": "hit-list" });
  find(form, "[data-nav] output").after(button);
  return button;
}

/**
 * The list of the result that is shown; it may have come with the page.
 *
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
async function loadList(form, signal) {
  const { hits } = currentResult().dataset;
  if (!hits || form.querySelector("#hit-list")) return;
  const list = await fetchPartial(new URL(hits, location.href), "hit-list", signal);
  if (list && currentResult().dataset.hits === hits && !form.querySelector("#hit-list")) currentResult().after(list);
}

/**
 * The rows of the next page take the place of the link to it.
 *
 * @param {HTMLAnchorElement} link
 * @param {AbortSignal} signal
 */
async function loadMore(link, signal) {
  const url = new URL(link.href);
  url.searchParams.set("part", "hits");
  url.hash = "";
  const list = await fetchPartial(url, "hit-list", signal);
  const isNext = link.rel === "next";
  list?.querySelector(isNext ? "[rel=prev]" : "[rel=next]")?.parentElement?.remove();
  const hadFocus = document.activeElement === link;
  /** @type {HTMLElement | null | undefined} */
  const first = list?.querySelector("[data-hit]");
  link.parentElement?.replaceWith(...(list?.childNodes ?? []));
  if (hadFocus) first?.focus({ preventScroll: true });
}

/**
 * Scrolls the list, and not the page.
 *
 * @param {HTMLElement} row
 */
function keepInSight(row) {
  const list = row.closest("#hit-list");
  if (!list) return;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  const top = outer.top + (list.querySelector(".hit-chapter")?.getBoundingClientRect().height ?? 0);
  if (inner.top >= top && inner.bottom <= outer.bottom) return;
  const room = outer.bottom - top - inner.height;
  list.scrollTop += inner.top - top - Math.max(0, Math.min(inner.height, room)); // the row before is seen, too, where there is room
}
