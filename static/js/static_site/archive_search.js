/**
 * The search over all videos where no server answers: words are looked up in the files of the index
 * (showcase/web/static_site/archive_index.py), and the passages that have them are read from the transcripts.
 */

import { createElement, find, findAll } from "../page/dom.js";
import { t, tn } from "../page/i18n.js";
import { queryWithMoment } from "../page/media_fragments.js";
import { formatClock } from "../page/times.js";
import { tokenize } from "../search/words.js";
import { excerptOf, findApart, findRows, markedText, queryForms } from "./word_search.js";

/** So many videos are shown at once, each with its best moments. */
const VIDEOS_AT_ONCE = 10;
const MOMENTS_PER_VIDEO = 3;

/**
 * @typedef {{ video: string, language: string, first: number, file: string }} Track `first` is the number of its first passage
 * @typedef {{ tracks: Track[], shards: Record<string, number> }} Index
 * @typedef {{ key: string, start: number | null, end: number | null, speaker: string | null, organization: string | null, text: string }} Passage
 * @typedef {{ video: string, track: Track, passages: number[] }} Group passages of a transcript that have all words
 * @typedef {{ passage: Passage, spans: [number, number][], isRow: boolean }} Hit
 */

/**
 * @param {HTMLElement} section
 * @param {AbortSignal} signal
 */
export async function start(section, signal) {
  /** @type {HTMLInputElement} */
  const field = find(document, "form input[name=q][type=search]");
  const form = /** @type {HTMLFormElement} */ (field.form);
  const status = find(section, "[role=status]");
  const results = find(section, "[data-results]");
  const base = new URL(section.dataset.index ?? "", document.baseURI);

  async function search() {
    const query = field.value.trim();
    results.replaceChildren();
    status.textContent = "";
    section.hidden = !query;
    if (!query) return;
    status.textContent = t("Searching…");
    try {
      const groups = await findGroups(base, queryForms(query));
      status.textContent = await showGroups(base, results, groups, query);
    } catch (error) {
      status.textContent = t("The search could not reach the site. Check the connection, then press Enter.");
      throw error;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `${location.pathname}?${new URLSearchParams({ q: field.value.trim() })}`);
    search();
  }, { signal });
  const queryOfAddress = () => new URLSearchParams(location.search).get("q") ?? "";
  addEventListener("popstate", () => {
    field.value = queryOfAddress();
    search();
  }, { signal });
  field.value ||= queryOfAddress(); // what was typed while this was loading stays
  if (queryOfAddress()) await search();
}

/** @type {Map<string, Promise<any>>} files that were read already */
const files = new Map();

/** @param {URL} url */
function fetchJson(url) {
  const { href } = url;
  const fetched = files.get(href) ?? readJson(href);
  files.set(href, fetched);
  fetched.catch(() => files.delete(href));
  return fetched;
}

