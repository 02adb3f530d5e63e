"""What can be measured of a page by its boxes."""

from playwright.sync_api import Page

# Targets that are smaller than 24 by 24 px and stand too near to another (WCAG 2.2, 2.5.8): a circle of 24 px
# around the middle of such a one touches another target, or the circle of another one. Links within a sentence
# are left out, as the rule does.
_SMALL = """() => {
  const isInline = (element) => {
    const text = (node) => node.textContent.trim().length;
    return getComputedStyle(element).display === "inline" && text(element.parentElement) > text(element);
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest(".visually-hidden, .skip");
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=slider]")]
    .filter(isSeen).map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSmall = ({ box }) => box.width < 24 || box.height < 24;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], { box }) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const apart = (one, other) => Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]);
  const isNear = (one, other) => one !== other && !one.element.contains(other.element) &&
    !other.element.contains(one.element) &&
    (isSmall(other) ? apart(one, other) < 24 : away(middle(one), other) < 12);
  return targets.filter((one) => isSmall(one) && !isInline(one.element) && targets.some((other) => isNear(one, other)))
    .map(({ element, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
}"""

# Words that are cut off: wider or higher than the box that hides what flows over.
_CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    // The rays behind the quote are drawn beyond its band.
    if (element.closest(".visually-hidden, svg, .screen") || element.matches(".quote") || textOverflow === "ellipsis") return false;
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim()) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1 && element.textContent.trim());
  }).map((element) => element.outerHTML.slice(0, 120))"""

# Controls that lie over each other, as they do when their text has grown.
_OVERLAPS = """() => {
  const seen = [...document.querySelectorAll("a[href], button, input, select, summary, label, h1, h2, h3, p")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest(".visually-hidden, .skip, .screen, [hidden], #dock, .field, .site-search, .turn, .beside"));
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
}"""


def small_targets(page: Page) -> list[str]:
    """Targets that are too small, too near to others."""
    found: list[str] = page.evaluate(_SMALL)
    return found


def cut_off(page: Page) -> list[str]:
    """Elements whose words do not fit."""
    found: list[str] = page.evaluate(_CUT)
    return found


def overlaps(page: Page) -> list[str]:
    """Pairs of elements that lie over each other."""
    found: list[str] = page.evaluate(_OVERLAPS)
    return found


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider
