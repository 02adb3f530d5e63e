// Controls that lie over each other, as they do when their text has grown. The answer of a search is meant to lie over
// what is beside the words; what sticks lies over all that scrolls, so the page is looked at from its top.
() => {
  scrollTo({ top: 0, behavior: "instant" });
  const seen = [...document.querySelectorAll("a[href], button, input, select, summary, label, h1, h2, h3, p")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest(".visually-hidden, .skip, .screen, [hidden], #dock, .field, .site-search, .turn, .beside, .side, #search-result, .hit-preview, .nav, .status, .back-to-results"));
  const found = [];
  for (const one of seen) {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || ["absolute", "fixed", "sticky"].includes(getComputedStyle(one).position)) continue;
    for (const other of seen) {
      if (one === other || one.contains(other) || other.contains(one)) continue;
      if (["absolute", "fixed", "sticky"].includes(getComputedStyle(other).position)) continue;
      const that = other.getBoundingClientRect();
      const [w, h] = [Math.min(box.right, that.right) - Math.max(box.left, that.left),
        Math.min(box.bottom, that.bottom) - Math.max(box.top, that.top)];
      if (w > 4 && h > 10) found.push(`${one.outerHTML.slice(0, 80)} over ${other.outerHTML.slice(0, 80)}`);
    }
  }
  return found;
}
