/** The lines of the words: the links to the moments of the cues, in order, with their times in seconds. */

let read;

/** {lines, starts, ends}: of a long video thousands, so they are read when somebody needs them, and once. */
export function readCueLinks() {
  read ??= readAll([...document.querySelectorAll("#transcript a[data-start]")]);
  return read;
}

function readAll(lines) {
  const times = (name) => lines.map((line) => Number(line.getAttribute(name)));
  return { lines, starts: times("data-start"), ends: times("data-end") };
}