/** @param {string} href */
async function readJson(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answered ${response.status}.`);
  return response.json();
}

/**
 * The transcripts that have all words in one passage, in the order of the index: newest video first.
 *
 * @param {URL} base the index
 * @param {string[]} forms
 * @returns {Promise<Group[]>}
 */
async function findGroups(base, forms) {
  if (!forms.length) return [];
  /** @type {Index} */
  const index = await fetchJson(base);
  const lists = await Promise.all([...new Set(forms)].map((form) => fetchPassages(base, index, form)));
  const [first, ...others] = lists.sort((a, b) => a.length - b.length);
  const sets = others.map((list) => new Set(list));
  return groupByTrack(index.tracks, first.filter((number) => sets.every((set) => set.has(number))));
}

/**
 * The numbers of the passages that have a word.
 *
 * @param {URL} base
 * @param {Index} index
 * @param {string} form
 * @returns {Promise<number[]>}
 */
async function fetchPassages(base, index, form) {
  const letters = Array.from(form);
  for (let length = letters.length; length >= 0; length -= 1) {
    const prefix = letters.slice(0, length).join("");
    if (!Object.hasOwn(index.shards, prefix)) continue;
    const words = await fetchJson(new URL(`words-${index.shards[prefix]}.json`, base));
    return Object.hasOwn(words, form) ? words[form] : [];
  }
  return [];
}

/**
 * @param {Track[]} tracks
 * @param {number[]} numbers sorted
 */
function groupByTrack(tracks, numbers) {
  /** @type {Group[]} */
  const groups = [];
  let at = 0;
  for (const number of numbers) {
    while (tracks[at + 1] && tracks[at + 1].first <= number) at += 1;
    const track = tracks[at];
    if (groups.at(-1)?.track !== track) groups.push({ video: track.video, track, passages: [] });
    groups.at(-1)?.passages.push(number - track.first);
  }
  return groups;
}

/**
 * Shows the first videos, and a button for the next ones.
 *
 * @param {URL} base
 * @param {HTMLElement} results
 * @param {Group[]} groups
 * @param {string} query
 * @returns {Promise<string>} how much was found
 */
async function showGroups(base, results, groups, query) {
  const videos = orderVideos(groups);
  const forms = queryForms(query);
  let shown = 0;
  const more = createElement("button", { type: "button" }, t("More"));
  const showNext = async () => {
    const next = videos.slice(shown, shown + VIDEOS_AT_ONCE);
    const sections = await Promise.all(next.map((group) => sectionOf(base, group, forms)));
    shown += next.length;
    results.append(...sections.flatMap((section) => section ?? []), more);
    more.hidden = shown >= videos.length;
  };
  more.addEventListener("click", showNext);
  await showNext();
  const count = results.querySelectorAll("section").length;
  if (!count) return t("No matches");
  return tn("{n} video", "{n} videos", shown < videos.length ? videos.length : count);
}

/**
 * One transcript of each video: the one in the language of the page if it has the words.
 *
 * @param {Group[]} groups
 */
function orderVideos(groups) {
  /** @type {Map<string, Group>} */
  const best = new Map();
  const own = document.documentElement.lang;
  for (const group of groups) {
    if (!best.has(group.video) || group.track.language === own) best.set(group.video, group);
  }
  return [...best.values()];
}

/**
 * A video with the best of its moments; null where the words are only signs apart.
 *
 * @param {URL} base
 * @param {Group} group
 * @param {string[]} forms
 */
async function sectionOf(base, group, forms) {
  const item = findAll(document, "[data-video]").find(({ dataset }) => dataset.video === group.video);
  /** @type {{ passages: Passage[] }} */
  const { passages } = await fetchJson(new URL(group.track.file, base));
  const hits = hitsIn(group.passages.map((number) => passages[number]), forms);
  if (!item || !hits.length) return null;
  const page = pageOf(item, group.track.language);
  const row = (/** @type {Hit} */ hit) => rowOf(hit, page, group.track.language, item.dataset.edition);
  const heading = createElement("h2", {}, createElement("a", { href: page }, find(item, "a").textContent ?? ""));
  const section = createElement("section", { className: "group" }, createElement("header", {}, heading));
  const list = createElement("ol", { className: "hit-list" }, ...hits.slice(0, MOMENTS_PER_VIDEO).map(row));
  const rest = hits.slice(MOMENTS_PER_VIDEO);
  section.append(list);
  if (rest.length) {
    const summary = createElement("summary", {}, tn("{n} more", "{n} more", rest.length));
    const others = createElement("ol", { className: "hit-list", start: MOMENTS_PER_VIDEO + 1 }, ...rest.map(row));
    section.append(createElement("details", { className: "more-hits" }, summary, others));
  }
  return section;
}

/**
 * @param {HTMLElement} item of the list of videos
 * @param {string} language
 */
function pageOf(item, language) {
  const links = /** @type {HTMLAnchorElement[]} */ (findAll(item, "a"));
  return (links.find(({ hreflang }) => hreflang === language) ?? links[0]).href;
}

/**
 * Words in a row come before words apart.
 *
 * @param {Passage[]} passages
 * @param {string[]} forms
 */
function hitsIn(passages, forms) {
  /** @type {Hit[]} */
  const hits = passages.flatMap((passage) => {
    const words = tokenize(passage.text);
    const rows = findRows(words, forms);
    const spans = rows.length ? rows : findApart(words, forms);
    return spans.length ? [{ passage, spans, isRow: rows.length > 0 }] : [];
  });
  return hits.sort((a, b) => Number(b.isRow) - Number(a.isRow));
}

/**
 * @param {Hit} hit
 * @param {string} page
 * @param {string} language
 * @param {string | undefined} edition of the recording, which links to its moments name from 2 on
 */
function rowOf({ passage, spans }, page, language, edition) {
  const url = new URL(page);
  const isTimed = passage.start !== null && passage.end !== null;
  if (passage.start !== null && passage.end !== null) {
    url.search = queryWithMoment("", { start: passage.start, end: passage.end }, "", undefined, edition);
  }
  url.hash = passage.key;
  const shown = excerptOf(passage.text, spans);
  const quote = createElement("q", { lang: language, dir: "auto" }, ...markedText(shown.text, shown.spans));
  const time = createElement("span", { className: isTimed ? "time" : "time is-untimed" }, passage.start === null ? t("Read") : formatClock(passage.start));
  const link = createElement("a", { href: url.href }, time, quote);
  const byline = [passage.speaker, passage.organization].filter(Boolean).join(", ");
  if (byline) link.append(createElement("span", { className: "by" }, byline));
  return createElement("li", {}, link);
}
