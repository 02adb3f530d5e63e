// What has the focus, if nothing of it is seen: points of it lie outside the window, or under something else.
() => {
  const element = document.activeElement;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const isSeen = (x, y) => element.contains(document.elementFromPoint(x, y)) ||
    document.elementFromPoint(x, y)?.contains(element);
  const [across, down] = [[0.1, 0.5, 0.9], [0.2, 0.5, 0.8]];
  const seen = across.some((x) => down.some((y) => isSeen(left + (right - left) * x, top + (bottom - top) * y)));
  return element === document.body || seen ? "" : element.outerHTML.slice(0, 120);
}
